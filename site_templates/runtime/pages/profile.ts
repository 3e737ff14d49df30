/** The script of the profile's page. */

import { judgedOnPage } from "../course/judged";
import { keysOfUnits } from "../course/loading";
import type { Titles } from "../course/titles";
import { titlesOnPage } from "../course/titles";
import { recordIn } from "../learner/contents";
import { checkedLogInParts } from "../learning/disagreements";
import type { CourseData, CourseKeys } from "../record/course_data";
import type { Record as LearnerRecord } from "../record/record";
import { unitsAnswered } from "../record/units_answered";
import { pageStore } from "../storage/page_store";
import type { RecordStore } from "../storage/record_store";
import { make, need } from "../ui/dom";
import type { Stop } from "../ui/mounting";
import { whenReady } from "../ui/ready";
import type { Parts } from "../ui/turns";
import { inTurns } from "../ui/turns";
import { factsInParts } from "../views/profile/facts";
import type { Facts } from "../views/profile/rows";
import { showProfile } from "../views/profile/show";
import { say } from "../views/profile/words";

const NOTHING = { events: [], devices: [] };

function start(): void {
  const root = need(document, "[data-module=profile]");
  const course = judgedOnPage();
  const store = pageStore();
  const shown = new Shown(root, course, titlesOnPage(), store);
  // as long as the page lives, which may be brought back from the history
  const again = (): void => void shown.again().catch((problem: unknown) => shown.fail(problem));
  store.listen(again, new AbortController().signal);
  store.ready.then(again).catch((problem: unknown) => shown.fail(problem));
}

/** The profile as it is on the page, drawn again whenever the record has changed. */
class Shown {
  private stop: Stop = () => {};
  private working = new AbortController();

  constructor(
    private readonly root: HTMLElement,
    private readonly course: CourseData,
    private readonly titles: Titles,
    private readonly store: RecordStore,
  ) {}

  async again(): Promise<void> {
    // whoever changes the record again is no longer interested in how it was
    this.working.abort();
    this.working = new AbortController();
    const { signal } = this.working;
    const record = recordIn(this.store.contents);
    const keys = await keysOfUnits(".", unitsAnswered(record?.events ?? [], this.course));
    const facts = await inTurns(this.facts(record ?? NOTHING, keys, Date.now()), signal);
    if (!facts) return;
    this.stop();
    this.stop = showProfile(this.root, facts, record?.learner.alias);
  }

  private *facts(record: Pick<LearnerRecord, "events" | "devices">, keys: CourseKeys, now: number): Parts<Facts> {
    const compared = yield* checkedLogInParts(record, this.course, keys);
    yield;
    return yield* factsInParts(compared, this.course, this.titles, now);
  }

  fail(problem: unknown): void {
    console.error(`profile: ${problem instanceof Error ? problem.message : problem}`);
    this.root.replaceChildren(make("p", "", say("failed")));
  }
}

whenReady(start);
