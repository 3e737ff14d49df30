/** The script of lessons with exercises: each is brought to life by its name. */

import { courseOnPage } from "./course_on_page";
import { mountDialogue } from "./dialogue/dialogue";
import { mountAll } from "./mounting";
import type { Mount } from "./mounting";
import { mountConfidence } from "./practice/confidence";
import type { PracticePage } from "./practice/page";
import { mountRating } from "./practice/rating";
import { mountWrittenReply } from "./practice/written_reply";
import { keeperOf } from "./record/keeper";

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
