/** The script of lessons with excerpts to rate. */

import { courseOnPage } from "../course/course_on_page";
import { mountRating } from "../exercises/rating/rating";
import { pageStore } from "../storage/page_store";
import { mountAll } from "../ui/mounting";
import { whenReady } from "../ui/ready";

function start(): void {
  mountAll(document, { rating: mountRating }, { course: courseOnPage(), store: pageStore() });
}

whenReady(start);
