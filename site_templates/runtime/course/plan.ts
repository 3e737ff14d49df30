/** What the course plans, as far as a placement check must know it. */

import { partOf } from "./page_data";
import type { CompetencyTitle, CoursePlan, Path, PlannedUnit, Unit } from "./page_data.gen";
import type { Titles } from "./titles";

/** A competency, with the strand by which it is judged first. */
export type Competency = Pick<CompetencyTitle, "id" | "strand">;

/** A unit of the outline with what can be read of it; `href` is empty before it is written. */
export interface UnitInPlan extends Omit<PlannedUnit, "title">, Pick<Unit, "title" | "href" | "minutes"> {
  readonly isWritten: boolean;
}

/** `asked`: the competencies of the check. `waiting`: those on which the course has too few questions yet. */
export interface Plan extends Omit<CoursePlan, "asked" | "units"> {
  readonly asked: readonly Competency[];
  readonly units: readonly UnitInPlan[];
}

/** Return the plan; what it shares with other pages is taken from there. */
export function planOnPage({ competencies, units }: Titles): Plan {
  const plan = partOf("plan");
  return {
    ...plan,
    asked: competencies.filter(({ id }) => plan.asked.includes(id)),
    units: plan.units.map((planned) => unitInPlan(planned, units)),
  };
}

function unitInPlan(planned: PlannedUnit, units: readonly Unit[]): UnitInPlan {
  const written = units.find(({ id }) => id === planned.id);
  const { title = planned.title ?? planned.id, href = "", minutes = 0 } = written ?? {};
  return { ...planned, title, href, minutes, isWritten: written !== undefined };
}

/** Return the units of a path in its order, or without one those of the outline. */
export function unitsOn({ units }: Plan, path: Path | undefined): readonly UnitInPlan[] {
  if (!path) return units;
  return path.units.flatMap((id) => units.find((unit) => unit.id === id) ?? []);
}
