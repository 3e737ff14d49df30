/** What a page says of a dialogue beside its words: where replies lead, and what they are worth. */

import type { Graph, GraphReply, Step } from "../course/page_data.gen";
import { found } from "../record/course_data";

export type { Effect, Graph, Step } from "../course/page_data.gen";

/** Which marks must be set, and which must not. */
export type When = NonNullable<GraphReply["when"]>;

/** Credit in thousandths, for each competency of the turn. */
export type Credit = GraphReply["credit"];

/** Find a reply; ids from a record may name what is no more. */
export function replyAt({ turns }: Pick<Graph, "turns">, [turn, reply]: Step): GraphReply | undefined {
  return found(found(turns, turn)?.replies ?? {}, reply);
}
