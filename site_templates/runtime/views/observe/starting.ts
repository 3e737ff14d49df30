/** Beginning an observation: whom, what, when, and by whom. */

import { OCCASIONS } from "../../desk/handed_observation";
import type { About } from "../../desk/observing";
import { newObservation } from "../../desk/observing";
import type { Occasion } from "../../desk/session_link";
import { sessionIn } from "../../desk/session_link";
import { token } from "../../record/ids";
import { dateOf } from "../../ui/days";
import { make, need } from "../../ui/dom";
import { announce } from "../../ui/status";
import { dayInput, neededDay } from "../desk/day_field";
import { save } from "../desk/page";
import { byName, field } from "../desk/trainers";
import type { Tell } from "../outcome";
import { outcomeLine } from "../outcome";
import type { ObservePage } from "./page";
import { occasionWords } from "./page";
import { say } from "./words";

const LONGEST_NAME = 100;
const OTHER = "";

/** Show the form that begins; the session may be that of a colleague who has sent a link. */
export function showStarting(page: ObservePage): void {
  const place = need(page.root, "[data-role=begin]");
  const shared = sessionIn(page.course.id, location.hash);
  const show = (): void => {
    // what someone is typing stays
    if (!place.contains(document.activeElement)) place.replaceChildren(...starting(page, shared));
  };
  show();
  page.desk.listen(show, page.signal);
}

function starting(page: ObservePage, shared: ReturnType<typeof sessionIn>): HTMLElement[] {
  const given = shared && "session" in shared ? shared : null;
  const trouble = shared && "trouble" in shared ? [make("p", "imr-storage-note", say(shared.trouble))] : [];
  const note = given ? [make("p", "", say("same_session"))] : [];
  return [...trouble, ...note, form(page, given)];
}

function form(page: ObservePage, given: { session: string; occasion: Occasion; date: string } | null): HTMLFormElement {
  const { trainers, supervisor } = page.desk.contents;
  const who = make("select", "");
  who.id = "observe-who";
  who.append(...byName(trainers).map(({ id, name }) => new Option(name, id)), new Option(say("someone_else"), OTHER));
  const name = input("observe-name", "text");
  const named = field(say("their_name"), name);
  const show = (): void => {
    named.hidden = who.value !== OTHER;
  };
  who.addEventListener("change", show);
  show();
  const occasion = make("select", "");
  occasion.id = "observe-occasion";
  occasion.append(...OCCASIONS.map((one) => new Option(occasionWords(one), one)));
  const date = neededDay(say("when"), dayInput("observe-date", given?.date ?? dateOf(Date.now())));
  const rater = input("observe-rater", "text");
  occasion.value = given?.occasion ?? "session";
  rater.value = supervisor.alias ?? "";
  const { line, tell } = outcomeLine();
  const made = make(
    "form",
    "",
    field(say("who"), who),
    named,
    field(say("what"), occasion),
    date.view,
    field(say("your_name"), rater),
    make("p", "imr-record-field", make("button", "imr-record-button imr-record-main", say("begin"))),
    line,
  );
  made.addEventListener("submit", (event) => {
    event.preventDefault();
    const typed = shortened(name.value);
    const observer = shortened(rater.value);
    if (who.value === OTHER && typed === "") return lacking(name, say("name_missing"));
    if (observer === "") return lacking(rater, say("rater_missing"));
    const day = date.read();
    if (day === null) return;
    const session = given?.session ?? token();
    const about = { session, occasion: occasion.value as Occasion, rater: observer, date: day };
    void begin(page, about, who.value, typed, tell);
  });
  return made;
}

async function begin(
  page: ObservePage,
  about: Omit<About, "trainer">,
  who: string,
  name: string,
  tell: Tell,
): Promise<void> {
  const trainer = who === OTHER ? token() : who;
  const observation = newObservation({ ...about, trainer });
  const isDone = await save(
    page,
    async () => {
      if (who === OTHER) await page.desk.put("trainers", { id: trainer, kind: "trainer", name, pseudonyms: [] });
      await page.desk.call({ alias: about.rater });
      await page.desk.put("observations", observation);
    },
    say("begun"),
    tell,
  );
  if (isDone) page.faces.observe(observation);
}

function lacking(field: HTMLInputElement, words: string): void {
  announce(words);
  field.setCustomValidity(words);
  field.reportValidity();
  field.addEventListener("input", () => field.setCustomValidity(""), { once: true });
}

function input(id: string, type: string): HTMLInputElement {
  const made = make("input", "");
  Object.assign(made, { id, type, maxLength: LONGEST_NAME, autocomplete: "off" });
  return made;
}

function shortened(text: string): string {
  return [...text.trim()].slice(0, LONGEST_NAME).join("");
}
