/** What supervisors have observed: one that was added twice, or on two devices, counts once. */

import type { CompetencyData } from "../record/course_data";
import type { Past } from "../record/log";
import { validEventsOf } from "../record/log";
import type { BodyOf, EventOf } from "../record/record";

type Observed = EventOf<"supervisor.observation">;

/** Return the observations that count, in their order; of a session the latest value of each observer. */
export function observations(past: Past): readonly Observed[] {
  const seen = new Map<string, Observed>();
  for (const event of validEventsOf(past, "supervisor.observation")) {
    const name = nameOf(event.body);
    seen.delete(name);
    seen.set(name, event);
  }
  return [...seen.values()];
}

/** Return the observations of one competency: of itself, or of an element that observes it. */
export function observed(seen: readonly Observed[], { id, observedBy }: CompetencyData): readonly Observed[] {
  return seen.filter(({ body }) =>
    body.kind === "competency" ? body.subject === id : observedBy.includes(body.subject),
  );
}

/** Return what makes two observations the same one; without a session, everything that they say. */
export function nameOf(body: BodyOf<"supervisor.observation">): string {
  const { kind, subject, rater, session, valueMilli, date } = body;
  return JSON.stringify(session ? [kind, subject, rater, session] : [kind, subject, rater, "", valueMilli, date]);
}
