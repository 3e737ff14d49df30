import assert from "node:assert/strict";
import test from "node:test";
import vectors from "../../../tests/vectors/dialogue.json";
import type { Graph, Step } from "../learning/dialogue_graph";
import { creditAt, tally } from "../learning/dialogues";

interface Vector {
  readonly name: string;
  readonly path: readonly Step[];
  readonly credits?: readonly Readonly<Record<string, number>>[];
  readonly tally?: Readonly<Record<string, unknown>>;
  readonly unscorable?: true;
}

// JSON knows no literal types
const { turns, cases } = vectors as unknown as { turns: Graph["turns"]; cases: readonly Vector[] };

for (const { name, path, credits, tally: expected, unscorable } of cases) {
  test(`credit in a dialogue: ${name}`, () => {
    if (unscorable) return assert.throws(() => tally({ turns }, path), /no credit can be given/);
    assert.deepEqual(
      path.map((step) => creditAt({ turns }, step)),
      credits,
    );
    assert.deepEqual(Object.fromEntries(tally({ turns }, path)), expected);
  });
}

test("every vector says what it expects", () => {
  assert.deepEqual(
    cases.filter((it) => it.tally === undefined && !it.unscorable),
    [],
  );
});
