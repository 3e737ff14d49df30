/** Shows each item as it was last answered, wherever that was, to be looked at again. */

import { RecordMemory } from "../../item/memory";
import type { Bank } from "../../learner/responses";
import type { ShownAnswers } from "../../learner/shown_answers";
import type { Past } from "../../record/log";
import { validEventsOf } from "../../record/log";

export class LatestMemory extends RecordMemory {
  protected override shown(past: Past, bank: Bank): Pick<ShownAnswers, "attempts" | "responses"> {
    const latest = validEventsOf(past, "item.response").map((event) => [event.body.itemId, event] as const);
    return { attempts: super.shown(past, bank).attempts, responses: new Map(latest) };
  }
}
