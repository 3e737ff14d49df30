/** A hash of a record and the beginning of it that the site knows. */

import assert from "node:assert/strict";
import test from "node:test";
import { isHash } from "../record/same_hash";

const WHOLE = `sha256:${"0123abcd".repeat(8)}`;

test("a hash is the one that begins as the site says", () => {
  assert.ok(isHash("sha256:0123abcd", WHOLE));
  assert.ok(isHash(WHOLE, WHOLE));
});

test("another hash, none, or what is no text is not", () => {
  assert.ok(!isHash("sha256:0123abce", WHOLE));
  assert.ok(!isHash(undefined, WHOLE));
  assert.ok(!isHash(WHOLE, "sha256:0123abcd"));
  assert.ok(!isHash("sha256:0123abcd", 7 as unknown as string));
});
