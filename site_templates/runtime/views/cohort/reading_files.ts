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
    let next = opened(waiting.shift());
    while (next && !signal.aborted) {
      const { file, bytes } = next;
      const name = nameOf(file);
      reader ??= await readerFor(comparison, signal);
      // the next one is fetched while this one is read
      next = opened(waiting.shift());
      try {
        const content = await bytes;
        tell({ name, found: content ? await reader.read(name, content) : tooLarge() });
      } catch {
        if (signal.aborted) return;
        // one file broke the worker; the next begins with a new one
        reader.close();
        reader = undefined;
        tell({ name, found: "failed" });
      }
    }
    reader?.close();
  });
  await Promise.all(readers);
}

interface Opened {
  readonly file: File;
  readonly bytes: Promise<ArrayBuffer | null>;
}

/** Begin to fetch what is in a file; null for one too large. */
function opened(file: File | undefined): Opened | undefined {
  if (!file) return undefined;
  const bytes = file.size > LARGEST_FILE ? Promise.resolve(null) : file.arrayBuffer();
  bytes.catch(() => {}); // reported when its turn comes, if it comes
  return { file, bytes };
}

interface Reader {
  read(name: string, bytes: ArrayBuffer): Promise<CohortRow | Refusal>;
  close(): void;
}

async function readerFor(comparison: Comparison, signal: AbortSignal): Promise<Reader> {
  const worker = await startWorker(signal);
  if (!worker) return { read: (name, bytes) => readHere(name, bytes, comparison), close: () => {} };
  await asked<Answer>(worker, comparison);
  return { read: (name, bytes) => asked(worker, { name, bytes }, [bytes]), close: () => worker.terminate() };
}

async function readHere(name: string, bytes: ArrayBuffer, comparison: Comparison): Promise<CohortRow | Refusal> {
  await nextTurn();
  return cohortRow(name, new Uint8Array(bytes), comparison);
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
