/** Units that a supervisor has assigned and that are not completed yet: why, by when, and what is left of each. */

import { deskData } from "../../course/loading";
import type { AssignableUnit } from "../../course/page_data.gen";
import type { Work } from "../../learner/assigned_work";
import { complete, openWork } from "../../learner/assigned_work";
import { doneIn } from "../../learner/progress";
import { circumstancesOn } from "../../storage/circumstances";
import { makeButton } from "../../ui/button";
import { dateOf } from "../../ui/days";
import { make, need } from "../../ui/dom";
import { linkTo } from "../../ui/link";
import { report } from "../../ui/mounting";
import { calendarDay } from "../../ui/numbers";
import { say, sayCount } from "../assignment/words";
import type { Outcome } from "../outcome";
import { outcomeLine } from "../outcome";
import type { LearnerPage } from "../review/learner_page";
import { logIn } from "../review/learner_page";

const ROLES = ["colleague", "supervisor", "group"] as const;
const OUTCOMES = new WeakMap<HTMLElement, Outcome>();

export function showAssigned(page: LearnerPage, now: number): void {
  const { root, store, titles, course } = page;
  const log = logIn(store.contents);
  const open = openWork(store.contents, log, titles.units, doneIn(log, titles.units));
  need(root, "[data-role=assigned-card]").hidden = open.length === 0;
  if (open.length === 0) return;
  // planned units and rehearsals are known there only
  deskData(course.base)
    .then(({ units }) => {
      const lines = open.map((work) =>
        lineOf(
          page,
          work,
          units.find(({ id }) => id === work.body.unitId),
          dateOf(now),
        ),
      );
      need(root, "[data-role=assigned]").replaceChildren(make("ul", "imr-plain imr-offered-units", ...lines));
    })
    .catch((problem: unknown) => report(root, problem));
}

function lineOf(page: LearnerPage, work: Work, known: AssignableUnit | undefined, today: string): HTMLElement {
  const { body, unit, why } = work;
  const title = known?.title ?? body.unitId;
  const name = unit ? linkTo(`${page.course.base}/${unit.href}`, title) : make("strong", "", title);
  const facts = [
    body.dueDate ? dueWords(body.dueDate, today) : say("no_date"),
    ...(body.minutes > 0 ? [sayCount("minutes", body.minutes)] : []),
    ...(body.assigner ? [say("assigned_by", { assigner: body.assigner })] : []),
  ].join(" · ");
  const line = make("li", "", name, " ", make("span", "imr-facts", facts));
  if (why) line.append(make("p", "", say("why", { reason: why })));
  line.append(
    ...(unit
      ? whatIsLeft(
          page,
          work,
          (known?.rehearsals ?? []).map(({ id }) => id),
        )
      : [make("p", "", say(known ? "coming" : "unknown"))]),
  );
  return line;
}

function dueWords(due: string, today: string): string {
  return say(due < today ? "was_due" : "due", { date: calendarDay(due) });
}

/** Say what is left, or let the unit be completed. */
function whatIsLeft(page: LearnerPage, { body, left }: Work, rehearsals: readonly string[]): HTMLElement[] {
  const open = [
    ...(left.lessons > 0 ? [sayCount("left_lessons", left.lessons)] : []),
    ...(left.questions > 0 ? [sayCount("left_questions", left.questions)] : []),
    ...(left.exercises > 0 ? [sayCount("left_exercises", left.exercises)] : []),
  ];
  if (open.length > 0) return [make("p", "", say("left", { what: open.join(", ") }))];
  const role = make(
    "select",
    "",
    new Option(say("role_none"), ""),
    ...ROLES.map((one) => new Option(say(`role_${one}`), one)),
  );
  role.id = `assigned-role-${body.unitId}`;
  const label = make("label", "", say("rehearsed_with"));
  label.htmlFor = role.id;
  const { line, tell } = outcomeLine();
  const finish = (): void => {
    if (rehearsals.length > 0 && role.value === "") {
      tell(say("rehearse_first"));
      role.focus();
      return;
    }
    page.store
      .change((contents) => complete(contents, body, rehearsals, role.value, circumstancesOn(page.course)))
      .then(() => {
        // the card is drawn again, without this unit
        const done = outcomeBeside(need(page.root, "[data-role=assigned-card]"));
        done.tell(say("completed"));
        done.line.focus();
      })
      .catch((problem: unknown) => {
        tell(say("not_saved"));
        report(page.root, problem);
      });
  };
  const button = makeButton("imr-record-button", finish, say("complete"));
  return [
    make("p", "", say(rehearsals.length > 0 ? "left_rehearsal" : "left_nothing")),
    make("p", "imr-record-field", ...(rehearsals.length > 0 ? [label, role] : []), button),
    line,
  ];
}

/** Return the line that stands beside the card, also once that is hidden. */
function outcomeBeside(card: HTMLElement): Outcome {
  const known = OUTCOMES.get(card);
  if (known) return known;
  const made = outcomeLine();
  card.after(made.line);
  OUTCOMES.set(card, made);
  return made;
}
