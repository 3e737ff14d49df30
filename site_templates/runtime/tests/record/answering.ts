/** A browser that answers items. */

import type { Bank } from "../../learner/responses";
import { respond } from "../../learner/responses";
import type { Log } from "../../record/log";
import { logOf } from "../../record/log";
import { DeviceStore } from "../../storage/indexed_db";
import { RecordStore } from "../../storage/record_store";

const HASH = `sha256:${"a".repeat(64)}`;
export const COURSE = { id: "imr-trainer-course", version: "0.1.0", contentHash: HASH };
export const BANK: Bank = {
  id: "bank",
  seed: 7,
  mode: "practice",
  items: ["one", "two", "three"].map((id) => ({ id, hash: HASH })),
};

/** Open the record as a page does. */
export async function open(name: string): Promise<RecordStore> {
  const store = new RecordStore(name, new DeviceStore(name));
  await store.ready;
  return store;
}

/** Answer an item; done when the page would show the verdict. */
export async function answer(store: RecordStore, item: string, now = Date.now(), bank = BANK): Promise<void> {
  const version = { id: item, hash: HASH };
  const response = {
    presented: ["b", "a"],
    response: ["a"],
    certainty: 2,
    dontKnow: false,
    revealed: false,
    scoreMilli: 1000,
    latencyMs: 10,
  };
  await store.change((contents) => respond(contents, version, bank, response, { now, locale: "en", course: COURSE }));
}

/** Return the items answered in a record, in their order. */
export function answered({ contents }: RecordStore): string[] {
  return logIn(contents).events.flatMap((event) => (event.type === "item.response" ? [event.body.itemId] : []));
}

export function logIn({ events, head }: RecordStore["contents"]): Log {
  return logOf({ events, devices: head?.devices ?? [] });
}
