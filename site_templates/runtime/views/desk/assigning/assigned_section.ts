/** What was assigned, with the ways by which it reaches the trainer: link, file, sheet, calendar. */

import { judgedOnPage } from "../../../course/judged";
import type { Assignment } from "../../../desk/contents";
import { toFile, toLink } from "../../../desk/handing_over";
import { makeButton } from "../../../ui/button";
import { make, need } from "../../../ui/dom";
import { download } from "../../../ui/downloading";
import { report } from "../../../ui/mounting";
import { calendarDay } from "../../../ui/numbers";
import { announce } from "../../../ui/status";
import { table } from "../../../ui/table";
import { dueCalendar } from "../../calendar/due";
import { homeAddress } from "../../calendar/home_address";
import type { Outcome } from "../../outcome";
import { outcomeLine } from "../../outcome";
import { named, showAnew } from "../opened";
import type { DeskPage } from "../page";
import { removing } from "../removing";
import { unitOf, unitTitle } from "../units";
import { say, sayCount } from "../words";
import { printSheet } from "./sheet";

/** Longer addresses are cut by some mail programs. */
const SAFE_LENGTH = 2000;

export function showAssigned(page: DeskPage): void {
  const list = make("div", "");
  const outcome = outcomeLine();
  need(page.root, "[data-role=assigned]").replaceChildren(list, outcome.line);
  const show = (): void => {
    const all = [...page.desk.contents.assignments].sort(
      (one, other) => other.date.localeCompare(one.date) || other.changedAt - one.changedAt,
    );
    if (all.length === 0) list.replaceChildren(make("p", "", say("nothing_assigned")));
    else showAnew(list, ...all.map((assignment) => named(assignment.id, view(page, assignment, outcome))));
  };
  show();
  page.desk.listen(show, page.signal);
}

/** Return the address that hands over an assignment; everything is in its fragment. */
function linkFor({ course }: DeskPage, assignment: Assignment): string {
  const address = new URL(`${course.base}/assignment.html`, window.location.href);
  address.search = "";
  address.hash = toLink(assignment, course.id);
  return address.href;
}

function view(page: DeskPage, assignment: Assignment, outcome: Outcome): HTMLDetailsElement {
  const { trainer, date, units, id } = assignment;
  const name = page.desk.contents.trainers.find((one) => one.id === trainer)?.name ?? say("no_name");
  const title = sayCount("assigned_to", units.length, { name, date: calendarDay(date) });
  const rows = units.map(({ unitId, minutes, dueDate, reason }) => [
    unitOf(unitId)?.href === "" ? say("unit_coming", { title: unitTitle(unitId) }) : unitTitle(unitId),
    dueDate ? calendarDay(dueDate) : say("no_date"),
    `${minutes}`,
    reason,
  ]);
  const heads = [say("unit"), say("due"), say("minutes"), say("reason")];
  return make(
    "details",
    "imr-how imr-desk-assignment",
    make("summary", "imr-summary", title),
    table(title, heads, rows),
    ...link(page, assignment, id),
    ways(page, assignment, name, outcome),
    make("p", "imr-quiet", say("remove_assignment_help")),
  );
}

/** Make the buttons that hand an assignment over, or take it from the desk. */
function ways(page: DeskPage, assignment: Assignment, name: string, outcome: Outcome): HTMLElement {
  const line = make("div", "");
  const button = (words: string, act: () => void): HTMLElement => makeButton("imr-record-button", act, words);
  const print = (): void =>
    void printSheet(page, assignment, name).catch((problem: unknown) => {
      outcome.tell(say("sheet_failed"));
      outcome.line.focus();
      report(page.root, problem);
    });
  const remove = removing(page, line, outcome, {
    kind: "assignments",
    id: assignment.id,
    label: say("remove_assignment", { name }),
    question: say("remove_assignment_sure", { name }),
    done: say("assigned_removed", { name }),
  });
  const buttons = make(
    "p",
    "imr-record-field",
    button(say("save_file"), () => download(fileOf(page, assignment, name))),
    button(say("save_calendar"), () => download(dueCalendar(assignment, calendarAbout(page)))),
    button(say("print_sheet"), print),
    remove,
  );
  line.append(buttons);
  return line;
}

function link(page: DeskPage, assignment: Assignment, id: string): HTMLElement[] {
  const address = linkFor(page, assignment);
  const shown = make("input", "");
  Object.assign(shown, { id: `desk-link-${id}`, value: address, readOnly: true });
  const label = make("label", "", say("link"));
  label.htmlFor = shown.id;
  const copied = make("span", "imr-facts");
  const copy = makeButton(
    "imr-record-button",
    () => {
      void copyText(shown).then((isDone) => {
        copied.textContent = say(isDone ? "copied" : "copy_by_hand");
        announce(copied.textContent);
      });
    },
    say("copy"),
  );
  const isFile = !address.startsWith("http");
  return [
    make("p", "imr-desk-field", label, shown),
    make("p", "imr-record-field", copy, copied),
    ...(address.length > SAFE_LENGTH ? [make("p", "imr-desk-ask", say("link_long", { length: address.length }))] : []),
    ...(isFile ? [make("p", "imr-desk-ask", say("link_of_file"))] : []),
  ];
}

/** Copy a text; where the browser gives scripts no clipboard, it is selected for the keys to copy. */
async function copyText(input: HTMLInputElement): Promise<boolean> {
  input.focus();
  input.select();
  try {
    await navigator.clipboard.writeText(input.value);
    return true;
  } catch {
    return false;
  }
}

function fileOf({ course }: DeskPage, assignment: Assignment, name: string): Parameters<typeof download>[0] {
  const plain = name.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
  return {
    name: `imr-assignment-${plain}-${assignment.date}.json`,
    type: "application/json",
    text: toFile(assignment, course.id),
  };
}

function calendarAbout({ course }: DeskPage): Parameters<typeof dueCalendar>[1] {
  return {
    name: say("calendar_name"),
    course: judgedOnPage().id,
    url: homeAddress(course.base),
    now: Date.now(),
    titleOf: (unitId) => say("calendar_due", { title: unitTitle(unitId) }),
  };
}
