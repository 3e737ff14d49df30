/** Which question to ask next: the one whose answer would change the suggestion most. */

import { shuffled } from "../learner/shuffle";
import type { Belief } from "./weakest";
import { chancesToBeWeakest, expectedPoints } from "./weakest";

/** A question that may be asked; `competencies` are those of the check. `isUnseen`: never answered, not only long ago. */
export interface Question {
  readonly id: string;
  readonly unit: string;
  readonly competencies: readonly string[];
  readonly isUnseen: boolean;
}

export type Beliefs = ReadonlyMap<string, Belief>;

/** What a check knows when it chooses. `asked`: the questions of this check. `seed` settles what is equal. */
export interface Candidates {
  readonly beliefs: Beliefs;
  readonly open: readonly Question[];
  readonly asked: readonly Question[];
  readonly seed: number;
}

const EQUAL = 1e-9;

/**
 * Choose the next question; undefined when none is open.
 *
 * At first every competency is asked about once. Among questions that would change as much,
 * unseen ones come first, then those on one competency only, then those of the unit asked least.
 */
export function nextQuestion(candidates: Candidates): Question | undefined {
  const changes = expectedChanges(candidates.beliefs);
  const change = ({ competencies }: Question): number => mean(competencies.map((name) => changes.get(name) ?? 0));
  const most = largest(firstRound(candidates), change);
  const unseen = largest(most, ({ isUnseen }) => (isUnseen ? 1 : 0));
  // an answer to a question on several competencies does not say which of them it was
  const clearest = largest(unseen, ({ competencies }) => -competencies.length);
  const spread = largest(clearest, ({ unit }) => -candidates.asked.filter((asked) => asked.unit === unit).length);
  const [first] = shuffled(
    spread.map(({ id }) => id),
    candidates.seed,
  );
  return spread.find(({ id }) => id === first);
}

/**
 * Return for each competency how much of the suggestion one more answer on it is expected to change.
 *
 * It is Σ P(answer) · ½ Σ |chance after − chance before|: half the sum, because what one
 * competency gains in chance the others lose.
 */
export function expectedChanges(beliefs: Beliefs): ReadonlyMap<string, number> {
  const names = [...beliefs.keys()];
  const held = [...beliefs.values()];
  const before = chancesToBeWeakest(held);
  const changeAfter = (place: number, points: number): number => {
    const after = chancesToBeWeakest(
      held.map((belief, other) => (other === place ? answered(belief, points) : belief)),
    );
    return after.reduce((sum, chance, other) => sum + Math.abs(chance - before[other]!), 0) / 2;
  };
  return new Map(
    names.map((name, place) => {
      const right = expectedPoints(held[place]!);
      return [name, right * changeAfter(place, 1) + (1 - right) * changeAfter(place, 0)];
    }),
  );
}

/** Return a belief after one more answer. */
export function answered({ points, answers }: Belief, more: number): Belief {
  return { points: points + more, answers: answers + 1 };
}

/** Return the questions on competencies without any answer; when there is none left, all that are open. */
function firstRound({ open, beliefs }: Candidates): readonly Question[] {
  const fresh = open.filter(({ competencies }) => competencies.some((name) => beliefs.get(name)?.answers === 0));
  return fresh.length > 0 ? fresh : open;
}

function largest<T>(found: readonly T[], size: (one: T) => number): readonly T[] {
  const sizes = found.map(size);
  const most = Math.max(...sizes);
  return found.filter((_, place) => sizes[place]! > most - EQUAL);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
