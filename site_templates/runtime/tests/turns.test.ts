import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import test from "node:test";
import type { StoredEvent } from "../record/record";
import { BLOCK, DeviceStore } from "../storage/indexed_db";
import type { Parts } from "../ui/turns";
import { atOnce, inTurns } from "../ui/turns";

const NEVER = new AbortController().signal;

function* threeParts(done: string[]): Parts<string> {
  for (const part of ["one", "two"]) {
    done.push(part);
    yield;
  }
  done.push("three");
  return "all";
}

test("the page has its turn after every part of long work", async () => {
  const done: string[] = [];
  const result = await inTurns(threeParts(done), NEVER, async () => void done.push("page"));
  assert.equal(result, "all");
  assert.deepEqual(done, ["one", "page", "two", "page", "three"]);
});

test("long work stops when no one waits for it any more", async () => {
  const done: string[] = [];
  const choice = new AbortController();
  const result = await inTurns(threeParts(done), choice.signal, async () => choice.abort());
  assert.equal(result, undefined);
  assert.deepEqual(done, ["one"]);
});

test("work done at once has the same result", () => {
  assert.equal(atOnce(threeParts([])), "all");
});

test("a long record is written and read block by block, and nothing of it is lost", async () => {
  const store = new DeviceStore(`imr-record/${crypto.randomUUID()}`);
  const add = Array.from({ length: 2 * BLOCK + 7 }, (_, number) => event(number));
  const limits: (number | undefined)[] = [];
  const real = IDBObjectStore.prototype.getAll;
  await store.change(() => ({ add }));
  store.forget();
  IDBObjectStore.prototype.getAll = function (range?: IDBValidKey | IDBKeyRange | null, limit?: number) {
    if (this.name === "events") limits.push(limit);
    return real.call(this, range, limit);
  };
  const contents = await store.read();
  IDBObjectStore.prototype.getAll = real;
  assert.deepEqual(limits, [BLOCK, BLOCK, BLOCK]);
  assert.deepEqual(
    contents.events.map(({ raw }) => raw.seq),
    add.map(({ raw }) => raw.seq),
  );
  store.forget();
});

function event(number: number): StoredEvent {
  const raw = { id: `${number}`.padStart(8, "0"), device: "d", seq: number + 1, at: number, body: {} };
  // only what the storage looks at
  return { raw, hash: `${number % 3}`, event: null } as unknown as StoredEvent;
}
