/** What a page says about the course it belongs to. */

import type { CourseNamed } from "../record/schema";

export interface CourseOnPage extends CourseNamed {
  /** The way from this page to the root of the site. */
  readonly base: string;
  readonly page: {
    readonly kind: string;
    readonly lesson: string;
    readonly lessonHash: string;
    readonly unit: string;
  };
}

export interface LessonOnPage {
  readonly id: string;
  readonly href: string;
  readonly title: string;
  readonly minutes: number;
  readonly items?: readonly string[];
  /** Its dialogues and rating exercises. */
  readonly practice?: readonly string[];
}

/** Everything that is rated in an exercise; when its meaning changes, so does its hash. */
export interface RatingOnPage {
  readonly id: string;
  readonly hash: string;
  readonly elements: readonly string[];
}

export interface UnitOnPage {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  /** Of the whole unit, as its page says. */
  readonly minutes: number;
  readonly items: readonly string[];
  /** Of each item how its hash begins, in the same order. */
  readonly hashes: readonly string[];
  readonly dialogues?: readonly string[];
  readonly ratings?: readonly RatingOnPage[];
  readonly lessons: readonly LessonOnPage[];
}

/** Read the course from the page. */
export function courseOnPage(): CourseOnPage {
  const found = inlineJson("imr-course") as CourseOnPage | null;
  if (!found) throw new Error('the page has no "#imr-course"');
  return found;
}

declare global {
  interface Window {
    /** The units of the course, from a script of their own. */
    imrUnits?: readonly UnitOnPage[];
  }
}

/** Return the language of the page, which events remember. */
export function localeOnPage(): string {
  const language = document.documentElement.lang;
  return /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(language) && language.length <= 35 ? language : "en";
}

function inlineJson(id: string): unknown {
  return JSON.parse(document.getElementById(id)?.textContent ?? "null");
}
