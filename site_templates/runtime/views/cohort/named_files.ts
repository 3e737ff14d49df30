/** The files that are not used, or not without asking: each by its name, with its reason. */

import type { Member } from "../../desk/cohort";
import { isSoundRow } from "../../desk/cohort_row";
import { isRefusal, shown } from "../../record/refusals";
import { make } from "../../ui/dom";
import { nextStep, problemOf } from "../record/refused";
import { marksWords } from "./columns";
import type { Outcome } from "./reading_files";
import { say, sayCount } from "./words";

/** List what was refused, what is marked, and what was dropped more than once. */
export function namedFiles(outcomes: readonly Outcome[], members: readonly Member[]): HTMLElement[] {
  const refused = outcomes.flatMap(({ name, found }) => {
    if (found === "failed") return [line(name, say("file_failed"))];
    return isRefusal(found)
      ? [line(name, say("refused_why", { problem: problemOf(found), step: nextStep(found) }))]
      : [];
  });
  const marked = members
    .filter(({ latest }) => !isSoundRow(latest))
    .map(({ latest }) => line(latest.file, marksWords(latest.marks)));
  const earlier = members.flatMap(({ earlier: rows }) =>
    rows.filter((row) => !isSoundRow(row)).map((row) => line(row.file, marksWords(row.marks))),
  );
  const same = members.flatMap(({ latest, same: names }) =>
    names.map((name) => line(name, say("file_same", { file: shown(latest.file) }))),
  );
  return [
    ...listed(sayCount("refused", refused.length), refused),
    ...listed(sayCount("marked", marked.length + earlier.length), [...marked, ...earlier]),
    ...listed(sayCount("same", same.length), same),
  ];
}

function listed(title: string, lines: readonly HTMLElement[]): HTMLElement[] {
  if (lines.length === 0) return [];
  const list = make("ul", "imr-cohort-named", ...lines);
  const about = make("details", "imr-how", make("summary", "imr-summary", title), list);
  (about as HTMLDetailsElement).open = lines.length <= 10;
  return [about];
}

function line(name: string, reason: string): HTMLElement {
  const file = make("strong", "", shown(name));
  file.translate = false;
  return make("li", "", file, ": ", reason);
}
