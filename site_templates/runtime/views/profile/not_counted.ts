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

/** List each thing that was answered once, however often it was; missed safety questions first. */
function takenBack(voided: readonly Voided[], titles: Titles): HTMLElement[] {
  const titleOf = titlesByPart(titles);
  const lines = [true, false].flatMap((isMiss) => {
    const answers = groupedBy(voided.filter(({ isSafetyMiss }) => isSafetyMiss === isMiss));
    return [...answers].map(([of, times]) => {
      const values = { what: nameOf(of, titleOf), date: day(times[times.length - 1]!.at) };
      return make("li", "", sayCount(isMiss ? "voided_safety" : "voided_one", times.length, values));
    });
  });
  return [make("p", "", sayCount("voided", voided.length)), make("ul", "", ...lines)];
}

function groupedBy(voided: readonly Voided[]): ReadonlyMap<string, readonly Voided[]> {
  const found = new Map<string, Voided[]>();
  for (const one of voided) {
    const before = found.get(one.of);
    if (before) before.push(one);
    else found.set(one.of, [one]);
  }
  return found;
}

/** Name what was answered by its unit or its talk, and by its id, by which a supervisor finds it. */
function nameOf(of: string, titleOf: ReadonlyMap<string, string>): string {
  const [first = ""] = of.split("/", 1);
  const title = titleOf.get(of) ?? titleOf.get(first);
  return title === undefined ? of : `${title} (${of})`;
}

/** Return the title of its unit for each item and rating, and its own for each dialogue. */
function titlesByPart({ units, dialogues }: Titles): ReadonlyMap<string, string> {
  const inUnits = units.flatMap(({ title, items, ratings }) =>
    [...items, ...ratings.map(({ id }) => id)].map((id) => [id, title] as const),
  );
  return new Map([...dialogues.map(({ id, title }) => [id, title] as const), ...inUnits]);
}
