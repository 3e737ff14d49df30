/** Why an item is on today's list, in words. */

import type { Titles } from "../../course/titles";
import type { Asked, Reason } from "../../review/today";
import { make } from "../../ui/dom";
import { say, sayCount } from "./words";

const COUNTS = [
  ["sure-but-wrong", "count_sure"],
  ["wrong", "count_wrong"],
  ["group", "count_group"],
  ["due", "count_due"],
  ["evidence", "count_evidence"],
] as const satisfies readonly (readonly [Reason, string])[];

const WHY = {
  "sure-but-wrong": "why_sure",
  wrong: "why_wrong",
  group: "why_group",
  due: "why_due",
  evidence: "why_evidence",
} as const satisfies Record<Reason, string>;

/** Count the reasons that occur, each on a line. */
export function reasonList(list: readonly Asked[]): HTMLElement {
  const lines = COUNTS.flatMap(([reason, word]) => {
    const count = list.filter((one) => one.reason === reason).length;
    return count > 0 ? [make("li", "", sayCount(word, count))] : [];
  });
  return make("ul", "imr-reasons", ...lines);
}

/** Say why one item is asked. */
export function reasonOf({ reason, insteadOf, module }: Asked, titles: Titles): string {
  const why = say(WHY[reason], { module: module === null ? "" : moduleName(module, titles) });
  return insteadOf === null ? why : `${why} ${say("why_instead")}`;
}

/** Name a module with its number in the curriculum. */
export function moduleName(unit: string, titles: Titles): string {
  const number = titles.modules.find((module) => module.unit === unit)?.number;
  const title = titles.units.find(({ id }) => id === unit)?.title ?? unit;
  return number === undefined ? title : say("module", { number, title });
}
