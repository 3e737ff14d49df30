/** The script of the certificate's page. */

import { judgedOnPage } from "../course/judged";
import { keysOfUnits } from "../course/loading";
import type { Titles } from "../course/titles";
import { titlesOnPage } from "../course/titles";
import { exportInTurns } from "../learner/export";
import type { CourseData, CourseKeys } from "../record/course_data";
import { unitsAnswered } from "../record/units_answered";
import { pageStore } from "../storage/page_store";
import type { RecordStore } from "../storage/record_store";
import { make, need } from "../ui/dom";
import { whenReady } from "../ui/ready";
import { say as sayOfSaving } from "../ui/saving_words";
import type { Parts } from "../ui/turns";
import { inTurns } from "../ui/turns";
import type { Sealed } from "../views/certificate/sealed";
import { fitsInParts, sealInParts } from "../views/certificate/sealed";
import { showCertificate } from "../views/certificate/show";
import type { Statement } from "../views/certificate/statement";
import { statementInParts } from "../views/certificate/statement";
import { say } from "../views/certificate/words";
import { handOver } from "../views/every_page/exporting";
import { showOutcome } from "../views/record/page";

function start(): void {
  const root = need(document, "[data-module=certificate]");
  const course = judgedOnPage();
  const store = pageStore();
  const shown = new Shown(root, course, titlesOnPage(), store);
  // as long as the page lives, which may be brought back from the history
  const again = (): void => void shown.again().catch((problem: unknown) => shown.fail(problem));
  store.listen(again, new AbortController().signal);
  store.ready.then(again).catch((problem: unknown) => shown.fail(problem));
  need(root, "[data-role=export]").addEventListener(
    "click",
    () => void shown.export().catch((problem: unknown) => shown.fail(problem)),
  );
  need(root, "[data-role=print]").addEventListener("click", () => window.print());
}

/** The certificate as it is on the page, made again whenever the record has changed. */
class Shown {
  private sealed: Sealed | null = null;
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
    const keys = await this.keys();
    const made = await inTurns(this.made(this.sealed, keys), signal);
    if (!made) return;
    this.sealed = made.sealed;
    showCertificate(this.root, made.statement, this.titles, made.sealed);
  }

  private keys(): Promise<CourseKeys> {
    return keysOfUnits(".", unitsAnswered(this.store.contents.events, this.course));
  }

  private *made(
    before: Sealed | null,
    keys: CourseKeys,
  ): Parts<{ readonly statement: Statement | null; readonly sealed: Sealed | null }> {
    const { contents } = this.store;
    // a digest stays only as long as it is the one of what is shown
    const isStillTrue = before !== null && (yield* fitsInParts(before, contents, this.course, keys));
    const sealed = isStillTrue ? before : null;
    const now = sealed?.at ?? Date.now();
    return { statement: yield* statementInParts(contents, this.course, keys, this.titles, now), sealed };
  }

  async export(): Promise<void> {
    try {
      const keys = await this.keys();
      const sealing = sealInParts(this.store.contents, this.course, keys, Date.now());
      const sealed = (await inTurns(sealing, new AbortController().signal)) ?? null;
      if (!sealed) return;
      this.sealed = sealed;
      // noting the export changes the record's own part, and so shows the certificate again
      await handOver(this.store, sealed.file, sealed.at);
      showOutcome({ root: this.root }, "export", `${sayOfSaving("exported")} ${say("exported")}`);
    } catch (problem) {
      this.sealed = null;
      await this.again();
      showOutcome({ root: this.root }, "export", sayOfSaving("export_failed"));
      console.error(`certificate: ${problem instanceof Error ? problem.message : problem}`);
    }
  }

  fail(problem: unknown): void {
    console.error(`certificate: ${problem instanceof Error ? problem.message : problem}`);
    this.root.replaceChildren(make("p", "", say("failed")));
    this.root.hidden = false;
  }
}

// the line at the foot of the page exports too
window.imr.exportFile = exportInTurns;
whenReady(start);
