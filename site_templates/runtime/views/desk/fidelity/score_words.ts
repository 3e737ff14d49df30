/** Scores and their changes as numbers, in the language of the page. */

import { language } from "../../../ui/days";

/** Write a score or a mean; one just below a whole number is not rounded up to it, because bands begin there. */
export function score(milli: number): string {
  const hundredths = Math.floor((milli + 5) / 10);
  return decimal(hundredths % 100 === 0 && milli < hundredths * 10 ? hundredths - 1 : hundredths);
}

/** Write a change with its sign. */
export function change(milli: number): string {
  const hundredths = Math.sign(milli) * Math.floor((Math.abs(milli) + 5) / 10);
  const sign = hundredths > 0 ? "+" : hundredths < 0 ? "\u2212" : "±";
  return `${sign}${decimal(Math.abs(hundredths))}`;
}

function decimal(hundredths: number): string {
  const digits = { minimumFractionDigits: 0, maximumFractionDigits: 2 };
  return new Intl.NumberFormat(language(), digits).format(hundredths / 100);
}
