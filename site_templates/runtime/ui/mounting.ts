/** Mounting what is on a page: every module by its name, none able to break another. */

import { all } from "./dom";

/** Switch off what was switched on. */
export type Stop = () => void;

/** Switch on a module on its element, with what it needs of the page around it. */
export type Mount<World> = (root: HTMLElement, page: World) => Stop;

/** Mount every `data-module` under a root. */
export function mountAll<World>(root: ParentNode, modules: Readonly<Record<string, Mount<World>>>, page: World): Stop {
  const stops = all(root, "[data-module]").map((element) => mountOne(element, modules, page));
  return () => {
    for (const stop of stops) stop();
  };
}

function mountOne<World>(element: HTMLElement, modules: Readonly<Record<string, Mount<World>>>, page: World): Stop {
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
