import assert from "node:assert/strict";
import test from "node:test";
import { visitMemory } from "../visit";
import type { Visited } from "../visit";

const ITEM = { id: "m1-goals", hash: "sha256:one" };
const VISITED: Visited = { seed: 7, given: { answer: ["b"], certainty: 2 } };

/** Storage as a browser has it, in memory; `full` refuses to take anything more. */
function storage(full = false): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => {
      if (full) throw new Error("QuotaExceededError");
      kept.set(name, value);
    },
    removeItem: (name: string) => void kept.delete(name),
    clear: () => kept.clear(),
    key: (place: number) => [...kept.keys()][place] ?? null,
    get length() {
      return kept.size;
    },
  };
}

test("a response is recalled on the next page of the visit", async () => {
  const shared = storage();
  await visitMemory(shared).keep(ITEM, VISITED);
  assert.deepEqual(await visitMemory(shared).recall(ITEM), VISITED);
});

test("an item that changed is not shown an answer it was not given", async () => {
  const memory = visitMemory(storage());
  await memory.keep(ITEM, VISITED);
  assert.equal(await memory.recall({ ...ITEM, hash: "sha256:two" }), undefined);
});

test("another item with the same hash is another item", async () => {
  const memory = visitMemory(storage());
  await memory.keep(ITEM, VISITED);
  assert.equal(await memory.recall({ ...ITEM, id: "m1-other" }), undefined);
});

test("where storage is blocked the page remembers", async () => {
  const memory = visitMemory(undefined);
  await memory.keep(ITEM, VISITED);
  assert.deepEqual(await memory.recall(ITEM), VISITED);
});

test("where storage is full the page remembers", async () => {
  const memory = visitMemory(storage(true));
  await memory.keep(ITEM, VISITED);
  assert.deepEqual(await memory.recall(ITEM), VISITED);
});

test("an item that is opened again has no answer, on the next page neither", async () => {
  const shared = storage();
  const memory = visitMemory(shared);
  await memory.keep(ITEM, VISITED);
  await memory.keep(ITEM, { seed: 7, given: null });
  assert.deepEqual(await visitMemory(shared).recall(ITEM), { seed: 7, given: null });
});

test('"I don\'t know" is recalled as an answer', async () => {
  const shared = storage();
  await visitMemory(shared).keep(ITEM, { seed: 7, given: { answer: null, certainty: null } });
  const recalled = await visitMemory(shared).recall(ITEM);
  assert.deepEqual(recalled?.given, { answer: null, certainty: null });
});

for (const broken of ["", "{", "null", "7", '{"seed":"x"}', '{"seed":1,"given":{"answer":"b"}}', '{"seed":1,"given":7}']) {
  test(`what somebody wrote into storage is not shown: ${broken || "nothing"}`, async () => {
    const shared = storage();
    shared.setItem(`imr-visit/${ITEM.id}/${ITEM.hash}`, broken);
    assert.equal(await visitMemory(shared).recall(ITEM), undefined);
  });
}
