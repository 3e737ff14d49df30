/** What the course plans, as far as a placement check must know it; the site writes it as `imrPlan`. */

import type { Strand } from "../record/course_data";

/** A competency, with the strand by which it is judged first. */
export interface Competency {
  readonly id: string;
  readonly strand: Strand;
}

/** A unit as the course plans it. `isWritten`: it can be read. `touches`: what it asks about besides what it teaches. */
export interface PlannedUnit {
  readonly id: string;
  readonly isWritten: boolean;
  readonly teaches: readonly string[];
  readonly touches: readonly string[];
  readonly prerequisites: readonly string[];
}

/** A unit of the outline, written or not; `href` is empty before it is written. */
export interface UnitInPlan extends Omit<PlannedUnit, "isWritten"> {
  readonly title: string;
  readonly href: string;
  readonly minutes: number;
}

export interface PathInPlan {
  readonly id: string;
  readonly title: string;
  readonly units: readonly string[];
}

/** `asked`: the competencies of the check. `waiting`: those on which the course has too few questions yet. */
export interface Plan {
  readonly asked: readonly Competency[];
  readonly waiting: readonly string[];
  readonly units: readonly UnitInPlan[];
  readonly paths: readonly PathInPlan[];
}

declare global {
  interface Window {
    imrPlan?: Plan;
  }
}

/** Return the units of a path in its order, or without one those of the outline. */
export function unitsOn({ units }: Plan, path: PathInPlan | undefined): readonly UnitInPlan[] {
  if (!path) return units;
  return path.units.flatMap((id) => units.find((unit) => unit.id === id) ?? []);
}
