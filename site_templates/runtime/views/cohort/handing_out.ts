/** The tables as files for a spreadsheet, and on paper. */

import { load } from "../../course/loading";
import type { Cell, Sheet, Style } from "../../desk/spreadsheet";
import { csvOf, harmlessSheet, styleOf, WITH_COMMAS, WITH_POINTS } from "../../desk/spreadsheet";
import { makeButton } from "../../ui/button";
import { dateOf } from "../../ui/days";
import { make } from "../../ui/dom";
import { download, downloadBlob } from "../../ui/downloading";
import { report } from "../../ui/mounting";
import { announce } from "../../ui/status";
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
  const asCsv = (name: string, rows: () => Cell[][]): void => {
    download({ name: fileName(name, "csv"), type: "text/csv", text: csvOf(rows(), style.chosen()) });
    announce(say("handed_out"));
  };
  const asXlsx = (name: string, sheets: () => Sheet[]): void =>
    void written(base, sheets())
      .then((blob) => {
        downloadBlob(fileName(name, "xlsx"), blob);
        announce(say("handed_out"));
      })
      .catch((problem: unknown) => {
        announce(say("not_handed_out"));
        report(style.root, problem);
      });
  const own = make(
    "p",
    "imr-record-field",
    makeButton(BUTTON, () => asXlsx("cohort", () => ownSheets(tables)), say("xlsx")),
    makeButton(BUTTON, () => asCsv("cohort", tables.overview), say("csv")),
    makeButton(BUTTON, () => asCsv("cohort-numbers", tables.numbers), say("csv_numbers")),
    makeButton(BUTTON, () => window.print(), say("print")),
  );
  const others = make(
    "p",
    "imr-record-field",
    makeButton(BUTTON, () => asXlsx("group", () => [{ name: say("gaps"), rows: tables.others() }]), say("xlsx_others")),
    makeButton(BUTTON, () => asCsv("group", tables.others), say("csv_others")),
  );
  return [
    style.root,
    make("h3", "", say("for_you")),
    make("p", "", say("for_you_help")),
    own,
    make("h3", "", say("for_others")),
    make("p", "", say("for_others_help")),
    others,
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
