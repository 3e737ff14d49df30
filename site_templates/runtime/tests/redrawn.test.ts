import assert from "node:assert/strict";
import test from "node:test";
import { redrawn } from "../ui/redrawn";

/** A store that is ready, and whose changes a test makes. */
function storeOf(): { ready: Promise<void>; listen: (listener: () => void) => void; change: () => void } {
  const listeners: (() => void)[] = [];
  return {
    ready: Promise.resolve(),
    listen: (listener) => listeners.push(listener),
    change: () => {
      for (const listener of listeners) listener();
    },
  };
}

test("a newer drawing stops the one before it", async () => {
  const store = storeOf();
  const signals: AbortSignal[] = [];
  const problems: unknown[] = [];
  redrawn(
    store,
    async (signal) => void signals.push(signal),
    (problem) => problems.push(problem),
  );
  await store.ready;
  store.change();

  assert.deepEqual(
    signals.map(({ aborted }) => aborted),
    [true, false],
  );
  assert.deepEqual(problems, []);
});

test("what goes wrong while drawing is said, and the next change draws again", async () => {
  const store = storeOf();
  const problems: unknown[] = [];
  const draw = async (): Promise<void> => {
    throw new Error("no keys");
  };
  redrawn(store, draw, (problem) => problems.push(problem));
  await store.ready;
  store.change();
  await new Promise((done) => setTimeout(done));

  assert.equal(problems.length, 2);
});
