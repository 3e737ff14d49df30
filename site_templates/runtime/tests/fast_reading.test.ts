/** Canonical files are read fast, and say the same as when they are read with care. */

import assert from "node:assert/strict";
import test from "node:test";
import imports from "../../../tests/vectors/record/import.json";
import type { Json } from "../record/canonical";
import { canonical } from "../record/canonical";
import { canonicalParts } from "../record/canonical_bytes";
import { canonicalFile, sealed } from "../record/fast_reading";
import { digestOf, hashOf } from "../record/hashing";
import { parse } from "../record/json_text";
import type { Reading } from "../record/reading";
import { read } from "../record/reading";

const GOOD: string = imports.cases.find(({ name }) => name === "a good file")!.text!;
// each alone, and in every pair, makes a text that is canonical or only nearly
const TEXTS = [
  ..."0 -0 7 -7 01 1.0 1e5 1E5 -1 9007199254740991 9007199254740992 -9007199254740991 99999999999999999999 - +1".split(
    " ",
  ),
  ...'true false null True tru [] {} [[]] [1,2] [1,] [,1] {"a":1} {"a":1,"b":2} {"b":1,"a":2} {"a":1,"a":1}'.split(" "),
  ...'"" "a" "\\n" "\\u000a" "\\u001f" "\\u001F" "\\u0041" "\\/" "\\\\" "\\"" "\\b\\f\\t\\r" "\\ud800" "é" "\u2028" "\\x"'.split(
    " ",
  ),
  ...'"\t" "\u007f" "😀" "a {"":1} {"a":{"b":1},"a0":2} {"ab":1,"a":1} {"A":1,"a":1} {"a":1}{"b":2}'.split(" "),
];

test("a file in another spelling is not read fast, and is the same record", () => {
  const spaced = GOOD.replace('{"course"', '{ "course"');

  assert.ok(canonicalFile(bytes(GOOD)));
  assert.equal(canonicalFile(bytes(spaced)), null);
  const [fast, slow] = [GOOD, spaced].map((text) => read(bytes(text), imports.course) as Reading);
  assert.deepEqual(slow!.record, fast!.record);
  assert.equal(slow!.isUnchanged, fast!.isUnchanged);
});

test("what is read fast has the value, the hashes and the digest that careful reading finds", () => {
  const value = parse(bytes(GOOD)) as Parameters<typeof digestOf>[0];
  const known = canonicalFile(bytes(GOOD))!;

  assert.deepEqual(known.value, value);
  assert.deepEqual(known.hashes, (value["events"] as Json[]).map(hashOf));
  assert.equal(known.digest, digestOf(value));
});

test("the browser's own hash gives the same digest", async () => {
  const seal = await sealed(bytes(GOOD));

  assert.equal(seal!.digest, canonicalFile(bytes(GOOD))!.digest);
  assert.deepEqual(canonicalFile(bytes(GOOD), seal), canonicalFile(bytes(GOOD)));
  assert.equal(await sealed(bytes(` ${GOOD}`)), null);
});

test("the digest leaves out the integrity, wherever it is", () => {
  for (const text of ['{"events":[],"integrity":{"a":1},"z":2}', '{"events":[],"integrity":{"a":1}}\n']) {
    const value = parse(bytes(text)) as Parameters<typeof digestOf>[0];
    assert.equal(canonicalFile(bytes(text))!.digest, digestOf(value), text);
  }
});

test("a key twice, a fraction, half a character and what is no JSON are left to careful reading", () => {
  for (const [from, to] of [
    ['"events":', '"events":[],"events":'],
    ['"seq":1', '"seq":1.0'],
    ['"locale":"en"', '"locale":"\\ud800"'],
    ['"events":', "events:"],
  ] as const)
    assert.equal(canonicalFile(bytes(GOOD.replace(from, to))), null, to);
});

test("what is taken for canonical is what would be written again, and nothing else", () => {
  const inPairs = TEXTS.flatMap((one) => TEXTS.map((other) => `[${one},${other}]`));
  const asValues = TEXTS.flatMap((one) => [`{"a":${one}}`, `{"a":[${one}],"b":{"c":${one}}}`, `{"a" :${one}}`]);
  const spaced = TEXTS.flatMap((one) => [` ${one}`, `${one} `, `${one}\n`, `${one}\n\n`, `[${one} ]`, `\ufeff${one}`]);
  let found = 0;
  for (const text of [...TEXTS, ...inPairs, ...asValues, ...spaced]) {
    const isTaken = canonicalParts(bytes(text)) !== null && isJson(text);
    assert.equal(isTaken, isWrittenSo(text.replace(/\n$/, "")), text);
    found += Number(isTaken);
  }
  assert.ok(found > 500);
});

test("a key with other letters than ASCII, and what is too deep, are left to careful reading", () => {
  assert.equal(canonicalParts(bytes('{"é":1}')), null);
  assert.ok(canonicalParts(bytes("[".repeat(32) + "]".repeat(32))));
  assert.equal(canonicalParts(bytes("[".repeat(33) + "]".repeat(33))), null);
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function isWrittenSo(text: string): boolean {
  try {
    return canonical(parse(bytes(text))) === text;
  } catch {
    return false;
  }
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
