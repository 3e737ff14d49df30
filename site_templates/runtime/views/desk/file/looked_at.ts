/** A trainer's file as it was looked at: what was read, what is to be known of it, what it shows. */

import type { Inspection } from "../../../desk/inspection";
import type { Reading } from "../../../record/reading";
import type { Facts } from "../../profile/rows";

/** `today`: the day on which it was looked at, such as 2026-05-04. */
export interface LookedAt {
  readonly reading: Reading;
  readonly inspection: Inspection;
  readonly facts: Facts;
  readonly today: string;
}
