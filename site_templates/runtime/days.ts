/** Days in words, in the language of the page. */

/** Give the language of the page. */
export function language(): string {
  return document.documentElement.lang || "en";
}

/** Write a moment as a day; what is stored may be damaged, and a dash stands for no day. */
export function day(moment: number): string {
  if (Number.isNaN(new Date(moment).getTime())) return "–";
  return new Intl.DateTimeFormat(withDaysFirst(), { day: "numeric", month: "long", year: "numeric" }).format(
    new Date(moment),
  );
}

/** Plain "en" would put the month first. */
function withDaysFirst(): string {
  return language() === "en" ? "en-GB" : language();
}
