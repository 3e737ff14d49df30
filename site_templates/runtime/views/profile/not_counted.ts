/** What does not count, listed beside the profile: answers that were taken back, and entries that the key contradicts. */

import type { Titles } from "../../course/titles";
import type { Voided } from "../../learning/voided";
import { make } from "../../ui/dom";
import { day, say, sayCount } from "./words";

/** `disagreeing`: how many entries say something else than the key of the course. */
export interface NotCounted {
  readonly voided: readonly Voided[];
  readonly disagreeing: number;
}

/** Return the lists under a heading of this level, or nothing where everything counts. */
export function notCounted({ voided, disagreeing }: NotCounted, titles: Titles, heading: "h2" | "h3"): HTMLElement[] {
  const lists = [
    ...(disagreeing > 0 ? [make("p", "", sayCount("disagreeing", disagreeing))] : []),
    ...(voided.length > 0 ? takenBack(voided, titles) : []),
  ];
  if (lists.length === 0) return [];
  return [make("section", "imr-not-counted", make(heading, "", say("not_counted")), ...lists)];
}

function takenBack(voided: readonly Voided[], titles: Titles): HTMLElement[] {
  const lines = voided.map((one) => make("li", "", lineOf(one, titles)));
  return [make("p", "", sayCount("voided", voided.length)), make("ul", "", ...lines)];
}

function lineOf({ of, at, isSafetyMiss }: Voided, titles: Titles): string {
  const values = { what: nameOf(of, titles), date: day(at) };
  return say(isSafetyMiss ? "voided_safety" : "voided_one", values);
}

/** Name what was answered by its unit or its talk, and by its id, by which a supervisor finds it. */
function nameOf(of: string, titles: Titles): string {
  const [first = ""] = of.split("/", 1);
  const unit = titles.units.find(({ items, ratings }) => items.includes(of) || ratings.some(({ id }) => id === first));
  const title = unit?.title ?? titles.dialogues.find(({ id }) => id === first)?.title;
  return title === undefined ? of : `${title} (${of})`;
}
