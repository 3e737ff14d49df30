/** What one can change about the view: picture or table, one group or all, and paper. */

import { makeButton } from "../../ui/button";
import { make } from "../../ui/dom";
import type { Group } from "./rows";
import { say } from "./words";

export type View = "picture" | "table";

export interface Controls {
  readonly root: HTMLElement;
  readonly onView: (act: (view: View) => void, signal: AbortSignal) => void;
  readonly onGroup: (act: (group: string) => void, signal: AbortSignal) => void;
}

/** Make the controls; the picture and all groups are chosen. */
export function controls(groups: readonly Group[]): Controls {
  const views = [viewChoice("picture", true), viewChoice("table", false)];
  const legend = make("legend", "imr-visually-hidden", say("view"));
  const field = make("fieldset", "imr-view", legend, ...views);
  const select = groupChoice(groups);
  const filter = make("label", "imr-filter", make("span", "", say("filter")), select);
  const printButton = makeButton("imr-print", () => window.print(), say("print"));
  return {
    root: make("div", "imr-profile-controls", field, printButton, filter),
    onView: (act, signal) => field.addEventListener("change", (event) => act(viewOf(event)), { signal }),
    onGroup: (act, signal) => select.addEventListener("change", () => act(select.value), { signal }),
  };
}

function viewOf(event: Event): View {
  return event.target instanceof HTMLInputElement && event.target.value === "table" ? "table" : "picture";
}

function viewChoice(view: View, isChosen: boolean): HTMLElement {
  const input = make("input", "");
  Object.assign(input, { type: "radio", name: "profile-view", value: view, checked: isChosen });
  return make("label", "", input, make("span", "", say(view)));
}

function groupChoice(groups: readonly Group[]): HTMLSelectElement {
  const options = groups.map(({ id, title }) => new Option(title, id));
  return make("select", "", new Option(say("all_groups"), ""), ...options);
}
