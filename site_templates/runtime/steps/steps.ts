/** A lesson one step at a time: moving through it, and changing between its steps and the whole page. */

import type { CourseOnPage } from "../course/course_on_page";
import { OPENED } from "../item/events";
import { keepPlace, wantWholePage } from "../storage/places";
import { need } from "../ui/dom";
import { isInSteps, STEPS } from "../ui/in_steps";
import type { Stop } from "../ui/mounting";
import { announce } from "../ui/status";
import { elementAt, opening } from "./beginning";
import type { Place } from "./places";
import { placeOf, placesInOrder, show, showWhole } from "./places";
import { leftAt } from "./resuming";

/** Show a lesson in steps where it is wanted, in a browser whose search finds what is hidden. */
export function mountSteps(course: CourseOnPage): Stop {
  const bar = document.querySelector<HTMLElement>(".imr-step-bar");
  return bar && "onbeforematch" in bar ? new Steps(bar, course).start() : () => {};
}

const HEADINGS = "[data-role=section], [data-role=end-heading], [data-role=case-title], legend, h2, h3";

class Steps {
  private readonly listening = new AbortController();
  /** The place to which the learner was led last; null after a search of the page has opened another. */
  private announced: HTMLElement | null = null;
  private followed: string | null = null;

  constructor(
    private readonly bar: HTMLElement,
    private readonly course: CourseOnPage,
  ) {}

  start(): Stop {
    const { signal } = this.listening;
    window.addEventListener("hashchange", () => this.follow(), { signal });
    document.addEventListener("beforematch", ({ target }) => this.onFound(target as Node), { signal });
    document.addEventListener("click", (event) => this.onClick(event), { signal });
    need(this.bar, "[data-role=switch]").addEventListener("click", () => this.change(), { signal });
    this.bar.hidden = false;
    if (isInSteps()) this.arrive();
    this.press();
    return () => this.listening.abort();
  }

  /** Show where the lesson opens, before the first paint; and give it its address. */
  private arrive(): void {
    const places = placesInOrder();
    const found = opening(places, this.course);
    if (!found) return;
    this.begin(places, found.place);
    this.announced = found.place.element;
    need(this.bar, "[data-role=moved]").hidden = !found.isMoved;
    if (!location.hash && found.place !== places[0]) location.replace(`#${found.place.anchor}`);
  }

  private onClick(event: MouseEvent): void {
    const link = (event.target as Element).closest<HTMLAnchorElement>(".imr-step-bar a, .imr-step-ways a");
    if (!link || !isInSteps() || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    // the second press of a double click would go on from where the first has led
    if (event.detail > 1) return;
    // shown before the address changes, so that the browser has nothing to open and scrolls once
    const { hash } = link;
    this.lead(hash, () => {
      location.hash = hash;
    })?.scrollIntoView();
  }

  /** Go where the address leads, unless a press has led there already. */
  private follow(): void {
    if (!isInSteps() || location.hash === this.followed) return;
    this.lead(location.hash)?.scrollIntoView();
  }

  /** Open the place of an address, say where it is, and return what is to be in view; a new address takes the focus. */
  private lead(address: string, goThere = () => {}): Element | undefined {
    const places = placesInOrder();
    const named = elementAt(address);
    const place = address ? placeOf(places, named) : places[0];
    if (!place) return undefined;
    this.followed = address;
    this.open(places, place);
    const isPlace = !named || [place.anchor, place.step.dataset["anchor"]].includes(named.id);
    const isNew = this.announced !== place.element;
    // all changes come before the address and the focus: each of these makes the browser lay out what has changed
    const heading = isNew && isPlace ? headingOf(place) : undefined;
    if (heading) heading.tabIndex = -1;
    if (isNew) announce(place.said);
    goThere();
    heading?.focus({ preventScroll: true });
    if (isNew) this.keep(places, place);
    this.announced = place.element;
    // what is shown only after an answer, or in a turn to come, cannot be scrolled to
    return isPlace || !named.checkVisibility() ? this.bar : named;
  }

  private onFound(found: Node): void {
    const places = placesInOrder();
    const place = isInSteps() && placeOf(places, found);
    if (!place) return;
    this.open(places, place);
    this.keep(places, place);
    this.announced = this.followed = null;
  }

  private begin(places: readonly Place[], place: Place): void {
    document.documentElement.dataset[STEPS] = "on";
    this.open(places, place);
  }

  private open(places: readonly Place[], place: Place): void {
    show(places, place);
    place.element.dispatchEvent(new CustomEvent(OPENED, { bubbles: true }));
  }

  private keep(places: readonly Place[], place: Place): void {
    keepPlace(this.course.id, this.course.page.lesson, leftAt(places, place));
  }

  /** Change between steps and the whole page, and stay where one is. */
  private change(): void {
    const places = placesInOrder();
    const wantsWhole = isInSteps();
    wantWholePage(wantsWhole);
    if (wantsWhole) {
      const here = shownIn(places);
      delete document.documentElement.dataset[STEPS];
      showWhole();
      if (here !== places[0]) here?.element.scrollIntoView();
    } else {
      const place = opening(places, this.course)?.place;
      if (place) this.begin(places, place);
      this.bar.scrollIntoView();
    }
    this.press();
  }

  private press(): void {
    need(this.bar, "[data-role=switch]").setAttribute("aria-pressed", `${!isInSteps()}`);
  }
}

function shownIn(places: readonly Place[]): Place | undefined {
  return places.find(({ element }) => !element.closest("[hidden]"));
}

/** Find the heading of a place, which takes the focus. */
function headingOf({ element, anchor }: Place): HTMLElement {
  const framed = element.closest(".imr-case");
  const isFirst = framed?.querySelector("[data-module=item]:not([data-left-out])") === element;
  const within = isFirst && framed ? framed : element;
  const named = document.getElementById(anchor);
  return named?.matches("h2, h3") ? named : need(within, HEADINGS);
}
