/** Days in words, in the language of the page. */

/** Return the language of the page. */
export function language(): string {
  return document.documentElement.lang || "en";
}

/** Write a moment as a day; what is stored may be damaged, and a dash means no day. */
export function day(moment: number): string {
  return written(moment, { day: "numeric", month: "long", year: "numeric" });
}

/** Write a moment as a day of the week and a day, for what is near. */
export function weekday(moment: number): string {
  return written(moment, { weekday: "long", day: "numeric", month: "long" });
}

function written(moment: number, parts: Intl.DateTimeFormatOptions): string {
  const date = new Date(moment);
  return Number.isNaN(date.getTime()) ? "–" : formatOf(parts).format(date);
}

/** A long list has thousands of days, and to make a format takes far longer than to use it. */
const MADE = new Map<string, Intl.DateTimeFormat>();

function formatOf(parts: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = `${withDaysFirst()} ${Object.keys(parts).join(" ")}`;
  const format = MADE.get(name) ?? new Intl.DateTimeFormat(withDaysFirst(), parts);
  MADE.set(name, format);
  return format;
}

/** Return the date of a moment where the learner is, such as 2026-03-12. */
export function dateOf(moment: number): string {
  const date = new Date(moment);
  const padded = (part: number, length: number): string => `${part}`.padStart(length, "0");
  return [padded(date.getFullYear(), 4), padded(date.getMonth() + 1, 2), padded(date.getDate(), 2)].join("-");
}

/** Return the day of a moment where the learner is, as spreadsheets take a day: its midnight in UTC. */
export function wholeDay(moment: number): Date {
  const date = new Date(moment);
  return new Date(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()));
}

/** Return the moment at which a date begins where the learner is. */
export function dawnOf(date: string): number {
  const [year = 1970, month = 1, dayOfMonth = 1] = date.split("-").map(Number);
  return new Date(year, month - 1, dayOfMonth).getTime();
}

/** Plain "en" would put the month first. */
function withDaysFirst(): string {
  return language() === "en" ? "en-GB" : language();
}
