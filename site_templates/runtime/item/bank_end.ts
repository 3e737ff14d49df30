/** The end of a set: how many were right, and what to look at again. */

import { make, need } from "../ui/dom";
import type { IconName } from "../ui/icons";
import { icon } from "../ui/icons";
import { text } from "../ui/item_words";
import type { Verdict } from "./verdict";
import { isMissed } from "./verdict";

export type Verdicts = ReadonlyMap<HTMLElement, Verdict | null>;

type CountWord = "count_right" | "count_partly" | "count_again" | "count_compared" | "count_open";

const COUNTS: readonly (readonly [CountWord, IconName | null, readonly (Verdict | null)[]])[] = [
  ["count_right", "right", ["right"]],
  ["count_partly", "partly", ["partly"]],
  ["count_again", "wrong", ["wrong", "dont-know"]],
  ["count_compared", "compared", ["compared"]],
  ["count_open", null, [null]],
];

const HOW = {
  right: "end_right",
  partly: "end_partly",
  wrong: "end_wrong",
  "dont-know": "end_dont_know",
  compared: "end_compared",
  open: "end_open",
} as const;

/** Say how the set went and lead to what was missed. */
export function showEnd(end: HTMLElement, items: readonly HTMLElement[], verdicts: Verdicts): void {
  const missed = items.filter((item) => isMissed(verdicts.get(item)));
  need(end, "[data-role=counts]").replaceChildren(...counts(items, verdicts));
  need(end, "[data-role=missed-list]").replaceChildren(...missed.map((item) => lead(item, verdicts)));
  need(end, "[data-role=missed]").hidden = missed.length === 0;
  need(end, "[data-role=practise-missed]").hidden = missed.length === 0;
  need(end, "[data-role=all-right]").hidden = items.some((item) => verdicts.get(item) !== "right");
}

/** Count each verdict that occurs; right ones always. */
function counts(items: readonly HTMLElement[], verdicts: Verdicts): Node[] {
  const lines = COUNTS.map(([key, sign, kinds]) => {
    const count = items.filter((item) => kinds.includes(verdicts.get(item) ?? null)).length;
    return { key, sign, count };
  });
  return lines
    .filter(({ key, count }) => count > 0 || key === "count_right")
    .map(({ key, sign, count }) => line(sign, text(key, { count, total: items.length })));
}

function line(sign: IconName | null, words: string): HTMLLIElement {
  return make("li", `imr-count imr-count-${sign ?? "open"}`, ...(sign ? [icon(sign)] : []), words);
}

function lead(item: HTMLElement, verdicts: Verdicts): HTMLLIElement {
  const question = need(item, "[data-role=prompt]").textContent?.trim() ?? "";
  const verdict = verdicts.get(item) ?? "open";
  const link = make("a", "", text("end_question", { number: item.dataset["number"] ?? "", question }));
  link.href = `#${item.id}`;
  link.dataset["role"] = "to-item";
  const how = make("span", "imr-missed-how", text(HOW[verdict]));
  const sign = verdict === "open" ? [] : [icon(verdict)];
  return make("li", `imr-missed-${verdict}`, ...sign, make("span", "", link, " ", how));
}
