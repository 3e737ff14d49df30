/** How sure a learner said they were, before a unit and after it. */

import type { Past } from "../record/log";
import { pastOf, validEventsOf } from "../record/log";
import type { EventOf } from "../record/record";
import type { Circumstances, NewEvent } from "./append";
import { append } from "./append";
import type { Change, Contents } from "./contents";

export type When = "before" | "after";

export interface Occasion {
  readonly unit: string;
  readonly when: When;
}

/** What was said last, by competency. */
export type Said = ReadonlyMap<string, EventOf<"self.rating">>;

/** Find what was said on an occasion. */
export function confidenceOn(past: Past, { unit, when }: Occasion): Said {
  const said = validEventsOf(past, "self.rating").filter(({ body }) => body.unitId === unit && body.when === when);
  return new Map(said.map((event) => [event.body.competencyId, event]));
}

/** Return the change that keeps levels; what was said already is not said again. */
export function keepLevels(
  contents: Contents,
  occasion: Occasion,
  levels: ReadonlyMap<string, number>,
  circumstances: Circumstances,
): Change {
  const { unit: unitId, when } = occasion;
  const said = confidenceOn(pastOf(contents.events), occasion);
  const newEvents = [...levels]
    .filter(([competencyId, level]) => said.get(competencyId)?.body.level !== level)
    .map(([competencyId, level]): NewEvent => ({ type: "self.rating", body: { competencyId, level, when, unitId } }));
  return append(contents, newEvents, circumstances);
}
