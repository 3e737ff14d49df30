/** A rater's agreement with the authors, in words and numbers, and how it is computed. */

import type { Agreement, Interval } from "../../learning/agreement";
import { LEAST_RATINGS } from "../../learning/agreement";
import { make } from "../../ui/dom";
import { number, say, sayCount } from "./agreement_words";
import { explained } from "./explained";

/** Upper ends of the bands of kappa, after Altman (1991). */
const BANDS = [
  [0.2, "poor"],
  [0.4, "fair"],
  [0.6, "moderate"],
  [0.8, "good"],
  [Infinity, "very_good"],
] as const;

const HOW = ["how_counts", "how_kappa", "how_words", "how_error", "how_interval", "how_limits"] as const;

/** Show an agreement under a heading of the given level. */
export function agreementView(found: Agreement, superseded: number, level: "h3" | "h4"): HTMLElement {
  const title = make(level, "imr-part-title", make("span", "", say("title")));
  const lines = [...agreementLines(found), ...(superseded > 0 ? [sayCount("superseded", superseded)] : [])];
  return make("section", "imr-agreement", title, ...lines.map((line) => make("p", "", line)), how());
}

/** Say it in sentences. */
export function agreementLines(found: Agreement): string[] {
  const { n, error } = found;
  if (!error) return [sayCount("few", n, { least: LEAST_RATINGS })];
  return [kappaWords(found), errorWords(found, error), sayCount("based_on", n)];
}

function kappaWords({ kappa }: Agreement): string {
  if (!kappa) return say("not_defined");
  const [low, high] = [kappaWord(kappa.low), kappaWord(kappa.high)];
  const words = say("kappa", { word: kappaWord(kappa.value), ...numbers(kappa) });
  return low === high ? words : `${words} ${say("kappa_spread", { low, high })}`;
}

function errorWords({ side }: Agreement, error: Interval): string {
  // the sentence says on which side; the number beside it needs no sign
  const shown = side === "strict" ? { value: -error.value, low: -error.high, high: -error.low } : error;
  return say(side, numbers(shown));
}

/** Say in a word how good a kappa is. */
export function kappaWord(kappa: number): string {
  // by the number that is shown
  const [, word] = BANDS.find(([end]) => Math.round(kappa * 100) <= end * 100)!;
  return say(word);
}

function numbers({ value, low, high }: Interval): Record<keyof Interval, string> {
  return { value: number(value), low: number(low), high: number(high) };
}

function how(): HTMLDetailsElement {
  const lines = HOW.map((word) => make("li", "", say(word)));
  return make(
    "details",
    "imr-how",
    make("summary", "imr-summary", say("how")),
    make("ul", "", ...lines),
    ...explained("agreement"),
  );
}
