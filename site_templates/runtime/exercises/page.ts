/** What exercises need of the page and of the learner's record. */

import type { CourseOnPage } from "../course/course_on_page";
import type { RecordStore } from "../storage/record_store";

export interface ExercisePage {
  readonly store: RecordStore;
  readonly course: CourseOnPage;
}
