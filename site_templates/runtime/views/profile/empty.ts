/** Nothing answered yet: an invitation, with an example of what will be here. */

import type { Unit } from "../../course/page_data.gen";
import type { Titles } from "../../course/titles";
import { thousandths } from "../../learning/derived";
import { estimate } from "../../learning/estimate";
import type { StrandEstimate } from "../../record/schema";
import { make } from "../../ui/dom";
import { level } from "../../ui/numbers";
import { band } from "./band";
import { explained } from "./explained";
import { key } from "./key";
import type { Group } from "./rows";
import { stateMark } from "./state_marks";
import { say, sayCount } from "./words";

/** Invite to the first question. */
export function invitation(titles: Titles, groups: readonly Group[], cutMilli: number): HTMLElement {
  const first = titles.units.find(({ items }) => items.length > 0);
  return make(
    "div",
    "imr-empty",
    make("h2", "", say("empty_title")),
    make("p", "imr-lead", say("empty_text")),
    ...(first ? [beginWith(first)] : []),
    ...placement(),
    example(cutMilli),
    key(cutMilli),
    waiting(groups),
  );
}

function beginWith(unit: Unit): HTMLElement {
  const link = make("a", "imr-button", say("empty_begin"));
  link.href = unit.href;
  const note = `${unit.title} · ${say("minutes", { minutes: unit.minutes })}`;
  return make("p", "imr-start", link, make("span", "imr-start-note", note));
}

/** Offer the placement check; a course with few questions has none, so it is looked for in the footer. */
function placement(): HTMLElement[] {
  const door = document.querySelector<HTMLAnchorElement>('footer a[href$="placement.html"]');
  if (!door) return [];
  const link = make("a", "", say("empty_placement"));
  link.href = door.href;
  return [make("p", "", link)];
}

function example(cutMilli: number): HTMLElement {
  const numbers = exampleNumbers(cutMilli);
  const range = say("range", { low: level(numbers.lowMilli), high: level(numbers.highMilli) });
  const figures = make("div", "imr-figures", make("strong", "", level(numbers.meanMilli)), make("span", "", range));
  figures.append(make("span", "", sayCount("answers", numbers.n)));
  const title = make("figcaption", "", say("empty_example"));
  const state = make("div", "imr-strand-state", stateMark(numbers.state));
  const drawing = make("div", "imr-strand-band", band(numbers, cutMilli, 2));
  const name = make("p", "imr-offer-title", say("empty_example_row"));
  return make(
    "figure",
    "imr-example",
    title,
    name,
    make("div", "imr-strand", drawing, state, figures),
    ...explained("states", "how_states"),
  );
}

/** What 16 of 18 points from three units give. */
function exampleNumbers(cutMilli: number): StrandEstimate {
  const [points, n] = [16, 18];
  const { mean, low, high, probability } = estimate(points, n, cutMilli / 1000);
  return {
    state: "not-enough-evidence",
    n,
    units: 3,
    sumMilli: points * 1000,
    effectiveMilli: n * 1000,
    meanMilli: thousandths(mean),
    lowMilli: thousandths(low),
    highMilli: thousandths(high),
    probabilityMilli: thousandths(probability),
    superseded: 0,
    lastEvidenceAt: null,
    missedHarmItems: [],
  };
}

function waiting(groups: readonly Group[]): HTMLElement {
  const total = groups.reduce((sum, { rows }) => sum + rows.length, 0);
  const lists = groups.map((group) =>
    make(
      "div",
      "",
      make("h3", "", group.title),
      make("ul", "", ...group.rows.map(({ title }) => make("li", "", title))),
    ),
  );
  const summary = make("summary", "", say("empty_waiting", { total }));
  return make("details", "imr-how imr-waiting", summary, make("div", "imr-waiting-groups", ...lists));
}
