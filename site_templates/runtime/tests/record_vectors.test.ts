import assert from "node:assert/strict";
import test from "node:test";
import canonicals from "../../../tests/vectors/record/canonical.json";
import chains from "../../../tests/vectors/record/chain.json";
import imports from "../../../tests/vectors/record/import.json";
import merges from "../../../tests/vectors/record/merge.json";
import type { Json, JsonObject } from "../record/canonical";
import { CanonicalError, canonical } from "../record/canonical";
import { hashOf } from "../record/hashing";
import { logOf } from "../record/log";
import { merge } from "../record/merge";
import { read, readOwn } from "../record/reading";
import { isRefusal } from "../record/refusals";
import { facts } from "../record/writing";
import { assertSame, logJson, recordOf } from "./record/made";

interface Canonical {
  readonly name: string;
  readonly value: Json;
  readonly canonical?: string;
  readonly hash?: string;
}

for (const { name, value, canonical: text, hash } of canonicals.cases as readonly Canonical[]) {
  test(`canonical JSON: ${name}`, () => {
    if (text === undefined) return assert.ok(throwsCanonicalError(value));
    assert.equal(canonical(value), text);
    assert.equal(hashOf(value), hash);
  });
}

function throwsCanonicalError(value: Json): boolean {
  try {
    canonical(value);
    return false;
  } catch (problem) {
    return problem instanceof CanonicalError;
  }
}

interface Chain {
  readonly name: string;
  readonly document: JsonObject;
  readonly hashes: Readonly<Record<string, string>>;
  readonly log: object;
}

for (const { name, document, hashes, log } of chains.cases as unknown as readonly Chain[]) {
  test(`chain: ${name}`, () => {
    const record = recordOf(document);
    assertSame(Object.fromEntries(record.events.map(({ hash, raw }) => [hash, raw.id])), hashes);
    assertSame(logJson(logOf(record)), log);
  });
}

interface Import {
  readonly name: string;
  readonly text?: string;
  readonly base64?: string;
  readonly made?: {
    readonly before: string;
    readonly repeated: string;
    readonly times: number;
    readonly after: string;
  };
  readonly own: string;
  readonly supervisor: string;
}

for (const vector of imports.cases as readonly Import[]) {
  test(`import: ${vector.name}`, () => {
    const own = readOwn(contentOf(vector), imports.course);
    const supervisor = read(contentOf(vector), imports.course);
    assert.equal(isRefusal(own) ? own.code : "accepted", vector.own);
    const taken = !isRefusal(supervisor) && !supervisor.isUnchanged ? "accepted, marked" : "accepted";
    assert.equal(isRefusal(supervisor) ? supervisor.code : taken, vector.supervisor);
  });
}

function contentOf({ text, base64, made }: Import): Uint8Array {
  if (text !== undefined) return new TextEncoder().encode(text);
  if (base64 !== undefined) return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  return new TextEncoder().encode(made!.before + made!.repeated.repeat(made!.times) + made!.after);
}

interface Merge {
  readonly name: string;
  readonly inputs: readonly JsonObject[];
  readonly samePerson: boolean;
  readonly refusal?: string;
  readonly merged?: JsonObject;
  readonly hash?: string;
  readonly log?: object;
}

for (const vector of merges.cases as unknown as readonly Merge[]) {
  test(`merge: ${vector.name}`, () => {
    const merged = merge(vector.inputs.map(recordOf), vector.samePerson);
    if (isRefusal(merged)) return assert.equal(merged.code as string, vector.refusal);
    assertSame(facts(merged), vector.merged);
    assert.equal(hashOf(facts(merged)), vector.hash);
    assertSame(logJson(logOf(merged)), vector.log);
  });
}
