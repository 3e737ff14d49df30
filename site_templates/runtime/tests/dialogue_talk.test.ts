import assert from "node:assert/strict";
import test from "node:test";
import vectors from "../../../tests/vectors/dialogue.json";
import remembering from "../../../tests/vectors/dialogue_state.json";
import type { DialogueVersion } from "../exercises/dialogue/choosing";
import { choose, markOf, progressIn } from "../exercises/dialogue/choosing";
import { otherPaths } from "../exercises/dialogue/path_map";
import type { Position } from "../exercises/dialogue/position";
import { backTo, walk } from "../exercises/dialogue/position";
import { newSelf } from "../learner/append";
import type { Contents } from "../learner/contents";
import { changed, EMPTY } from "../learner/contents";
import { isFirstRun, restartDialogues } from "../learner/dialogue_runs";
import { pastIn } from "../learner/responses";
import type { Graph, Step } from "../learning/dialogue_graph";
import { COURSE } from "./record/answering";

const HASH = COURSE.contentHash;
const OTHER = HASH.replace(/.$/, "0");
const ASK: Step = ["door", "ask"];
const REFLECT: Step = ["eyes", "reflect"];
const POSTPONE: Step = ["eyes", "postpone"];

// JSON knows no literal types
const turns = vectors.turns as unknown as Graph["turns"];
const GRAPH: Graph = {
  first: "door",
  endings: ["tried", "left"],
  turns: { door: { ...turns["door"]!, hash: HASH }, eyes: { ...turns["eyes"]!, hash: HASH } },
  goodPaths: [[ASK, REFLECT]],
  competencies: {},
};

/** Holds a dialogue as a page does, a second for every choice. */
class Trainer {
  contents: Contents = EMPTY;
  private now = 1_000_000;

  constructor(private readonly graph: Graph = GRAPH) {}

  say(number: number, step: Step, isNewRun = false, graph = this.graph): this {
    const version: DialogueVersion = { id: "first-talk", hash: HASH, graph };
    return this.change((contents) => choose(contents, version, { number, step, isNewRun }, this.later()));
  }

  beginAfresh(): this {
    return this.change((contents) => restartDialogues(contents, ["first-talk"], this.later()));
  }

  /** Go on in another browser that has taken this record in. */
  onAnotherDevice(): this {
    this.contents = { ...this.contents, self: newSelf() };
    return this;
  }

  stands(graph = this.graph): Position {
    return walk(graph, progressIn(this.contents, "first-talk").path);
  }

  events(): string[] {
    return pastIn(this.contents).events.map(
      ({ type, body }) => `${type.replace("dialogue.", "")} ${(body as { run: number }).run}`,
    );
  }

  private later(): { now: number; locale: string; course: typeof COURSE } {
    this.now += 1000;
    return { now: this.now, locale: "en", course: COURSE };
  }

  private change(make: (contents: Contents) => Parameters<typeof changed>[1]): this {
    this.contents = changed(this.contents, make(this.contents));
    return this;
  }
}

function withTurn(name: "door" | "eyes", changes: Partial<Graph["turns"][string]>): Graph {
  return { ...GRAPH, turns: { ...GRAPH.turns, [name]: { ...GRAPH.turns[name]!, ...changes } } };
}

test("the first choice begins a run, and the one that leads to an ending finishes it", () => {
  const trainer = new Trainer().say(1, ASK).say(2, REFLECT);
  assert.deepEqual(trainer.events(), ["started 1", "choice 1", "choice 1", "finished 1"]);
  const { steps, state, isEnd } = trainer.stands();
  assert.deepEqual([steps, state.place, isEnd], [[ASK, REFLECT], "tried", true]);
});

test("a choice is kept with its turn, the hash of the turn and its credit for each competency", () => {
  const trainer = new Trainer().say(1, ASK).say(2, POSTPONE);
  const last = progressIn(trainer.contents, "first-talk").path[1]!.body;
  const { step, node, nodeHash, reply, scoreMilli } = last;
  assert.deepEqual([step, node, nodeHash, reply, scoreMilli], [2, "eyes", HASH, "postpone", { CBT2: 0, REL1: 500 }]);
});

