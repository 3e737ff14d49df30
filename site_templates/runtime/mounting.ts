/** Mounting what stands on a page: every module by its name, none able to break another. */

import type { Memory } from "./memory";
import { all } from "./dom";

/** What a module needs of the world around it. */
export interface Page {
  readonly memory: Memory;
  readonly newSeed: () => number;
  /** Milliseconds since the page was opened; the clock of the device may be changed meanwhile. */
  readonly now: () => number;
  /** A response is kept and nothing is said of it, because the page goes on to another question. */
  readonly withholdsVerdicts?: true;
}

/** Switch off what was switched on. */
export type Stop = () => void;

export type Mount<World = Page> = (root: HTMLElement, page: World) => Stop;

/** Mount every `data-module` under a root. */
export function mountAll<World>(
  root: ParentNode,
  modules: Readonly<Record<string, Mount<World>>>,
  page: World,
): Stop {
  const stops = all(root, "[data-module]").map((element) => mountOne(element, modules, page));
  return () => stops.forEach((stop) => stop());
}

function mountOne<World>(
  element: HTMLElement,
  modules: Readonly<Record<string, Mount<World>>>,
  page: World,
): Stop {
  const mount = modules[element.dataset["module"] ?? ""];
  // other scripts may bring modules of their own
  if (!mount) return () => {};
  try {
    return mount(element, page);
  } catch (problem) {
    report(element, problem);
    return () => {};
  }
}

/** Say in the console which module failed and what it missed; the form on the page goes on working. */
export function report(element: HTMLElement, problem: unknown): void {
  const what = problem instanceof Error ? problem.message : `${problem}`;
  console.error(`${element.dataset["module"]} "${element.id}": ${what}`);
}
