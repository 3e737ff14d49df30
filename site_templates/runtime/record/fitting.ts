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
const HERE: KeyPath = [];

/** Says where a value does not fit, if anywhere; a schema becomes such a function once, because a record has many values. */
type Look = (value: Json) => KeyPath | undefined;
type Claim = (value: Json) => boolean;
/** Returns the paths to keys that a schema does not know. */
type Keys = (value: Json) => readonly KeyPath[];

/** Reads schemas; `parts` are what their references name. Paths are made on the way back, so only for what is found. */
export class Shapes {
  private readonly looks = new Map<Schema, Look>();
  private readonly keys = new Map<Schema, Keys>();

  constructor(private readonly parts: Readonly<Record<string, Schema>>) {}

  part(name: string): Schema {
    return this.parts[name]!;
  }

  /** Return the path to the first place that does not fit; keys beyond the schema are no misfit here. */
  misfit(value: Json | undefined, schema: Schema): KeyPath | undefined {
    return value === undefined ? HERE : this.look(schema)(value);
  }

  /** Return the path to every key that the schema does not know. */
  beyond(value: Json, schema: Schema): readonly KeyPath[] {
    return this.beyondOf(schema)(value);
  }

  private beyondOf(named: Schema): Keys {
    const known = this.keys.get(named);
    if (known) return known;
    const { items, properties } = this.resolved(named);
    const made = items ? beyondInArray(this.beyondOf(items)) : properties ? this.beyondInObject(properties) : nothing;
    this.keys.set(named, made);
    return made;
  }

  private beyondInObject(properties: Readonly<Record<string, Schema>>): Keys {
    const known = new Map(Object.entries(properties).map(([key, shape]) => [key, this.beyondOf(shape)]));
    return (value) => {
      let found = NOTHING;
      if (!isObject(value)) return found;
      for (const key of Object.keys(value)) {
        const inside = known.get(key)?.(value[key]!) ?? [[]];
        if (inside.length > 0) found = withAll(found, key, inside);
      }
      return found;
    };
  }

  private resolved(schema: Schema): Schema {
    return schema.$ref ? this.part(schema.$ref.replace("#/$defs/", "")) : schema;
  }

  private look(named: Schema): Look {
    const known = this.looks.get(named);
    if (known) return known;
    const schema = this.resolved(named);
    const made = schema === named ? this.made(schema) : this.look(schema);
    this.looks.set(named, made);
    return made;
  }

  private made(schema: Schema): Look {
    const fitsAlone = this.alone(schema);
    const inList = schema.items && this.inList(this.look(schema.items));
    const inObject = this.inObject(schema);
    return (value) => {
      if (!fitsAlone(value)) return HERE;
      if (Array.isArray(value)) return inList?.(value as readonly Json[]);
      return isObject(value) ? inObject(value) : undefined;
    };
  }

  private alone({ type, enum: allowed, not, anyOf, ...limits }: Schema): Claim {
    const claims: Claim[] = [];
    if (type) claims.push(ofType(type));
    if (allowed) claims.push((value) => allowed.includes(value));
    if (not) claims.push(this.isMisfit(not));
    if (anyOf) {
      const others = anyOf.map((one) => this.look(one));
      claims.push((value) => others.some((look) => look(value) === undefined));
    }
    claims.push(within(limits));
    return (value) => claims.every((claim) => claim(value));
  }

  private isMisfit(schema: Schema): Claim {
    const look = this.look(schema);
    return (value) => look(value) !== undefined;
  }

  private inList(look: Look): (value: readonly Json[]) => KeyPath | undefined {
    return (value) => {
      for (let i = 0; i < value.length; i++) {
        const found = look(value[i]!);
        if (found) return [`${i}`, ...found];
      }
      return undefined;
    };
  }

  private inObject(schema: Schema): (value: JsonObject) => KeyPath | undefined {
    const { properties = {}, additionalProperties, propertyNames, required = [] } = schema;
    const known = new Map(Object.entries(properties).map(([key, shape]) => [key, this.look(shape)]));
    const others = typeof additionalProperties === "object" ? this.look(additionalProperties) : undefined;
    const names = propertyNames && this.look(propertyNames);
    return (value) => {
      for (const key of required) if (!Object.hasOwn(value, key)) return [key];
      for (const key of Object.keys(value)) {
        if (names?.(key)) return [key];
        const found = (known.get(key) ?? others)?.(value[key]!);
        if (found) return [key, ...found];
      }
      return undefined;
    };
  }
}

function nothing(): readonly KeyPath[] {
  return NOTHING;
}

function beyondInArray(beyond: Keys): Keys {
  return (value) => {
    let found = NOTHING;
    if (!Array.isArray(value)) return found;
    for (let i = 0; i < value.length; i++) {
      const inside = beyond(value[i] as Json);
      if (inside.length > 0) found = withAll(found, `${i}`, inside);
    }
    return found;
  };
}

function withAll(found: readonly KeyPath[], key: string, inside: readonly KeyPath[]): readonly KeyPath[] {
  return [...found, ...inside.map((path) => [key, ...path])];
}

function ofType(type: string): Claim {
  switch (type) {
    case "null":
      return (value) => value === null;
    case "array":
      return (value) => Array.isArray(value);
    case "object":
      return isObject;
    case "integer":
      return Number.isSafeInteger;
    default:
      return (value) => typeof value === type;
  }
}

/** Return whether a value is as long, and as large, as it may be. */
function within({ pattern, minLength = 0, maxLength = Infinity, minimum, maximum, minItems = 0 }: Schema): Claim {
  const form = pattern && new RegExp(pattern, "u");
  let last: string | undefined; // the same text often comes again
  const fitsText = (text: string): boolean => {
    if (text === last) return true;
    // no pattern is tried on a text far too long
    if (text.length > 2 * maxLength || (form && !form.test(text))) return false;
    const length = lengthOf(text);
    if (length < minLength || length > maxLength) return false;
    last = text;
    return true;
  };
  return (value) => {
    if (typeof value === "string") return fitsText(value);
    if (typeof value === "number") return value >= (minimum ?? value) && value <= (maximum ?? value);
    return !Array.isArray(value) || value.length >= minItems;
  };
}

/** JSON Schema counts characters, not UTF-16 code units. */
function lengthOf(text: string): number {
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const isFirstHalf = (text.charCodeAt(i) & 0xfc00) === 0xd800;
    const isPair = isFirstHalf && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00;
    if (isPair) i++;
    length++;
  }
  return length;
}