test("a talk that was left in the middle goes on at that turn", () => {
  const { steps, state, isEnd } = new Trainer().say(1, ["door", "wait"]).say(2, ASK).stands();
  assert.deepEqual([steps, state.place, isEnd], [[["door", "wait"], ASK], "eyes", false]);
});

test("a later turn that changed leaves what was said before it", () => {
  const { steps, state, superseded } = new Trainer().say(1, ASK).stands(withTurn("eyes", { hash: OTHER }));
  assert.deepEqual([steps, state.place, superseded], [[ASK], "eyes", null]);
});

test("an answered turn that changed is asked again, and says when it was answered", () => {
  const trainer = new Trainer().say(1, ASK).say(2, REFLECT);
  const { steps, state, superseded } = trainer.stands(withTurn("door", { hash: OTHER }));
  assert.deepEqual([steps, state.place, superseded?.why], [[], "door", "changed"]);
  assert.equal(superseded?.at, progressIn(trainer.contents, "first-talk").path[0]!.at);
});

test("the same reply to a turn that changed keeps what was said after it, another one does not", () => {
  const graph = withTurn("door", { hash: OTHER });
  const same = new Trainer().say(1, ASK).say(2, REFLECT).say(1, ASK, false, graph);
  assert.deepEqual(same.stands(graph).steps, [ASK, REFLECT]);
  const another = new Trainer().say(1, ASK).say(2, REFLECT).say(1, ["door", "assure"], false, graph);
  assert.deepEqual(another.stands(graph).steps, [["door", "assure"]]);
});

test("a run is finished once, however often its last turn is answered", () => {
  const graph = withTurn("eyes", { hash: OTHER });
  const trainer = new Trainer().say(1, ASK).say(2, REFLECT).say(2, POSTPONE, false, graph);
  assert.deepEqual(trainer.events(), ["started 1", "choice 1", "choice 1", "finished 1", "choice 1"]);
});

test("where a reply leads elsewhere now, the talk goes on there", () => {
  const reply = { ...GRAPH.turns["door"]!.replies["ask"]!, next: ["door"] };
  const graph = withTurn("door", { replies: { ...GRAPH.turns["door"]!.replies, ask: reply } });
  const { steps, state, superseded } = new Trainer().say(1, ASK).say(2, REFLECT).stands(graph);
  assert.deepEqual([steps, state.place, superseded?.why], [[ASK], "door", "moved"]);
});

test("a turn that is no more, and a reply that is no more, stop no one", () => {
  const { eyes, ...left } = GRAPH.turns;
  const first: Graph = { ...GRAPH, first: "eyes", turns: { eyes: eyes! } };
  assert.equal(new Trainer().say(1, ASK).stands(first).superseded?.why, "moved");
  const replies = { assure: left["door"]!.replies["assure"]! };
  const { state, superseded } = new Trainer().say(1, ASK).stands(withTurn("door", { replies }));
  assert.deepEqual([state.place, superseded?.why], ["door", "changed"]);
});

test("trying again from a turn is a new run that keeps what was said before it", () => {
  const trainer = new Trainer().say(1, ASK).say(2, REFLECT).say(2, POSTPONE, true);
  assert.deepEqual(trainer.stands().steps, [ASK, POSTPONE]);
  assert.deepEqual(trainer.events().slice(-3), ["started 2", "choice 2", "finished 2"]);
});

test("only the first run of all is the one that counts", () => {
  const trainer = new Trainer().say(1, ASK).say(2, REFLECT);
  const isFirst = (): boolean => {
    const { run } = progressIn(trainer.contents, "first-talk");
    return run !== null && isFirstRun(pastIn(trainer.contents), "first-talk", run);
  };
  assert.equal(isFirst(), true);
  trainer.say(1, ASK, true);
  assert.equal(isFirst(), false);
});

test("another device goes on where the first one stopped, in a run of its own", () => {
  const trainer = new Trainer().say(1, ASK).onAnotherDevice().say(2, REFLECT);
  assert.deepEqual(trainer.events(), ["started 1", "choice 1", "started 1", "choice 1", "finished 1"]);
  assert.deepEqual(trainer.stands().steps, [ASK, REFLECT]);
});

