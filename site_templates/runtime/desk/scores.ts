/** Scores in a table: items down and people across, or the other way round, or one list of numbers. */

import type { Block, Cells } from "./cells";
import { blockIn, cellName, firstFilled } from "./cells";
import type { Values } from "./fidelity";
import type { Find, Subject } from "./item_names";
import { finder, isNumber } from "./item_names";

/** The scores of one person or group, as the table calls them; an empty name means that it names no one. */
export interface ScoresOf {
  readonly name: string;
  readonly values: Values;
}

/**
 * `words`: what the cell holds. In no cell in particular, `no-items`: no item of the scale was found;
 * `both-ways`: items may stand below each other or side by side.
 */
export interface TableProblem {
  readonly code: "not-a-number" | "out-of-range" | "unknown-item" | "twice" | "no-items" | "both-ways";
  readonly cell: string;
  readonly words: string;
}

export interface ScoresInTable {
  readonly people: readonly ScoresOf[];
  readonly problems: readonly TableProblem[];
}

const LEAST = 1000;
const MOST = 5000;
const NO_ITEMS: ScoresInTable = { people: [], problems: [{ code: "no-items", cell: "", words: "" }] };
const BOTH_WAYS: ScoresInTable = { people: [], problems: [{ code: "both-ways", cell: "", words: "" }] };
const NOT_RATED = /^(|[-–—/.]|n\.?\s?\/?a\.?|n\.?v\.?t\.?|nvt|not (seen|rated))$/i;

/** Read one score, with a decimal point or comma; null where it was not rated. */
export function scoreIn(text: string): number | null | "not-a-number" | "out-of-range" {
  const trimmed = text.trim();
  if (NOT_RATED.test(trimmed)) return null;
  if (!/^[+-]?\d{1,6}([.,]\d{1,20})?$/.test(trimmed)) return "not-a-number";
  const milli = Math.round(Number(trimmed.replace(",", ".")) * 1000);
  return milli >= LEAST && milli <= MOST ? milli : "out-of-range";
}

/** Read a table; where anything is wrong, the problems are named and nothing of it should be kept. */
export function scoresIn(cells: Cells, subjects: readonly Subject[]): ScoresInTable {
  const block = blockIn(cells);
  // one row or one column has no place for the names of items
  if (block.cells.length <= 1 || block.cells.every((row) => row.length === 1)) return oneList(block, subjects);
  const find = finder(subjects);
  const rows = withoutNumbers(block.cells, find);
  const down = labelsOf(
    rows.map(([label = ""]) => label),
    find,
  );
  const across = labelsOf(block.cells[0] ?? [], find);
  // with items across, the table is read as if it were turned
  const readAcross = (): ScoresInTable => {
    const columns = withoutNumbers(turned(block.cells), find);
    return readDown({ cells: columns, row: block.column, column: block.row }, find, true);
  };
  const read = (): ScoresInTable => readDown({ ...block, cells: rows }, find, false);
  if (down.items === 0 && across.items === 0) return NO_ITEMS;
  if (isSurer(down, across)) return read();
  return isSurer(across, down) ? readAcross() : likely(read(), readAcross(), across.items > down.items);
}

/** How many items the first cells of rows or columns name, and how many of them by more than a number. */
interface Labels {
  readonly items: number;
  readonly words: number;
}

function labelsOf(cells: readonly string[], find: Find): Labels {
  // the cell in the corner stands in both directions
  const words = cells.slice(1).filter((cell) => find(cell) && !isNumber(cell)).length;
  return { items: cells.filter((cell) => find(cell)).length, words };
}

/** Numbers may be scores, or the codes of people; names of items are nothing else. */
function isSurer(one: Labels, other: Labels): boolean {
  return other.items === 0 || (one.words > 0 && other.words === 0);
}

/** Take the direction with more items, unless all fits in the other too: then no one can tell which was meant. */
function likely(down: ScoresInTable, across: ScoresInTable, isMoreAcross: boolean): ScoresInTable {
  const [more, fewer] = isMoreAcross ? [across, down] : [down, across];
  return fits(fewer) ? BOTH_WAYS : more;
}

