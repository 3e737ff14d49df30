/** The words and numbers of a rater's agreement, in the language of the page. */

import { language } from "../../ui/days";
import { catalogue } from "../../ui/strings";

export const { say, sayCount } = catalogue("agreement");

/** Write a number with two digits; below zero with a sign one can see. */
export function number(value: number): string {
  const rounded = Math.floor(value * 100 + 0.5) / 100;
  const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  return new Intl.NumberFormat(language(), digits).format(rounded === 0 ? 0 : rounded).replace("-", "\u2212");
}
