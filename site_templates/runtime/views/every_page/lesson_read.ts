/** A lesson counts as read when its end has been in view. */

import type { CourseOnPage } from "../../course/course_on_page";
import { append } from "../../learner/append";
import { circumstancesOn } from "../../learner/circumstances";
import type { Change, Contents } from "../../learner/contents";
import { pastIn } from "../../learner/responses";
import { validEventsOf } from "../../record/log";
import type { RecordStore } from "../../storage/record_store";
import type { Stop } from "../../ui/mounting";

/** Wait for the end of the lesson to come into view. */
export function noteLessonRead(store: RecordStore, course: CourseOnPage): Stop {
  const end = document.querySelector(".imr-onward");
  const { lesson, lessonHash } = course.page;
  if (!end || !lesson || !lessonHash) return () => {};
  const watching = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    watching.disconnect();
    // a reading that is not stored is no loss to anyone: the next one will be
    store.change((contents) => read(contents, course)).catch(() => undefined);
  });
  watching.observe(end);
  return () => watching.disconnect();
}

function read(contents: Contents, course: CourseOnPage): Change {
  const { lesson: lessonId, lessonHash } = course.page;
  const known = validEventsOf(pastIn(contents), "lesson.read").some(
    ({ body }) => body.lessonId === lessonId && body.lessonHash === lessonHash,
  );
  if (known) return {};
  return append(contents, [{ type: "lesson.read", body: { lessonId, lessonHash } }], circumstancesOn(course));
}