test("a talk begun afresh waits at its first turn and loses nothing", () => {
  const trainer = new Trainer().say(1, ASK).say(2, REFLECT).beginAfresh();
  assert.deepEqual(trainer.stands().steps, []);
  assert.equal(progressIn(trainer.contents, "first-talk").isFinished, false);
  assert.equal(trainer.events().filter((event) => event === "choice 1").length, 2);
  assert.deepEqual(trainer.beginAfresh().events().length, 5, "there is nothing to put aside");
  assert.deepEqual(trainer.say(1, ASK).stands().steps, [ASK]);
  assert.deepEqual(trainer.events().slice(-2), ["started 3", "choice 3"]);
});

test("a tab notices that another one has gone on", () => {
  const trainer = new Trainer().say(1, ASK);
  const before = markOf(progressIn(trainer.contents, "first-talk"));
  assert.equal(markOf(progressIn(trainer.contents, "first-talk")), before);
  trainer.say(2, REFLECT);
  assert.notEqual(markOf(progressIn(trainer.contents, "first-talk")), before);
});

test("the good ways beside one's own are others, those first that part from it late", () => {
  const late: readonly Step[] = [ASK, ["eyes", "postpone"]];
  const early: readonly Step[] = [["door", "wait"], ASK, REFLECT];
  const graph = { ...GRAPH, goodPaths: [early, late, [ASK, REFLECT]] };
  assert.deepEqual(otherPaths(graph, [ASK, REFLECT]), [late, early]);
});

const MARKED = hashed(remembering.graph as unknown as Graph, HASH);
const TELL: Step = ["door", "tell"];
const ASK_AT_DOOR: Step = ["door", "ask"];
const WRITE: Step = ["day", "write"];

test("what a slip left behind decides where the talk goes on, and is there after a reload", () => {
  const trainer = new Trainer(MARKED).say(1, TELL);
  const { state } = trainer.stands();
  assert.deepEqual([state.place, [...state.marks]], ["cold", ["lost"]]);
  trainer.say(2, ["cold", "more"]).say(3, ["cold", "more"]).say(4, WRITE);
  assert.equal(trainer.stands().state.place, "gone");
  assert.equal(trainer.events().slice(-1)[0], "finished 1");
});

test("going back to a turn takes back what was left behind after it", () => {
  const trainer = new Trainer(MARKED).say(1, TELL).say(2, ["cold", "sorry"]);
  const { state, steps } = backTo(MARKED, trainer.stands(), 1);
  assert.deepEqual([state.place, [...state.marks], steps], ["door", [], []]);
  assert.equal(trainer.say(1, ASK_AT_DOOR, true).stands().state.place, "day");
  assert.equal(trainer.say(1, TELL, true).stands().state.place, "cold");
});

test("where a dialogue remembers, what was said after a turn that is answered anew is asked again", () => {
  const changed = hashed(MARKED, HASH, { door: OTHER });
  const trainer = new Trainer(MARKED).say(1, ASK_AT_DOOR).say(2, WRITE).say(1, ASK_AT_DOOR, false, changed);
  const { steps, superseded } = trainer.stands(changed);
  assert.deepEqual([steps, superseded?.why], [[ASK_AT_DOOR], "moved"]);
});

test("a reply that is not offered any more is asked again", () => {
  const trainer = new Trainer(MARKED).say(1, ["door", "wait"]).say(2, ["day", "praise"]);
  const forgetful = structuredClone(MARKED) as { turns: Record<string, { replies: Record<string, object> }> };
  delete (forgetful.turns["door"]!.replies["wait"] as { sets?: string[] }).sets;
  const { steps, superseded } = trainer.stands(forgetful as unknown as Graph);
  assert.deepEqual([steps, superseded?.why], [[["door", "wait"]], "changed"]);
});

function hashed(graph: Graph, hash: string, others: Record<string, string> = {}): Graph {
  const turns = Object.entries(graph.turns).map(([id, turn]) => [id, { ...turn, hash: others[id] ?? hash }]);
  return { ...graph, turns: Object.fromEntries(turns) };
}
