/** How a whole round compares: counted, and where to look first. */

import type { Round } from "../../learner/rounds";
import { day } from "../../ui/days";
import { make } from "../../ui/dom";
import { say, sayCount } from "../words";
import { difference } from "./compared";
import type { ElementParts, RatingParts } from "./parts";

const FAR = 2;

/** Show the outcome; its heading is returned, to take the focus. */
export function showOutcome({ outcome, elements }: RatingParts, round: Round): HTMLElement {
  const title = make("h3", "imr-part-title", make("span", "", say("rating_outcome")));
  title.tabIndex = -1;
  const counts = countsOf(elements, round).map(({ words }) => make("li", "", words));
  const far = elements.filter((element) => distance(element, round) >= FAR);
  outcome.replaceChildren(
    title,
    make("p", "", say("rating_given", { date: day(round.at) }), ...(round.isCold ? [] : [" ", say("rating_practice")])),
    make("ul", "imr-compared-counts", ...counts),
    ...(far.length > 0 ? [make("p", "imr-far-head", say("rating_far")), farList(far, round)] : []),
  );
  return title;
}

/** Say the outcome in one sentence, for the status line. */
export function outcomeStatus(elements: readonly ElementParts[], round: Round): string {
  const counts = countsOf(elements, round).map(({ words }) => words);
  return `${say("rating_outcome")}: ${counts.join(", ")}.`;
}

function countsOf(elements: readonly ElementParts[], round: Round): { words: string }[] {
  const count = (least: number, most: number): number =>
    elements.filter((element) => distance(element, round) >= least && distance(element, round) <= most).length;
  return [
    { count: count(0, 0), key: "rating_count_same" as const },
    { count: count(1, 1), key: "rating_count_near" as const },
    { count: count(FAR, Infinity), key: "rating_count_far" as const },
  ].flatMap(({ count: found, key }) => (found > 0 ? [{ words: sayCount(key, found) }] : []));
}

function distance({ id, reference }: ElementParts, { values }: Round): number {
  return Math.abs((values.get(id) ?? reference) - reference);
}

function farList(far: readonly ElementParts[], round: Round): HTMLElement {
  const links = far.map(({ root, id, number, name, reference, legend }) => {
    const link = make("a", "", say("rating_element", { number, name }));
    link.href = `#${root.id}`;
    link.addEventListener("click", (event) => {
      event.preventDefault();
      legend.focus({ preventScroll: true });
      root.scrollIntoView({ block: "start" });
    });
    return make("li", "", link, ` (${difference(round.values.get(id) ?? reference, reference)})`);
  });
  return make("ul", "imr-far", ...links);
}
