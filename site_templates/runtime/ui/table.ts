/** Tables whose first column names the row. */

import { make } from "./dom";
import { label } from "./labels";

export type Cell = string | Node;

/** Make a table; it scrolls on a phone, so a keyboard can reach it, and its name is heard. */
export function table(name: string, heads: readonly string[], rows: readonly (readonly Cell[])[]): HTMLElement {
  const head = make("tr", "", ...heads.map((words) => headCell("col", words)));
  const lines = rows.map(([first = "", ...rest]) => {
    return make("tr", "", headCell("row", first), ...rest.map((inside) => make("td", "", inside)));
  });
  const view = make("div", "imr-table", make("table", "", make("thead", "", head), make("tbody", "", ...lines)));
  view.tabIndex = 0;
  view.setAttribute("role", "region");
  label(view, name, ...view.children);
  return view;
}

export function headCell(scope: "col" | "row" | "rowgroup", inside: Cell): HTMLTableCellElement {
  const made = make("th", "", inside);
  made.scope = scope;
  return made;
}
