/** What a file is: whose, from when, whether it is unchanged, complete and of this course; each as a line with a mark. */

import { judgedOnPage } from "../../../course/judged";
import type { ProfileComparison } from "../../../desk/inspection";
import { isSound } from "../../../desk/inspection";
import { shown } from "../../../record/refusals";
import { day } from "../../../ui/days";
import { make } from "../../../ui/dom";
import { icon } from "../../../ui/icons";
import { notesTitle, noteWords } from "../../record/note_words";
import { say } from "../words";
import type { LookedAt } from "./looked_at";

/** `isFine` is false where something needs to be asked about. */
interface Line {
  readonly words: string;
  readonly isFine: boolean;
}

/** Say what a file is, and what is odd about it. */
export function standing({ reading, inspection, notes }: LookedAt): HTMLElement {
  const { learner, identity, events } = reading.record;
  const pseudonym = [...learner.pseudonyms].sort()[0] ?? "";
  const who = learner.alias === undefined ? pseudonym : `${shown(learner.alias)} (${pseudonym})`;
  const facts = [
    [say("file_whose"), who],
    [say("file_exported"), day(identity.exportedAt)],
    [say("file_entries"), `${events.length}`],
    [say("file_version"), reading.record.course.version],
  ].flatMap(([name = "", value = ""]) => [make("dt", "", name), make("dd", "", value)]);
  const summary = say(isSound(inspection) ? "file_sound" : "file_odd");
  return make(
    "section",
    "imr-desk-standing",
    make("h3", "", say("file_is")),
    make("dl", "imr-record-facts", ...facts),
    make("p", "", make("strong", "", summary)),
    make("ul", "imr-plain imr-desk-lines", ...linesOf({ reading, inspection }).map(lineView)),
    ...notesOn(notes),
    make("p", "imr-quiet", say("file_no_proof")),
  );
}

/** List what may have an honest reason; what does not fit is listed elsewhere. */
function notesOn(notes: LookedAt["notes"]): HTMLElement[] {
  if (notes.length === 0) return [];
  const lines = notes.map(({ code, about }) => make("li", "", noteWords(code, about.length)));
  return [make("p", "", notesTitle()), make("ul", "", ...lines)];
}

function lineView({ words, isFine }: Line): HTMLElement {
  const line = make("li", "", icon(isFine ? "right" : "wrong"), make("span", "", words));
  line.dataset["state"] = isFine ? "fine" : "odd";
  return line;
}

function linesOf(looked: Pick<LookedAt, "reading" | "inspection">): Line[] {
  const { log, isUnchanged } = looked.inspection;
  return [
    isUnchanged ? fine(say("file_unchanged")) : odd(changed(looked)),
    log.gaps.length === 0 ? fine(say("file_complete")) : odd(say("file_gaps", { count: log.gaps.length })),
    ofCourse(looked),
    ...counted(log.disagreeing.length, (count) => say("file_disagreeing", { count })),
    ...counted(log.conflicts.length, (count) => say("file_conflicts", { count })),
    ...counted(log.forks.length, (count) => say("file_forks", { count })),
    ...counted(log.breaks.length, (count) => say("file_breaks", { count })),
    ...compared(looked.inspection.derived),
  ];
}

/** Name the first entry that does not follow from the one before, if a change shows there. */
function changed({ reading, inspection }: Pick<LookedAt, "reading" | "inspection">): string {
  const broken = new Set(inspection.log.breaks);
  const first = reading.record.events.find(({ raw }) => broken.has(raw.id));
  return first ? say("file_changed_from", { date: day(first.raw.at) }) : say("file_changed");
}

function ofCourse({ reading }: Pick<LookedAt, "reading">): Line {
  const { version, contentHash } = reading.record.course;
  const course = judgedOnPage();
  if (contentHash === course.contentHash) return fine(say("file_same_course"));
  // an older edition is no fault: what was answered to questions that have changed does not count
  return fine(say("file_other_version", { theirs: version, ours: course.version }));
}

function compared(derived: ProfileComparison): Line[] {
  if (derived === "differs") return [odd(say("file_derived_differs"))];
  return derived === "missing" ? [odd(say("file_derived_missing"))] : [];
}

function counted(count: number, words: (count: number) => string): Line[] {
  return count > 0 ? [odd(words(count))] : [];
}

function fine(words: string): Line {
  return { words, isFine: true };
}

function odd(words: string): Line {
  return { words, isFine: false };
}
