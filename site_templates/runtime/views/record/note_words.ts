/** What is odd about a file without being wrong, in words. */

import type { NoteCode } from "../../record/plausibility";
import { say } from "./words";

const NOTES = {
  misdated: "note_misdated",
  "other-id-time": "note_other_id_time",
  "after-export": "note_after_export",
  ahead: "note_ahead",
  "before-record": "note_before_record",
  "no-latency": "note_no_latency",
  "faster-than-reading": "note_faster",
  "nothing-presented": "note_nothing_presented",
  "other-presented": "note_other_presented",
  "unchecked-path": "note_unchecked_path",
  "no-devices": "note_no_devices",
  "observed-later": "note_observed_later",
} as const satisfies { readonly [code in NoteCode]: string };

/** Say a note, with how many entries show it. */
export function noteWords(code: NoteCode, count: number): string {
  return say(NOTES[code], { count });
}

/** Return the sentence before a list of notes, which says that none of them is a verdict. */
export function notesTitle(): string {
  return say("notes");
}
