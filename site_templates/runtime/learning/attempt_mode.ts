/** What an attempt is for: a review and a placement check stand apart from lessons. */

import type { BodyOf } from "../record/record";

export type Mode = BodyOf<"attempt.started">["mode"];

export function standsApart(mode: Mode): boolean {
  return mode === "review" || mode === "placement";
}
