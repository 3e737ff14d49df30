/** "How is this computed?": the sum behind the numbers of one row, with the trainer's own figures. */

import { make } from "../../ui/dom";
import { level, percent, points } from "../../ui/numbers";
import { explained } from "./explained";
import type { StrandRow } from "./rows";
import { say, sayCount } from "./words";

/** Return the answer, folded up; `whose` is the competency's title. */
export function how(row: StrandRow, whose: string, cutMilli: number): HTMLDetailsElement {
  const heard = say("how_of", { strand: say(row.strand), competency: whose });
  const summary = make("summary", "", say("how"), make("span", "imr-visually-hidden", ` ${heard}`));
  const lines = linesOf(row, cutMilli).map((line) => make("li", "", line));
  return make("details", "imr-how", summary, make("ul", "", ...lines), ...explained("estimate"));
}

function linesOf({ numbers }: StrandRow, cutMilli: number): string[] {
  const rule = [say("how_rule"), ...(numbers.missedHarmItems.length > 0 ? [say("how_harm")] : [])];
  if (numbers.n === 0) return [say("no_answers"), ...rule];
  const { n, sumMilli, effectiveMilli } = numbers;
  const isLess = effectiveMilli < n * 1000;
  const credit = points(isLess ? (numbers.meanMilli * (effectiveMilli + 1000)) / 1000 - 500 : sumMilli);
  const effective = points(effectiveMilli);
  const [low, high, mean] = [numbers.lowMilli, numbers.highMilli, numbers.meanMilli].map(level) as [
    string,
    string,
    string,
  ];
  return [
    say("how_counted", { answers: answersFrom(numbers), credit: points(sumMilli), n }),
    ...(isLess ? [say("how_weight", { effective, credit })] : []),
    say("how_mean", { credit, n: effective, mean }),
    say("how_range", { low, high }),
    say("how_chance", { cut: level(cutMilli), chance: percent(numbers.probabilityMilli) }),
    ...rule,
  ];
}

/** Say how many answers there are, and from how many units. */
function answersFrom({ n, units }: { readonly n: number; readonly units: number }): string {
  return say("answers_from", { answers: sayCount("answers", n), units: sayCount("units", units) });
}
