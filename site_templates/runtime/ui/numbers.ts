/** The numbers and dates of the profile, in the language of the page. */

import { day, language } from "./days";

/** Write a level of the band, which runs from 0 to 1. */
export function level(milli: number): string {
  return decimal(tenth(milli) / 100, 2, 2);
}

/** Write points or values that may be fractions. */
export function points(milli: number): string {
  return decimal(milli / 1000, 0, 2);
}

/** Write a chance; what is nearly certain is not called certain. */
export function percent(milli: number): string {
  if (milli > 990 && milli < 1000) return `> ${decimal(99, 0, 0)} %`;
  if (milli > 0 && milli < 10) return `< ${decimal(1, 0, 0)} %`;
  return `${decimal(tenth(milli), 0, 0)} %`;
}

/** Write a date of the form 2026-03-12, which has no time zone to be moved by. */
export function calendarDay(date: string): string {
  const [year = 0, month = 1, dayOfMonth = 1] = date.split("-").map(Number);
  return day(new Date(year, month - 1, dayOfMonth).getTime());
}

/** Round half up, as in every other place that shows a record. */
function tenth(milli: number): number {
  return Math.floor((milli + 5) / 10);
}

function decimal(value: number, fewest: number, most: number): string {
  const digits = { minimumFractionDigits: fewest, maximumFractionDigits: most };
  return new Intl.NumberFormat(language(), digits).format(value);
}
