import assert from "node:assert/strict";
import test from "node:test";
import vectors from "../../../tests/vectors/dialogue_state.json";
import type { Graph, Step } from "../learning/dialogue_graph";
import type { State } from "../learning/dialogue_state";
import { after, minutesLeft, modelReply, offered, opening, otherLine, remembers } from "../learning/dialogue_state";

// JSON knows no literal types
const GRAPH = vectors.graph as unknown as Graph;

function follow(path: readonly Step[]): State {
  return path.reduce((state, [, reply]) => after(GRAPH, state, reply), opening(GRAPH));
}

test("a dialogue is followed as it is checked: place, marks, minutes, replies and lines", () => {
  assert.ok(vectors.cases.length > 10);
  for (const { path, ...wanted } of vectors.cases) {
    const state = follow(path as unknown as Step[]);
    const isTurn = state.place in GRAPH.turns;
    assert.deepEqual(
      {
        place: state.place,
        marks: [...state.marks].sort(),
        gone: state.gone,
        offered: isTurn ? offered(GRAPH, state) : [],
        line: isTurn ? otherLine(GRAPH, state) : null,
      },
      wanted,
    );
  }
});

test("the minutes that are left are those of the clock, and none without one", () => {
  const state = follow([["door", "wait"]]);
  assert.equal(minutesLeft(GRAPH, state), 3);
  const { clock, ...timeless } = GRAPH;
  assert.equal(minutesLeft(timeless, state), null);
});

test("one's own words are compared with a reply that is offered, helps and says something", () => {
  assert.deepEqual(modelReply(GRAPH, opening(GRAPH)), ["door", "ask"]);
});

test("only marks and a clock make later turns depend on earlier ones", () => {
  const { clock, ...timeless } = GRAPH;
  assert.equal(remembers(timeless), true);
  const day = { day: GRAPH.turns["day"]! };
  assert.equal(remembers({ ...timeless, turns: day }), false);
  assert.equal(remembers({ ...GRAPH, turns: day }), true);
});
