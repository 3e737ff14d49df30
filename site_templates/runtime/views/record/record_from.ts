/** A record taken over from a worker, its events block by block. */

import type { Record, StoredEvent } from "../../record/record";
import { asked } from "../../ui/own_worker";

/** So many events are handed out at once; more would hold up the page that takes them. */
export const BLOCK = 2000;

/** Ask for the record, then for each block of events by the number of its first. */
export async function recordFrom(worker: Worker): Promise<Record | null> {
  const record = await asked<Record | null>(worker, "record");
  if (!record) return null;
  const events: StoredEvent[] = [];
  let block: readonly StoredEvent[];
  do {
    block = await asked<readonly StoredEvent[]>(worker, events.length);
    events.push(...block);
  } while (block.length === BLOCK);
  return { ...record, events };
}
