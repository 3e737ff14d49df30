/** Adding to a record what a supervisor has observed; what is there already is not added again. */

import type { Handed } from "../desk/handed_observation";
import { raterName } from "../desk/rater_name";
import { nameOf, observations } from "../learning/observations";
import { pastOf } from "../record/log";
import type { NewEvent } from "./append";
import type { Contents } from "./contents";

/** Return the events that an observation adds to a record; none where all of it is there already. */
export function newObservations({ events }: Pick<Contents, "events">, handed: Handed): NewEvent[] {
  const known = observations(pastOf(events));
  const values = new Map(known.map(({ body }) => [nameOf(body), body.valueMilli]));
  const { session, occasion, date } = handed;
  const rater = raterName(handed.rater);
  return Object.entries(handed.values).flatMap(([subject, valueMilli]) => {
    const body = { kind: "competency", subject, valueMilli, rater, date, session, occasion } as const;
    return values.get(nameOf(body)) === valueMilli ? [] : [{ type: "supervisor.observation", body } as const];
  });
}
