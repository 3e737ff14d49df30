/** An observation on its way from an observer to the trainer: in a link, a QR code or a file. */

import type { Json, JsonObject } from "../record/canonical";
import { isObject } from "../record/canonical";
import type { Arrival } from "./arrival";
import { fromHandedFile, toHandedFile } from "./handed_file";
import { isDay, isName, isToken, isWords } from "./handed_values";
import { fromFragment, toFragment } from "./link";
import { raterName } from "./rater_name";
import type { Observation } from "./schema";

const OBSERVATION = "observation";
const FORMAT = "imr-observation";
export const OCCASIONS = ["session", "recording", "role-play"] as const;
export const LONGEST_NOTE = 500;
const LONGEST_RATER = 100;
const MOST_VALUES = 100;

/** What is handed over: an observation without what only the desk knows. */
export type Handed = Pick<Observation, "session" | "occasion" | "rater" | "date" | "values" | "notes">;

/** Return the fragment of a link; for a QR code without notes, because a printed one must stay small. */
export function linkOf(
  course: string,
  { session, occasion, rater, date, values, notes }: Handed,
  withNotes: boolean,
): string {
  const said = [session, OCCASIONS.indexOf(occasion), rater, date, { ...values }];
  const written = Object.keys(notes).length > 0 && withNotes ? [{ ...notes }] : [];
  return toFragment(OBSERVATION, course, [...said, ...written]);
}

/** Read the fragment of a link; null where it holds no observation. */
export function observationIn(course: string, fragment: string): Handed | Exclude<Arrival, { value: Json }> | null {
  const found = fromFragment(OBSERVATION, course, fragment);
  if (!found || "trouble" in found) return found;
  const { value } = found;
  if (!Array.isArray(value) || value.length < 5 || value.length > 6) return { trouble: "damaged" };
  const [session, occasion, rater, date, values, notes = {}] = value as Json[];
  return (
    handedIn({ session, occasion: OCCASIONS[Number(occasion)], rater, date, values, notes }) ?? { trouble: "damaged" }
  );
}

/** Return the file of an observation. */
export function observationFile(course: string, handed: Handed): { readonly name: string; readonly text: string } {
  const { session, occasion, rater, date, values, notes } = handed;
  const observation = { session, occasion, rater, date, values: { ...values }, notes: { ...notes } };
  return { name: `observation-${date}-${raterName(rater)}.json`, text: toHandedFile(FORMAT, course, { observation }) };
}

/** Read the file of an observation: null where it is none. */
export function observationOf(course: string, content: Uint8Array): Handed | Exclude<Arrival, { value: Json }> | null {
  const found = fromHandedFile(FORMAT, course, content);
  if (!found || "trouble" in found) return found;
  const { observation } = found.value as JsonObject;
  return (isObject(observation) ? handedIn(observation) : null) ?? { trouble: "damaged" };
}

/** Take what has the shape of an observation; null for anything else. */
function handedIn(found: { readonly [key: string]: Json | undefined }): Handed | null {
  const { session, occasion, rater, date, values, notes } = found;
  if (!isToken(session) || !isDay(date)) return null;
  if (!isWords(rater, LONGEST_RATER) || rater.trim() === "") return null;
  const known = OCCASIONS.find((one) => one === occasion);
  if (!known || !isObject(values) || !isObject(notes)) return null;
  const given = Object.entries(values);
  const written = Object.entries(notes);
  if (given.length === 0 || given.length > MOST_VALUES || !given.every(isValue)) return null;
  if (written.length > MOST_VALUES || !written.every(isNote)) return null;
  return {
    session,
    occasion: known,
    rater,
    date,
    values: Object.fromEntries(given) as Handed["values"],
    notes: Object.fromEntries(written) as Handed["notes"],
  };
}

function isValue([name, value]: [string, Json]): boolean {
  const isInBands = typeof value === "number" && value >= 1000 && value <= 5000 && Number.isInteger(value);
  return isName(name) && isInBands;
}

function isNote([name, note]: [string, Json]): boolean {
  return isName(name) && isWords(note, LONGEST_NOTE);
}
