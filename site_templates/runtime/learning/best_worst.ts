/**
 * Credit for picking the most and the least helpful of four replies.
 * The same rule is in `course/learning/best_worst.py`.
 *
 * A pick earns the votes for it divided by the votes for the reply that most chose (Charlin).
 * What authors set is a panel of one.
 */

import { milli } from "./thousandths";

const REPLIES = 4;

type Votes = Readonly<Record<string, number>>;

/** For each reply, how many chose it as the most and as the least helpful. */
export interface Ends {
  readonly best: Votes;
  readonly worst: Votes;
}

/**
 * Return the credit, 0 to 1000, of two picks; the same reply picked twice earns nothing.
 *
 * It is half of each pick's share, rescaled so that the mean of all guesses is 0, and floored at 0.
 */
export function bestWorstMilli(ends: Ends, best: string | null, worst: string | null): number {
  const flaw = flawOfEnds(ends);
  if (flaw) throw new Error(`no credit can be given: ${flaw}`);
  if (best === worst) return 0;
  const most = without(ends.best, modes(ends.worst));
  const least = without(ends.worst, modes(ends.best));
  const top = Math.max(...most.values());
  const bottom = Math.max(...least.values());
  const earned = REPLIES * (votesFor(best, most) * bottom + votesFor(worst, least) * top);
  const guessed = sum(most) * bottom + sum(least) * top;
  return milli(earned - guessed, 2 * REPLIES * top * bottom - guessed);
}

/** Say why no credit can be given, if so. */
export function flawOfEnds({ best, worst }: Ends): string | undefined {
  const replies = Object.keys(best);
  const isSame = Object.keys(worst).length === REPLIES && replies.every((reply) => Object.hasOwn(worst, reply));
  if (replies.length !== REPLIES || !isSame) return "there must be votes both ways on four replies";
  const both = [Object.values(best), Object.values(worst)];
  if (both.some((votes) => Math.min(...votes) < 0)) return "votes must not be negative";
  if (both.some((votes) => Math.max(...votes) === 0)) return "there must be a vote both ways";
  const opposite = modes(worst);
  return [...modes(best)].some((reply) => opposite.has(reply)) ? "one reply has the most votes both ways" : undefined;
}

/** Say whether a reply is what most chose, or one of these where votes are equal. */
export function isMostChosen(votes: Votes, reply: string | null): boolean {
  return reply !== null && modes(votes).has(reply);
}

/** Say whether a pick earns anything: someone chose it so, and it is not what most put at the opposite end. */
export function countsFor(ends: Ends, end: keyof Ends, reply: string): boolean {
  const opposite = end === "best" ? ends.worst : ends.best;
  return votesFor(reply, without(ends[end], modes(opposite))) > 0;
}

function votesFor(pick: string | null, votes: ReadonlyMap<string, number>): number {
  return (pick === null ? undefined : votes.get(pick)) ?? 0;
}

function modes(votes: Votes): ReadonlySet<string> {
  const most = Math.max(...Object.values(votes));
  return new Set(Object.keys(votes).filter((reply) => votes[reply] === most));
}

/** Take the votes for what most put at the opposite end away: a pick of it earns nothing. */
function without(votes: Votes, opposite: ReadonlySet<string>): ReadonlyMap<string, number> {
  return new Map(Object.entries(votes).map(([reply, count]) => [reply, opposite.has(reply) ? 0 : count]));
}

function sum(votes: ReadonlyMap<string, number>): number {
  return [...votes.values()].reduce((total, count) => total + count, 0);
}
