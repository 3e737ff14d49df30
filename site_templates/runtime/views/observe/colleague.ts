/** Putting on the desk what a second observer has handed over, as a file or a link. */

import type { ArrivalTrouble } from "../../desk/arrival";
import { handedBytes } from "../../desk/handed_file";
import type { Handed } from "../../desk/handed_observation";
import { observationIn, observationOf } from "../../desk/handed_observation";
import { fromColleague, hasNamesake, isHere } from "../../desk/observing";
import type { Observation } from "../../desk/schema";
import { make, need } from "../../ui/dom";
import { save } from "../desk/page";
import { field } from "../desk/trainers";
import type { Tell } from "../outcome";
import { outcomeLine } from "../outcome";
import type { ObservePage } from "./page";
import { say } from "./words";

type Read = ReturnType<typeof observationIn>;
type Refused = ArrivalTrouble | "no_observation" | "other_session" | "there_already";

export function showColleague(page: ObservePage): void {
  const { line, tell } = outcomeLine();
  const file = make("input", "");
  Object.assign(file, { id: "observe-file", type: "file", accept: ".json,application/json" });
  file.addEventListener("change", () => {
    const chosen = file.files?.[0];
    if (!chosen) return;
    void opened(page, chosen)
      .then((found) => take(page, found, tell))
      .finally(() => (file.value = ""));
  });
  const link = make("input", "");
  Object.assign(link, { id: "observe-link", type: "text", autocomplete: "off" });
  const add = make("button", "imr-record-button", say("add"));
  const form = make("form", "", field(say("their_link"), link), make("p", "imr-record-field", add));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const fragment = link.value.slice(link.value.indexOf("#") + 1);
    void take(page, observationIn(page.course.id, fragment.trim()), tell).then((isSaved) => {
      if (isSaved) link.value = "";
    });
  });
  const place = need(page.root, "[data-role=colleague]");
  place.replaceChildren(field(say("their_file"), file), form, line);
}

async function opened(page: ObservePage, file: File): Promise<Read> {
  return observationOf(page.course.id, await handedBytes(file));
}

/** Put on the desk what was read, or tell why not; say whether it is there now. */
async function take(page: ObservePage, found: Read, tell: Tell): Promise<boolean> {
  const { observations } = page.desk.contents;
  const refused = refusedOf(found, observations);
  if (refused !== null) {
    tell(say(refused));
    return refused === "there_already";
  }
  // what is refused is nothing that was handed over
  const handed = found as Handed;
  const { trainer } = observations.find(({ session }) => session === handed.session)!;
  const words = say(hasNamesake(handed, observations) ? "namesake_added" : "colleague_added");
  return save(page, () => page.desk.put("observations", fromColleague(trainer, handed, observations)), words, tell);
}

/** Return the word that says why nothing is put on the desk; null where it is. */
function refusedOf(found: Read, observations: readonly Observation[]): Refused | null {
  if (!found) return "no_observation";
  if ("trouble" in found) return found.trouble;
  if (!observations.some(({ session }) => session === found.session)) return "other_session";
  return isHere(found, observations) ? "there_already" : null;
}
