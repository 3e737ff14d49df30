/** Taking up what an earlier page of the visit could keep nowhere else, once the browser keeps things again. */

import type { Change, Contents } from "../learner/contents";

/** Return the change that adds what was left; its events stand under a device name of their own. */
export function takeUp(contents: Contents, left: Contents): Change {
  // what was written later counts, and that is what was left
  const { drafts } = left;
  if (!left.head || !left.self) return { drafts };
  if (!contents.head || !contents.self) return { head: left.head, self: left.self, add: left.events, drafts };
  const here = new Set(contents.events.map(({ raw }) => raw.id));
  const pseudonyms = [...new Set([...contents.head.learner.pseudonyms, ...left.head.learner.pseudonyms])].sort();
  const head = { ...contents.head, learner: { ...contents.head.learner, pseudonyms } };
  return { head, drafts, add: left.events.filter(({ raw }) => !here.has(raw.id)) };
}
