/** The verdict on a response, in a word and in sentences. */

import type { Key } from "../learning/key";
import { creditMilli, tally } from "../learning/scoring";
import { make } from "../ui/dom";
import { icon } from "../ui/icons";
import { text } from "../ui/item_words";
import type { Given } from "./memory";

/** `compared`: kept beside what a few experts chose, and not judged. */
export type Verdict = "right" | "partly" | "wrong" | "dont-know" | "compared";

const WORDS = {
  right: "verdict_right",
  partly: "verdict_partly",
  wrong: "verdict_wrong",
  "dont-know": "verdict_dont_know",
  compared: "verdict_compared",
} as const;

const STATUS = {
  right: "status_right",
  partly: "status_partly",
  wrong: "status_wrong",
  "dont-know": "status_dont_know",
  compared: "status_compared",
} as const;

/** Judge a response; "I don't know" is an answer of its own. */
export function verdictOn(key: Key, given: Given): Verdict {
  if (given.answer === null) return "dont-know";
  if (key.kind === "best-worst" && !key.isJudged) return "compared";
  const credit = creditMilli(key, given.answer);
  if (credit === 1000) return "right";
  return credit > 0 ? "partly" : "wrong";
}

/** Say whether an item is one to look at again. */
export function isMissed(verdict: Verdict | null | undefined): boolean {
  return verdict !== "right" && verdict !== "compared";
}

/** Show the verdict: its mark, its word and, when something is amiss, how much was right. */
export function verdictLine(verdict: Verdict, key: Key, given: Given): HTMLElement {
  const words = make("span", "", make("strong", "", text(WORDS[verdict])));
  const amiss = verdict === "partly" || verdict === "wrong";
  const counted = amiss && given.answer !== null ? tallyWords(key, given.answer) : "";
  if (counted) words.append(" ", make("span", "imr-tally", counted));
  return make("p", "imr-verdict-line", icon(verdict), words);
}

/** Say the verdict for the page's status line. */
export function verdictStatus(verdict: Verdict, number: number, total: number): string {
  return text(STATUS[verdict], { number, total });
}

function tallyWords(key: Key, answer: NonNullable<Given["answer"]>): string {
  const { right, of, besides } = tally(key, answer);
  if (key.kind === "order") return text("tally_order", { right, of });
  if (key.kind === "match") return text("tally_match", { right, of });
  if (key.kind === "best-worst") return text(key.experts ? "tally_panel" : "tally_best_worst", { right, of });
  // of a single choice the verdict has said it all
  if (!key.many) return "";
  return text(besides ? "tally_besides" : "tally_choose", { right, of, besides });
}
