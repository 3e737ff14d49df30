/** What was assigned, by whom, why and until when; the trainer accepts it, or some of it, or declines. */

import type { Handed } from "../../desk/handing_over";
import { accept, isAssigned } from "../../learner/assigned_work";
import { circumstancesOn } from "../../storage/circumstances";
import { makeButton } from "../../ui/button";
import { make } from "../../ui/dom";
import { download } from "../../ui/downloading";
import { linkTo } from "../../ui/link";
import { report } from "../../ui/mounting";
import { calendarDay } from "../../ui/numbers";
import { announce } from "../../ui/status";
import { dueCalendar } from "../calendar/due";
import { homeAddress } from "../calendar/home_address";
import { unitTitle } from "../desk/units";
import type { LearnerPage } from "../review/learner_page";
import { logIn } from "../review/learner_page";
import type { Offered } from "./offered";
import { say, sayCount } from "./words";

/** Return the assignment with what can be done with it. */
export function offer(page: LearnerPage, handed: Handed, units: readonly Offered[]): HTMLElement[] {
  const past = logIn(page.store.contents);
  const rows = units.map((unit) => rowOf(page, unit, isAssigned(past, unit)));
  const fresh = rows.filter(({ box }) => box !== null);
  const outcome = make("div", "");
  outcome.tabIndex = -1;
  const tell = (...inside: HTMLElement[]): void => {
    outcome.replaceChildren(make("div", "imr-record-outcome", ...inside));
    announce(outcome.textContent ?? "");
  };
  const done = (...inside: HTMLElement[]): void => {
    tell(...inside);
    outcome.focus();
  };
  const take = makeButton("imr-record-button imr-record-main", () => void acceptAll(), say("accept"));
  const leave = makeButton("imr-record-button", () => done(make("p", "", declined(handed))), say("decline"));
  const acceptAll = async (): Promise<void> => {
    const chosen = fresh.filter(({ box }) => box?.checked).map(({ unit }) => takenFrom(unit));
    if (chosen.length === 0) return tell(make("p", "", say("choose")));
    try {
      await page.store.change((contents) => accept(contents, chosen, circumstancesOn(page.course)));
      acts.hidden = true;
      for (const { box } of fresh) if (box) box.disabled = true;
      const home = linkTo(`${page.course.base}/index.html`, say("to_home"));
      const calendar = makeButton("imr-record-button", () => saveDates(page, chosen), say("calendar"));
      done(make("p", "", sayCount("accepted", chosen.length), " ", home), make("p", "", calendar));
    } catch (problem) {
      done(make("p", "", say("not_saved")));
      report(page.root, problem);
    }
  };
  const acts = make("p", "imr-record-field", take, leave);
  acts.hidden = fresh.length === 0;
  return [
    make("h2", "", sayCount("title", units.length, { assigner: handed.assigner ?? say("someone") })),
    ...(handed.date ? [make("p", "imr-facts", say("assigned_on", { date: calendarDay(handed.date) }))] : []),
    make("ul", "imr-plain imr-offered-units", ...rows.map(({ view }) => view)),
    ...(fresh.length === 0 ? [make("p", "", say("nothing_new"))] : [make("p", "", say("what_accepting_means"))]),
    acts,
    outcome,
  ];
}

interface Row {
  readonly unit: Offered;
  readonly view: HTMLLIElement;
  /** What is ticked to take it; null where there is nothing to take. */
  readonly box: HTMLInputElement | null;
}

function rowOf({ course }: LearnerPage, unit: Offered, isKnown: boolean): Row {
  const title = unit.unit?.title ?? unit.unitId;
  const facts = [
    unit.dueDate ? say("due", { date: calendarDay(unit.dueDate) }) : say("no_date"),
    ...(unit.minutes > 0 ? [sayCount("minutes", unit.minutes)] : []),
    ...(unit.unit === undefined ? [say("unknown")] : unit.unit.href === "" ? [say("coming")] : []),
    ...(isKnown ? [say("known")] : []),
  ].join(" · ");
  const about = [
    make("span", "imr-facts", facts),
    ...(unit.reason ? [make("p", "", say("why", { reason: unit.reason }))] : []),
  ];
  if (isKnown || !unit.unit) {
    const name = unit.unit?.href ? linkTo(`${course.base}/${unit.unit.href}`, title) : make("strong", "", title);
    return { unit, view: make("li", "", name, " ", ...about), box: null };
  }
  const box = make("input", "");
  Object.assign(box, { type: "checkbox", defaultChecked: true });
  const label = make("label", "imr-desk-tick", box, make("strong", "", title));
  return { unit, view: make("li", "", label, ...about), box };
}

function takenFrom({ unit: _, ...taken }: Offered): Omit<Offered, "unit"> {
  return taken;
}

function declined({ assigner }: Handed): string {
  return say("declined", { assigner: assigner ?? say("someone") });
}

function saveDates({ course }: LearnerPage, units: readonly Omit<Offered, "unit">[]): void {
  const about = {
    name: say("calendar_name"),
    course: course.id,
    url: homeAddress(course.base),
    now: Date.now(),
    titleOf: (unitId: string) => say("calendar_due", { title: unitTitle(unitId) }),
  };
  download(dueCalendar({ date: null, units }, about));
  announce(say("calendar_saved"));
}
