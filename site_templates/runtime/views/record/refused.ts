/** A refusal in words: what is wrong with the file, and the next step. */

import type { Refusal, RefusalCode } from "../../record/refusals";
import type { HELP, REFUSED } from "./words";
import { say } from "./words";

type Help = (typeof HELP)[number];
type Refused = (typeof REFUSED)[number];

const STEPS: Readonly<Record<Exclude<RefusalCode, "different-people">, Help>> = {
  "too-large": "choose",
  "not-utf8": "choose",
  empty: "whole",
  truncated: "whole",
  "not-json": "anew",
  "too-deep": "anew",
  "duplicate-key": "anew",
  "bad-number": "anew",
  "half-character": "anew",
  "not-a-record": "choose",
  "unknown-version": "release",
  "other-course": "course",
  "wrong-shape": "anew",
  "unknown-key": "anew",
  changed: "anew",
};

/** Return the two sentences that a learner reads. */
export function refusedWords({ code, values }: Refusal): [string, string] {
  // different people are asked about before, and never refused
  if (code === "different-people") return [say("import_other_person"), say("help_choose")];
  const problem = say(`refused_${code.replace(/-/g, "_") as Refused}`, { ...values, where: where(values) });
  return [say("import_refused", { problem }), say(`help_${isOlder(values) ? "older" : STEPS[code]}`)];
}

/** Say whether a file is of a version before the first; no newer release will read it. */
function isOlder({ version }: Refusal["values"]): boolean {
  return /^0+\./.test(`${version ?? ""}`);
}

function where({ event, way }: Refusal["values"]): string {
  const part = event ? say("in_event", { number: event }) : say("in_file");
  return way ? say("at_place", { part, place: way }) : part;
}
