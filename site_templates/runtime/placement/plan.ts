/** What the course plans, as far as a placement check must know it; the site writes it as `imrPlan`. */

/** A unit of the outline, written or not. `teaches`: what it is for. `href` is empty before it is written. */
export interface UnitInPlan {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly minutes: number;
  readonly teaches: readonly string[];
  readonly touches: readonly string[];
  readonly prerequisites: readonly string[];
}

export interface PathInPlan {
  readonly id: string;
  readonly title: string;
  readonly units: readonly string[];
}

/** `priorities`: A to C for each competency, A where trainers were found weakest. */
export interface Plan {
  readonly priorities: Readonly<Record<string, string>>;
  readonly units: readonly UnitInPlan[];
  readonly paths: readonly PathInPlan[];
}

declare global {
  interface Window {
    imrPlan?: Plan;
  }
}

/** Give the units of a path, in its order. */
export function unitsOn({ units }: Plan, path: PathInPlan | undefined): readonly UnitInPlan[] {
  return (path?.units ?? []).flatMap((id) => units.find((unit) => unit.id === id) ?? []);
}
