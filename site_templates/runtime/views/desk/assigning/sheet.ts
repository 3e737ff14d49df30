/** A sheet of paper with what was assigned; its code carries the ids and dates alone. */

import { load } from "../../../course/loading";
import type { Assignment } from "../../../desk/contents";
import { toCode } from "../../../desk/handing_over";
import { make, need } from "../../../ui/dom";
import { calendarDay } from "../../../ui/numbers";
import { table } from "../../../ui/table";
import type { DeskPage } from "../page";
import { printOnly } from "../printing";
import { unitTitle } from "../units";
import { say } from "../words";

/** Larger codes are hard to read from paper. */
const LONGEST_CODE = 400;

/** Print the sheet of an assignment. */
export async function printSheet(page: DeskPage, assignment: Assignment, name: string): Promise<void> {
  const rows = assignment.units.map(({ unitId, minutes, dueDate, reason }) => [
    unitTitle(unitId),
    dueDate ? calendarDay(dueDate) : say("no_date"),
    `${minutes}`,
    reason,
  ]);
  const heads = [say("unit"), say("due"), say("minutes"), say("reason")];
  const about = say("sheet_about", { name, assigner: assignment.assigner, date: calendarDay(assignment.date) });
  need(page.root, "[data-role=sheet]").replaceChildren(
    make("h2", "", say("sheet_title")),
    make("p", "", about),
    table(say("sheet_title"), heads, rows),
    ...(await code(page, assignment)),
    make("p", "", say("sheet_formative")),
  );
  printOnly(page.root, "sheet");
}

async function code({ course }: DeskPage, assignment: Assignment): Promise<HTMLElement[]> {
  const address = new URL(`${course.base}/assignment.html`, window.location.href);
  address.search = "";
  address.hash = toCode(assignment, course.id);
  if (!address.protocol.startsWith("http")) return [make("p", "", say("code_of_file"))];
  if (address.href.length > LONGEST_CODE) return [make("p", "", say("code_long"))];
  if (!window.imr.qrOf) await load(`${course.base}/assets/printed_code.js`);
  if (!window.imr.qrOf) throw new Error("printed_code.js brought nothing");
  const frame = make("div", "imr-qr-frame");
  frame.append(window.imr.qrOf(address.href, say("code")));
  return [make("div", "imr-desk-code", frame, make("p", "", say("code_help")))];
}
