/** The placement checks in a record: the one that goes on, or the last one. */

import type { Circumstances } from "../learner/append";
import { append } from "../learner/append";
import type { Change, Contents } from "../learner/contents";
import { uuid7 } from "../record/ids";
import type { Past } from "../record/log";
import { validEvents } from "../record/log";

/** `answered`: items by time. `finishedAt` is null while the check goes on. */
export interface Check {
  readonly attemptId: string;
  readonly bank: string;
  readonly seed: number;
  readonly answered: readonly string[];
  readonly finishedAt: number | null;
}

/** Find the check that was begun last. */
export function latestCheck(past: Past): Check | null {
  const events = validEvents(past);
  const begun = events.flatMap((event) =>
    event.type === "attempt.started" && event.body.mode === "placement" ? [event] : [],
  );
  const last = begun[begun.length - 1]?.body;
  if (!last) return null;
  const { attemptId, bankId, seed } = last;
  const own = events.filter((event) => "attemptId" in event.body && event.body.attemptId === attemptId);
  const answered = own.flatMap((event) => (event.type === "item.response" ? [event.body.itemId] : []));
  const finished = own.find(({ type }) => type === "attempt.finished");
  return { attemptId, bank: bankId, seed, answered: [...new Set(answered)], finishedAt: finished?.at ?? null };
}

/** Return the change that begins a check; each has a bank of its own, so that no other shows its answers. */
export function begin(contents: Contents, seed: number, circumstances: Circumstances): Change {
  const attemptId = uuid7(circumstances.now);
  const body = { attemptId, bankId: `placement-${attemptId}`, seed, mode: "placement" } as const;
  return append(contents, [{ type: "attempt.started", body }], circumstances);
}

/** Return the change that ends a check: completed, or left before its end. */
export function finish(
  contents: Contents,
  { attemptId }: Check,
  reason: "completed" | "left",
  circumstances: Circumstances,
): Change {
  return append(contents, [{ type: "attempt.finished", body: { attemptId, reason } }], circumstances);
}
