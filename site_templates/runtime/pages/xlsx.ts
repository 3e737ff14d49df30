/*! write-excel-file, MIT License, Copyright (c) 2018 gitlab.com/catamphetamine; fflate, MIT License, Copyright (c) 2026 Arjun Barrett */
/** The script that writes spreadsheets, in a worker of its own: it is fetched only when someone asks for one. */

import writeExcelFile from "write-excel-file/universal";
import type { Cell, Sheet } from "../desk/spreadsheet";
import { asked, isWorker, startWorker } from "../ui/own_worker";

const DATES = "yyyy-mm-dd";
const LONGEST_NAME = 31; // of a sheet, in every spreadsheet

interface Scope {
  onmessage: ((message: MessageEvent<readonly Sheet[]>) => void) | null;
  postMessage(answer: "ready" | Blob): void;
}

/** Write sheets beside the page, or in it where the browser has no workers. */
async function writeXlsx(sheets: readonly Sheet[]): Promise<Blob> {
  const ending = new AbortController();
  const worker = await startWorker(ending.signal);
  try {
    return worker ? await asked<Blob>(worker, sheets) : await written(sheets);
  } finally {
    ending.abort();
  }
}

function serve(): void {
  // the types of pages and workers exclude each other
  const scope = self as unknown as Scope;
  scope.onmessage = ({ data }) => {
    written(data).then(
      (blob) => scope.postMessage(blob),
      (problem: unknown) => {
        // thrown where nothing catches it, so that the page hears of it
        setTimeout(() => {
          throw problem;
        });
      },
    );
  };
  scope.postMessage("ready");
}

function written(sheets: readonly Sheet[]): Promise<Blob> {
  const made = sheets.map(({ name, rows }) => ({
    sheet: name.replace(/[\\/?*[\]:]/g, " ").slice(0, LONGEST_NAME),
    data: rows.map((row) => row.map(cellOf)),
    stickyRowsCount: 1,
  }));
  return writeExcelFile(made).toBlob();
}

function cellOf(cell: Cell) {
  if (cell === null) return null;
  if (cell instanceof Date) return { type: Date, value: cell, format: DATES };
  if (typeof cell === "number") return { type: Number, value: cell };
  return { type: String, value: cell };
}

if (isWorker()) serve();
else window.imr.writeXlsx = writeXlsx;
