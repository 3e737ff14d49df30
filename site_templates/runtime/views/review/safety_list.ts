/** Safety questions to put right, each by name and with the way to it. */

import type { Titles } from "../../course/titles";
import { placeOf } from "../../course/titles";
import type { HarmAnswer } from "../../learning/evidence";
import { DAY } from "../../record/moments";
import { day } from "../../ui/days";
import { make } from "../../ui/dom";
import { linkTo } from "../../ui/link";
import { say, sayCount } from "./words";

/** How many stand open; who missed more must still see the next step on the first screen. */
const SHOWN = 3;

type Missed = Pick<HarmAnswer, "item" | "at">;

/** Return what was missed, in a sentence and a list whose end is folded; `base` is the way to the root of the site. */
export function safetyParts(missed: readonly Missed[], titles: Titles, base: string, now: number): HTMLElement[] {
  const entries = missed.map((answer) => entry(answer, titles, base, now));
  // what is folded is worth folding
  const shown = entries.length > SHOWN + 1 ? SHOWN : entries.length;
  const rest = entries.slice(shown);
  return [
    make("p", "", sayCount("safety", missed.length)),
    make("ul", "imr-safety-list", ...entries.slice(0, shown)),
    ...(rest.length > 0 ? [folded(rest)] : []),
  ];
}

function folded(rest: readonly HTMLLIElement[]): HTMLElement {
  const summary = make("summary", "", sayCount("safety_more", rest.length));
  return make("details", "imr-how imr-safety-more", summary, make("ul", "imr-safety-list", ...rest));
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
