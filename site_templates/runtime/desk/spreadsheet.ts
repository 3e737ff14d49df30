/** Tables for a spreadsheet: typed cells, and CSV as the Excel of a country writes it. */

/** A cell; a date is a whole day, which begins in UTC. */
export type Cell = string | number | Date | null;
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
}

/** How a country writes lists and numbers: Dutch and German Excel take `;` and a decimal comma. */
export interface Style {
  readonly separator: "," | ";";
  readonly decimal: "." | ",";
}
export const WITH_COMMAS: Style = { separator: ";", decimal: "," };
export const WITH_POINTS: Style = { separator: ",", decimal: "." };

// a spreadsheet would compute what begins so
const ACTS = /^\s*[=+\-@|%＝＋－＠]|^[\t\r\n]/;
// and, within a text, what begins a cell where the reader's spreadsheet takes another separator
const ACTS_WITHIN = /([;,|\t\r\n]["\s]*)(?=[=+\-@＝＋－＠])/g;
const MARK = "\uFEFF"; // without it, Excel takes UTF-8 for the code page of the country

/** Return a text so that no spreadsheet computes it. */
export function harmless(text: string): string {
  const within = text.replace(ACTS_WITHIN, "$1'");
  return ACTS.test(within) ? `'${within}` : within;
}

/** Return a table with every text harmless. */
export function harmlessSheet({ name, rows }: Sheet): Sheet {
  return { name, rows: rows.map((row) => row.map((cell) => (typeof cell === "string" ? harmless(cell) : cell))) };
}

/** Write a table as CSV. */
export function csvOf(rows: Sheet["rows"], { separator, decimal }: Style): string {
  const lines = rows.map((row) => row.map((cell) => written(cell, separator, decimal)).join(separator));
  return `${MARK}${lines.join("\r\n")}\r\n`;
}

/** Return the style that the reader's spreadsheet most likely takes. */
export function styleOf(language: string): Style {
  return new Intl.NumberFormat(language).format(1.5).includes(",") ? WITH_COMMAS : WITH_POINTS;
}

function written(cell: Cell, separator: string, decimal: string): string {
  if (cell === null) return "";
  if (typeof cell === "number") return `${cell}`.replace(".", decimal);
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  const text = harmless(cell);
  return /["\r\n]/.test(text) || text.includes(separator) ? `"${text.replace(/"/g, '""')}"` : text;
}
