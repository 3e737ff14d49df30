/** Written replies in the record. */

import type { Past } from "../record/log";
import { validEventsOf } from "../record/log";
import type { BodyOf, EventOf } from "../record/record";
import type { Circumstances } from "./append";
import { append } from "./append";
import type { Change, Contents } from "./contents";

/** Return the change that keeps which points a reply had, and its text if the learner wants it in exports. */
export function keepReply(contents: Contents, body: BodyOf<"written.reply">, circumstances: Circumstances): Change {
  return append(contents, [{ type: "written.reply", body }], circumstances);
}

/** Find what was last kept of a reply. */
export function lastReply(past: Past, prompt: string): EventOf<"written.reply"> | undefined {
  return validEventsOf(past, "written.reply")
    .filter(({ body }) => body.promptId === prompt)
    .pop();
}
