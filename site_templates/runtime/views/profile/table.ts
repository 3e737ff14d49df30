/** The same numbers as a table: one line for each strand of each competency. */

import type { Titles } from "../../course/titles";
import { make } from "../../ui/dom";
import { label } from "../../ui/labels";
import { level, percent } from "../../ui/numbers";
import { headCell } from "../../ui/table";
import { agreementLines } from "./agreement_view";
import { say as sayRated } from "./agreement_words";
import { explained } from "./explained";
import { gapWords, levelWords, observedWords } from "./given";
import type { Facts, Group, Row, StrandRow } from "./rows";
import { hasRated } from "./rows";
import { strandMark } from "./state_marks";
import { day, say } from "./words";

const COLUMNS = [
  "column_competency",
  "column_strand",
  "column_state",
  "column_estimate",
  "column_range",
  "column_chance",
  "column_answers",
  "column_units",
] as const;

/** A column that is shown only when some row has something in it. */
interface Extra {
  readonly title: "column_own" | "column_observed";
  readonly isIn: (row: Row) => boolean;
  readonly words: (row: Row, titles: Titles) => string;
}

const EXTRA: readonly Extra[] = [
  {
    title: "column_own",
    isIn: ({ ownRating }) => ownRating !== undefined,
    words: (row) => (row.ownRating ? `${levelWords(row.ownRating)}; ${gapWords(row.ownRating, row)}` : ""),
  },
  {
    title: "column_observed",
    isIn: ({ observations }) => observations.length > 0,
    words: ({ observations }, titles) => observations.map((seen) => observedWords(seen, titles)).join("; "),
  },
];

const COLUMNS_HOW = ["columns_estimate", "columns_range", "columns_answers", "columns_state", "columns_given"] as const;

/** Build the table, and below it how its columns are computed. */
export function table(groups: readonly Group[], facts: Facts): HTMLElement {
  const cut = level(facts.cutMilli);
  const caption = make("caption", "", make("span", "", say("caption", { date: day(facts.now), cut })));
  const extra = EXTRA.filter(({ isIn }) => groups.some(({ rows }) => rows.some(isIn)));
  const columns = [...COLUMNS, ...extra.map(({ title }) => title)];
  const head = make("tr", "", ...columns.map((column) => headCell("col", say(column, { cut }))));
  const bodies = groups.map((group) => bodyOf(group, extra, facts));
  const sheet = make("table", "imr-profile-table", caption, make("thead", "", head), ...bodies);
  const frame = make("div", "imr-table", sheet);
  frame.tabIndex = 0;
  frame.setAttribute("role", "region");
  label(frame, say("scroll"), sheet);
  return make("div", "", frame, columnsHow());
}

function columnsHow(): HTMLElement {
  const lines = COLUMNS_HOW.map((word) => make("li", "", say(word)));
  const summary = make("summary", "", say("columns_how"));
  return make("details", "imr-how", summary, make("ul", "", ...lines), ...explained("estimate"));
}

function bodyOf(group: Group, extra: readonly Extra[], facts: Facts): HTMLElement {
  const title = headCell("rowgroup", group.title);
  const width = COLUMNS.length + extra.length;
  title.colSpan = width;
  const lines = group.rows.flatMap((row) => [
    ...row.strands.map((strand) => lineOf(row, strand, extra, facts.titles)),
    ...ratedLine(row, facts, width),
  ]);
  const body = make("tbody", "", make("tr", "imr-table-group", title), ...lines);
  body.dataset["group"] = group.id;
  return body;
}

/** What was given for the competency as a whole is in the line of its lead strand. */
function lineOf(row: Row, strand: StrandRow, extra: readonly Extra[], titles: Titles): HTMLElement {
  const isLead = strand === row.strands[0];
  const cells = extra.map(({ isIn, words }) => (isLead && isIn(row) ? make("td", "", words(row, titles)) : none()));
  const line = make("tr", "", headCell("row", `${row.id} ${row.title}`), ...numbersOf(strand), ...cells);
  line.dataset["competency"] = row.id;
  line.dataset["strand"] = strand.strand;
  return line;
}

/** Agreement in rating sessions: a line of its own, because it is no strand. */
function ratedLine(row: Row, { rated }: Facts, width: number): HTMLElement[] {
  if (row.id !== rated.under || !hasRated(rated)) return [];
  const words = make("td", "", sayRated("title"), ": ", agreementLines(rated.found).join(" "));
  words.colSpan = width - 1;
  const line = make("tr", "", headCell("row", `${row.id} ${row.title}`), words);
  line.dataset["rated"] = "";
  return [line];
}

function numbersOf(row: StrandRow): HTMLElement[] {
  const { strand, numbers } = row;
  const kind = make("td", "", say(strand));
  const state = make("td", "", strandMark(row));
  if (numbers.n === 0) return [kind, state, none(), none(), none(), cell("0"), cell("0")];
  const range = say("range", { low: level(numbers.lowMilli), high: level(numbers.highMilli) });
  const chance = percent(numbers.probabilityMilli);
  return [
    kind,
    state,
    cell(level(numbers.meanMilli)),
    cell(range),
    cell(chance),
    cell(`${numbers.n}`),
    cell(`${numbers.units}`),
  ];
}

function cell(words: string): HTMLElement {
  return make("td", "imr-number-cell", words);
}

/** Show a dash; screen readers read a word. */
function none(): HTMLElement {
  const dash = make("span", "", "–");
  dash.setAttribute("aria-hidden", "true");
  return make("td", "imr-none", dash, make("span", "imr-visually-hidden", say("none")));
}
