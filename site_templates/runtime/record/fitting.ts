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

/** Reads schemas; `parts` are what their references name. */
export class Shapes {
  private readonly patterns = new Map<string, RegExp>();

  constructor(private readonly parts: Readonly<Record<string, Schema>>) {}

  part(name: string): Schema {
    return this.parts[name]!;
  }

  /** Return the path to the first place that does not fit; keys beyond the schema are no misfit here. */
  misfit(value: Json | undefined, named: Schema, path: KeyPath = []): KeyPath | undefined {
    const schema = this.resolved(named);
    if (value === undefined || !this.fitsAlone(value, schema)) return path;
    if (Array.isArray(value)) return this.misfitInArray(value as readonly Json[], schema, path);
    return isObject(value) ? this.misfitInObject(value, schema, path) : undefined;
  }

  /** Return the path to every key that the schema does not know. */
  *beyond(value: Json, named: Schema, path: KeyPath = []): Generator<KeyPath> {
    const schema = this.resolved(named);
    if (Array.isArray(value) && schema.items) {
      for (const [i, entry] of (value as readonly Json[]).entries())
        yield* this.beyond(entry, schema.items, [...path, `${i}`]);
    } else if (isObject(value) && schema.properties) {
      for (const [key, inside] of Object.entries(value)) {
        const known = own(schema.properties, key);
        if (known) yield* this.beyond(inside, known, [...path, key]);
        else yield [...path, key];
      }
    }
  }

  private resolved(schema: Schema): Schema {
    return schema.$ref ? this.part(schema.$ref.replace("#/$defs/", "")) : schema;
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
    const known = this.patterns.get(source) ?? new RegExp(source, "u");
    this.patterns.set(source, known);
    return known;
  }

  private misfitInArray(value: readonly Json[], { items }: Schema, path: KeyPath): KeyPath | undefined {
    if (!items) return undefined;
    for (const [i, entry] of value.entries()) {
      const found = this.misfit(entry, items, [...path, `${i}`]);
      if (found) return found;
    }
    return undefined;
  }

  private misfitInObject(value: JsonObject, schema: Schema, path: KeyPath): KeyPath | undefined {
    const { properties = {}, additionalProperties: others, propertyNames: names } = schema;
    for (const key of schema.required ?? []) if (own(value, key) === undefined) return [...path, key];
    for (const [key, inside] of Object.entries(value)) {
      if (names && this.misfit(key, names)) return [...path, key];
      const shape = own(properties, key) ?? (typeof others === "object" ? others : undefined);
      const found = shape && this.misfit(inside, shape, [...path, key]);
      if (found) return found;
    }
    return undefined;
  }
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
