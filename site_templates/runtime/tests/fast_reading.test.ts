/** Canonical files are read fast, and say the same as when they are read with care. */

import assert from "node:assert/strict";
import test from "node:test";
import imports from "../../../tests/vectors/record/import.json";
import { canonicalFile } from "../record/fast_reading";
import { digestOf } from "../record/hashing";
import { parsed, textOf } from "../record/json_text";
import type { Reading } from "../record/reading";
import { read } from "../record/reading";

const GOOD: string = imports.cases.find(({ name }) => name === "a good file")!.text!;

test("a file in another spelling is not read fast, and is the same record", () => {
  const spaced = GOOD.replace('{"course"', '{ "course"');

  assert.ok(canonicalFile(GOOD));
  assert.equal(canonicalFile(spaced), null);
  const [fast, slow] = [GOOD, spaced].map((text) => read(bytes(text), imports.course) as Reading);
  assert.deepEqual(slow!.record, fast!.record);
  assert.equal(slow!.isUnchanged, fast!.isUnchanged);
});

test("what is read fast has the value, the hashes and the digest that careful reading finds", () => {
  const value = parsed(textOf(bytes(GOOD))) as Parameters<typeof digestOf>[0];
  const known = canonicalFile(GOOD)!;

  assert.deepEqual(known.value, value);
  assert.equal(known.digest, digestOf(value));
});

test("a key twice, a fraction, half a character and what is no JSON are left to careful reading", () => {
  for (const [from, to] of [
    ['"events":', '"events":[],"events":'],
    ['"seq":1', '"seq":1.0'],
    ['"locale":"en"', '"locale":"\\ud800"'],
    ['"events":', "events:"],
  ] as const)
    assert.equal(canonicalFile(GOOD.replace(from, to)), null, to);
});

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
