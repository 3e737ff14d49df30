/** What exercises need of the page and of the learner's record. */

import type { CourseOnPage } from "../course/course_on_page";
import { localeOnPage } from "../course/course_on_page";
import type { Circumstances } from "../learner/append";
import type { Keeper } from "../storage/record_store";

export interface PracticePage {
  readonly keeper: Keeper;
  readonly course: CourseOnPage;
}

/** Give when and on what page something happens. */
export function circumstances({ course: { id, version, contentHash } }: PracticePage): Circumstances {
  return { now: Date.now(), locale: localeOnPage(), course: { id, version, contentHash } };
}
