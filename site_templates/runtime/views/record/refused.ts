/** A refusal in words: what is wrong with the file, and the next step. */

import type { Refusal, RefusalCode } from "../../record/refusals";
import type { Words } from "../../ui/words.gen";
import { say } from "./words";

// different people are asked about before, and never refused
type Refused = Exclude<RefusalCode, "different-people">;
type Underscored<Code extends string> = Code extends `${infer First}-${infer Rest}`
  ? `${First}_${Underscored<Rest>}`
  : Code;
type Problem = `refused_${Underscored<Refused>}`;

const STEPS = {
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
} as const satisfies Record<Refused, string>;

/** Return the two sentences that a learner reads. */
export function refusedWords({ code, values }: Refusal): [string, string] {
  if (code === "different-people") return [say("import_other_person"), say("help_choose")];
  return [say("import_refused", { problem: problemOf({ code, values }) }), nextStep({ code, values })];
}

/** Return what is wrong with a file, as a clause. */
export function problemOf({ code, values }: Refusal): string {
  if (code === "different-people") return say("import_other_person");
  const word = `refused_${code.replace(/-/g, "_")}` as Problem;
  // with each code come the values that its sentence has places for
  const given = { ...values, where: where(values) } as Readonly<Record<Words["record"][Problem], string | number>>;
  return say(word, given);
}

/** Return what to do about it. */
export function nextStep({ code, values }: Refusal): string {
  if (code === "different-people") return say("help_choose");
  return say(`help_${isOlder(values) ? "older" : STEPS[code]}`);
}

/** Say whether a file is of a version before the first; no newer release will read it. */
function isOlder({ version }: Refusal["values"]): boolean {
  return /^0+\./.test(`${version ?? ""}`);
}

function where({ event, path }: Refusal["values"]): string {
  const part = event ? say("in_event", { number: event }) : say("in_file");
  return path ? say("at_place", { part, place: path }) : part;
}
