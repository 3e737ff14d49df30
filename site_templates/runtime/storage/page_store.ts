/** The one store of a page, for scripts that follow the one of every page and need not bring the store again. */

import type { RecordStore } from "./record_store";

/** Return the store that the script of every page has opened before. */
export function pageStore(): RecordStore {
  const { store } = window.imr;
  if (!store) throw new Error("learner.js opens the record, and is missing on this page");
  return store;
}
