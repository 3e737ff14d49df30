/** Safety questions to put right, each by name and with the way to it. */

import type { Titles } from "../../course/titles";
import { placeOf } from "../../course/titles";
import type { HarmAnswer } from "../../learning/evidence";
import { DAY } from "../../learning/evidence";
import { day } from "../../ui/days";
import { make } from "../../ui/dom";
import { linkTo } from "../../ui/link";
import { say, sayCount } from "./words";

type Missed = Pick<HarmAnswer, "item" | "at">;

/** Return what was missed, in a sentence and a list; `base` is the way to the root of the site. */
export function safetyParts(missed: readonly Missed[], titles: Titles, base: string, now: number): HTMLElement[] {
  const list = make("ul", "imr-safety-list", ...missed.map((answer) => entry(answer, titles, base, now)));
  return [make("p", "", sayCount("safety", missed.length)), list];
}

/** A safety question is put right on a later day; days are counted in UTC, as everywhere in a record. */
function entry({ item, at }: Missed, titles: Titles, base: string, now: number): HTMLLIElement {
  const place = placeOf(titles, item);
  const words = titles.safety[item] ?? item;
  const name = place ? linkTo(`${base}/${place.href}`, words) : make("span", "", words);
  const nextDay = (Math.floor(at / DAY) + 1) * DAY;
  const when = nextDay <= now ? [] : [say("safety_from", { date: day(nextDay) })];
  const where = place ? [say("safety_where", { unit: place.unit.title, lesson: place.lesson.title })] : [];
  return make("li", "", name, make("span", "imr-facts", [...where, ...when].join(" · ")));
}
