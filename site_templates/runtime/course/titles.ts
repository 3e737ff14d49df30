/** What the page calls things: competencies, their groups, units and lessons, by `imrTitles`. */

import type { Strand } from "../record/course_data";

export interface CompetencyTitle {
  readonly id: string;
  readonly title: string;
  readonly group: string;
  readonly strand: Strand;
}

export interface LessonTitle {
  readonly id: string;
  readonly href: string;
  readonly title: string;
  readonly minutes: number;
  readonly items: readonly string[];
}

export interface UnitTitle {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly minutes: number;
  readonly competencies: readonly string[];
  readonly items: readonly string[];
  readonly lessons: readonly LessonTitle[];
}

export interface DialogueTitle {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly minutes: number;
  readonly unit: string;
  readonly competencies: readonly string[];
}

export interface Titles {
  readonly competencies: readonly CompetencyTitle[];
  readonly groups: readonly { readonly id: string; readonly title: string }[];
  /** By its id the instrument, number and name of each item of an instrument. */
  readonly instrumentItems: Readonly<Record<string, string>>;
  readonly units: readonly UnitTitle[];
  /** The units that are modules of the curriculum, with their numbers there. */
  readonly modules: readonly { readonly unit: string; readonly number: number }[];
  readonly dialogues: readonly DialogueTitle[];
}

declare global {
  interface Window {
    imrTitles?: Titles;
  }
}

/** Where a question stands; `number` counts within its lesson. */
export interface Place {
  readonly href: string;
  readonly lesson: LessonTitle;
  readonly unit: UnitTitle;
  readonly number: number;
}

/** Find where a question stands; nowhere if no lesson shows its set. */
export function placeOf(titles: Titles, item: string): Place | undefined {
  for (const unit of titles.units) {
    for (const lesson of unit.lessons) {
      const place = lesson.items.indexOf(item);
      if (place >= 0) return { href: `${lesson.href}#item-${item}`, lesson, unit, number: place + 1 };
    }
  }
  return undefined;
}
