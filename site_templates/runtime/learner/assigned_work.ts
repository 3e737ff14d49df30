/** Units that a supervisor has assigned: what is new in an assignment, what is left to do, and when one is completed. */

import type { Unit } from "../course/page_data.gen";
import { waitingIn } from "../course/waiting";
import { assignedUnits, byDueDate, completedSince } from "../learning/assigned";
import type { Past } from "../record/log";
import { validEventsOf } from "../record/log";
import type { ContinuingBody } from "../record/schema";
import type { Circumstances, NewEvent } from "./append";
import { append } from "./append";
import type { Change, Contents, Drafts } from "./contents";
import type { Done } from "./progress";
import { isExtra } from "./progress";
import { pastIn } from "./responses";

const WHY = "assigned/";

/** A unit that is to be worked through, with what is left of it for everyone; `unit` is undefined where it is only planned. */
export interface Work {
  readonly body: ContinuingBody;
  readonly why: string;
  readonly unit: Unit | undefined;
  readonly left: { readonly lessons: number; readonly questions: number; readonly exercises: number };
}

/** What is taken from an assignment, with why. */
export interface Taken extends ContinuingBody {
  readonly reason: string;
}

/** Say whether a unit was assigned until the same day before, so that it is not assigned twice. */
export function isAssigned(past: Past, { unitId, dueDate }: Pick<ContinuingBody, "unitId" | "dueDate">): boolean {
  const same = validEventsOf(past, "ce.assigned").filter(
    ({ body }) => body.unitId === unitId && body.dueDate === dueDate,
  );
  const last = same[same.length - 1];
  if (!last) return false;
  // without a date, only having been completed since shows that it is not from the time before
  return dueDate !== null || completedSince(past, last) === null;
}

/** Add what was accepted to a record; what is there already is left out. Why is noted beside it, and is in no export. */
export function accept(contents: Contents, units: readonly Taken[], now: Circumstances): Change {
  const past = pastIn(contents);
  const fresh = units.filter((unit) => !isAssigned(past, unit));
  if (fresh.length === 0) return {};
  const events = fresh.map(({ reason: _, ...body }): NewEvent => ({ type: "ce.assigned", body }));
  const drafts: Drafts = new Map(fresh.map(({ unitId, reason }) => [WHY + unitId, reason]));
  return { ...append(contents, events, now), drafts };
}

/** Return what is assigned and not completed, what is due first at the front. */
export function openWork({ drafts }: Contents, past: Past, units: readonly Unit[], done: Done): Work[] {
  return assignedUnits(past)
    .filter(({ completedAt }) => completedAt === null)
    .map(({ body }) => {
      const unit = units.find(({ id }) => id === body.unitId);
      return { body, why: drafts.get(WHY + body.unitId) ?? "", unit, left: leftOf(unit, done) };
    })
    .sort(byDueDate);
}

/** Complete a unit; `role` is that of whoever the scripts were rehearsed with, where it has any. */
export function complete(
  contents: Contents,
  body: ContinuingBody,
  rehearsals: readonly string[],
  role: string,
  now: Circumstances,
): Change {
  const rehearsed = rehearsals.map(
    (rehearsalId): NewEvent => ({ type: "rehearsal.done", body: { rehearsalId, role } }),
  );
  const drafts: Drafts = new Map([[WHY + body.unitId, ""]]);
  return { ...append(contents, [...rehearsed, { type: "ce.completed", body }], now), drafts };
}

/** Say whether a note beside the record is one of why a unit was assigned. */
export function isWhy(draft: string): boolean {
  return draft.startsWith(WHY);
}

function leftOf(unit: Unit | undefined, { lessons, items, exercises }: Done): Work["left"] {
  if (!unit) return { lessons: 0, questions: 0, exercises: 0 };
  const waits = new Set(waitingIn([unit]));
  const isLeft = (id: string, of: ReadonlySet<string>): boolean => !waits.has(id) && !of.has(id);
  const toDo = [...unit.dialogues, ...unit.ratings.map(({ id }) => id)];
  return {
    lessons: unit.lessons.filter((lesson) => !isExtra(lesson) && !lessons.has(lesson.id)).length,
    questions: unit.items.filter((id) => isLeft(id, items)).length,
    exercises: toDo.filter((id) => isLeft(id, exercises)).length,
  };
}
