/** Keys and answers of items, as the page and the record carry them. */

import type { Key } from "../course/page_data.gen";

export type { BestWorstKey, ChooseKey, Key, MatchKey, OrderKey } from "../course/page_data.gen";

/** Ids of the options chosen, or of the steps in the order given. */
export type Ids = readonly string[];

/** The target given to each card, or the reply given to each end; what was left open is absent. */
export type Pairs = Readonly<Record<string, string>>;

export type Answer = Ids | Pairs;

export function isIds(answer: Answer): answer is Ids {
  return Array.isArray(answer);
}

/** Say whether two lists hold the same ids, each once. */
export function isSameSet(one: Ids, other: Ids): boolean {
  return one.length === other.length && new Set(other).size === other.length && one.every((id) => other.includes(id));
}

/** Say whether an answer has the shape that the key asks for. */
export function fits(key: Key, answer: Answer): boolean {
  return isIds(answer) === (key.kind === "choose" || key.kind === "order");
}
