/** The units that can be opened, in the order that a suggestion asks for. */

import type { Path } from "../course/page_data.gen";
import type { Plan, UnitInPlan } from "../course/plan";
import { unitsOn } from "../course/plan";
import type { Suggested } from "./suggestion";
import { singlesOut } from "./suggestion";
import type { Placed } from "./unit_order";
import { orderUnits } from "./unit_order";

/** Return the unit to begin with; undefined where none is ready. */
export function unitToBegin(plan: Plan, suggested: readonly Suggested[]): UnitInPlan | undefined {
  const first = readyInOrder(plan, singledOut(suggested))[0];
  return first && plan.units.find(({ id }) => id === first.unit);
}

/** Return what is suggested, if the answers single out anything. */
export function singledOut(suggested: readonly Suggested[]): readonly Suggested[] {
  return singlesOut(suggested) ? suggested : [];
}

/** Order the units that can be opened; one that is only planned helps no one today. */
export function readyInOrder(plan: Plan, suggested: readonly Suggested[]): readonly Placed[] {
  return orderUnits(readyOn(plan, plan.paths[0]), needsOf(suggested));
}

export function readyOn(plan: Plan, path: Path | undefined): readonly UnitInPlan[] {
  return unitsOn(plan, path).filter(({ isWritten }) => isWritten);
}

export function needsOf(suggested: readonly Suggested[]): ReadonlyMap<string, number> {
  return new Map(suggested.map(({ competency, chance }) => [competency, chance]));
}
