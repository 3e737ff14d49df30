/** The script of the certificate's page. */

import { partOf } from "../course/page_data";
import type { Titles } from "../course/titles";
import { titlesOnPage } from "../course/titles";
import { exportFile } from "../learner/export";
import type { CourseData, CourseKeys } from "../record/course_data";
import type { RecordStore } from "../storage/record_store";
import { recordStoreOf } from "../storage/record_store";
import { make, need } from "../ui/dom";
import { whenReady } from "../ui/ready";
import { say as sayOfSaving } from "../ui/saving_words";
import type { Sealed } from "../views/certificate/sealed";
import { fits, seal } from "../views/certificate/sealed";
import { showCertificate } from "../views/certificate/show";
import { statementOf } from "../views/certificate/statement";
import { say } from "../views/certificate/words";
import { handOver } from "../views/every_page/exporting";
import { showOutcome } from "../views/record/page";

function start(): void {
  const root = need(document, "[data-module=certificate]");
  const course = partOf("course");
  const store = recordStoreOf(course.id);
  const shown = new Shown(root, course, partOf("keys"), titlesOnPage(), store);
  // as long as the page lives, which may be brought back from the history
  store.listen(() => shown.again(), new AbortController().signal);
  store.ready.then(() => shown.again()).catch((problem: unknown) => shown.fail(problem));
  need(root, "[data-role=export]").addEventListener("click", () => void shown.export());
  need(root, "[data-role=print]").addEventListener("click", () => window.print());
}

/** The certificate as it is on the page, made again whenever the record has changed. */
class Shown {
  private sealed: Sealed | null = null;

  constructor(
    private readonly root: HTMLElement,
    private readonly course: CourseData,
    private readonly keys: CourseKeys,
    private readonly titles: Titles,
    private readonly store: RecordStore,
  ) {}

  again(): void {
    const { contents } = this.store;
    // a digest stays only as long as it is the one of what is shown
    if (this.sealed && !fits(this.sealed, contents, this.course, this.keys)) this.sealed = null;
    const now = this.sealed?.at ?? Date.now();
    const statement = statementOf(contents, this.course, this.keys, this.titles, now);
    showCertificate(this.root, statement, this.titles, this.sealed);
  }

  async export(): Promise<void> {
    try {
      this.sealed = seal(this.store.contents, this.course, this.keys, Date.now());
      if (!this.sealed) return;
      // noting the export changes the record's own part, and so shows the certificate again
      await handOver(this.store, this.sealed.file, this.sealed.at);
      showOutcome({ root: this.root }, "export", `${sayOfSaving("exported")} ${say("exported")}`);
    } catch (problem) {
      this.sealed = null;
      this.again();
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
window.imr.exportFile = exportFile;
whenReady(start);
