/** When and on what page something happens. */

import type { CourseOnPage } from "../course/course_on_page";
import { localeOnPage } from "../course/course_on_page";
import type { Circumstances } from "../learner/append";

/** Return the circumstances of what happens now, on a page of this course. */
export function circumstancesOn({ id, version, contentHash }: CourseOnPage): Circumstances {
  return { now: Date.now(), locale: localeOnPage(), course: { id, version, contentHash } };
}