/** An item that is there twice may be a slip in the direction that was meant. */
function fits({ people, problems }: ScoresInTable): boolean {
  const hasScores = people.some(({ values }) => Object.keys(values).length > 0);
  return hasScores && problems.every(({ code }) => code === "twice");
}

/** Where the numbers of the items stand beside their names or ids, leave one of these to each row. */
function withoutNumbers(cells: Cells, find: Find): Cells {
  const rows = cells.filter(([label = ""]) => find(label));
  const namesSame = (row: readonly string[], at: number): boolean => {
    const cell = row[at] ?? "";
    return cell === "" || find(cell) === find(row[0] ?? "");
  };
  const width = rows.reduce((most, { length }) => Math.max(most, length), 0);
  const doubled = new Set<number>();
  for (let at = 1; at < width; at++) {
    const isScored = rows.every((row) => typeof scoreIn(row[at] ?? "") !== "string");
    if (!isScored && rows.every((row) => namesSame(row, at))) doubled.add(at);
  }
  return cells.map((row) => {
    const [label = "", ...rest] = row;
    const names = [...doubled].map((at) => row[at] ?? "").filter((cell) => find(cell));
    const name = find(label) && isNumber(label) ? (names.find((cell) => !isNumber(cell)) ?? label) : label;
    return [name, ...rest.map((cell, at) => (doubled.has(at + 1) ? "" : cell))];
  });
}

/** Read a table with an item at the beginning of each row, and a person at the head of each column. */
function readDown({ cells, row: top, column: left }: Block, find: Find, isTurned: boolean): ScoresInTable {
  const problems: TableProblem[] = [];
  const problem = (code: TableProblem["code"], row: number, column: number): void => {
    const cell = isTurned ? cellName(left + column, top + row) : cellName(top + row, left + column);
    problems.push({ code, cell, words: cells[row]?.[column] ?? "" });
  };
  const hasHead = !find(cells[0]?.[0] ?? "");
  const width = Math.max(...cells.map((row) => row.length));
  const people: { name: string; values: Record<string, number> }[] = [];
  for (let column = 1; column < width; column++)
    people.push({ name: hasHead ? (cells[0]?.[column] ?? "") : "", values: {} });
  const seen = new Set<string>();
  for (const [at, row] of cells.entries()) {
    if ((hasHead && at === 0) || row.every((cell) => cell === "")) continue;
    const subject = find(row[0] ?? "");
    if (!subject || seen.has(subject.id)) {
      problem(subject ? "twice" : "unknown-item", at, 0);
      continue;
    }
    seen.add(subject.id);
    for (const [person, { values }] of people.entries()) {
      const score = scoreIn(row[person + 1] ?? "");
      if (typeof score === "number") values[subject.id] = score;
      else if (score !== null) problem(score, at, person + 1);
    }
  }
  return { people: people.filter(({ name, values }) => name !== "" || Object.keys(values).length > 0), problems };
}

/** Read as many numbers as there are items, in their order, below each other or side by side. */
function oneList({ cells, row, column }: Block, subjects: readonly Subject[]): ScoresInTable {
  const items = subjects.filter(({ names }) => names.some((name) => /^\d+$/.test(name)));
  const isDown = cells.length > 1;
  const whole = isDown ? cells.map(([cell = ""]) => cell) : (cells[0] ?? []);
  // an empty cell at the beginning may be an item that was not rated
  const first = whole.length === items.length ? 0 : Math.max(0, firstFilled(whole));
  const list = whole.slice(first);
  if (list.length !== items.length) return NO_ITEMS;
  const problems: TableProblem[] = [];
  const values: Record<string, number> = {};
  list.forEach((words, at) => {
    const score = scoreIn(words);
    const cell = isDown ? cellName(row + first + at, column) : cellName(row, column + first + at);
    if (typeof score === "number") values[items[at]!.id] = score;
    else if (score !== null) problems.push({ code: score, cell, words });
  });
  return { people: [{ name: "", values }], problems };
}

function turned(cells: Cells): Cells {
  const width = Math.max(...cells.map((row) => row.length));
  return Array.from({ length: width }, (_, column) => cells.map((row) => row[column] ?? ""));
}
