/** A table that may be long: it sorts by any column, and shows fifty lines at a time, so that the page stays quick. */

import type { Cell } from "../../desk/spreadsheet";
import { makeButton } from "../../ui/button";
import { language } from "../../ui/days";
import { make } from "../../ui/dom";
import { announce } from "../../ui/status";
import type { Column, Line } from "./columns";
import { say } from "./words";

const PAGE = 50;

export class PagedTable {
  readonly root: HTMLElement;
  private readonly region: HTMLElement;
  private readonly ways = make("p", "imr-record-field imr-not-on-paper");
  private lines: readonly Line[] = [];
  private columns: readonly Column[] = [];
  private sortedBy = 0;
  private isDescending = false;
  private first = 0;
  private isWhole = false;

  constructor(private readonly name: string) {
    this.region = make("div", "imr-table");
    this.region.tabIndex = 0;
    this.region.setAttribute("role", "region");
    this.region.setAttribute("aria-label", name);
    this.root = make("div", "imr-cohort-table", this.region, this.ways);
  }

  /** Show lines in columns; the order stays where the columns stay. */
  show(columns: readonly Column[], lines: readonly Line[]): void {
    if (columns.length !== this.columns.length) this.sortedBy = 0;
    this.columns = columns;
    this.lines = lines;
    this.first = 0;
    this.draw();
  }

  /** Show all lines or a page of them; all of them for paper. */
  showWhole(isWhole: boolean): void {
    this.isWhole = isWhole;
    this.draw();
  }

  /** Return the lines in the order that is shown. */
  sorted(): Line[] {
    const { cell, order = cell } = this.columns[this.sortedBy]!;
    const inOrder = ordering();
    const sorted = [...this.lines].sort((one, other) => inOrder(order(one), order(other)));
    return this.isDescending ? sorted.reverse() : sorted;
  }

  private draw(): void {
    const sorted = this.sorted();
    const shown = this.isWhole ? sorted : sorted.slice(this.first, this.first + PAGE);
    const head = make("tr", "", ...this.columns.map((column, place) => this.headOf(column, place)));
    const table = make(
      "table",
      "",
      make("thead", "", head),
      make("tbody", "", ...shown.map((line) => this.lineOf(line))),
    );
    this.region.replaceChildren(table);
    this.drawWays(sorted.length);
  }

  private headOf({ head }: Column, place: number): HTMLTableCellElement {
    const isBy = place === this.sortedBy;
    const button = makeButton("imr-cohort-sort", () => this.sortBy(place), head);
    const made = make("th", "", button);
    made.scope = "col";
    if (isBy) made.setAttribute("aria-sort", this.isDescending ? "descending" : "ascending");
    return made;
  }

  private lineOf(line: Line): HTMLTableRowElement {
    const cells = this.columns.map((column, place) => {
      const inside = column.show?.(line) ?? `${column.cell(line) ?? ""}`;
      const made = make(place === 0 ? "th" : "td", "", inside);
      if (place === 0) made.setAttribute("scope", "row");
      else if (typeof column.cell(line) === "number") made.className = "imr-number";
      return made;
    });
    return make("tr", "", ...cells);
  }

  private sortBy(place: number): void {
    this.isDescending = place === this.sortedBy && !this.isDescending;
    this.sortedBy = place;
    this.first = 0;
    this.draw();
    const words = { column: this.columns[place]!.head };
    announce(say(this.isDescending ? "sorted_down" : "sorted_up", words));
    this.region.querySelectorAll<HTMLElement>(".imr-cohort-sort")[place]?.focus();
  }

  private drawWays(count: number): void {
    const last = Math.min(count, this.first + PAGE);
    this.ways.hidden = count <= PAGE || this.isWhole;
    const before = makeButton("imr-record-button", () => this.turn(-PAGE), say("page_before"));
    const after = makeButton("imr-record-button", () => this.turn(PAGE), say("page_after"));
    before.setAttribute("aria-label", say("page_before_of", { table: this.name }));
    after.setAttribute("aria-label", say("page_after_of", { table: this.name }));
    before.disabled = this.first === 0;
    after.disabled = last >= count;
    const where = make("span", "", say("page", { first: this.first + 1, last, count }));
    this.ways.replaceChildren(before, where, after);
  }

  private turn(by: number): void {
    this.first = Math.max(0, this.first + by);
    this.draw();
    announce(this.ways.querySelector("span")?.textContent ?? "");
    this.region.focus();
  }
}

/** Order cells: nothing first, then numbers and days, then texts as the language of the page does. */
function ordering(): (one: Cell, other: Cell) => number {
  const { compare } = new Intl.Collator(language(), { numeric: true });
  return (one, other) => {
    if (one === null || other === null) return Number(one !== null) - Number(other !== null);
    if (typeof one === "string" || typeof other === "string") return compare(`${one}`, `${other}`);
    return Number(one) - Number(other);
  };
}
