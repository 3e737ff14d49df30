/** What is above the rows: whose profile and when, the three states counted, and one step to begin with. */

import type { State } from "../../learning/decision";
import { make } from "../../ui/dom";
import { explained } from "./explained";
import { firstStep } from "./first_step";
import type { NextStep } from "./next_step";
import type { Facts, Group } from "./rows";
import { countOutOfReach, countStates } from "./rows";
import { stateMark } from "./state_marks";
import { stepView } from "./step_view";
import { day, say, sayCount } from "./words";

const STATES = [
  ["shown", "shown_means"],
  ["not-yet", "not_yet_means"],
  ["not-enough-evidence", "not_enough_means"],
] as const satisfies readonly (readonly [State, string])[];

/** Return the line that a print needs: the date, and the name if the trainer has typed one. */
export function asOf(facts: Pick<Facts, "now">, name: string | undefined): HTMLElement {
  const who = name === undefined ? [] : [make("span", "", say("who", { name }))];
  return make("p", "imr-as-of", ...who, make("span", "", say("as_of", { date: day(facts.now) })));
}

/** Count the states, each by its mark, its word and what it means. */
export function summary(groups: readonly Group[]): HTMLElement {
  const counts = countStates(groups);
  const outOfReach = countOutOfReach(groups);
  const note = outOfReach > 0 ? [make("p", "imr-quiet", sayCount("out_of_reach_count", outOfReach))] : [];
  const total = groups.reduce((sum, { rows }) => sum + rows.length, 0);
  const countOf = (state: State): number => counts[state] - (state === "not-enough-evidence" ? outOfReach : 0);
  const title = make("h2", "imr-states-title", say("summary", { total }));
  const list = make(
    "ul",
    "imr-plain imr-states",
    ...STATES.map(([state, means]) => countView(state, countOf(state), say(means))),
  );
  return make("section", "imr-states-part", title, list, ...note, ...explained("states", "how_states"));
}

function countView(state: State, count: number, means: string): HTMLElement {
  const line = make("p", "imr-states-line", make("strong", "imr-states-count", `${count}`), " ", stateMark(state));
  const view = make("li", "", line, make("p", "imr-states-means", means));
  view.dataset["state"] = state;
  return view;
}

/** Offer one step, where there is one to offer. */
export function offer(groups: readonly Group[], facts: Facts): HTMLElement[] {
  const first = firstStep(groups);
  if (!first) return [];
  const title = make("h2", "imr-label", say("first"));
  const whose = make("p", "imr-offer-title", first.row.title);
  return [make("section", "imr-offer", title, whose, stepView(oneOf(first.step), facts.titles))];
}

/** Of several safety questions the first: all of them are named above. */
function oneOf(step: NextStep): NextStep {
  return step.kind === "safety" ? { ...step, items: step.items.slice(0, 1) } : step;
}
