/** What exercises need of the page and of the learner's record. */

import { localeOnPage } from "../course_on_page";
import type { CourseOnPage } from "../course_on_page";
import type { Circumstances } from "../record/append";
import type { Keeper } from "../record/keeper";

export interface PracticePage {
  readonly keeper: Keeper;
  readonly course: CourseOnPage;
}

/** Give when and on what page something happens. */
export function circumstances({ course: { id, version, contentHash } }: PracticePage): Circumstances {
  return { now: Date.now(), locale: localeOnPage(), course: { id, version, contentHash } };
}
