/** The script of lessons with exercises: each is brought to life by its name. */

import { courseOnPage } from "../course/course_on_page";
import { mountConfidence } from "../exercises/confidence";
import { mountDemonstration } from "../exercises/demonstration/demonstration";
import { mountDialogue } from "../exercises/dialogue/dialogue";
import type { ExercisePage } from "../exercises/page";
import { mountWrittenReply } from "../exercises/written_reply";
import { pageStore } from "../storage/page_store";
import type { Mount } from "../ui/mounting";
import { mountAll } from "../ui/mounting";
import { whenReady } from "../ui/ready";

const MODULES: Readonly<Record<string, Mount<ExercisePage>>> = {
  confidence: mountConfidence,
  demonstration: mountDemonstration,
  dialogue: mountDialogue,
  "written-reply": mountWrittenReply,
};

function start(): void {
  const course = courseOnPage();
  mountAll(document, MODULES, { course, store: pageStore() });
}

whenReady(start);
