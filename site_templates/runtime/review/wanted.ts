/** Where evidence is missing: how many more cold answers each competency wants, in each strand. */

import { decisions, FEWEST_ITEMS, FEWEST_NEW, FEWEST_UNITS } from "../learning/decision";
import type { Cell, Found } from "../learning/evidence";
import { cellOf, evidence, isColdSince } from "../learning/evidence";
import type { Tally } from "../learning/pool";
import { cellsOf, tally } from "../learning/pool";
import type { CourseData, ItemData } from "../record/course_data";
import { strandOf } from "../record/course_data";
import type { Log } from "../record/log";

const ITEM = "item/";

/** What an answer given now would be worth as evidence. */
export class Wanted {
  private readonly counted: ReadonlySet<string>;
  private readonly lacking: Map<Cell, number>;
  private readonly lastShown: Map<string, number>;

  /** `seen`: when this browser last showed an item's feedback. */
  constructor(
    log: Log,
    course: CourseData,
    private readonly now: number,
    seen: ReadonlyMap<string, number>,
  ) {
    const found = evidence(log, course);
    this.counted = new Set(
      found.evidence
        .map(({ source }) => source)
        .filter((one) => one.startsWith(ITEM))
        .map((one) => one.slice(ITEM.length)),
    );
    this.lacking = lackingIn(log, course, found, now);
    this.lastShown = lastShown(log, seen, now);
  }

  /** Say whether an answer would be cold. */
  isCold(id: string): boolean {
    return isColdSince(this.lastShown.get(id), this.now);
  }

  shownAt(id: string): number {
    return this.lastShown.get(id) ?? -Infinity;
  }

  /** Say how much an answer would be missed: nothing if it is not cold, or the item has given evidence before. */
  worth(id: string, item: ItemData): number {
    if (!this.isCold(id) || this.counted.has(id)) return 0;
    return Math.max(0, ...cells(item).map((cell) => this.lacking.get(cell) ?? 0));
  }

  /** Count an answer as given, so that the next one goes where it is missed more. */
  spend(id: string, item: ItemData): void {
    if (this.worth(id, item) === 0) return;
    for (const cell of cells(item)) this.lacking.set(cell, Math.max(0, (this.lacking.get(cell) ?? 0) - 1));
  }
}

/** Return what an item asks for: its competencies, each in the item's strand. */
export function cells(item: ItemData): Cell[] {
  return item.competencies.map((name) => cellOf(name, strandOf(item)));
}

/** Count for each cell what it lacks until a decision can be taken; nothing where one has been. */
function lackingIn(log: Log, course: CourseData, found: Found, now: number): Map<Cell, number> {
  const looks = decisions(log, found, now, course.cutMilli / 1000);
  const held = cellsOf(found.evidence);
  const asked = new Set(Object.values(course.items).flatMap(cells));
  return new Map(
    [...asked].map((cell) => {
      const pool = tally(held.get(cell) ?? [], "");
      const { state, fresh } = looks.get(cell) ?? { state: "not-enough-evidence", fresh: pool.n };
      const toDecide = state === "not-enough-evidence" ? Math.max(1, FEWEST_NEW - fresh) : 0;
      return [cell, belowFloor(pool) || toDecide];
    }),
  );
}

function belowFloor({ effective, units }: Tally): number {
  return Math.max(Math.ceil(FEWEST_ITEMS - effective), FEWEST_UNITS - units, 0);
}

function lastShown(log: Log, seen: ReadonlyMap<string, number>, now: number): Map<string, number> {
  // what was seen later than `now` is not known yet
  const shown = new Map([...seen].filter(([, at]) => at < now));
  for (const event of log.events) {
    if (event.type === "item.response")
      shown.set(event.body.itemId, Math.max(event.at, shown.get(event.body.itemId) ?? 0));
  }
  return shown;
}
