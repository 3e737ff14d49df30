/** The certificate on its page, or the invitation to begin while no unit is done. */

import type { Titles } from "../../course/titles";
import { day } from "../../ui/days";
import { make, need } from "../../ui/dom";
import { linkTo } from "../../ui/link";
import { level } from "../../ui/numbers";
import { notCounted } from "../profile/not_counted";
import { qrOf } from "./qr";
import type { Sealed } from "./sealed";
import type { Statement } from "./statement";
import { assignedTable, confidenceTable, decisionsTable, observationsTable, unitsTable } from "./tables";
import type { UnitWork } from "./units_done";
import { say, sayCount } from "./words";

/** Show what is stated; `sealed` is the file whose digest it bears, if there is one. */
export function showCertificate(
  root: HTMLElement,
  statement: Statement | null,
  titles: Titles,
  sealed: Sealed | null,
): void {
  const done = statement?.units.filter(({ status }) => status === "done") ?? [];
  need(root, "[data-role=invitation]").hidden = done.length > 0;
  need(root, "[data-role=done]").hidden = done.length === 0;
  if (!statement || done.length === 0) fill(root, "begin", ...invitation(titles, statement?.units ?? []));
  else showDone(root, { ...statement, units: done }, titles, sealed);
  root.hidden = false;
}

function showDone(root: HTMLElement, statement: Statement, titles: Titles, sealed: Sealed | null): void {
  const { now, course, units, decisions, observations, confidence, waiting, cutMilli } = statement;
  fill(root, "not-counted", ...notCounted(statement.notCounted, titles, "h3"));
  fill(root, "who", ...who(statement));
  fill(root, "date", day(now));
  fill(root, "version", course.version);
  fill(root, "content", course.contentHash);
  fill(root, "units", unitsTable(units));
  fill(root, "assigned", ...assignedTable(statement.assigned, titles));
  fill(root, "knowledge", ...decisionsTable("knowledge", decisions.knowledge));
  fill(root, "judgement", ...decisionsTable("judgement", decisions.judgement));
  fill(root, "observed", ...observationsTable(observations, titles));
  fill(root, "confidence", ...confidenceTable(confidence, titles));
  fill(root, "cut", say("cut", { cut: level(cutMilli) }), ...(waiting > 0 ? [" ", sayCount("waiting", waiting)] : []));
  fill(root, "digest", ...digest(sealed));
  // what comes next is the strong button: export first, then print
  need(root, "[data-role=export]").classList.toggle("imr-record-main", !sealed);
  need(root, "[data-role=print]").classList.toggle("imr-record-main", sealed !== null);
}

/** The name that the learner has given the record, or else a line to write one on. */
function who({ alias, code }: Statement): HTMLElement[] {
  const name = alias === undefined ? make("span", "imr-by-hand", say("by_hand")) : make("strong", "imr-alias", alias);
  return [name, make("span", "imr-certificate-code", say("code", { code }))];
}

function digest(sealed: Sealed | null): HTMLElement[] {
  if (!sealed) return [make("p", "imr-no-digest", say("not_exported"))];
  const text = make("code", "imr-digest", sealed.digest);
  text.translate = false;
  const belongs = say("belongs", { file: sealed.file.name, date: day(sealed.at) });
  const words = make("div", "", make("p", "", text), make("p", "imr-facts", belongs));
  const frame = make("div", "imr-qr-frame");
  frame.append(qrOf(sealed.digest, say("qr")));
  return [frame, words];
}

/** Lead to the unit that is begun, or to the first one with questions. */
function invitation(titles: Titles, begun: readonly UnitWork[]): HTMLElement[] {
  const open = titles.units.find(({ id }) => begun.some((unit) => unit.id === id));
  const goal = open ?? titles.units.find(({ items }) => items.length > 0);
  if (!goal) return [];
  const note = make("span", "imr-start-note", goal.title);
  return [linkTo(goal.href, say(open ? "go_on" : "begin"), "imr-button"), note];
}

function fill(root: HTMLElement, role: string, ...inside: readonly (Node | string)[]): void {
  need(root, `[data-role=${role}]`).replaceChildren(...inside);
}
