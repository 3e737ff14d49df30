/** Credit for one response, in whole thousandths. The same rules are in `course/learning/scoring.py`. */

import { bestWorstMilli, flawOfEnds, isMostChosen } from "./best_worst";
import type { Answer, BestWorstKey, ChooseKey, Ids, Key, MatchKey, OrderKey, Pairs } from "./key";
import { fits, isIds, isSameSet } from "./key";
import { milli } from "./thousandths";

/** How much of a response is right; `besides` counts what was chosen and does not fit. */
export interface Tally {
  readonly right: number;
  readonly of: number;
  readonly besides: number;
}

/** Return the credit, 0 to 1000, that a response earns. */
export function creditMilli(key: Key, answer: Answer): number {
  const { right, of, besides } = tally(key, answer);
  switch (key.kind) {
    case "choose":
      return milli(right - besides, of);
    case "order":
      return aboveChance(right, of, key.steps.length);
    case "match":
      return key.allOrNothing ? milli(right === of ? 1 : 0, 1) : aboveChance(right, of, key.targets);
    case "best-worst":
      return bestWorstMilli(key, endOf(answer, "best"), endOf(answer, "worst"));
  }
}

/** Count what is right in a response: keys found, steps that follow the right one, cards matched, ends found. */
export function tally(key: Key, answer: Answer): Tally {
  const flaw = flawOf(key);
  if (flaw) throw new Error(`no credit can be given: ${flaw}`);
  if (!fits(key, answer)) throw new Error(`the response is not one to ${key.kind}`);
  if (key.kind === "best-worst") return tallyEnds(key, answer);
  if (key.kind === "match") return tallyMatch(key, answer as Pairs);
  return key.kind === "choose" ? tallyChoose(key, answer as Ids) : tallyOrder(key, answer as Ids);
}

function tallyChoose({ keys }: ChooseKey, picked: Ids): Tally {
  const chosen = new Set(picked);
  const right = keys.filter((id) => chosen.has(id)).length;
  return { right, of: keys.length, besides: chosen.size - right };
}

function tallyOrder({ steps }: OrderKey, given: Ids): Tally {
  const of = steps.length - 1;
  // what lacks or repeats a step is no order
  if (!isSameSet(steps, given)) return { right: 0, of, besides: 0 };
  const right = steps.slice(1).filter((step, i) => given[given.indexOf(step) - 1] === steps[i]).length;
  return { right, of, besides: 0 };
}

function tallyMatch({ pairs }: MatchKey, given: Pairs): Tally {
  const cards = Object.keys(pairs);
  const right = cards.filter((card) => given[card] === pairs[card]).length;
  return { right, of: cards.length, besides: 0 };
}

function tallyEnds(key: BestWorstKey, answer: Answer): Tally {
  const right = (["best", "worst"] as const).filter((end) => isMostChosen(key[end], endOf(answer, end)));
  return { right: right.length, of: 2, besides: 0 };
}

/** Return the reply that was picked as the best or the worst. */
export function endOf(answer: Answer, end: "best" | "worst"): string | null {
  return isIds(answer) ? null : (answer[end] ?? null);
}

/** Rescale a share so that guessing among `ways` earns nothing on average: (share − 1/ways) / (1 − 1/ways). */
function aboveChance(right: number, of: number, ways: number): number {
  return milli(right * ways - of, of * (ways - 1));
}

function flawOf(key: Key): string | undefined {
  switch (key.kind) {
    case "choose":
      return chooseFlaw(key);
    case "order":
      return key.steps.length < 2 || repeats(key.steps) ? "steps must be at least two, each once" : undefined;
    case "match":
      return matchFlaw(key);
    case "best-worst":
      return flawOfEnds(key);
  }
}

function chooseFlaw({ keys, many, options }: ChooseKey): string | undefined {
  if (options < 2 || keys.length > options) return "options must be at least two, and hold the keys";
  if (keys.length === 0 || repeats(keys)) return "there must be a key, each once";
  return !many && keys.length > 1 ? "a single choice has one key" : undefined;
}

function matchFlaw({ pairs, targets }: MatchKey): string | undefined {
  const used = new Set(Object.values(pairs));
  if (used.size === 0) return "there must be a card";
  return targets < 2 || used.size > targets ? "targets must be at least two, and hold those used" : undefined;
}

function repeats(ids: Ids): boolean {
  return new Set(ids).size < ids.length;
}
