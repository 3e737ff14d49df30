/** "My group starts module 6 on …": the dates a trainer has named, and what belongs into the week before. */

import type { CourseData } from "../record/course_data";
import type { Past } from "../record/log";
import { validEvents, validEventsOf } from "../record/log";
import { DAY } from "../record/moments";
import type { EventOf } from "../record/record";
import { compare } from "../record/record";

/** A date as in a calendar, such as 2026-03-12. */
export type Day = string;

export const WEEK = 7;

export interface GroupDate {
  readonly module: string;
  readonly date: Day;
}

/** Return the latest date of each module, the soonest first. */
export function groupDates(past: Past): GroupDate[] {
  const latest = new Map(validEventsOf(past, "group.date").map(({ body }) => [body.moduleId, body.date]));
  return [...latest]
    .map(([module, date]) => ({ module, date }))
    .sort((one, other) => compare(one.date, other.date) || compare(one.module, other.module));
}

/** Return every date named for a module, which taking it back has to void; else an earlier one would stand again. */
export function datesNamedFor(past: Past, module: string): EventOf<"group.date">[] {
  return validEventsOf(past, "group.date").filter(({ body }) => body.moduleId === module);
}

/** Return the dates that are at most a week ahead. */
export function soon(dates: readonly GroupDate[], today: Day): GroupDate[] {
  return dates.filter(({ date }) => isWithin(daysBetween(today, date), 0, WEEK));
}

/** Count the days from one date to another. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}

/** Return the items to prepare a module with: its unit's own, then those of its competencies that were met. */
export function itemsFor(module: string, { items }: CourseData, met: ReadonlySet<string>): string[] {
  const all = Object.entries(items);
  const own = all.filter(([, { unit }]) => unit === module);
  const trained = new Set(own.flatMap(([, { competencies }]) => competencies));
  const akin = all.filter(
    ([id, { unit, competencies }]) => unit !== module && met.has(id) && competencies.some((name) => trained.has(name)),
  );
  return [...own, ...akin].map(([id]) => id);
}

/** A dialogue as far as it can be chosen. */
export interface Choosable {
  readonly id: string;
  readonly unit: string;
  readonly competencies: readonly string[];
}

/** Choose one dialogue to hold before a group starts: one not yet held, of the module's unit or of what it trains. */
export function dialogueFor<D extends Choosable>(
  module: string,
  trained: readonly string[],
  dialogues: readonly D[],
  past: Past,
): D | undefined {
  const held = new Set(
    validEvents(past).flatMap((event) => (event.type === "dialogue.finished" ? [event.body.dialogueId] : [])),
  );
  const rank = ({ id, unit }: D): number => 2 * Number(held.has(id)) + Number(unit !== module);
  const fitting = dialogues.filter(
    ({ unit, competencies }) => unit === module || competencies.some((name) => trained.includes(name)),
  );
  return fitting.sort((one, other) => rank(one) - rank(other) || compare(one.id, other.id))[0];
}

function isWithin(number: number, least: number, most: number): boolean {
  return number >= least && number <= most;
}
