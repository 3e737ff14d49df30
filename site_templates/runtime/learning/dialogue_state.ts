/** The state of a dialogue: the place it has reached, the marks that are set, and the minutes that are gone.
 *
 * The same rules are in `course/model/dialogue_state.py`.
 */

import { found } from "../record/course_data";
import type { Graph, Step, When } from "./dialogue_graph";
import { replyAt } from "./dialogue_graph";

/** The mark that the clock sets. */
const TIME_UP = "time-up";
const NOWHERE = "";
const ALWAYS: When = {};

/** `place` is a turn, an ending, or empty when nothing fits. `gone` is never more than the clock has. */
export interface State {
  readonly place: string;
  readonly marks: ReadonlySet<string>;
  readonly gone: number;
}

/** Return the state of a dialogue before anything was said. */
export function opening({ first }: Graph): State {
  return { place: first, marks: new Set(), gone: 0 };
}

/** Return the replies to choose from at a turn. */
export function offered({ turns }: Graph, { place, marks }: State): string[] {
  const replies = Object.entries(found(turns, place)?.replies ?? {});
  return replies.filter(([, { when }]) => holds(when, marks)).map(([id]) => id);
}

/** Return which of the other lines of a turn is said, or null where it is the turn's own line. */
export function otherLine({ turns }: Graph, { place, marks }: State): number | null {
  const number = (found(turns, place)?.instead ?? []).findIndex((when) => holds(when, marks));
  return number < 0 ? null : number;
}

/** Return the state of a dialogue after a reply that its turn has. */
export function after(graph: Graph, state: State, reply: string): State {
  const { next, sets = [], minutes = 0 } = replyAt(graph, [state.place, reply])!;
  const clock = graph.clock ?? 0;
  const gone = Math.min(state.gone + minutes, clock);
  const marks = new Set([...state.marks, ...sets, ...(clock > 0 && gone === clock ? [TIME_UP] : [])]);
  const place = next.find((name) => holds(found(graph.when ?? {}, name), marks)) ?? NOWHERE;
  return { place, marks, gone };
}

/** Return the minutes that are left, or null where time does not matter. */
export function minutesLeft({ clock = 0 }: Graph, { gone }: State): number | null {
  return clock > 0 ? clock - gone : null;
}

/** Say whether what comes later depends on what was said earlier. */
export function remembers({ clock = 0, turns }: Graph): boolean {
  return clock > 0 || Object.values(turns).some(({ replies }) => Object.values(replies).some(({ sets }) => sets));
}

/** Return the reply that learners may compare their own words with: the first offered one that helps. */
export function modelReply(graph: Graph, state: State): Step | null {
  const reply = offered(graph, state).find((id) => {
    const { effect, isSilent } = replyAt(graph, [state.place, id])!;
    return effect === "helps" && !isSilent;
  });
  return reply === undefined ? null : [state.place, reply];
}

function holds(when: When = ALWAYS, marks: ReadonlySet<string>): boolean {
  return Object.entries(when).every(([mark, isSet]) => marks.has(mark) === isSet);
}
