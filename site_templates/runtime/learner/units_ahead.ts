/** What is left of the units, and which of them come next. */

import type { Unit } from "../course/page_data.gen";
import type { Done } from "./progress";
import { progressOf, timeLeft, turnOf } from "./progress";

/** Return the minutes that are left of a unit; none of one that is done, whatever page of it was not opened. */
export function minutesAhead(unit: Unit, done: Done): number {
  const { state, done: counted, total } = progressOf(unit, done);
  return state === "done" && counted === total ? 0 : timeLeft(unit, done);
}

/** Return the units that are begun, then those to which the path comes next, up to so many. */
export function unitsAhead(units: readonly Unit[], done: Done, most: number): Unit[] {
  const open = units.filter((unit) => minutesAhead(unit, done) > 0);
  const isBegun = (unit: Unit): boolean => progressOf(unit, done).state !== "not-started";
  const waiting = open.filter((unit) => !isBegun(unit)).sort((one, other) => firstTurn(one) - firstTurn(other));
  return [...open.filter(isBegun), ...waiting].slice(0, most);
}

/** Return where the path comes to a unit; one that is in none comes last. */
function firstTurn({ lessons }: Unit): number {
  return Math.min(...lessons.map(turnOf));
}
