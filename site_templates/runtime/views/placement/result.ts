/** Where to begin and why, how sure that is, and in which order to go on. */

import type { Plan, UnitInPlan } from "../../course/plan";
import type { Titles } from "../../course/titles";
import type { PlacementState } from "../../placement/state";
import type { Suggested, Sureness } from "../../placement/suggestion";
import type { Placed } from "../../placement/unit_order";
import { needsOf, readyInOrder, readyOn, singledOut, unitToBegin } from "../../placement/unit_to_begin";
import { day, language } from "../../ui/days";
import { make } from "../../ui/dom";
import { linkTo } from "../../ui/link";
import { points } from "../../ui/numbers";
import { say, sayCount } from "./words";

const SURENESS: readonly Sureness[] = ["likely", "fairly-likely", "guess"];

/** What the result is made from. */
export interface Shown {
  readonly state: PlacementState;
  readonly plan: Plan;
  readonly titles: Titles;
  /** The way from the page to the root of the site. */
  readonly base: string;
  readonly now: number;
}

/** Make the page of the result, without what one can do next. */
export function resultView(shown: Shown): HTMLElement[] {
  const { state, plan } = shown;
  const suggested = singledOut(state.suggested);
  const title = make("h2", "imr-placement-title", say("result_title"));
  title.tabIndex = -1;
  const answers = [...state.beliefs.values()].some((belief) => belief.answers > 0) ? "result_none" : "result_nothing";
  const lead = suggested.length > 0 ? say("result_lead", { total: state.beliefs.size }) : say(answers);
  const date = day(state.check?.finishedAt ?? shown.now);
  const made = make("p", "imr-quiet", sayCount("made_from", state.check?.answered.length ?? 0, { date }));
  const waiting = plan.waiting.map((id) => titleOf(id, shown));
  return [
    title,
    make("p", "imr-lead", lead),
    ...(suggested.length > 0 ? [weakest(suggested, shown)] : []),
    ...orderView(suggested, shown),
    ...(waiting.length > 0 ? [make("p", "imr-quiet", say("waiting", { competencies: listed(waiting) }))] : []),
    make("p", "imr-placement-note", say("starting_point")),
    made,
  ];
}

/** Return the unit to begin with; undefined where none is ready. */
export function firstUnit({ plan, state }: Shown): UnitInPlan | undefined {
  return unitToBegin(plan, state.suggested);
}

/** Name the competencies that no unit teaches yet. */
function untaught(suggested: readonly Suggested[], shown: Shown): HTMLElement[] {
  const ready = shown.plan.units.filter(({ isWritten }) => isWritten);
  const left = suggested.filter(
    ({ competency }) => !ready.some(({ teaches, touches }) => [...teaches, ...touches].includes(competency)),
  );
  if (left.length === 0) return [];
  const competencies = listed(left.map(({ competency }) => titleOf(competency, shown)));
  return [make("p", "imr-quiet", say("untaught", { competencies }))];
}

function weakest(suggested: readonly Suggested[], shown: Shown): HTMLElement {
  const surest = [...suggested].sort((a, b) => SURENESS.indexOf(a.sureness) - SURENESS.indexOf(b.sureness));
  const rows = surest.map(({ competency, belief, sureness }) => {
    const sure = make("span", `imr-placement-sure imr-placement-sure-${sureness}`, say(sureness));
    const answers = Math.round(belief.answers);
    const from = answers > 0 ? say("points", { points: points(belief.points * 1000), answers }) : say("no_answers");
    return make("li", "", make("strong", "", titleOf(competency, shown)), " ", sure, make("span", "imr-quiet", from));
  });
  const list = make("ul", "imr-plain imr-placement-weakest", ...rows);
  return make("section", "", make("h3", "", say("weak_title")), list, make("p", "imr-quiet", say("sure_note")));
}

function orderView(suggested: readonly Suggested[], shown: Shown): HTMLElement[] {
  const { plan } = shown;
  const [, ...others] = plan.paths;
  const needs = needsOf(suggested);
  const order = readyInOrder(plan, suggested);
  const first = order.filter(({ reason }) => reason.kind !== "path");
  const rest = order.filter(({ reason }) => reason.kind === "path");
  const numbered = make("ol", "imr-placement-units", ...first.map((placed) => unitView(placed, shown)));
  const onward = make("ol", "imr-placement-rest", ...rest.map((placed) => unitView(placed, shown)));
  onward.start = first.length + 1;
  const folded = make(
    "details",
    "imr-how imr-placement-onward",
    make("summary", "", sayCount("rest", rest.length)),
    onward,
  );
  return [
    make("h3", "", say("units_title")),
    ...(first.length > 0 ? [numbered] : [onward]),
    ...(first.length > 0 && rest.length > 0 ? [folded] : []),
    ...untaught(suggested, shown),
    ...others.flatMap((other) => otherPath(other.title, readyOn(plan, other), needs, shown)),
  ];
}

/** Name what another path has for the same competencies, for those who already lead a group. */
function otherPath(
  path: string,
  units: readonly UnitInPlan[],
  needs: ReadonlyMap<string, number>,
  shown: Shown,
): HTMLElement[] {
  const fitting = units.filter(({ teaches }) => teaches.some((name) => needs.has(name)));
  if (fitting.length === 0) return [];
  const rows = fitting.map(({ id, teaches }) => {
    const competencies = teaches.filter((name) => needs.has(name));
    return unitView({ unit: id, reason: { kind: "weak", competencies } }, shown);
  });
  return [make("h4", "", say("other_path", { path })), make("ul", "imr-placement-units", ...rows)];
}

function unitView({ unit, reason }: Placed, shown: Shown): HTMLElement {
  const found = shown.plan.units.find(({ id }) => id === unit)!;
  const why =
    reason.kind === "weak"
      ? [say("because", { competencies: listed(reason.competencies.map((name) => titleOf(name, shown))) })]
      : reason.kind === "before"
        ? [say("before", { unit: shown.plan.units.find(({ id }) => id === reason.unit)!.title })]
        : [];
  const facts = reason.kind === "path" ? [] : [sayCount("minutes", found.minutes)];
  const small = [...why, ...facts].join(" · ");
  return make(
    "li",
    "",
    linkTo(`${shown.base}/${found.href}`, found.title),
    ...(small ? [" ", make("span", "imr-quiet", small)] : []),
  );
}

function titleOf(competency: string, { titles }: Shown): string {
  return titles.competencies.find(({ id }) => id === competency)?.title ?? competency;
}

function listed(names: readonly string[]): string {
  // the library of ES2020 does not know it; every browser here does
  const { ListFormat } = Intl as unknown as {
    readonly ListFormat?: new (language: string) => { format(list: readonly string[]): string };
  };
  return ListFormat ? new ListFormat(language()).format(names) : names.join(", ");
}
