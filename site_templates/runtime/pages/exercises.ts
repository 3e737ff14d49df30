/** The script of lessons with exercises: each is brought to life by its name. */

import { courseOnPage } from "../course/course_on_page";
import { mountDialogue } from "../exercises/dialogue/dialogue";
import { mountAll } from "../ui/mounting";
import type { Mount } from "../ui/mounting";
import { mountConfidence } from "../exercises/confidence";
import type { PracticePage } from "../exercises/page";
import { mountRating } from "../exercises/rating/rating";
import { mountWrittenReply } from "../exercises/written_reply";
import { keeperOf } from "../storage/record_store";

const MODULES: Readonly<Record<string, Mount<PracticePage>>> = {
  confidence: mountConfidence,
  dialogue: mountDialogue,
  rating: mountRating,
  "written-reply": mountWrittenReply,
};

function start(): void {
  const course = courseOnPage();
  mountAll(document, MODULES, { course, keeper: keeperOf(course.id) });
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start, { once: true });
else start();
