/** One trainer over time: each of their files as a line, the earliest first. */

import type { Titles } from "../../course/titles";
import type { CohortRow } from "../../desk/cohort_row";
import { day } from "../../ui/days";
import { make } from "../../ui/dom";
import { points } from "../../ui/numbers";
import { table } from "../../ui/table";
import type { Line } from "./columns";
import { marksWords, overviewColumns } from "./columns";
import { say } from "./words";

const SHOWN = [2, 3, 4, 5, 6, 7]; // safety open, three states, units, hours

/** Let one trainer be chosen, and show their files. */
export function overTime(lines: readonly Line[], titles: Titles): HTMLElement[] {
  const several = lines.filter(({ member }) => member.earlier.length > 0);
  if (several.length === 0) return [make("p", "", say("no_history"))];
  const select = make("select", "");
  select.id = "cohort-one";
  select.append(...several.map(({ name }, place) => new Option(name, `${place}`)));
  const label = make("label", "", say("choose_one"));
  label.htmlFor = select.id;
  const place = make("div", "");
  const show = (): void => place.replaceChildren(history(several[Number(select.value)]!, titles));
  select.addEventListener("change", show);
  show();
  return [make("p", "imr-desk-field", label, select), place];
}

function history({ member, name, counts }: Line, titles: Titles): HTMLElement {
  const files = [...member.earlier, member.latest].sort((one, other) => one.exportedAt - other.exportedAt);
  const columns = overviewColumns(titles);
  const shown = SHOWN.map((place) => columns[place]!);
  const heads = [say("column_exported"), ...shown.map(({ head }) => head), say("column_observed"), say("column_marks")];
  const rows = files.map((latest) => {
    const line: Line = { member: { latest, earlier: [], same: [] }, name, counts };
    const cells = shown.map((column) => column.show?.(line) ?? `${column.cell(line) ?? ""}`);
    return [day(latest.exportedAt), ...cells, observedWords(latest), marksWords(latest.marks)];
  });
  return table(say("over_time_of", { name }), heads, rows);
}

function observedWords({ competencies }: CohortRow): string {
  const seen = Object.entries(competencies).flatMap(([id, cell]) => (cell.seen ? [[id, cell.seen] as const] : []));
  return seen.map(([id, { valueMilli }]) => `${id} ${points(valueMilli)}`).join(", ");
}
