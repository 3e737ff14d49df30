/** The way through a lesson: its places in their order, one of which is shown. */

import { all, need, needValue } from "../ui/dom";

/** A step, or a question of a step; `said` is what is above it. */
export interface Place {
  readonly element: HTMLElement;
  readonly step: HTMLElement;
  readonly anchor: string;
  readonly hash: string;
  readonly title: string;
  readonly said: string;
}

/** Return the places of the lesson on the page, without questions that are left out. */
export function placesInOrder(): readonly Place[] {
  return all(document, ".imr-lesson-step").flatMap((step) => placesIn(step));
}

/** Find the place that holds an element; of a step with questions that is the first, unless one holds it. */
export function placeOf(places: readonly Place[], element: Node | null): Place | undefined {
  return places.find((place) => place.element.contains(element)) ?? places.find(({ step }) => step.contains(element));
}

/** Show a place, hide all others so that a search of the page finds them, and say where it is. */
export function show(places: readonly Place[], here: Place): void {
  const hideable = [
    ...places.map(({ element }) => element),
    ...all(document, ".imr-lesson-step, .imr-lesson-step .imr-case"),
  ];
  // only what changes is written: each write costs the browser a look at what it means
  for (const element of hideable) {
    const hidden = element.contains(here.element) ? null : "until-found";
    if (element.getAttribute("hidden") === hidden) continue;
    if (hidden === null) element.removeAttribute("hidden");
    else element.setAttribute("hidden", hidden);
  }
  const bar = need(document, ".imr-step-bar");
  const links = need(document, ".imr-step-ways");
  const at = places.indexOf(here);
  bar.hidden = links.hidden = false;
  need(bar, "[data-role=place]").textContent = here.said;
  for (const link of all(bar, "a")) {
    if (link.getAttribute("href") === `#${here.step.dataset["anchor"]}`) link.setAttribute("aria-current", "step");
    else link.removeAttribute("aria-current");
  }
  lead(need(links, "[data-role=back]"), places[at - 1]);
  lead(need(links, "[data-role=on]"), places[at + 1]);
  need(links, "[data-role=on-title]").textContent = places[at + 1]?.title ?? "";
}

/** Show everything; the end of a set only if it has been reached. */
export function showWhole(): void {
  for (const element of all(document, "[hidden=until-found]")) {
    element.hidden = element.matches(".imr-bank-end:not([data-reached])");
  }
  need(document, ".imr-step-ways").hidden = true;
}

function lead(link: HTMLAnchorElement, to: Place | undefined): void {
  link.hidden = !to;
  if (to) link.href = `#${to.anchor}`;
}

function placesIn(step: HTMLElement): Place[] {
  const said = needValue(step, "places").split("\n");
  const questions = all(step, "[data-module=item]");
  const places = questions.map((element, number) => ({
    element,
    step,
    anchor: element.id,
    hash: needValue(element, "hash"),
    title: need(element, ".imr-item-number").textContent ?? "",
    said: said[number] ?? "",
  }));
  const end = step.querySelector<HTMLElement>(".imr-bank-end");
  if (end && questions.length > 1) {
    const title = need(end, "[data-role=end-heading]").textContent ?? "";
    places.push({ element: end, step, anchor: end.id, hash: "", title, said: said[questions.length] ?? "" });
  }
  const shown = places.filter(({ element }) => !element.hasAttribute("data-left-out"));
  return shown.length > 0 ? shown : [wholeStep(step, said[0] ?? "")];
}

function wholeStep(step: HTMLElement, said: string): Place {
  const { anchor = "", hash = "", title = "" } = step.dataset;
  return { element: step, step, anchor, hash, title, said };
}
