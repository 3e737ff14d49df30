/** Adding a record from a file, or from where it was kept for want of storage, to the one of this browser. */

import { token } from "../record/ids";
import { merge } from "../record/merge";
import type { Record } from "../record/record";
import { isRefusal, RefusalError } from "../record/refusals";
import { newSelf } from "./append";
import type { Change, Contents } from "./contents";
import { recordIn } from "./contents";

/** Return the change that adds a record; nothing that is here is replaced. */
export function add(contents: Contents, theirs: Record, samePerson: boolean): Change {
  const own = recordIn(contents);
  const merged = merge(own ? [own, theirs] : [theirs], samePerson);
  if (isRefusal(merged)) throw new RefusalError(merged);
  const here = new Set(contents.events.map(({ raw, hash }) => `${raw.id}/${hash}`));
  const added = merged.events.filter(({ raw, hash }) => !here.has(`${raw.id}/${hash}`));
  const { events: _, ...head } = merged;
  const self = contents.self ?? newSelf();
  // events under our own name that we do not know: someone else writes under it, so we take another
  const isShared = added.some(({ raw }) => raw.device === self.device);
  return { head, self: isShared ? { ...self, device: token() } : self, add: added };
}
