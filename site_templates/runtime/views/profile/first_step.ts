/** The one step to offer above all rows: safety first, then the decision that is nearest. */

import type { NextStep } from "./next_step";
import type { Group, Row } from "./rows";

export interface FirstStep {
  readonly row: Row;
  readonly step: NextStep;
}

/** Choose it; undefined where the course offers nothing that can be done now. */
export function firstStep(groups: readonly Group[]): FirstStep | undefined {
  const all = groups.flatMap(({ rows }) => rows.flatMap((row) => row.steps.map((step) => ({ row, step }))));
  const offered = all.filter(({ step }) => rank(step) < Infinity);
  return offered.sort((a, b) => rank(a.step) - rank(b.step))[0];
}

/** Order the steps by how soon they bring a decision. */
function rank(step: NextStep): number {
  switch (step.kind) {
    case "safety":
      return step.from === null ? 0 : Infinity;
    case "finish":
      return 1;
    case "more":
      return 1 + step.need;
    case "widen":
      return 20 + (step.right ?? 40);
    case "renew":
      return step.from === null ? 70 : Infinity;
    case "begin":
      return 80;
    case "few":
      return 90;
    case "keep":
    case "all-answered":
    case "unwritten":
      return Infinity;
  }
}
