/** Putting on the desk what a second observer has handed over, as a file or a link. */

import type { ArrivalTrouble } from "../../desk/arrival";
import type { Written } from "../../desk/contents";
import { handedBytes } from "../../desk/handed_file";
import type { Handed } from "../../desk/handed_observation";
import { observationIn, observationOf } from "../../desk/handed_observation";
import { fromColleague } from "../../desk/observing";
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
  const taken = takenFrom(found, observations);
  if (typeof taken === "string") {
    tell(say(taken));
    return taken === "there_already";
  }
  return save(page, () => page.desk.put("observations", taken), say("colleague_added"), tell);
}

/** Return the observation to be put beside the others, or the word that says why there is none. */
function takenFrom(found: Read, observations: readonly Observation[]): Written<Observation> | Refused {
  if (!found) return "no_observation";
  if ("trouble" in found) return found.trouble;
  const sameSession = observations.find(({ session }) => session === found.session);
  if (!sameSession) return "other_session";
  const observation = fromColleague(sameSession.trainer, found, observations);
  return isThere(observations, observation.id, found) ? "there_already" : observation;
}

function isThere(here: readonly Observation[], id: string, { values, notes }: Handed): boolean {
  const known = here.find((one) => one.id === id);
  return known !== undefined && same(known.values, values) && same(known.notes, notes);
}

function same<T>(one: Readonly<Record<string, T>>, other: Readonly<Record<string, T>>): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => one[name] === other[name]);
}
