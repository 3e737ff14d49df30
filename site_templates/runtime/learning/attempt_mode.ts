/** What an attempt is for: reviews and placement checks are kept separate from lessons. */

import type { BodyOf } from "../record/record";

export type Mode = BodyOf<"attempt.started">["mode"];

export function isSeparate(mode: Mode): boolean {
  return mode === "review" || mode === "placement";
}
