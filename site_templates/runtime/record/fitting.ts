/** Whether a value has the shape that the record's schema states, and what it holds beyond it. */

import type { Json, JsonObject } from "./canonical";
import { isObject } from "./canonical";

/** As much of JSON Schema as the record's schema uses. */
export interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly type?: string;
  readonly enum?: readonly Json[];
  readonly not?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly propertyNames?: Schema;
  readonly additionalProperties?: boolean | Schema;
}

export type KeyPath = readonly string[];

/** What every value is that fits; there is nothing to name. */
const NOTHING: readonly KeyPath[] = [];

/** Reads schemas; `parts` are what their references name. Paths are made on the way back, so only for what is found. */
export class Shapes {
  private readonly patterns = new Map<string, RegExp>();
  private readonly references = new Map<string, Schema>();

  constructor(private readonly parts: Readonly<Record<string, Schema>>) {}

  part(name: string): Schema {
    return this.parts[name]!;
  }

  /** Return the path to the first place that does not fit; keys beyond the schema are no misfit here. */
  misfit(value: Json | undefined, named: Schema): KeyPath | undefined {
    const schema = this.resolved(named);
    if (value === undefined || !this.fitsAlone(value, schema)) return [];
    if (Array.isArray(value)) return this.misfitInArray(value as readonly Json[], schema);
    return isObject(value) ? this.misfitInObject(value, schema) : undefined;
  }

  /** Return the path to every key that the schema does not know. */
  beyond(value: Json, named: Schema): readonly KeyPath[] {
    const schema = this.resolved(named);
    if (Array.isArray(value) && schema.items) return this.beyondInArray(value as readonly Json[], schema.items);
    return isObject(value) && schema.properties ? this.beyondInObject(value, schema.properties) : NOTHING;
  }

  private beyondInArray(value: readonly Json[], items: Schema): readonly KeyPath[] {
    let found = NOTHING;
    for (let i = 0; i < value.length; i++) found = withAll(found, `${i}`, this.beyond(value[i]!, items));
    return found;
  }

  private beyondInObject(value: JsonObject, properties: Readonly<Record<string, Schema>>): readonly KeyPath[] {
    let found = NOTHING;
    for (const key of Object.keys(value)) {
      const known = own(properties, key);
      found = withAll(found, key, known ? this.beyond(value[key]!, known) : [[]]);
    }
    return found;
  }

  private resolved(schema: Schema): Schema {
    const { $ref } = schema;
    if (!$ref) return schema;
    const known = this.references.get($ref) ?? this.part($ref.replace("#/$defs/", ""));
    this.references.set($ref, known);
    return known;
  }

  private fitsAlone(value: Json, schema: Schema): boolean {
    if (schema.type && !hasType(value, schema.type)) return false;
    if (schema.enum && !schema.enum.includes(value)) return false;
    if (schema.not && this.misfit(value, schema.not) === undefined) return false;
    if (schema.anyOf?.every((one) => this.misfit(value, one) !== undefined)) return false;
    if (typeof value === "string") return this.fitsText(value, schema);
    if (typeof value === "number") return value >= (schema.minimum ?? value) && value <= (schema.maximum ?? value);
    return !Array.isArray(value) || value.length >= (schema.minItems ?? 0);
  }

  private fitsText(text: string, { pattern, minLength = 0, maxLength = Infinity }: Schema): boolean {
    // JSON Schema counts characters, not UTF-16 code units
    const length = text.length <= maxLength && text.length >= 2 * minLength ? text.length : [...text].length;
    return length >= minLength && length <= maxLength && (!pattern || this.pattern(pattern).test(text));
  }

  private pattern(source: string): RegExp {
    const known = this.patterns.get(source);
    if (known) return known;
    const made = new RegExp(source, "u");
    this.patterns.set(source, made);
    return made;
  }

  private misfitInArray(value: readonly Json[], { items }: Schema): KeyPath | undefined {
    if (!items) return undefined;
    for (let i = 0; i < value.length; i++) {
      const found = this.misfit(value[i], items);
      if (found) return [`${i}`, ...found];
    }
    return undefined;
  }

  private misfitInObject(value: JsonObject, schema: Schema): KeyPath | undefined {
    const { properties, additionalProperties: others, propertyNames: names } = schema;
    for (const key of schema.required ?? []) if (!Object.hasOwn(value, key)) return [key];
    for (const key of Object.keys(value)) {
      if (names && this.misfit(key, names)) return [key];
      const shape = (properties && own(properties, key)) ?? (typeof others === "object" ? others : undefined);
      const found = shape && this.misfit(value[key], shape);
      if (found) return [key, ...found];
    }
    return undefined;
  }
}

function withAll(found: readonly KeyPath[], key: string, inside: readonly KeyPath[]): readonly KeyPath[] {
  return inside.length === 0 ? found : [...found, ...inside.map((path) => [key, ...path])];
}

/** Return what an object itself holds under a key; a key may have a name that every object knows. */
function own<T>(from: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(from, key) ? from[key] : undefined;
}

function hasType(value: Json, type: string): boolean {
  switch (type) {
    case "null":
      return value === null;
    case "array":
      return Array.isArray(value);
    case "object":
      return isObject(value);
    case "integer":
      return Number.isSafeInteger(value);
    default:
      return typeof value === type;
  }
}
