/** The small values that are handed over, each as the desk's schema and the record's state it. */

import type { Json } from "../record/canonical";

const TOKEN = /^[a-z2-7]{26}$/;
const DAY = /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/;
const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

type Unknown = Json | undefined;

export function isToken(value: Unknown): value is string {
  return typeof value === "string" && TOKEN.test(value);
}

export function isName(value: Unknown): value is string {
  return typeof value === "string" && NAME.test(value);
}

/** Say whether a value is a day of the calendar. */
export function isDay(value: Unknown): value is string {
  if (typeof value !== "string" || !DAY.test(value)) return false;
  const moment = Date.parse(`${value}T00:00:00Z`);
  // a day that no month has is another day, or none
  return !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(value);
}

/** Say whether a value is words, and no more of them than there is room for. */
export function isWords(value: Unknown, longest: number): value is string {
  return typeof value === "string" && [...value].length <= longest;
}
