/** One exchange of a dialogue: what was said, the reply, what came of it, and a note in the margin. */

import type { Effect, Graph, Step } from "../../learning/dialogue_graph";
import type { State } from "../../learning/dialogue_state";
import { minutesLeft, otherLine } from "../../learning/dialogue_state";
import { make } from "../../ui/dom";
import type { IconName } from "../../ui/icons";
import { icon } from "../../ui/icons";
import type { Script } from "./script";
import { say, sayCount } from "./words";

export const SIGNS: Readonly<Record<Effect, IconName>> = { helps: "right", neutral: "partly", harms: "wrong" };

/** Show a turn that waits for a reply, or has one. */
export function exchange(script: Script, graph: Graph, state: State, number: number): HTMLLIElement {
  const title = make("p", "imr-turn-number", say("turn", { number }), ...timeLeft(minutesLeft(graph, state)));
  title.tabIndex = -1;
  const line = script.line(state.place, otherLine(graph, state));
  return make("li", "imr-exchange", title, make("div", "imr-line", line));
}

function timeLeft(minutes: number | null): Node[] {
  if (minutes === null) return [];
  const words = minutes > 0 ? sayCount("left", minutes) : say("no_time_left");
  return [make("span", "imr-time-left", ` · ${words}`)];
}

/** Show the words of the trainer. */
export function mine(words: Node): HTMLElement {
  return make("div", "imr-mine", make("p", "imr-speaker", say("you")), make("p", "", words));
}

/** Show what the person does and says next, and what they were thinking. */
export function reaction(script: Script, step: Step): HTMLElement {
  const thought = script.optional(step, "thought");
  const said = make("p", "", script.part(step, "reaction"));
  return make("div", "imr-line imr-reacts", said, ...(thought ? [make("p", "imr-thought", thought)] : []));
}

/** Say whether a reply helps, and why; `extra` comes at its end. */
export function note(
  script: Script,
  step: Step,
  effect: Effect,
  isOpen: boolean,
  ...extra: Node[]
): HTMLDetailsElement {
  const better = script.optional(step, "better");
  const found = make(
    "details",
    "imr-note",
    make("summary", "imr-note-head", icon(SIGNS[effect]), make("strong", "", script.part(step, "effect"))),
    techniqueOf(script, step),
    make("p", "imr-feedback", script.part(step, "feedback")),
    ...(better ? [make("p", "imr-better", better)] : []),
    ...extra,
    make("p", "imr-taught", script.taught(step[0])),
  );
  found.open = isOpen;
  found.dataset["effect"] = effect;
  return found;
}

function techniqueOf(script: Script, step: Step): HTMLElement {
  const found = make("p", "imr-technique", script.part(step, "technique"));
  found.dataset["principle"] = script.principle(step);
  return found;
}
