/** Scores in a table: items down and people across, or the other way round, or one list of numbers. */

import type { Cells } from "./cells";
import { cellName } from "./cells";
import type { Values } from "./fidelity";

/** What can be rated: an item by its id, number and name, or a competency that an item hides. */
export interface Subject {
  readonly id: string;
  readonly names: readonly string[];
}

/** The scores of one person or group, as the table calls them; an empty name means that it names no one. */
export interface ScoresOf {
  readonly name: string;
  readonly values: Values;
}

/** `words`: what the cell holds. `no-items`: no item of the scale was found, in no cell in particular. */
export interface TableProblem {
  readonly code: "not-a-number" | "out-of-range" | "unknown-item" | "twice" | "no-items";
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
const NOT_RATED = /^(|[-–—/.]|n\.?\s?\/?a\.?|n\.?v\.?t\.?|nvt|not (seen|rated))$/i;

/** Read one score, with a decimal point or comma; null where it was not rated. */
export function scoreIn(text: string): number | null | "not-a-number" | "out-of-range" {
  const trimmed = text.trim();
  if (NOT_RATED.test(trimmed)) return null;
  if (!/^[+-]?\d{1,6}([.,]\d{1,12})?$/.test(trimmed)) return "not-a-number";
  const milli = Math.round(Number(trimmed.replace(",", ".")) * 1000);
  return milli >= LEAST && milli <= MOST ? milli : "out-of-range";
}

/** Read a table; where anything is wrong, the problems are named and nothing of it should be kept. */
export function scoresIn(cells: Cells, subjects: readonly Subject[]): ScoresInTable {
  // one row or one column has no place for the names of items
  if (cells.length <= 1 || cells.every((row) => row.length === 1)) return oneList(cells, subjects);
  const find = finder(subjects);
  const across = (cells[0] ?? []).filter((cell) => find(cell)).length;
  const down = cells.filter((row) => find(row[0] ?? "")).length;
  if (across === 0 && down === 0) return NO_ITEMS;
  // with items across, the table is read as if it were turned
  return across > down ? readDown(turned(cells), find, true) : readDown(cells, find, false);
}

type Find = (words: string) => Subject | undefined;

/** Read a table with an item at the beginning of each row, and a person at the head of each column. */
function readDown(cells: Cells, find: Find, isTurned: boolean): ScoresInTable {
  const problems: TableProblem[] = [];
  const problem = (code: TableProblem["code"], row: number, column: number): void => {
    const cell = isTurned ? cellName(column, row) : cellName(row, column);
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
function oneList(cells: Cells, subjects: readonly Subject[]): ScoresInTable {
  const items = subjects.filter(({ names }) => names.some((name) => /^\d+$/.test(name)));
  const isDown = cells.length > 1;
  const list = isDown ? cells.map(([cell = ""]) => cell) : (cells[0] ?? []);
  if (list.length !== items.length) return NO_ITEMS;
  const problems: TableProblem[] = [];
  const values: Record<string, number> = {};
  list.forEach((words, at) => {
    const score = scoreIn(words);
    if (typeof score === "number") values[items[at]!.id] = score;
    else if (score !== null) problems.push({ code: score, cell: isDown ? cellName(at, 0) : cellName(0, at), words });
  });
  return { people: [{ name: "", values }], problems };
}

function finder(subjects: readonly Subject[]): Find {
  const byName = new Map(subjects.flatMap((subject) => namesOf(subject).map((name) => [name, subject] as const)));
  return (words) => byName.get(plain(words));
}

/** An item may be named by its id, its number, its name, or by number and name. */
function namesOf({ id, names }: Subject): string[] {
  const number = names.find((name) => /^\d+$/.test(name));
  const combined = number ? names.filter((name) => name !== number).map((name) => `${number} ${name}`) : [];
  return [id, ...names, ...combined].map(plain);
}

/** Leave out what people write differently: capitals, signs, accents and spaces. */
function plain(words: string): string {
  return words
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

function turned(cells: Cells): Cells {
  const width = Math.max(...cells.map((row) => row.length));
  return Array.from({ length: width }, (_, column) => cells.map((row) => row[column] ?? ""));
}
