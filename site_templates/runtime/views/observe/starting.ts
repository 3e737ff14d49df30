/** Beginning an observation: whom, what, when, and by whom. */

import { OCCASIONS } from "../../desk/handed_observation";
import type { About } from "../../desk/observing";
import { isSameObserver, newObservation } from "../../desk/observing";
import type { Occasion, Session } from "../../desk/session_link";
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

type Shared = ReturnType<typeof sessionIn>;

/** Show the form that begins; the session may be that of a colleague who has sent a link. */
export function showStarting(page: ObservePage): void {
  const place = need(page.root, "[data-role=begin]");
  let shared = sessionIn(page.course.id, location.hash);
  const draw = (): void => place.replaceChildren(...starting(page, shared, begun));
  // the next session is another one
  const begun = (): void => {
    shared = null;
    history.replaceState(history.state, "", location.href.replace(/#.*$/, ""));
    draw();
  };
  draw();
  page.desk.listen(() => {
    // what someone is typing stays
    if (!place.contains(document.activeElement)) draw();
  }, page.signal);
  const follow = (): void => {
    const found = sessionIn(page.course.id, location.hash);
    if (!found) return;
    shared = found;
    draw();
    void page.faces.overview().then(() => {
      place.querySelector("select")?.focus();
      announce(noteOn(found));
    });
  };
  window.addEventListener("hashchange", follow, { signal: page.signal });
}

function starting(page: ObservePage, shared: Shared, begun: () => void): HTMLElement[] {
  const given = shared && "session" in shared ? shared : null;
  const note = shared ? [make("p", given ? "" : "imr-storage-note", noteOn(shared))] : [];
  return [...note, form(page, given, begun)];
}

function noteOn(shared: NonNullable<Shared>): string {
  return say("trouble" in shared ? shared.trouble : "same_session");
}

function form(page: ObservePage, given: Session | null, begun: () => void): HTMLFormElement {
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
  const isTaken = (name: string): boolean => given !== null && hasObserved(page, given.session, name);
  const own = supervisor.alias ?? "";
  rater.value = isTaken(own) ? "" : own;
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
    if (isTaken(observer)) return lacking(rater, say("rater_taken", { rater: observer }));
    const day = date.read();
    if (day === null) return;
    const session = given?.session ?? token();
    const about = { session, occasion: occasion.value as Occasion, rater: observer, date: day };
    void begin(page, about, who.value, typed, tell).then((isDone) => isDone && begun());
  });
  return made;
}

/** Say whether someone of this name has observed a session here. */
function hasObserved({ desk }: ObservePage, session: string, rater: string): boolean {
  return desk.contents.observations.some((one) => isSameObserver(one, { session, rater }));
}

async function begin(
  page: ObservePage,
  about: Omit<About, "trainer">,
  who: string,
  name: string,
  tell: Tell,
): Promise<boolean> {
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
  return isDone;
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
