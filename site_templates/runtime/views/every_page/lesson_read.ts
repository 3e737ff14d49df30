/** A lesson counts as read when its end has been in view, and the page open long enough to have skimmed what leads there. */

import type { CourseOnPage } from "../../course/course_on_page";
import { append } from "../../learner/append";
import type { Change, Contents } from "../../learner/contents";
import { pastIn } from "../../learner/responses";
import { validEventsOf } from "../../record/log";
import { circumstancesOn } from "../../storage/circumstances";
import type { RecordStore } from "../../storage/record_store";
import { all } from "../../ui/dom";
import type { Stop } from "../../ui/mounting";

/** Five times as fast as people read: 238 words a minute are about 20 characters a second. */
const SKIMMED_PER_SECOND = 100;
const SECOND = 1000;

/** Wait for the end of the lesson to come into view, and for the time that skimming it takes. */
export function noteLessonRead(store: RecordStore, course: CourseOnPage): Stop {
  const end = document.querySelector(".imr-onward");
  const { lesson, lessonHash } = course.page;
  if (!end || !lesson || !lessonHash) return () => {};
  const leastTime = (charactersAhead() / SKIMMED_PER_SECOND) * SECOND;
  let timer: number | undefined;
  const watching = new IntersectionObserver((entries) => {
    const isInView = entries[entries.length - 1]!.isIntersecting;
    window.clearTimeout(timer);
    if (!isInView) return;
    timer = window.setTimeout(
      () => {
        watching.disconnect();
        // a reading that is not stored is no loss to anyone: the next one will be
        store.change((contents) => read(contents, course)).catch(() => undefined);
      },
      // counted from when the page was opened
      Math.max(0, leastTime - performance.now()),
    );
  });
  watching.observe(end);
  return () => {
    window.clearTimeout(timer);
    watching.disconnect();
  };
}

/** Count what there is to read from the step on which the lesson was opened. */
function charactersAhead(): number {
  const steps = all(document, ".imr-lesson-step");
  const opened = Math.max(
    0,
    steps.findIndex(({ hidden }) => !hidden),
  );
  const texts = steps.slice(opened).flatMap((step) => all(step, "p, li, td"));
  return texts
    .filter((text) => !text.closest(".imr-item, .imr-exercise"))
    .reduce((sum, { textContent }) => sum + (textContent ?? "").length, 0);
}

function read(contents: Contents, course: CourseOnPage): Change {
  const { lesson: lessonId, lessonHash } = course.page;
  const known = validEventsOf(pastIn(contents), "lesson.read").some(
    ({ body }) => body.lessonId === lessonId && body.lessonHash === lessonHash,
  );
  if (known) return {};
  return append(contents, [{ type: "lesson.read", body: { lessonId, lessonHash } }], circumstancesOn(course));
}
