/** A trainer's file, read beside the page, or in it where the browser has no workers. */

import { LARGEST_FILE } from "../../../record/json_text";
import type { Reading } from "../../../record/reading";
import { read } from "../../../record/reading";
import type { Refusal } from "../../../record/refusals";
import { isRefusal } from "../../../record/refusals";
import { asked, startWorker } from "../../../ui/own_worker";
import { recordFrom } from "../../record/record_from";
import type { About } from "./worker";

/** Read a file for a supervisor: one that was changed is read too, and marked. */
export async function readFile(file: File, course: string, signal: AbortSignal): Promise<Reading | Refusal> {
  if (file.size > LARGEST_FILE) return { code: "too-large", values: { limit: LARGEST_FILE / 1_000_000 } };
  const bytes = await file.arrayBuffer();
  const worker = await startWorker(signal);
  if (!worker) return read(new Uint8Array(bytes), course);
  try {
    const about = await asked<Refusal | About>(worker, { bytes, course }, [bytes]);
    if (isRefusal(about)) return about;
    const record = await recordFrom(worker);
    if (!record) throw new Error("a file that was read has a record");
    return { ...about, record };
  } finally {
    worker.terminate();
  }
}
