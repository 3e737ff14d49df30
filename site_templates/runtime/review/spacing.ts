/**
 * When each item comes due again: gaps that grow with every success and fall back after a miss.
 *
 * Nothing of this is stored. It is replayed from the answers, so that the rule can change.
 */

import type { CourseData, ItemData } from "../record/course_data";
import { found, isJudged, strandOf } from "../record/course_data";
import type { Past } from "../record/log";
import { validEvents } from "../record/log";
import { DAY } from "../record/moments";
import type { EventOf } from "../record/record";
import { compare } from "../record/record";
import { isHash } from "../record/same_hash";

/** Days from one success to the next: a week, then about 1, 3, 6 and 12 months. */
const GAPS: readonly number[] = [7, 30, 91, 182, 365];
const RIGHT = 1000;

/** How an item was missed: by someone who was sure of it, or not. */
export type Missed = "sure" | "unsure";

/** How well an item sits. `step` is the gap it has come to; what was missed is due at once. */
export interface Trace {
  readonly step: number;
  readonly dueAt: number;
  readonly missed: Missed | null;
  readonly at: number;
}

export type Traces = ReadonlyMap<string, Trace>;

/** Replay the answers to items as they are asked today. */
export function traces(past: Past, course: CourseData): Traces {
  const replay = new Replay(course);
  for (const event of validEvents(past)) {
    if (event.type === "attempt.started" && event.body.mode === "review") replay.reviews.add(event.body.attemptId);
    if (event.type === "item.response" && !event.body.revealed) replay.take(event);
  }
  return replay.traces;
}

/** Say whether an answer was less than wholly right, and how sure its giver was. */
export function missedIn({ dontKnow, scoreMilli, certainty }: EventOf<"item.response">["body"]): Missed | null {
  if (!dontKnow && scoreMilli === RIGHT) return null;
  return certainty === 3 ? "sure" : "unsure";
}

/** Return the trace that an answer leaves. What was missed is put right on a later day only (in UTC), not at once. */
function after(before: Trace | undefined, at: number, missed: Missed | null): Trace {
  if (missed) return { step: 0, dueAt: at, missed, at };
  if (before?.missed && dayOf(at) <= dayOf(before.at)) return before;
  if (!before || before.missed) return passed(0, at);
  const isGrown = at >= before.dueAt;
  return passed(Math.min(before.step + Number(isGrown), GAPS.length - 1), at);
}

function passed(step: number, at: number): Trace {
  return { step, dueAt: at + GAPS[step]! * DAY, missed: null, at };
}

/** Find what is due at a moment. */
export function dueAt(found: Traces, moment: number): ReadonlySet<string> {
  return new Set([...found].filter(([, trace]) => trace.dueAt < moment).map(([id]) => id));
}

/** Sort what is due: missed by someone sure, then missed, then by how long it has been due. */
export function byUrgency([one, first]: readonly [string, Trace], [other, second]: readonly [string, Trace]): number {
  return rank(first) - rank(second) || compare(first.dueAt, second.dueAt) || compare(one, other);
}

function rank({ missed }: Trace): number {
  return missed === "sure" ? 0 : missed === "unsure" ? 1 : 2;
}

/** Say whether two items ask for the same: a competency in the same strand. */
function areAkin(one: ItemData, other: ItemData): boolean {
  return strandOf(one) === strandOf(other) && one.competencies.some((name) => other.competencies.includes(name));
}

class Replay {
  readonly traces = new Map<string, Trace>();
  readonly reviews = new Set<string>();

  constructor(private readonly course: CourseData) {}

  take({ at, body }: EventOf<"item.response">): void {
    const item = found(this.course.items, body.itemId);
    if (!item || !isHash(item.hash, body.itemHash) || !isJudged(item)) return;
    const before = this.traces.get(body.itemId);
    const missed = missedIn(body);
    const isInstead = this.reviews.has(body.attemptId) && (!before || before.dueAt > at);
    const other = isInstead && !missed ? this.longestDue(body.itemId, item, at) : undefined;
    this.traces.set(body.itemId, after(before, at, missed));
    if (other) this.traces.set(other, after(this.traces.get(other), at, null));
  }

  /** Find what a right answer in a review counts for: the most urgent of what is due and asks for the same. */
  private longestDue(id: string, item: ItemData, at: number): string | undefined {
    const due = [...this.traces].filter(
      ([name, trace]) => name !== id && trace.dueAt <= at && dayOf(trace.at) < dayOf(at),
    );
    return due.filter(([name, trace]) => this.maySpeakFor(item, name, trace)).sort(byUrgency)[0]?.[0];
  }

  private maySpeakFor(item: ItemData, name: string, { missed }: Trace): boolean {
    const other = this.course.items[name]!;
    // where a mistake could do harm, the item itself has to be put right
    return areAkin(item, other) && !(missed && other.harm);
  }
}

function dayOf(moment: number): number {
  return Math.floor(moment / DAY);
}
