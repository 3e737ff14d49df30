/** How likely each competency is to be one of the few weakest, given the beliefs about all of them. */

import { incompleteBeta, PRIOR } from "../learning/estimate";

/** Credit earned and answers given; the level then has the posterior of learning/estimate.ts. */
export interface Belief {
  readonly points: number;
  readonly answers: number;
}

/** How many competencies are suggested to begin with. */
export const SUGGESTED = 3;

const STEPS = 32; // stretches between 0 and 1 in which levels are compared

/**
 * Return for each belief the chance that its level is among the `few` lowest.
 *
 * The level lies in each stretch with some chance; there it is among the lowest when fewer than
 * `few` of the others lie lower. Of another one in the same stretch half is taken to lie lower.
 */
export function chancesToBeWeakest(beliefs: readonly Belief[], few = SUGGESTED): number[] {
  const below = beliefs.map(chancesBelow);
  const chances = beliefs.map(() => 0);
  const others = new Others(beliefs.length, few);
  for (let step = 0; step < STEPS; step++) {
    others.take(below, step);
    for (let place = 0; place < chances.length; place++) {
      const isHere = below[place]![step + 1]! - below[place]![step]!;
      chances[place]! += isHere * others.chanceOfFew(place);
    }
  }
  return chances;
}

/** Return what the next answer is expected to earn: the mean of the posterior. */
export function expectedPoints({ points, answers }: Belief): number {
  return (points + PRIOR) / (answers + 2 * PRIOR);
}

const reaches = new Map<string, Float64Array>();

/** Return the chance that the level is below each border between stretches. */
function chancesBelow({ points, answers }: Belief): Float64Array {
  const name = `${points}/${answers}`;
  const known = reaches.get(name);
  if (known) return known;
  const [a, b] = [points + PRIOR, answers - points + PRIOR];
  const reach = Float64Array.from({ length: STEPS + 1 }, (_, border) => incompleteBeta(border / STEPS, a, b));
  reaches.set(name, reach);
  return reach;
}

/**
 * The chances that exactly 0, 1, … `few` − 1 lie lower, of those before each place and of those after it.
 *
 * A check computes this some thousand times for every question, so its rows are made once and filled again.
 */
class Others {
  private readonly before: Float64Array;
  private readonly after: Float64Array;

  constructor(
    private readonly size: number,
    private readonly few: number,
  ) {
    this.before = new Float64Array((size + 1) * few);
    this.after = new Float64Array((size + 1) * few);
    this.before[0] = this.after[size * few] = 1;
  }

  /** Take in who lies lower than a stretch. */
  take(below: readonly Float64Array[], step: number): void {
    for (let place = 0; place < this.size; place++)
      this.fill(this.before, place, place + 1, lower(below[place]!, step));
    for (let place = this.size; place > 0; place--)
      this.fill(this.after, place, place - 1, lower(below[place - 1]!, step));
  }

  /** Return the chance that, besides the one at this place, fewer than `few` lie lower. */
  chanceOfFew(place: number): number {
    const { before, after, few } = this;
    let sum = 0;
    for (let one = 0; one < few; one++) {
      for (let other = 0; one + other < few; other++)
        sum += before[place * few + one]! * after[(place + 1) * few + other]!;
    }
    return sum;
  }

  private fill(rows: Float64Array, from: number, to: number, chance: number): void {
    const { few } = this;
    for (let count = 0; count < few; count++) {
      const oneMore = count > 0 ? rows[from * few + count - 1]! * chance : 0;
      rows[to * few + count] = rows[from * few + count]! * (1 - chance) + oneMore;
    }
  }
}

function lower(below: Float64Array, step: number): number {
  return (below[step]! + below[step + 1]!) / 2;
}
