import assert from "node:assert/strict";
import test from "node:test";
import type { Competency } from "../course/plan";
import type { Beliefs, Candidates, Question } from "../placement/next_question";
import { expectedChanges, nextQuestion } from "../placement/next_question";
import { questionsOn } from "../placement/questions";
import { isStable, singlesOut, suggest } from "../placement/suggestion";

const NAMES = ["ACT1", "CBT1", "CBT2", "GOA2", "SKL2", "SOC1"];

/** Every competency with 3 of 4 points, except for the changes. */
function beliefs(changes: Readonly<Record<string, readonly [number, number]>> = {}): Beliefs {
  return new Map(
    NAMES.map((name) => {
      const [points, answers] = changes[name] ?? [3, 4];
      return [name, { points, answers }];
    }),
  );
}

function question(id: string, competencies: readonly string[], changes: Partial<Question> = {}): Question {
  return { id, unit: "unit", competencies, isUnseen: true, ...changes };
}

function choose(changes: Partial<Candidates>): string | undefined {
  return nextQuestion({ beliefs: beliefs(), open: [], asked: [], seed: 1, ...changes })?.id;
}

const ON_EACH = NAMES.map((name) => question(`on-${name}`, [name]));

test("while something was never asked about, only that is", () => {
  const held = beliefs({ SOC1: [0, 0] });
  assert.equal(choose({ beliefs: held, open: ON_EACH }), "on-SOC1");
});

test("what is surely weak and what is surely not are asked about last", () => {
  const held = beliefs({ ACT1: [0, 12], CBT1: [12, 12], CBT2: [1, 2], GOA2: [1, 2] });
  assert.ok(["on-CBT2", "on-GOA2"].includes(choose({ beliefs: held, open: ON_EACH }) ?? ""));
  const changes = expectedChanges(held);
  assert.ok(changes.get("CBT2")! > 5 * changes.get("ACT1")! && changes.get("CBT2")! > 5 * changes.get("CBT1")!);
});

test("of questions that would change as much an unseen one comes first, then one on a single competency", () => {
  const onTwo = question("on-two", ["ACT1", "CBT1"]);
  assert.equal(choose({ open: [onTwo, question("seen", ["ACT1"], { isUnseen: false })] }), "on-two");
  assert.equal(choose({ open: [onTwo, question("one", ["ACT1"])] }), "one");
});

test("of equal questions that of the unit asked least comes first", () => {
  const asked = [question("before", ["ACT1"], { unit: "first" })];
  const open = [question("here", ["ACT1"], { unit: "first" }), question("there", ["ACT1"], { unit: "second" })];
  for (let seed = 0; seed < 10; seed++) assert.equal(choose({ asked, open, seed }), "there");
});

test("what is equal in every way is settled by the seed, the same each time", () => {
  const open = Array.from({ length: 10 }, (_, number) => question(`q-${number}`, ["ACT1"]));
  const chosen = Array.from({ length: 20 }, (_, seed) => choose({ open, seed }));
  assert.ok(new Set(chosen).size > 3);
  assert.deepEqual(
    chosen,
    Array.from({ length: 20 }, (_, seed) => choose({ open: [...open].reverse(), seed })),
  );
});

test("with nothing open there is no next question", () => {
  assert.equal(choose({}), undefined);
});

test("the lowest are suggested, the likeliest first, each with how sure it is", () => {
  const found = suggest(beliefs({ CBT2: [0, 6], SKL2: [1, 6], ACT1: [2, 5] }));
  assert.deepEqual(
    found.map(({ competency }) => competency),
    ["CBT2", "SKL2", "ACT1"],
  );
  assert.deepEqual(
    found.map(({ sureness }) => sureness),
    ["likely", "likely", "fairly-likely"],
  );
});

test("few answers are a first guess, however large the chance", () => {
  const surenessAfter = (answers: number) => suggest(beliefs({ CBT2: [0, answers] }))[0]?.sureness;
  assert.deepEqual([1, 2, 3, 4].map(surenessAfter), ["guess", "fairly-likely", "fairly-likely", "likely"]);
});

test("answers that are all alike single out nothing", () => {
  assert.equal(singlesOut(suggest(beliefs())), false);
  assert.equal(singlesOut(suggest(beliefs({ CBT2: [0, 6] }))), true);
});

test("a suggestion is stable when hardly anything could change it, and not before", () => {
  const clear = {
    CBT2: [0, 10],
    SKL2: [0, 10],
    ACT1: [0, 10],
    CBT1: [10, 10],
    GOA2: [10, 10],
    SOC1: [10, 10],
  } as const;
  assert.equal(isStable(suggest(beliefs(clear))), true);
  assert.equal(isStable(suggest(beliefs({ ...clear, CBT1: [1, 8] }))), false);
  assert.equal(isStable(suggest(beliefs({ ...clear, CBT2: [0, 3] }))), false);
  assert.equal(isStable(suggest(beliefs())), false);
});

const ASKED: readonly Competency[] = [
  { id: "A1", strand: "judgement" },
  { id: "A2", strand: "knowledge" },
];

function item(level: "know" | "judge", ...competencies: string[]): Parameters<typeof questionsOn>[0]["items"][string] {
  return { hash: "", competencies, level, unit: "unit", harm: false };
}

test("a question is asked for the competencies of the check in its own strand, and otherwise not at all", () => {
  const items = {
    both: item("judge", "A1", "A2", "B1"),
    known: item("know", "A1", "A2"),
    other: item("know", "A1", "B1"),
  };
  assert.deepEqual(
    questionsOn({ items }, ASKED).map(({ id, competencies }) => [id, ...competencies]),
    [
      ["both", "A1"],
      ["known", "A2"],
    ],
  );
});
