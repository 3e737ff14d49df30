/** The end of a dialogue: how it ended, the path there beside other good paths, and what it showed. */

import type { Graph, Step } from "../../learning/dialogue_graph";
import type { Tally } from "../../learning/dialogues";
import { tally } from "../../learning/dialogues";
import { makeButton } from "../../ui/button";
import { make } from "../../ui/dom";
import { goodPath, otherPaths, ownPath } from "./path_map";
import type { Script } from "./script";
import { say, sayCount } from "./words";

export interface Ended {
  readonly graph: Graph;
  readonly script: Script;
  readonly ending: string;
  readonly path: readonly Step[];
  readonly isFirstRun: boolean;
  readonly tryAgain: (number: number) => void;
}

/** Show how a dialogue went; the title comes first, so that the focus can go there. */
export function endOf(ended: Ended): HTMLElement {
  const { graph, script, ending, path, isFirstRun } = ended;
  const title = make("h3", "imr-talk-end-title", script.ending(ending, "title"));
  title.tabIndex = -1;
  return make(
    "div",
    "imr-talk-end",
    title,
    make("div", "imr-talk-end-text", script.ending(ending, "text")),
    make("div", "imr-talk-paths", ownPart(ended), ...otherPart(graph, script, path)),
    make("h4", "imr-talk-part", say("went")),
    shown(graph, path),
    make("p", "imr-talk-run", say(isFirstRun ? "first_run" : "later_run")),
    fromStart(ended),
  );
}

function ownPart({ graph, script, path, tryAgain }: Ended): HTMLElement {
  return make(
    "div",
    "imr-own-path",
    make("h4", "imr-talk-part", say("your_path")),
    ownPath(graph, script, path, tryAgain),
  );
}

function otherPart(graph: Graph, script: Script, path: readonly Step[]): HTMLElement[] {
  const others = otherPaths(graph, path);
  if (others.length === 0) return [];
  const parts = others.map((other, i) => {
    const title = say(others.length > 1 ? "other_paths" : "other_path", { number: i + 1 });
    const part = make(
      "details",
      "imr-other-path",
      make("summary", "imr-summary", title),
      goodPath(graph, script, other, path),
    );
    part.open = i === 0;
    return part;
  });
  return [make("div", "imr-other-paths", ...parts)];
}

/** Say how it went for each competency; there is no total. */
function shown(graph: Graph, path: readonly Step[]): HTMLElement {
  const rows = [...tally(graph, path)].map(([id, found]) => {
    const name = make("span", "imr-went-name", graph.competencies[id] ?? id);
    return make("li", "imr-went", name, ": ", make("span", "imr-went-count", count(found)));
  });
  const list = make("ul", "imr-went-list", ...rows);
  list.setAttribute("role", "list");
  return list;
}

function count({ turns, full, partly }: Tally): string {
  const whole = sayCount("went_of", turns, { full });
  return partly > 0 ? `${whole}, ${say("went_partly", { partly })}` : whole;
}

function fromStart({ tryAgain }: Ended): HTMLElement {
  const button = makeButton("imr-act imr-act-main", () => tryAgain(1), say("from_start"));
  return make("p", "imr-acts", button);
}
