/** Ways through a dialogue as small maps: each turn with the reply and its effect, by shape and word. */

import type { Graph, Step } from "../../learning/dialogue_graph";
import { replyAt } from "../../learning/dialogue_graph";
import { makeButton } from "../../ui/button";
import { make } from "../../ui/dom";
import { icon } from "../../ui/icons";
import { SIGNS } from "./exchange";
import type { Script } from "./script";
import { say, sayCount } from "./words";

/** Show the path that was taken; from each turn it can be tried again. */
export function ownPath(
  graph: Graph,
  script: Script,
  path: readonly Step[],
  tryAgain: (number: number) => void,
): HTMLElement {
  const rows = path.map((step, i) =>
    row(graph, script, step, i + 1, [...consequences(script, step), againButton(i + 1, tryAgain)]),
  );
  return list(rows);
}

/** Show a good path from where it leaves the one that was taken. */
export function goodPath(graph: Graph, script: Script, path: readonly Step[], gone: readonly Step[]): HTMLElement {
  const shared = sharedSteps(path, gone);
  const rows = path.slice(shared).map((step, i) => row(graph, script, step, shared + i + 1, []));
  return make(
    "div",
    "",
    ...(shared > 0 ? [make("p", "imr-path-same", sayCount("same_until", shared))] : []),
    list(rows),
  );
}

/** Choose which good paths to show: not the one that was taken, those first that leave it late. */
export function otherPaths({ goodPaths }: Graph, gone: readonly Step[]): readonly (readonly Step[])[] {
  const others = goodPaths.filter((path) => sharedSteps(path, gone) < path.length);
  return [...others].sort((one, other) => sharedSteps(other, gone) - sharedSteps(one, gone)).slice(0, 2);
}

function sharedSteps(one: readonly Step[], other: readonly Step[]): number {
  const parting = one.findIndex(([turn, reply], i) => other[i]?.[0] !== turn || other[i]?.[1] !== reply);
  return parting < 0 ? one.length : parting;
}

function list(rows: readonly HTMLLIElement[]): HTMLOListElement {
  const made = make("ol", "imr-path", ...rows);
  made.setAttribute("role", "list");
  return made;
}

function row(graph: Graph, script: Script, step: Step, number: number, more: readonly HTMLElement[]): HTMLLIElement {
  const effect = replyAt(graph, step)?.effect ?? "neutral";
  const made = make(
    "li",
    "imr-path-step",
    icon(SIGNS[effect]),
    make("span", "imr-path-head", say("turn", { number }), ". ", script.part(step, "effect")),
    make("span", "imr-path-said", script.part(step, "text")),
    ...more,
  );
  made.dataset["effect"] = effect;
  return made;
}

/** Show what the person was thinking, and what lasted. */
function consequences(script: Script, step: Step): HTMLElement[] {
  const thought = script.optional(step, "thought");
  return [
    ...(thought ? [make("span", "imr-path-thought", thought)] : []),
    ...script.leaves(step).map((left) => make("span", "imr-path-leaves", left)),
  ];
}

function againButton(number: number, tryAgain: (number: number) => void): HTMLElement {
  const hidden = make("span", "imr-visually-hidden", say("again_of", { number }));
  return makeButton("imr-act", () => tryAgain(number), say("again"), hidden);
}
