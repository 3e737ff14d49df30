/** What the pages of a learner call things: competencies, their groups, units and lessons. */

import { partOf } from "./page_data";
import type { CourseTitles, Lesson, Unit } from "./page_data.gen";

export interface Titles extends CourseTitles {
  readonly units: readonly Unit[];
  /** By their ids, what the safety-critical items are called; empty on pages that name none. */
  readonly safety: Readonly<Record<string, string>>;
}

/** Return what the scripts of the page have brought. */
export function titlesOnPage(): Titles {
  return { ...partOf("titles"), units: partOf("units"), safety: window.imr.safety ?? {} };
}

/** Where a question is; `number` counts within its lesson. */
export interface Place {
  readonly href: string;
  readonly lesson: Lesson;
  readonly unit: Unit;
  readonly number: number;
}

/** Find where a question is; nowhere if no lesson shows its set. */
export function placeOf(titles: Titles, item: string): Place | undefined {
  for (const unit of titles.units) {
    for (const lesson of unit.lessons) {
      const place = lesson.items.indexOf(item);
      if (place >= 0) return { href: `${lesson.href}#item-${item}`, lesson, unit, number: place + 1 };
    }
  }
  return undefined;
}
