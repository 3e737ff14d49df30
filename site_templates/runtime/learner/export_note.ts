/** When the record was last exported. */

import type { Change, Contents } from "./contents";

/** Return the change that remembers when an export was made. */
export function noteExport({ head, self }: Contents, now: number): Change {
  if (!head || !self) return {};
  return { head: { ...head, identity: { ...head.identity, exportedAt: now } }, self: { ...self, exportedAt: now } };
}
