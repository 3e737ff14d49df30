/** Many files, read beside the page by a few workers; where there are none, one by one with a turn for the page between. */

import type { CohortRow, Comparison } from "../../desk/cohort_row";
import { cohortRow } from "../../desk/cohort_row";
import { LARGEST_FILE } from "../../record/json_text";
import type { Refusal } from "../../record/refusals";
import { asked, startWorker } from "../../ui/own_worker";
import { nextTurn } from "../../ui/turns";
import type { Answer } from "./worker";

// more would take the memory of a small computer, and the page itself needs a core
const MOST_WORKERS = 4;

/** What became of a file. */
export type Outcome = { readonly name: string; readonly found: CohortRow | Refusal | "failed" };

/** Read files; each outcome is reported as it comes. */
export async function readFiles(
  files: readonly File[],
  comparison: Comparison,
  tell: (outcome: Outcome) => void,
  signal: AbortSignal,
): Promise<void> {
  const waiting = [...files];
  const readers = Array.from({ length: Math.min(workers(), files.length) }, async () => {
    let reader: Reader | undefined;
    for (let file = waiting.shift(); file && !signal.aborted; file = waiting.shift()) {
      reader ??= await readerFor(comparison, signal);
      try {
        tell({ name: nameOf(file), found: await reader.read(file) });
      } catch {
        if (signal.aborted) return;
        // one file broke the worker; the next begins with a new one
        reader.close();
        reader = undefined;
        tell({ name: nameOf(file), found: "failed" });
      }
    }
    reader?.close();
  });
  await Promise.all(readers);
}

interface Reader {
  read(file: File): Promise<CohortRow | Refusal>;
  close(): void;
}

async function readerFor(comparison: Comparison, signal: AbortSignal): Promise<Reader> {
  const worker = await startWorker(signal);
  if (!worker) return { read: (file) => readHere(file, comparison), close: () => {} };
  await asked<Answer>(worker, comparison);
  return { read: (file) => readBeside(worker, file), close: () => worker.terminate() };
}

async function readBeside(worker: Worker, file: File): Promise<CohortRow | Refusal> {
  if (file.size > LARGEST_FILE) return tooLarge();
  const bytes = await file.arrayBuffer();
  return asked<CohortRow | Refusal>(worker, { name: nameOf(file), bytes }, [bytes]);
}

async function readHere(file: File, comparison: Comparison): Promise<CohortRow | Refusal> {
  if (file.size > LARGEST_FILE) return tooLarge();
  const bytes = new Uint8Array(await file.arrayBuffer());
  await nextTurn();
  return cohortRow(nameOf(file), bytes, comparison);
}

function tooLarge(): Refusal {
  return { code: "too-large", values: { limit: LARGEST_FILE / 1_000_000 } };
}

/** Return the name of a file, with its way in a folder. */
function nameOf(file: File): string {
  return file.webkitRelativePath || file.name;
}

function workers(): number {
  return Math.max(1, Math.min(MOST_WORKERS, navigator.hardwareConcurrency || 2));
}
