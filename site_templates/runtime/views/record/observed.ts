/** An observation that a supervisor has handed over: shown in full, and added only when the trainer says so. */

import { partOf } from "../../course/page_data";
import { handedBytes } from "../../desk/handed_file";
import type { Handed } from "../../desk/handed_observation";
import { observationIn, observationOf } from "../../desk/handed_observation";
import { append } from "../../learner/append";
import { newObservations } from "../../learner/observed";
import { shown } from "../../record/refusals";
import { circumstancesOn } from "../../storage/circumstances";
import { makeButton } from "../../ui/button";
import { dateOf } from "../../ui/days";
import { make, need } from "../../ui/dom";
import { report } from "../../ui/mounting";
import { calendarDay, points } from "../../ui/numbers";
import { announce } from "../../ui/status";
import type { RecordPage } from "./page";
import { showOutcome } from "./page";
import { say } from "./words";

const MAIN = "imr-record-button imr-record-main";
const ROLE = "observed";
const OCCASIONS = { session: "seen_session", recording: "seen_recording", "role-play": "seen_role_play" } as const;

type Read = ReturnType<typeof observationIn>;

/** Take observations from a file, from a pasted link, and from the address of the page. */
export function letAddObservation(page: RecordPage): void {
  const file = need<HTMLInputElement>(page.root, "#record-observation");
  const link = need<HTMLInputElement>(page.root, "#record-observation-link");
  const { signal } = page;
  const read = (content: Promise<Read>): void =>
    void content.then((found) => take(page, found)).catch((problem: unknown) => fail(page, problem));
  file.addEventListener(
    "change",
    () => {
      const chosen = file.files?.[0];
      if (!chosen) return;
      read(contentOf(page, chosen));
      file.value = "";
    },
    { signal },
  );
  need<HTMLFormElement>(page.root, "[data-role=observation-link]").addEventListener(
    "submit",
    (event) => {
      event.preventDefault();
      read(Promise.resolve(observationIn(page.course.id, link.value.slice(link.value.indexOf("#") + 1).trim())));
    },
    { signal },
  );
  const fromAddress = (): void => {
    const found = observationIn(page.course.id, location.hash);
    if (found) read(Promise.resolve(found));
  };
  window.addEventListener("hashchange", fromAddress, { signal });
  fromAddress();
}

async function contentOf(page: RecordPage, file: File): Promise<Read> {
  return observationOf(page.course.id, await handedBytes(file));
}

async function take(page: RecordPage, found: Read): Promise<void> {
  await page.store.ready;
  if (!found) return showOutcome(page, ROLE, say("observed_none")).focus();
  if ("trouble" in found) {
    const words = { too_large: "observed_too_large", damaged: "observed_damaged", newer: "observed_newer" } as const;
    const { trouble, course = "" } = found;
    const said =
      trouble === "other_course"
        ? say("observed_other_course", { course: shown(course), ours: page.course.id })
        : say(words[trouble]);
    return showOutcome(page, ROLE, said).focus();
  }
  if (newObservations(page.store.contents, found).length === 0)
    return showOutcome(page, ROLE, say("observed_known")).focus();
  ask(page, found);
}

function ask(page: RecordPage, handed: Handed): void {
  const outcome = showOutcome(page, ROLE, intro(handed), ...ahead(handed));
  const yes = makeButton(MAIN, () => void add(page, handed), say("observed_yes"));
  const no = makeButton(
    "imr-record-button",
    () => showOutcome(page, ROLE, say("observed_left")).focus(),
    say("observed_no"),
  );
  outcome.append(table(handed), make("p", "", say("observed_notes")), make("p", "imr-record-field", yes, no));
  outcome.focus();
}

function intro({ occasion, date, rater }: Handed): string {
  return say("observed_intro", { rater: shown(rater), occasion: say(OCCASIONS[occasion]), date: calendarDay(date) });
}

function ahead({ date }: Handed): string[] {
  return date > dateOf(Date.now()) ? [say("observed_ahead")] : [];
}

function table({ values, notes }: Handed): HTMLElement {
  const titles = new Map(partOf("titles").competencies.map(({ id, title }) => [id, title]));
  const rows = [...new Set([...Object.keys(values), ...Object.keys(notes)])].map((id) => {
    const value = values[id];
    const name = make("th", "", titles.get(id) ?? id);
    name.scope = "row";
    const given = value === undefined ? say("observed_not_seen") : say("observed_value", { value: points(value) });
    return make("tr", "", name, make("td", "", given), make("td", "", notes[id] ?? ""));
  });
  return make("div", "imr-table", make("table", "imr-observe-table", make("tbody", "", ...rows)));
}

async function add(page: RecordPage, handed: Handed): Promise<void> {
  try {
    page.store.hasVanished = false;
    await page.store.change((contents) =>
      append(contents, newObservations(contents, handed), circumstancesOn(page.course)),
    );
    showOutcome(page, ROLE, say("observed_done")).focus();
  } catch (problem) {
    fail(page, problem);
  }
}

function fail(page: RecordPage, problem: unknown): void {
  report(page.root, problem);
  announce(say("observed_failed"));
  showOutcome(page, ROLE, say("observed_failed")).focus();
}
