/** What a check suggests: the few competencies that are most likely the weakest, and how sure that is. */

import type { Beliefs } from "./next_question";
import type { Belief } from "./weakest";
import { chancesToBeWeakest, expectedPoints, SUGGESTED } from "./weakest";

/** The most questions of a check. */
export const MOST_QUESTIONS = 48;

/** After so many questions a check shows its first suggestion, and offers to go on for a surer one. */
export const FIRST_QUESTIONS = 12;

/** Return how many questions are ahead at most, for the question with this number. */
export function mostFor(number: number): number {
  return number <= FIRST_QUESTIONS ? FIRST_QUESTIONS : MOST_QUESTIONS;
}

/** A suggestion is stable when each is likely, and so many of them are expected to be among the weakest. */
const STABLE = 0.9 * SUGGESTED;

const LIKELY = 0.8;
const FAIRLY_LIKELY = 0.5;
// one wrong answer makes a large chance, and is not worth mentioning
const ANSWERS_FOR_LIKELY = 4;
const ANSWERS_FOR_FAIRLY_LIKELY = 2;

export type Sureness = "likely" | "fairly-likely" | "guess";

/** `chance` is the chance to be among the weakest. */
export interface Suggested {
  readonly competency: string;
  readonly belief: Belief;
  readonly chance: number;
  readonly sureness: Sureness;
}

/** Suggest the competencies to begin with, the likeliest first; of equally likely ones the lowest, then the first. */
export function suggest(beliefs: Beliefs): readonly Suggested[] {
  const chances = chancesToBeWeakest([...beliefs.values()]);
  const all = [...beliefs].map(([competency, belief], place) => {
    const chance = chances[place]!;
    return { competency, belief, chance, sureness: surenessOf(chance, belief) };
  });
  return all
    .sort((a, b) => b.chance - a.chance || expectedPoints(a.belief) - expectedPoints(b.belief))
    .slice(0, SUGGESTED);
}

/** Say whether more questions would hardly change what is suggested. */
export function isStable(suggested: readonly Suggested[]): boolean {
  const expected = suggested.reduce((sum, { chance }) => sum + chance, 0);
  return expected >= STABLE && suggested.every(({ sureness }) => sureness === "likely");
}

/** Say whether the answers single out anything: without any answer, or with all alike, they do not. */
export function singlesOut(suggested: readonly Suggested[]): boolean {
  return suggested.some(({ chance }) => chance >= FAIRLY_LIKELY);
}

function surenessOf(chance: number, { answers }: Belief): Sureness {
  if (chance >= LIKELY && answers >= ANSWERS_FOR_LIKELY) return "likely";
  return chance >= FAIRLY_LIKELY && answers >= ANSWERS_FOR_FAIRLY_LIKELY ? "fairly-likely" : "guess";
}
