/** A link for a second observer, which says of a session only what makes both observations belong together. */

import type { Json } from "../record/canonical";
import type { ArrivalTrouble } from "./arrival";
import { OCCASIONS } from "./handed_observation";
import { isDay, isToken } from "./handed_values";
import { fromFragment, toFragment } from "./link";
import type { Observation } from "./schema";

export type Occasion = Observation["occasion"];
export type Session = Pick<Observation, "session" | "occasion" | "date">;

const SESSION = "session";

export function sessionLink(course: string, { session, occasion, date }: Session): string {
  return toFragment(SESSION, course, [session, OCCASIONS.indexOf(occasion), date]);
}

/** Read the fragment of such a link; null where it is none. */
export function sessionIn(course: string, fragment: string): Session | { readonly trouble: ArrivalTrouble } | null {
  const found = fromFragment(SESSION, course, fragment);
  if (!found || "trouble" in found) return found;
  const [session, occasion, date] = Array.isArray(found.value) ? (found.value as Json[]) : [];
  const known = OCCASIONS[Number(occasion)];
  return isToken(session) && isDay(date) && known ? { session, occasion: known, date } : { trouble: "damaged" };
}
