/** Putting on the desk what a second observer has handed over, as a file or a link. */

import { handedBytes } from "../../desk/handed_file";
import { observationIn, observationOf } from "../../desk/handed_observation";
import { fromColleague, hasNamesake, isHere } from "../../desk/observing";
import { make, need } from "../../ui/dom";
import { announce } from "../../ui/status";
import { save } from "../desk/page";
import { field } from "../desk/trainers";
import type { ObservePage } from "./page";
import { say } from "./words";

type Read = ReturnType<typeof observationIn>;

export function showColleague(page: ObservePage): void {
  const outcome = make("p", "imr-record-outcome");
  outcome.hidden = true;
  const tell = (words: string): void => {
    outcome.hidden = false;
    outcome.textContent = words;
    announce(words);
  };
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
    void take(page, observationIn(page.course.id, fragment.trim()), tell).then(() => (link.value = ""));
  });
  const place = need(page.root, "[data-role=colleague]");
  place.replaceChildren(field(say("their_file"), file), form, outcome);
}

async function opened(page: ObservePage, file: File): Promise<Read> {
  return observationOf(page.course.id, await handedBytes(file));
}

async function take(page: ObservePage, found: Read, tell: (words: string) => void): Promise<void> {
  if (!found) return tell(say("no_observation"));
  if ("trouble" in found) return tell(say(found.trouble));
  const { observations } = page.desk.contents;
  const sameSession = observations.find(({ session }) => session === found.session);
  if (!sameSession) return tell(say("other_session"));
  if (isHere(found, observations)) return tell(say("there_already"));
  const words = say(hasNamesake(found, observations) ? "namesake_added" : "colleague_added");
  await save(page, () => page.desk.put("observations", fromColleague(sameSession.trainer, found, observations)), words);
  tell(words);
}
