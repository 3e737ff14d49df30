/**
 * Where the replies of a dialogue lead, by its key: what can be said next, and what follows from it.
 *
 * The same rules are in `course/learning/dialogue_replay.py`. Where marks are not known, any condition may hold.
 */

import type { DialogueKey } from "../record/course_data";
import { found } from "../record/course_data";
import type { When } from "./dialogue_graph";

export type ReplyKey = DialogueKey["turns"][string][string];

/**
 * Where a run is: a turn, an ending, or NOWHERE when nothing fits.
 *
 * `marks` is null where it is not known which are set; then any condition may hold.
 */
export interface Position {
  readonly place: string;
  readonly marks: ReadonlySet<string> | null;
  readonly gone: number;
}

export const NOWHERE = "";
/** The mark that the clock sets. */
const TIME_UP = "time-up";
/** Of one step; an honest step has one for each tab. */
const MOST_POSITIONS = 32;
const ALWAYS: When = {};

/** Return where a dialogue is before anything was said. */
export function opening({ first }: DialogueKey): Position {
  return { place: first, marks: new Set(), gone: 0 };
}

/** Return a place that was reached with marks that are not known. */
export function somehowAt(place: string): Position {
  return { place, marks: null, gone: 0 };
}

/** Say whether a reply of a turn is offered where a run is. */
export function canSay({ place, marks }: Position, turn: string, { when }: ReplyKey): boolean {
  return place === turn && holds(when, marks);
}

/** Return where a run may be after a reply: one place, or all that may follow where marks are not known. */
export function after(key: DialogueKey, position: Position, { next, sets = [], minutes = 0 }: ReplyKey): Position[] {
  if (position.marks === null) return next.map(somehowAt);
  const clock = key.clock ?? 0;
  const gone = Math.min(position.gone + minutes, clock);
  const marks = new Set([...position.marks, ...sets, ...(clock > 0 && gone === clock ? [TIME_UP] : [])]);
  const place = next.find((name) => holds(found(key.when ?? {}, name), marks)) ?? NOWHERE;
  return [{ place, marks, gone }];
}

/** Return each position once; where a file claims more ways to one step than anyone could have gone, without marks. */
export function withinReason(positions: readonly Position[]): Position[] {
  const once = [...new Map(positions.map((one) => [nameOf(one), one])).values()];
  if (once.length <= MOST_POSITIONS) return once;
  return [...new Set(once.map(({ place }) => place))].map(somehowAt);
}

function nameOf({ place, marks, gone }: Position): string {
  return JSON.stringify([place, marks && [...marks].sort(), gone]);
}

function holds(when: When = ALWAYS, marks: ReadonlySet<string> | null): boolean {
  return marks === null || Object.entries(when).every(([mark, isSet]) => marks.has(mark) === isSet);
}
