/** A table as text: pasted from a spreadsheet, or a CSV file with commas or semicolons. */

/** Rows of cells, white space around each taken away. */
export type Cells = readonly (readonly string[])[];

const SEPARATORS = ["\t", ";", ","] as const;
type Separator = (typeof SEPARATORS)[number];

/** Cut a text into cells; a cell in quotation marks may hold separators, line ends and doubled marks. */
export function cellsIn(text: string): Cells {
  const whole = text.replace(/^\ufeff/, "");
  // the first line that Excel writes to name its separator
  const named = /^sep=(.)\r?\n/i.exec(whole);
  const separator = (named?.[1] as Separator | undefined) ?? separatorOf(whole);
  const rows = cut(named ? whole.slice(named[0].length) : whole, separator);
  return withoutEmptyEnd(rows.map((row) => row.map((cell) => cell.trim())));
}

/** Cells of a table, and where in it they begin. */
export interface Block {
  readonly cells: Cells;
  readonly row: number;
  readonly column: number;
}

/** Leave out empty rows above a table, and empty columns before it; in a single row or column they are part of it. */
export function blockIn(cells: Cells): Block {
  const filled = cells.map(firstFilled);
  const first = Math.max(
    0,
    filled.findIndex((at) => at >= 0),
  );
  const column = cells.length > 1 ? leftmost(filled) : 0;
  const rows = cells.map((row) => (row.length > column ? row.slice(column) : [""]));
  const isColumn = rows.every(({ length }) => length === 1);
  const row = isColumn ? 0 : first;
  return { cells: rows.slice(row), row, column };
}

function leftmost(filled: readonly number[]): number {
  const found = filled.reduce((least, at) => (at < 0 ? least : Math.min(least, at)), Infinity);
  return found === Infinity ? 0 : found;
}

/** Return the place of the first cell that holds anything, or -1. */
export function firstFilled(row: readonly string[]): number {
  return row.findIndex((cell) => cell !== "");
}

/** Name a cell as spreadsheets do, such as C5. */
export function cellName(row: number, column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row + 1}`;
}

/** Where a tab or a semicolon separates, a comma belongs to a number; and so in a list of numbers. */
function separatorOf(text: string): Separator {
  const outside = outsideQuotes(text);
  const found = SEPARATORS.find((separator) => outside.includes(separator)) ?? ",";
  return found === "," && isListOfNumbers(outside) ? ";" : found;
}

/** Return what is not between quotation marks; a last one without its other is part of it. */
function outsideQuotes(text: string): string {
  const parts = text.split('"');
  const last = parts.length % 2 === 0 ? `"${parts.pop()}` : "";
  return parts.filter((_, i) => i % 2 === 0).join("") + last;
}

/** Say whether each line is one number, and not the number of an item and its score. */
function isListOfNumbers(text: string): boolean {
  const lines = text.trim().split(/\r?\n/);
  if (!lines.every((line) => /^\s*(\d+([.,]\d+)?)?\s*$/.test(line))) return false;
  return !lines.every((line, i) => line.startsWith(`${i + 1},`));
}

function cut(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let isQuoted = false;
  let isBlank = true; // asked at every quotation mark, so the cell is not looked through each time
  const endCell = (): void => {
    row.push(cell);
    cell = "";
    isBlank = true;
  };
  const endRow = (): void => {
    endCell();
    rows.push(row);
    row = [];
  };
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!;
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') cell += text[++at];
      else isQuoted = false;
    } else if (sign === '"' && isBlank) {
      isQuoted = true;
      isBlank = false;
      cell = "";
    } else if (sign === separator) endCell();
    else if (sign === "\n" || sign === "\r") {
      if (sign === "\r" && text[at + 1] === "\n") at++;
      endRow();
    } else {
      cell += sign;
      isBlank &&= sign.trim() === "";
    }
  }
  endRow();
  return rows;
}

/** The last line ends with a line end; empty rows before it may be items that were not rated. */
function withoutEmptyEnd(rows: readonly (readonly string[])[]): Cells {
  const last = rows[rows.length - 1];
  return last?.length === 1 && last[0] === "" ? rows.slice(0, -1) : rows;
}
