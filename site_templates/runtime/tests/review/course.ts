/** A small course and a learner who answers in it, by days. */

import type { CourseData, ItemData } from "../../record/course_data";
import type { Log } from "../../record/log";
import { DAY } from "../../record/moments";
import type { KnownEvent } from "../../record/record";
import type { Asked, Morning } from "../../review/today";
import { todaysList } from "../../review/today";

export const HASH = `sha256:${"a".repeat(64)}`;
/** Day 0, at midnight in UTC. */
export const START = Date.UTC(2026, 0, 5);
const HOUR = DAY / 24;

export interface Answer {
  readonly right?: boolean;
  readonly sure?: boolean;
  readonly bank?: string;
  readonly hash?: string;
  readonly cold?: boolean;
  readonly hour?: number;
}

/** Make a course of items: `{ id: [competency, unit] }`, each asking for judgement unless it is said otherwise. */
export function courseOf(items: Readonly<Record<string, readonly [string, string, Partial<ItemData>?]>>): CourseData {
  const made = Object.entries(items).map(([id, [competency, unit, more]]): [string, ItemData] => [
    id,
    { hash: HASH, competencies: [competency], level: "judge", unit, harm: false, ...more },
  ]);
  const competencies = [...new Set(made.flatMap(([, item]) => item.competencies))];
  return {
    id: "course",
    version: "0.1.0",
    contentHash: HASH,
    cutMilli: 800,
    competencies: competencies.map((id) => ({ id, observedBy: [] })),
    units: [],
    items: Object.fromEntries(made),
    dialogues: {},
  };
}

/** A learner whose events are made by day. */
export class Learner {
  readonly events: KnownEvent[] = [];
  private readonly attempts = new Map<string, string>();
  private readonly shown = new Map<string, number>();

  constructor(readonly course: CourseData) {}

  /** Answer an item on a day, in its lesson or in a review; cold as a browser would say it is. */
  answer(
    item: string,
    day: number,
    { right = true, sure = false, bank = "lesson", hash = HASH, cold, hour = 12 }: Answer = {},
  ): this {
    const at = START + day * DAY + hour * HOUR + this.events.length;
    const attemptId = this.attempts.get(bank) ?? this.begin(bank, at);
    const isCold = cold ?? at - (this.shown.get(item) ?? -Infinity) >= 21 * DAY;
    const scoreMilli = right ? 1000 : 0;
    this.shown.set(item, at);
    const given = {
      presented: [],
      response: [],
      certainty: sure ? 3 : 1,
      dontKnow: false,
      revealed: false,
      latencyMs: 1,
    };
    return this.add(at, "item.response", {
      attemptId,
      itemId: item,
      itemHash: hash,
      cold: isCold,
      scoreMilli,
      ...given,
    });
  }

  begins(module: string, day: number, date: string): this {
    return this.add(START + day * DAY, "group.date", { moduleId: module, date });
  }

  holds(dialogueId: string, day: number): this {
    return this.add(START + day * DAY, "dialogue.finished", { dialogueId, dialogueHash: HASH, run: 1 });
  }

  rates(day: number): this {
    return this.add(START + (day + 0.5) * DAY, "rating.given", {
      exerciseId: "exercise",
      exerciseHash: HASH,
      element: "one",
      value: 3,
    });
  }

  get log(): Log {
    const odd = { misdated: [], conflicts: [], voided: [], gaps: [], forks: [], breaks: [] };
    return { events: this.events, excluded: new Set(), ...odd, unknownTypes: [], disagreeing: [] };
  }

  /** Return the list of a day; every item of the course was met unless it is said otherwise. */
  list(day: number, changes: Partial<Morning> = {}, limit?: number): Asked[] {
    const met = new Set(Object.keys(this.course.items));
    return todaysList(
      {
        log: this.log,
        course: this.course,
        today: dateOf(day),
        dawn: START + day * DAY,
        seen: new Map(),
        met,
        ...changes,
      },
      limit,
    );
  }

  private begin(bank: string, at: number): string {
    const attemptId = `attempt-${this.attempts.size}`;
    this.attempts.set(bank, attemptId);
    const mode = bank === "lesson" ? "practice" : "review";
    this.add(at, "attempt.started", { attemptId, bankId: bank, seed: 1, mode });
    return attemptId;
  }

  private add(at: number, type: KnownEvent["type"], body: object): this {
    const seq = this.events.length + 1;
    const id = `e${`${seq}`.padStart(6, "0")}`;
    const around = {
      id,
      device: "device",
      seq,
      prev: null,
      at,
      locale: "en",
      course: { version: "0.1.0", contentHash: HASH },
    };
    this.events.push({ ...around, type, body } as unknown as KnownEvent);
    return this;
  }
}

export function dateOf(day: number): string {
  return new Date(START + day * DAY).toISOString().slice(0, 10);
}
