/** The elements of the page that make up a rating exercise. */

import type { ExerciseVersion } from "../../learner/rounds";
import { all, need, needValue } from "../../ui/dom";

/** One element to rate. `names`: the bands in words, as the page has them. */
export interface ElementParts {
  readonly root: HTMLElement;
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly reference: number;
  readonly names: ReadonlyMap<number, string>;
  readonly inputs: readonly HTMLInputElement[];
  readonly legend: HTMLElement;
  readonly bands: HTMLElement;
  readonly sawPart: HTMLElement;
  readonly saw: HTMLTextAreaElement;
  readonly reason: HTMLElement;
  readonly compared: HTMLElement;
}

export interface RatingParts {
  readonly root: HTMLElement;
  readonly version: ExerciseVersion;
  readonly form: HTMLFormElement;
  readonly elements: readonly ElementParts[];
  readonly title: HTMLElement;
  readonly superseded: HTMLElement;
  readonly outcome: HTMLElement;
  readonly problem: HTMLElement;
  readonly acts: HTMLElement;
  readonly leave: HTMLButtonElement;
  readonly private: HTMLElement;
  readonly after: HTMLElement;
}

/** Find every part; one that is missing is named. */
export function ratingParts(root: HTMLElement): RatingParts {
  const form = need<HTMLFormElement>(root, "[data-role=form]");
  const elements = all(form, "[data-element]").map(elementParts);
  const ids = elements.map(({ id }) => id);
  return {
    root,
    version: { id: needValue(root, "rating"), hash: needValue(root, "hash"), elements: ids },
    form,
    elements,
    title: need(form, "[data-role=elements-title]"),
    superseded: need(form, "[data-role=superseded]"),
    outcome: need(form, "[data-role=outcome]"),
    problem: need(form, "[data-role=problem]"),
    acts: need(form, "[data-role=acts]"),
    leave: need(form, "[data-role=leave]"),
    private: need(form, "[data-role=private]"),
    after: need(root, "[data-role=after]"),
  };
}

function elementParts(root: HTMLElement, place: number): ElementParts {
  const inputs = all<HTMLInputElement>(root, "input[type=radio]");
  return {
    root,
    id: needValue(root, "element"),
    number: place + 1,
    name: need(root, "[data-role=name]").textContent ?? "",
    reference: Number(needValue(root, "reference")),
    names: new Map(inputs.map((input) => [Number(input.value), nameBeside(input)])),
    inputs,
    legend: need(root, "legend"),
    bands: need(root, "[data-role=bands]"),
    sawPart: need(root, "[data-role=saw-part]"),
    saw: need(root, "[data-role=saw]"),
    reason: need(root, "[data-role=reason]"),
    compared: need(root, "[data-role=compared]"),
  };
}

function nameBeside(input: HTMLInputElement): string {
  return input.closest("label")?.querySelector(".imr-band-name")?.textContent ?? "";
}

/** Return the band that is chosen for an element. */
export function chosenBand({ inputs }: ElementParts): number | undefined {
  const chosen = inputs.find(({ checked }) => checked);
  return chosen && Number(chosen.value);
}
