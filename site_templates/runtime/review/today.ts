/**
 * What to practise today, with a reason for each item: sure but wrong, wrong, for a group, due, missing evidence.
 *
 * The list is made of what was known when the day began, so that it stays the same while it is worked through.
 */

import type { Cell } from "../learning/evidence";
import type { CourseData, ItemData } from "../record/course_data";
import { found } from "../record/course_data";
import type { Log } from "../record/log";
import { validEventsOf } from "../record/log";
import { DAY } from "../record/moments";
import { compare } from "../record/record";
import type { Day } from "./group_dates";
import { groupDates, itemsFor, soon, WEEK } from "./group_dates";
import type { Trace, Traces } from "./spacing";
import { byUrgency, dueAt, traces } from "./spacing";
import { cells, Wanted } from "./wanted";

/** How many items one day holds at most: about a quarter of an hour. */
export const DAILY = 12;

/** How many of them are kept for a group in the week before it, however much was missed. */
export const FOR_GROUPS = 4;

export type Reason = "sure-but-wrong" | "wrong" | "group" | "due" | "evidence";

/** One item of the list; `insteadOf` is the item that was due and gave the reason. */
export interface Asked {
  readonly item: string;
  readonly reason: Reason;
  readonly insteadOf: string | null;
  readonly module: string | null;
}

/** `met`: the items of lessons the learner has been in; no one is examined on what they have not read. */
export interface Morning {
  readonly log: Log;
  readonly course: CourseData;
  readonly today: Day;
  /** The moment at which the learner's day began. */
  readonly dawn: number;
  readonly seen: ReadonlyMap<string, number>;
  readonly met: ReadonlySet<string>;
}

/** Something to be practised, before an item is chosen for it. */
interface Slot {
  readonly item: string;
  readonly reason: Reason;
  readonly module: string | null;
}

/** Name the set in which the list of a day is answered. */
export function bankOf(today: Day): string {
  return `review-${today}`;
}

/** Make the list of a day; what was answered elsewhere since the day began is left out of it. */
export function todaysList(morning: Morning, limit = DAILY): Asked[] {
  const list = new List(morning, limit);
  for (const slot of list.due()) list.take(slot);
  for (const slot of list.lacking()) list.take(slot);
  const answered = answeredElsewhere(morning);
  return list.asked.filter(({ item }) => !answered.has(item));
}

class List {
  readonly asked: Asked[] = [];
  private readonly taken = new Set<string>();
  private readonly traces: Traces;
  private readonly wanted: Wanted;
  private readonly isDue: ReadonlySet<string>;
  private readonly met: readonly string[];
  private readonly akin: ReadonlyMap<Cell, readonly string[]>;

  constructor(
    private readonly morning: Morning,
    private readonly limit: number,
  ) {
    const log = before(morning.log, morning.dawn);
    this.traces = traces(log, morning.course);
    this.wanted = new Wanted(log, morning.course, morning.dawn, morning.seen);
    this.isDue = dueAt(this.traces, morning.dawn);
    this.met = [...morning.met].filter((id) => found(morning.course.items, id));
    this.akin = byCell(this.met, morning.course);
  }

  /** Return what was missed, then what a group needs this week, then what is due, each where evidence is missing first. */
  due(): Slot[] {
    const due = [...this.traces].filter(([id]) => this.isDue.has(id)).sort(byUrgency);
    const slots = due.map(([item, trace]) => ({ item, reason: reasonOf(trace), module: null }));
    const missed = slots.filter(({ reason }) => reason !== "due");
    const groups = this.forGroups();
    const room = Math.max(0, this.limit - Math.min(FOR_GROUPS, groups.length));
    const later = slots
      .filter(({ reason }) => reason === "due")
      .map((slot) => ({ slot, worth: this.worthOf(this.choose(slot)) }));
    return [
      ...missed.slice(0, room),
      ...groups,
      ...missed.slice(room),
      ...later.sort((one, other) => other.worth - one.worth).map(({ slot }) => slot),
    ];
  }

