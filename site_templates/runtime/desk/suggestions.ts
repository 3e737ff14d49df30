/** Which units are suggested for what is weak, and why. */

import type { InstrumentData } from "../course/page_data.gen";
import type { Values } from "./fidelity";
import { findings } from "./fidelity";

/** Why a unit is suggested; without a value, because the supervisor chose it. */
export interface Reason {
  readonly subject: string;
  readonly valueMilli: number | null;
}

export interface SuggestedUnit {
  readonly unitId: string;
  readonly reasons: readonly Reason[];
}

/** By instrument item or competency, the units that train it. */
export type UnitsFor = Readonly<Record<string, readonly string[]>>;

/** Return the units for what is weak and for what was added, those for the weakest at the front. */
export function suggestedUnits(
  instruments: readonly InstrumentData[],
  values: Values,
  added: readonly string[],
  unitsFor: UnitsFor,
): SuggestedUnit[] {
  const units = new Map<string, Reason[]>();
  for (const reason of reasons(instruments, values, added)) {
    for (const unit of unitsFor[reason.subject] ?? []) {
      const known = units.get(unit);
      if (known) known.push(reason);
      else units.set(unit, [reason]);
    }
  }
  return [...units].map(([unitId, all]) => ({ unitId, reasons: all }));
}

/** The weakest first; what was added without being weak comes last. */
function reasons(instruments: readonly InstrumentData[], values: Values, added: readonly string[]): Reason[] {
  const weak = [...new Set(instruments.flatMap(({ items }) => findings(items, values).weak))];
  const byValue = weak
    .map((subject) => ({ subject, valueMilli: values[subject]! }))
    .sort((one, other) => one.valueMilli - other.valueMilli);
  const chosen = added.filter((subject) => !weak.includes(subject));
  return [...byValue, ...chosen.map((subject) => ({ subject, valueMilli: null }))];
}
