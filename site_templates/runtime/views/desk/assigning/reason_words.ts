/** Why a unit is suggested, in words that go to the trainer. */

import { bandOf } from "../../../desk/fidelity";
import type { Reason } from "../../../desk/suggestions";
import { bandWords } from "../fidelity/band_words";
import { score } from "../fidelity/score_words";
import { instruments, nameOf } from "../fidelity/subjects";
import { say } from "../words";

/** Longer reasons would make links that mail programs cut. */
export const LONGEST_REASON = 160;

/** Say why, the weakest first, as far as there is room. */
export function reasonWords(reasons: readonly Reason[]): string {
  let words = "";
  for (const reason of reasons) {
    const longer = words === "" ? wordsOf(reason) : `${words}; ${wordsOf(reason)}`;
    if (longer.length > LONGEST_REASON) break;
    words = longer;
  }
  return words;
}

function wordsOf({ subject, valueMilli }: Reason): string {
  const name = nameOf(subject);
  if (valueMilli === null) return say("reason_chosen", { name });
  const instrument = instruments().find(({ items }) =>
    items.some(({ id, hides }) => id === subject || hides === subject),
  );
  return say("reason_weak", {
    name,
    score: score(valueMilli),
    band: bandWords(bandOf(valueMilli, instrument?.rates ?? "session")),
  });
}
