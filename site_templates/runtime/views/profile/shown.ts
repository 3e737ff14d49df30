/** The profile as it is on the page. */

import { keysOfUnits } from "../../course/loading";
import type { Titles } from "../../course/titles";
import { recordIn } from "../../learner/contents";
import { checkedLogInParts } from "../../learning/disagreements";
import type { CourseData, CourseKeys } from "../../record/course_data";
import type { Record as LearnerRecord } from "../../record/record";
import { unitsAnswered } from "../../record/units_answered";
import type { RecordStore } from "../../storage/record_store";
import { make } from "../../ui/dom";
import type { Stop } from "../../ui/mounting";
import { report } from "../../ui/mounting";
import type { Parts } from "../../ui/turns";
import { inTurns } from "../../ui/turns";
import { factsInParts } from "./facts";
import type { Facts } from "./rows";
import { showProfile } from "./show";
import { say } from "./words";

const NOTHING = { events: [], devices: [] };

export class ProfileShown {
  private stop: Stop = () => {};

  constructor(
    private readonly root: HTMLElement,
    private readonly course: CourseData,
    private readonly titles: Titles,
    private readonly store: RecordStore,
  ) {}

  async draw(signal: AbortSignal): Promise<void> {
    const record = recordIn(this.store.contents);
    const keys = await keysOfUnits(".", unitsAnswered(record?.events ?? [], this.course));
    const facts = await inTurns(this.facts(record ?? NOTHING, keys, Date.now()), signal);
    if (!facts) return;
    this.stop();
    this.stop = showProfile(this.root, facts, record?.learner.alias);
  }

  /** Say that there is no profile to see, and in the console why. */
  fail(problem: unknown): void {
    report(this.root, problem);
    this.root.replaceChildren(make("p", "", say("failed")));
  }

  private *facts(record: Pick<LearnerRecord, "events" | "devices">, keys: CourseKeys, now: number): Parts<Facts> {
    const compared = yield* checkedLogInParts(record, this.course, keys);
    yield;
    return yield* factsInParts(compared, this.course, this.titles, now);
  }
}
