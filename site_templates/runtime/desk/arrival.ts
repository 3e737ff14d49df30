/** What arrives from someone else, in a link or a file: a value, or why nothing is taken. */

import type { Json } from "../record/canonical";

export type ArrivalTrouble = "too_large" | "damaged" | "newer" | "other_course";

/** `course`: the one that it names, where that is another. */
export type Arrival = { readonly value: Json } | { readonly trouble: ArrivalTrouble; readonly course?: string };
