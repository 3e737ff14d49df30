/**
 * How often the placement check finds what is weakest: trainers with known levels answer made-up questions.
 *
 * `node FILE TRAINERS guessing|not-guessing` prints what came out as JSON; bench/simulate_placement.py calls it.
 */

import type { Question } from "../site_templates/runtime/placement/next_question";
import { answered, nextQuestion } from "../site_templates/runtime/placement/next_question";
import type { Suggested, Sureness } from "../site_templates/runtime/placement/suggestion";
import { isStable, MOST_QUESTIONS, suggest } from "../site_templates/runtime/placement/suggestion";
import type { Belief } from "../site_templates/runtime/placement/weakest";
import { SUGGESTED } from "../site_templates/runtime/placement/weakest";

const COMPETENCIES = 12;
const QUESTIONS_EACH = 30;
const ON_TWO = 0.25; // of the questions
const OPTIONS = 3;
const LOOKED_AT = [24, MOST_QUESTIONS];

// levels in logits: the mean and spread of trainers, the spread within a trainer, and of questions
const MEAN = 0.8;
const BETWEEN = 0.5;
const WITHIN = 1;
const DIFFICULTY = 0.7;

type Draw = () => number;

interface Trainer {
  readonly levels: ReadonlyMap<string, number>;
  readonly weakest: ReadonlySet<string>;
}

interface Asked {
  readonly question: Question;
  readonly difficulty: number;
}

type Choose = (bank: readonly Asked[], asked: readonly Asked[], beliefs: ReadonlyMap<string, Belief>) => Asked;

/** What is suggested after so many questions; the last entry of each says whether it is truly among the weakest. */
interface Row {
  readonly form: string;
  readonly questions: number;
  readonly isStable: boolean;
  readonly suggested: readonly { readonly chance: number; readonly sureness: Sureness; readonly isWeakest: boolean }[];
}

function simulate(trainers: number, isGuessing: boolean): readonly Row[][] {
  return Array.from({ length: trainers }, (_, number) => {
    const draw = drawing(number);
    const trainer = trainerOf(draw);
    const bank = bankOf(draw);
    const forms = { adaptive: adaptive(number), fixed };
    return Object.entries(forms).flatMap(([form, choose]) =>
      sit(form, trainer, bank, choose, drawing(~number), isGuessing),
    );
  });
}

/** Let a trainer answer all questions, and give what was suggested at some moments, and when it was stable first. */
function sit(
  form: string,
  trainer: Trainer,
  bank: readonly Asked[],
  choose: Choose,
  draw: Draw,
  isGuessing: boolean,
): Row[] {
  const beliefs = new Map<string, Belief>([...trainer.levels.keys()].map((name) => [name, { points: 0, answers: 0 }]));
  const asked: Asked[] = [];
  const rows: Row[] = [];
  while (asked.length < MOST_QUESTIONS) {
    const next = choose(bank, asked, beliefs);
    asked.push(next);
    const points = answerTo(next, trainer, draw, isGuessing);
    for (const name of next.question.competencies) beliefs.set(name, answered(beliefs.get(name)!, points));
    const suggested = suggest(beliefs);
    const isFirstStable = isStable(suggested) && !rows.some((row) => row.isStable);
    if (isFirstStable || LOOKED_AT.includes(asked.length)) rows.push(rowOf(form, asked.length, suggested, trainer));
  }
  return rows;
}

function rowOf(form: string, questions: number, suggested: readonly Suggested[], { weakest }: Trainer): Row {
  return {
    form,
    questions,
    isStable: isStable(suggested),
    suggested: suggested.map(({ competency, chance, sureness }) => ({
      chance,
      sureness,
      isWeakest: weakest.has(competency),
    })),
  };
}

function adaptive(seed: number): Choose {
  return (bank, asked, beliefs) => {
    const gone = new Set(asked);
    const open = bank.filter((one) => !gone.has(one));
    const standing = {
      beliefs,
      open: open.map(({ question }) => question),
      asked: asked.map(({ question }) => question),
      seed,
    };
    const next = nextQuestion(standing);
    return open.find(({ question }) => question === next)!;
  };
}

/** The form that many courses use: every competency in turn. */
const fixed: Choose = (bank, asked) =>
  bank[(asked.length % COMPETENCIES) * QUESTIONS_EACH + Math.floor(asked.length / COMPETENCIES)]!;

function trainerOf(draw: Draw): Trainer {
  const own = MEAN + BETWEEN * normal(draw);
  const levels = new Map(names().map((name) => [name, own + WITHIN * normal(draw)]));
  const weakest = [...levels].sort(([, a], [, b]) => a - b).slice(0, SUGGESTED);
  return { levels, weakest: new Set(weakest.map(([name]) => name)) };
}

function bankOf(draw: Draw): Asked[] {
  return names().flatMap((name) =>
    Array.from({ length: QUESTIONS_EACH }, (_, number) => {
      const other = names()[Math.floor(draw() * COMPETENCIES)]!;
      const competencies = draw() < ON_TWO && other !== name ? [name, other] : [name];
      const question = { id: `${name}-${number}`, unit: `${name}-${number % 3}`, competencies, isUnseen: true };
      return { question, difficulty: DIFFICULTY * normal(draw) };
    }),
  );
}

/** Return 1 or 0: a question on two competencies asks for the middle of both. */
function answerTo({ question, difficulty }: Asked, { levels }: Trainer, draw: Draw, isGuessing: boolean): number {
  const level = question.competencies.reduce((sum, name) => sum + levels.get(name)!, 0) / question.competencies.length;
  const knows = 1 / (1 + Math.exp(difficulty - level));
  return draw() < (isGuessing ? knows + (1 - knows) / OPTIONS : knows) ? 1 : 0;
}

function names(): string[] {
  return Array.from({ length: COMPETENCIES }, (_, number) => `C${number}`);
}

function normal(draw: Draw): number {
  return Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw());
}

/** The generator mulberry32, drawing between 0 and 1. */
function drawing(seed: number): Draw {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const [, , trainers = "1000", guessing = "not-guessing"] = process.argv;
console.log(JSON.stringify(simulate(Number(trainers), guessing === "guessing")));