  /** Return what the learner has met and never answered cold, as long as there is room. */
  *lacking(): Iterable<Slot> {
    while (this.asked.length < this.limit) {
      const best = this.best(this.met.filter((id) => this.isFree(id) && this.worthOf(id) > 0));
      if (best === undefined) return;
      yield { item: best, reason: "evidence", module: null };
    }
  }

  /** Take up a slot while there is room; another slot may have brought its item already. */
  take(slot: Slot): void {
    if (this.asked.length >= this.limit || this.taken.has(slot.item)) return;
    const item = this.choose(slot);
    this.taken.add(item).add(slot.item);
    this.wanted.spend(item, this.itemOf(item));
    this.asked.push({
      item,
      reason: slot.reason,
      insteadOf: item === slot.item ? null : slot.item,
      module: slot.module,
    });
  }

  private forGroups(): Slot[] {
    const { log, today, course, dawn, met } = this.morning;
    // a date named today is for today, too
    return soon(groupDates(log), today).flatMap(({ module }) =>
      itemsFor(module, course, met)
        .filter((item) => dawn - (this.traces.get(item)?.at ?? -Infinity) >= WEEK * DAY)
        .map((item) => ({ item, reason: "group" as const, module })),
    );
  }

  /** Choose what to ask for a slot: where memory is to be tried, another item that would be cold, if there is one. */
  private choose({ item, reason }: Slot): string {
    const own = this.itemOf(item);
    if (reason === "group" || reason === "evidence" || (own.harm && reason !== "due")) return item;
    const others = cells(own).flatMap((cell) => this.akin.get(cell) ?? []);
    return this.best(others.filter((id) => id !== item && this.isFree(id) && this.wanted.isCold(id))) ?? item;
  }

  /** Choose the item whose evidence is missed most, and of equals the one that was shown longest ago. */
  private best(items: readonly string[]): string | undefined {
    return items.reduce<string | undefined>(
      (best, id) => (best === undefined || this.compare(id, best) < 0 ? id : best),
      undefined,
    );
  }

  private compare(one: string, other: string): number {
    const worth = this.worthOf(other) - this.worthOf(one);
    return worth || compare(this.wanted.shownAt(one), this.wanted.shownAt(other)) || compare(one, other);
  }

  /** Say whether an item may be asked for its own sake or instead of another; one that is due waits for its own turn. */
  private isFree(id: string): boolean {
    return !this.taken.has(id) && !this.isDue.has(id);
  }

  private worthOf(id: string): number {
    return this.wanted.worth(id, this.itemOf(id));
  }

  private itemOf(id: string): ItemData {
    return this.morning.course.items[id]!;
  }
}

function reasonOf({ missed }: Trace): Reason {
  return missed === "sure" ? "sure-but-wrong" : missed === "unsure" ? "wrong" : "due";
}

/** Sort items by what they ask for. */
function byCell(items: readonly string[], course: CourseData): ReadonlyMap<Cell, readonly string[]> {
  const akin = new Map<Cell, string[]>();
  for (const id of items) {
    for (const cell of cells(course.items[id]!)) akin.set(cell, [...(akin.get(cell) ?? []), id]);
  }
  return akin;
}

/** Return the log as it was at a moment. */
function before(log: Log, moment: number): Log {
  return { ...log, events: log.events.filter(({ at }) => at < moment) };
}

function answeredElsewhere({ log, today, dawn }: Morning): ReadonlySet<string> {
  const own = new Set(
    validEventsOf(log, "attempt.started")
      .filter(({ body }) => body.bankId === bankOf(today))
      .map(({ body }) => body.attemptId),
  );
  const since = validEventsOf(log, "item.response").filter(({ at, body }) => at >= dawn && !own.has(body.attemptId));
  return new Set(since.map(({ body }) => body.itemId));
}
