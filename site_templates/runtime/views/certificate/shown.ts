/** The certificate as it is on the page. */

import { keysOfUnits } from "../../course/loading";
import type { Titles } from "../../course/titles";
import type { CourseData, CourseKeys } from "../../record/course_data";
import { unitsAnswered } from "../../record/units_answered";
import type { RecordStore } from "../../storage/record_store";
import { make } from "../../ui/dom";
import { report } from "../../ui/mounting";
import { say as sayOfSaving } from "../../ui/saving_words";
import type { Parts } from "../../ui/turns";
import { inTurns } from "../../ui/turns";
import { handOver } from "../every_page/exporting";
import { showOutcome } from "../record/page";
import type { Sealed } from "./sealed";
import { fitsInParts, sealInParts } from "./sealed";
import { showCertificate } from "./show";
import type { Statement } from "./statement";
import { statementInParts } from "./statement";
import { say } from "./words";

export class CertificateShown {
  private sealed: Sealed | null = null;

  constructor(
    private readonly root: HTMLElement,
    private readonly course: CourseData,
    private readonly titles: Titles,
    private readonly store: RecordStore,
  ) {}

  async draw(signal: AbortSignal): Promise<void> {
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

  /** Export the record, and print the digest of that file; `again`: draws the certificate without one. */
  async export(again: () => Promise<void>): Promise<void> {
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
      await again();
      showOutcome({ root: this.root }, "export", sayOfSaving("export_failed"));
      report(this.root, problem);
    }
  }

  /** Say that there is no certificate to see, and in the console why. */
  fail(problem: unknown): void {
    report(this.root, problem);
    this.root.replaceChildren(make("p", "", say("failed")));
    this.root.hidden = false;
  }
}
