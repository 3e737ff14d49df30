/** The columns of the cohort's tables: what each says on the screen, in a spreadsheet, and by what it sorts. */

import type { Titles } from "../../course/titles";
import type { AssignedCounts, Member } from "../../desk/cohort";
import { assignedCounts, nameOfMember } from "../../desk/cohort";
import type { Marks } from "../../desk/cohort_row";
import type { DeskContents } from "../../desk/contents";
import type { Cell } from "../../desk/spreadsheet";
import type { Strand } from "../../record/course_data";
import type { StrandEstimate } from "../../record/schema";
import { day, wholeDay } from "../../ui/days";
import { points } from "../../ui/numbers";
import { stateMark } from "../profile/state_marks";
import { say, sayCount } from "./words";

/** A member as a line of the tables. */
export interface Line {
  readonly member: Member;
  readonly name: string;
  readonly counts: AssignedCounts;
}

/** `cell`: for a spreadsheet. `order`: to sort by, and `show`: on the screen, each if it is not the cell. */
export interface Column {
  readonly head: string;
  readonly cell: (line: Line) => Cell;
  readonly order?: (line: Line) => Cell;
  readonly show?: (line: Line) => string | Node;
}

const MINUTES = 60;

export function linesOf(members: readonly Member[], desk: DeskContents, today: string): Line[] {
  return members.map((member) => ({
    member,
    name: nameOfMember(member, desk),
    counts: assignedCounts(member, desk, today),
  }));
}

/** What everyone asks first: how far, how much, since when, and what is open. */
export function overviewColumns(titles: Titles): Column[] {
  return [
    nameColumn(),
    { head: say("column_marks"), cell: ({ member }) => marksWords(member.latest.marks) },
    whole(say("column_safety"), ({ member }) => member.latest.safetyOpen.length),
    whole(say("column_shown"), ({ member }) => states(member, titles, "shown")),
    whole(say("column_not_yet"), ({ member }) => states(member, titles, "not-yet")),
    whole(say("column_not_enough"), ({ member }) => states(member, titles, "not-enough-evidence")),
    whole(say("column_units"), ({ member }) => member.latest.unitsDone.length),
    hours(),
    whole(say("column_assigned"), ({ counts }) => counts.assigned),
    whole(say("column_done"), ({ counts }) => counts.done),
    whole(say("column_overdue"), ({ counts }) => counts.overdue),
    moment("column_activity", ({ member }) => member.latest.lastActivity),
    moment("column_exported", ({ member }) => member.latest.exportedAt),
    whole(say("column_files"), ({ member }) => 1 + member.earlier.length),
  ];
}

/** One column for each competency, in one strand, or as it was observed. */
export function competencyColumns(titles: Titles, strand: Strand | "observed"): Column[] {
  const columns = titles.competencies.map(({ id, title }): Column => {
    const head = `${id} ${title}`;
    if (strand === "observed") return observedColumn(id, head);
    const numbers = ({ member }: Line): StrandEstimate | undefined => member.latest.competencies[id]?.strands[strand];
    return {
      head,
      cell: (line) => (numbers(line)?.n ? stateWords(numbers(line)!.state) : ""),
      show: (line) => (numbers(line)?.n ? stateMark(numbers(line)!.state) : "–"),
    };
  });
  return [nameColumn(), ...columns];
}

function observedColumn(id: string, head: string): Column {
  const seen = ({ member }: Line) => member.latest.competencies[id]?.seen ?? null;
  return {
    head,
    cell: (line) => inBands(seen(line)?.valueMilli),
    show: (line) => (seen(line) ? points(seen(line)!.valueMilli) : "–"),
  };
}

/** The numbers of every competency and strand, one row each, for whoever computes with them. */
export function numberRows(lines: readonly Line[], titles: Titles): Cell[][] {
  const rows = lines.flatMap(({ member: { latest }, name }) =>
    titles.competencies.flatMap(({ id }) =>
      (["knowledge", "judgement"] as const).map((strand): Cell[] => {
        const cell = latest.competencies[id];
        const found = cell?.strands[strand];
        const numbers = found ? [found.meanMilli, found.lowMilli, found.highMilli].map((milli) => milli / 1000) : [];
        const seen = cell?.seen;
        return [
          name,
          latest.pseudonyms[0] ?? "",
          id,
          strand,
          found ? stateWords(found.state) : "",
          ...(numbers.length > 0 ? numbers : [null, null, null]),
          found?.n ?? null,
          seen ? seen.valueMilli / 1000 : null,
          seen ? new Date(`${seen.date}T00:00:00Z`) : null,
        ];
      }),
    ),
  );
  return [numberHeads(), ...rows];
}

/** Say in words why a file is not counted without asking. */
export function marksWords(marks: Marks): string {
  const kinds = Object.entries(marks) as [keyof Marks, number][];
  return kinds.map(([kind, count]) => sayCount(`mark_${kind}`, count)).join("; ");
}

const STATES = {
  shown: "state_shown",
  "not-yet": "state_not_yet",
  "not-enough-evidence": "state_not_enough_evidence",
} as const;

function stateWords(state: StrandEstimate["state"]): string {
  return say(STATES[state]);
}

function numberHeads(): string[] {
  return [
    say("head_name"),
    say("head_code"),
    say("head_competency"),
    say("head_strand"),
    say("head_state"),
    say("head_mean"),
    say("head_low"),
    say("head_high"),
    say("head_n"),
    say("head_observed"),
    say("head_observed_on"),
  ];
}

function nameColumn(): Column {
  return { head: say("column_name"), cell: ({ name }) => name };
}

function whole(head: string, cell: (line: Line) => number): Column {
  return { head, cell };
}

function hours(): Column {
  const of = ({ member }: Line): number => Math.round((member.latest.minutes / MINUTES) * 10) / 10;
  return { head: say("column_hours"), cell: of, show: (line) => points(of(line) * 1000) };
}

function moment(head: "column_activity" | "column_exported", of: (line: Line) => number | null): Column {
  return {
    head: say(head),
    cell: (line) => (of(line) === null ? null : wholeDay(of(line)!)),
    order: of,
    show: (line) => (of(line) === null ? "–" : day(of(line)!)),
  };
}

function inBands(milli: number | undefined): number | null {
  return milli === undefined ? null : milli / 1000;
}

/** Count the competencies in a state, each in the strand by which it is judged first. */
function states({ latest }: Member, titles: Titles, state: StrandEstimate["state"]): number {
  return titles.competencies.filter(({ id, strand }) => latest.competencies[id]?.strands[strand].state === state)
    .length;
}
