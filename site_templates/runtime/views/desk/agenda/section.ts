/** The agenda of a supervision: what is weak, which scripts to rehearse, what to look for, and what to ask. */

import { judgedOnPage } from "../../../course/judged";
import { partOf } from "../../../course/page_data";
import type { AssignableUnit } from "../../../course/page_data.gen";
import type { Values } from "../../../desk/fidelity";
import { bandOf, findings } from "../../../desk/fidelity";
import { latestValues } from "../../../desk/ratings_of";
import { makeButton } from "../../../ui/button";
import { day } from "../../../ui/days";
import { make, need } from "../../../ui/dom";
import { linkTo } from "../../../ui/link";
import { bandWords } from "../fidelity/band_words";
import { score } from "../fidelity/score_words";
import { instruments, nameOf } from "../fidelity/subjects";
import type { DeskPage } from "../page";
import { printOnly } from "../printing";
import { say } from "../words";

/** More would not fit into one meeting. */
const MOST_SUBJECTS = 3;
const MOST_SCRIPTS = 4;
const QUESTIONS = ["ask_last", "ask_obstacle", "ask_rehearse", "ask_next"] as const;

export function showAgenda(page: DeskPage): void {
  const sheet = make("div", "imr-desk-agenda");
  need(page.root, "[data-role=agenda]").replaceChildren(sheet);
  page.chosen.show(() => sheet.replaceChildren(...agendaFor(page)));
}

function agendaFor(page: DeskPage): HTMLElement[] {
  const { trainer } = page.chosen;
  if (!trainer) return [make("p", "", say("whom_no_one"))];
  const values = latestValues(page.desk.contents.ratings, trainer.id);
  const weak = weakest(values);
  const print = makeButton("imr-record-button", () => printOnly(page.root, "agenda"), say("print"));
  const title = make("h3", "", say("agenda_for", { name: trainer.name, date: day(Date.now()) }));
  if (weak.length === 0) return [title, make("p", "", say("agenda_nothing"))];
  const competencies = [...new Set(weak.flatMap(competenciesOf))];
  const units = partOf("deskData").units.filter((unit) => unit.competencies.some((one) => competencies.includes(one)));
  return [
    title,
    make("h4", "", say("agenda_weak")),
    make("ul", "", ...weak.map((subject) => make("li", "", weakWords(subject, values)))),
    ...listed(say("agenda_rehearse"), scriptsOf(page, units, "rehearsals")),
    ...listed(say("agenda_look"), [...competencies.map(looks), ...scriptsOf(page, units, "checklists")]),
    ...listed(say("agenda_ask"), [
      ...units.flatMap(({ question }) => (question ? [question] : [])),
      ...QUESTIONS.map((one) => say(one)),
    ]),
    make("p", "imr-desk-lines-to-write", say("agenda_agreed")),
    make("p", "imr-not-on-paper", print),
  ];
}

/** Find the weakest that were rated under 3, as many as fit into one meeting. */
function weakest(values: Values): string[] {
  const weak = [...new Set(instruments().flatMap(({ items }) => findings(items, values).weak))];
  return weak.sort((one, other) => values[one]! - values[other]!).slice(0, MOST_SUBJECTS);
}

function weakWords(subject: string, values: Values): string {
  const rates = instruments().find(({ items }) =>
    items.some(({ id, hides }) => id === subject || hides === subject),
  )?.rates;
  const value = values[subject]!;
  return say("reason_weak", {
    name: nameOf(subject),
    score: score(value),
    band: bandWords(bandOf(value, rates ?? "session")),
  });
}

/** Return the competencies that an item observes, or the one that an item hides. */
function competenciesOf(subject: string): string[] {
  const { competencies } = judgedOnPage();
  if (competencies.some(({ id }) => id === subject)) return [subject];
  return competencies.filter(({ observedBy }) => observedBy.includes(subject)).map(({ id }) => id);
}

function looks(competency: string): string {
  return partOf("deskData").looks[competency] ?? nameOf(competency);
}

function scriptsOf(
  { course }: DeskPage,
  units: readonly AssignableUnit[],
  kind: "rehearsals" | "checklists",
): HTMLElement[] {
  const scripts = units.flatMap((unit) => unit[kind].map((script) => ({ ...script, unit: unit.title })));
  return scripts
    .slice(0, MOST_SCRIPTS)
    .map(({ title, href, unit }) => make("span", "", linkTo(`${course.base}/${href}`, title), ` (${unit})`));
}

function listed(title: string, entries: readonly (HTMLElement | string)[]): HTMLElement[] {
  if (entries.length === 0) return [];
  return [make("h4", "", title), make("ul", "", ...entries.map((entry) => make("li", "", entry)))];
}
