/** The tables as files for a spreadsheet, and on paper. */

import { load } from "../../course/loading";
import type { Cell, Sheet, Style } from "../../desk/spreadsheet";
import { csvOf, harmlessSheet, styleOf, WITH_COMMAS, WITH_POINTS } from "../../desk/spreadsheet";
import { makeButton } from "../../ui/button";
import { dateOf } from "../../ui/days";
import { make } from "../../ui/dom";
import { download, downloadBlob } from "../../ui/downloading";
import { report } from "../../ui/mounting";
import type { Tell } from "../outcome";
import { outcomeLine } from "../outcome";
import { say } from "./words";

declare global {
  interface Imr {
    /** Brought by a script of its own, because only some need it. */
    writeXlsx?: (sheets: readonly Sheet[]) => Promise<Blob>;
  }
}

/** What can be handed out; each is made only when it is asked for. */
export interface Tables {
  readonly overview: () => Cell[][];
  readonly numbers: () => Cell[][];
  readonly others: () => Cell[][];
}

const BUTTON = "imr-record-button";

export function handingOut(base: string, tables: Tables): HTMLElement[] {
  const style = styleChoice();
  const [forYou, forOthers] = [outcomeLine(), outcomeLine()];
  const asCsv = (name: string, rows: () => Cell[][], tell: Tell): void => {
    download({ name: fileName(name, "csv"), type: "text/csv", text: csvOf(rows(), style.chosen()) });
    tell(say("handed_out"));
  };
  const asXlsx = (name: string, sheets: () => Sheet[], tell: Tell): void =>
    void written(base, sheets())
      .then((blob) => {
        downloadBlob(fileName(name, "xlsx"), blob);
        tell(say("handed_out"));
      })
      .catch((problem: unknown) => {
        tell(say("not_handed_out"));
        report(style.root, problem);
      });
  const own = make(
    "p",
    "imr-record-field",
    makeButton(BUTTON, () => asXlsx("cohort", () => ownSheets(tables), forYou.tell), say("xlsx")),
    makeButton(BUTTON, () => asCsv("cohort", tables.overview, forYou.tell), say("csv")),
    makeButton(BUTTON, () => asCsv("cohort-numbers", tables.numbers, forYou.tell), say("csv_numbers")),
    makeButton(BUTTON, () => window.print(), say("print")),
  );
  const others = make(
    "p",
    "imr-record-field",
    makeButton(
      BUTTON,
      () => asXlsx("group", () => [{ name: say("gaps"), rows: tables.others() }], forOthers.tell),
      say("xlsx_others"),
    ),
    makeButton(BUTTON, () => asCsv("group", tables.others, forOthers.tell), say("csv_others")),
  );
  return [
    style.root,
    make("h3", "", say("for_you")),
    make("p", "", say("for_you_help")),
    own,
    forYou.line,
    make("h3", "", say("for_others")),
    make("p", "", say("for_others_help")),
    others,
    forOthers.line,
  ];
}

function ownSheets(tables: Tables): Sheet[] {
  return [
    { name: say("overview"), rows: tables.overview() },
    { name: say("numbers"), rows: tables.numbers() },
  ];
}

async function written(base: string, sheets: readonly Sheet[]): Promise<Blob> {
  if (!window.imr.writeXlsx) await load(`${base}/assets/xlsx.js`);
  const { writeXlsx } = window.imr;
  if (!writeXlsx) throw new Error("the script that writes XLSX is missing");
  return writeXlsx(sheets.map(harmlessSheet));
}

function styleChoice(): { readonly root: HTMLElement; readonly chosen: () => Style } {
  const select = make("select", "");
  select.id = "cohort-style";
  select.append(new Option(say("with_commas"), "commas"), new Option(say("with_points"), "points"));
  select.value = styleOf(navigator.language) === WITH_COMMAS ? "commas" : "points";
  const label = make("label", "", say("csv_style"));
  label.htmlFor = select.id;
  return {
    root: make("p", "imr-desk-field", label, select),
    chosen: () => (select.value === "commas" ? WITH_COMMAS : WITH_POINTS),
  };
}

function fileName(name: string, ending: string): string {
  return `${name}-${dateOf(Date.now())}.${ending}`;
}
