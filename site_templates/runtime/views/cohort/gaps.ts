/** What many have in common: what the next training day could be about. */

import type { Titles } from "../../course/titles";
import type { Member, SharedGap } from "../../desk/cohort";
import { LEAST_GROUP, sharedGaps, suppressed } from "../../desk/cohort";
import type { Cell } from "../../desk/spreadsheet";
import { make } from "../../ui/dom";
import { table } from "../../ui/table";
import { say } from "./words";

const MOST = 10;

/** Show the widest gaps first; those who look at them know everyone, so nothing is hidden here. */
export function gapsTable(members: readonly Member[], titles: Titles): HTMLElement {
  if (members.length === 0) return make("p", "", say("no_one_counts"));
  const rows = gapsOf(members, titles)
    .slice(0, MOST)
    .map((gap) => cells(gap, titles, false).map(written));
  return table(say("table_gaps"), heads(), rows);
}

/** Return the same for others: without names, and without groups under five, which is said once. */
export function rowsForOthers(members: readonly Member[], titles: Titles): Cell[][] {
  const rows = gapsOf(members, titles).map((gap) => cells(gap, titles, true));
  const people = members.length < LEAST_GROUP ? say("not_shown") : members.length;
  return [[say("people"), people], [say("why_not_shown", { least: LEAST_GROUP })], [], heads(), ...rows];
}

function gapsOf(members: readonly Member[], titles: Titles): SharedGap[] {
  return sharedGaps(
    members,
    titles.competencies.map(({ id }) => id),
  );
}

function heads(): string[] {
  const states = ["column_not_yet", "column_not_enough", "column_shown"] as const;
  const strands = ["strand_knowledge", "strand_judgement"] as const;
  const ofStrands = strands.flatMap((strand) => states.map((state) => `${say(strand)}: ${say(state)}`));
  return [say("column_competency"), ...ofStrands, say("column_seen"), say("column_low")];
}

function cells({ competency, strands, observed, low }: SharedGap, titles: Titles, isForOthers: boolean): Cell[] {
  const title = titles.competencies.find(({ id }) => id === competency)?.title ?? "";
  const hide = (counts: readonly number[]): Cell[] =>
    isForOthers ? suppressed(counts).map((count) => count ?? say("not_shown")) : [...counts];
  const of = ({ notYet, notEnough, shown }: SharedGap["strands"]["knowledge"]): Cell[] =>
    hide([notYet, notEnough, shown]);
  // those observed at 3 or above follow from both counts, so they are hidden together
  const [lowShown, rest] = hide([low, observed - low]);
  const seen = typeof lowShown === "number" && typeof rest === "number" ? observed : say("not_shown");
  return [`${competency} ${title}`, ...of(strands.knowledge), ...of(strands.judgement), seen, lowShown ?? null];
}

function written(cell: Cell): string {
  return `${cell ?? ""}`;
}
