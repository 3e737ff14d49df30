/** What a page says of a dialogue beside its words: where replies lead, and what they are worth. */

import { found } from "../record/course_data";

export type Effect = "helps" | "neutral" | "harms";

/** Credit in thousandths, for each competency of the turn. */
export type Credit = Readonly<Record<string, number>>;

export interface ReplyData {
  readonly next: string;
  readonly effect: Effect;
  readonly credit: Credit;
}

export interface TurnData {
  readonly hash: string;
  readonly replies: Readonly<Record<string, ReplyData>>;
}

/** A turn and the reply that is chosen there. */
export type Step = readonly [turn: string, reply: string];

export interface Graph {
  readonly first: string;
  readonly endings: readonly string[];
  readonly turns: Readonly<Record<string, TurnData>>;
  readonly goodWays: readonly (readonly Step[])[];
  /** Titles of the competencies that its turns show. */
  readonly competencies: Readonly<Record<string, string>>;
}

/** Find a reply; ids from a record may name what is no more. */
export function replyAt({ turns }: Pick<Graph, "turns">, [turn, reply]: Step): ReplyData | undefined {
  return found(found(turns, turn)?.replies ?? {}, reply);
}
