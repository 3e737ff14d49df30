/** The script of the profile's page. */

import { partOf } from "../course/page_data";
import type { Titles } from "../course/titles";
import { titlesOnPage } from "../course/titles";
import { recordIn } from "../learner/contents";
import { checkedLog } from "../learning/disagreements";
import type { CourseData, CourseKeys } from "../record/course_data";
import type { RecordStore } from "../storage/record_store";
import { recordStoreOf } from "../storage/record_store";
import { make, need } from "../ui/dom";
import type { Stop } from "../ui/mounting";
import { whenReady } from "../ui/ready";
import { factsOf } from "../views/profile/facts";
import { showProfile } from "../views/profile/show";
import { say } from "../views/profile/words";

const NOTHING = { events: [], devices: [] };

function start(): void {
  const root = need(document, "[data-module=profile]");
  const course = partOf("course");
  const store = recordStoreOf(course.id);
  const shown = new Shown(root, course, partOf("keys"), titlesOnPage(), store);
  // as long as the page lives, which may be brought back from the history
  store.listen(() => shown.again(), new AbortController().signal);
  store.ready.then(() => shown.again()).catch((problem: unknown) => shown.fail(problem));
}

/** The profile as it is on the page, drawn again whenever the record has changed. */
class Shown {
  private stop: Stop = () => {};

  constructor(
    private readonly root: HTMLElement,
    private readonly course: CourseData,
    private readonly keys: CourseKeys,
    private readonly titles: Titles,
    private readonly store: RecordStore,
  ) {}

  again(): void {
    const record = recordIn(this.store.contents);
    const facts = factsOf(checkedLog(record ?? NOTHING, this.course, this.keys), this.course, this.titles, Date.now());
    this.stop();
    this.stop = showProfile(this.root, facts, record?.learner.alias);
  }

  fail(problem: unknown): void {
    console.error(`profile: ${problem instanceof Error ? problem.message : problem}`);
    this.root.replaceChildren(make("p", "", say("failed")));
  }
}

whenReady(start);
