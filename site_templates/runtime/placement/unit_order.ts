/** In which order to take the units: first those that teach what seems weakest, then along the path. */

import type { UnitInPlan } from "../course/plan";

/** What the order of a unit follows from. */
export type UnitToOrder = Pick<UnitInPlan, "id" | "isWritten" | "teaches" | "touches" | "prerequisites">;

/** Why a unit has its place: for competencies, because a later unit builds on it, or along the path. */
export type Reason =
  | { readonly kind: "weak"; readonly competencies: readonly string[] }
  | { readonly kind: "before"; readonly unit: string }
  | { readonly kind: "path" };

export interface Placed {
  readonly unit: string;
  readonly reason: Reason;
}

/** How much of a need is met, by units that are written and by any. */
interface Met {
  readonly byWritten: number;
  readonly byAny: number;
}

const UNMET: Met = { byWritten: 0, byAny: 0 };
const ALONG_THE_PATH: Reason = { kind: "path" };
const TOUCHED = 0.5; // of what a unit is worth that has the competency as its subject

/**
 * Order the units of a path. `needs`: how likely each suggested competency is among the weakest.
 *
 * A unit is worth the needs it meets. The one worth most comes next, with what it builds on before it,
 * until each need is met as well as units that are written can; the rest follows along the path.
 */
export function orderUnits(path: readonly UnitToOrder[], needs: ReadonlyMap<string, number>): readonly Placed[] {
  const order = new Order(path, needs);
  for (let best = order.best(); best; best = order.best())
    order.put(best, ALONG_THE_PATH, { kind: "before", unit: best.id });
  for (const unit of path) order.put(unit, ALONG_THE_PATH);
  return order.placed;
}

class Order {
  readonly placed: Placed[] = [];
  private readonly left: Map<string, UnitToOrder>;
  private readonly met = new Map<string, Met>();

  constructor(
    path: readonly UnitToOrder[],
    private readonly needs: ReadonlyMap<string, number>,
  ) {
    this.left = new Map(path.map((unit) => [unit.id, unit]));
  }

  /** Choose the unit worth most; of equal ones a written one, then the first on the path. */
  best(): UnitToOrder | undefined {
    const rated = [...this.left.values()]
      .map((unit) => ({ unit, worth: this.worth(unit) }))
      .filter(({ worth }) => worth > 0);
    return rated.sort((a, b) => b.worth - a.worth || Number(b.unit.isWritten) - Number(a.unit.isWritten))[0]?.unit;
  }

  /** Put a unit after everything it builds on; `otherwise` and `before` are why, where they meet no need. */
  put(unit: UnitToOrder, otherwise: Reason, before: Reason = otherwise): void {
    // removed before what it builds on is put, so that circular prerequisites end
    if (!this.left.delete(unit.id)) return;
    for (const name of unit.prerequisites) {
      const earlier = this.left.get(name);
      if (earlier) this.put(earlier, before);
    }
    const competencies = this.metBy(unit);
    for (const name of competencies) this.met.set(name, after(this.met.get(name) ?? UNMET, unit, name));
    const reason: Reason = competencies.length > 0 ? { kind: "weak", competencies } : otherwise;
    this.placed.push({ unit: unit.id, reason });
  }

  private worth(unit: UnitToOrder): number {
    return sum([...this.needs].map(([name, need]) => need * gain(unit, name, this.met.get(name) ?? UNMET)));
  }

  private metBy(unit: UnitToOrder): string[] {
    return [...this.needs.keys()].filter((name) => gain(unit, name, this.met.get(name) ?? UNMET) > 0);
  }
}

/** Return how much more of a need a unit meets; what is met by a unit that is only planned waits for a written one. */
function gain(unit: UnitToOrder, name: string, { byWritten, byAny }: Met): number {
  return Math.max(0, share(unit, name) - (unit.isWritten ? byWritten : byAny));
}

function after({ byWritten, byAny }: Met, unit: UnitToOrder, name: string): Met {
  const now = share(unit, name);
  return { byWritten: unit.isWritten ? Math.max(byWritten, now) : byWritten, byAny: Math.max(byAny, now) };
}

function share({ teaches, touches }: UnitToOrder, name: string): number {
  if (teaches.includes(name)) return 1;
  return touches.includes(name) ? TOUCHED : 0;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
