/** What the parts of the page share. */

import type { Titles } from "../../course/titles";
import type { Written } from "../../desk/contents";
import type { Observation } from "../../desk/schema";
import { need } from "../../ui/dom";
import { calendarDay, points } from "../../ui/numbers";
import type { DeskPage } from "../desk/page";
import { say } from "./words";

export interface ObservePage extends DeskPage {
  readonly titles: Titles;
  readonly faces: Faces;
}

/** The three faces of the page, of which one is in sight. */
export interface Faces {
  overview(): Promise<void>;
  observe(observation: Written<Observation>): void;
  handOver(observation: Written<Observation>): void;
}

type Role = "overview" | "form" | "handing";

/** Show one face of the page. */
export function showFace(root: HTMLElement, shown: Role): void {
  for (const role of ["overview", "form", "handing"] as const)
    need(root, `[data-role=${role}]`).hidden = role !== shown;
}

const OCCASIONS = {
  session: "occasion_session",
  recording: "occasion_recording",
  "role-play": "occasion_role_play",
} as const;

export function occasionWords(occasion: Observation["occasion"]): string {
  return say(OCCASIONS[occasion]);
}

/** Name an observation: whom, what, when, and by whom. */
export function nameOf({ desk }: DeskPage, { trainer, occasion, date, rater }: Written<Observation>): string {
  const who = desk.contents.trainers.find(({ id }) => id === trainer)?.name ?? say("no_longer_here");
  return say("observation", { who, occasion: occasionWords(occasion), date: calendarDay(date), rater });
}

/** Write a value with its band. */
export function valueWords(valueMilli: number): string {
  return say("value_of_band", { value: points(valueMilli), band: say(bandOf(valueMilli)) });
}

const BANDS = ["band_1", "band_2", "band_3", "band_4", "band_5"] as const;

function bandOf(valueMilli: number): (typeof BANDS)[number] {
  return BANDS[Math.floor(valueMilli / 1000) - 1] ?? "band_1";
}

/** Name a competency as its card does. */
export function competencyName(root: ParentNode, titles: Titles, id: string): string {
  const card = root.querySelector(`#observe-${CSS.escape(id)} .imr-observe-name`);
  return card?.textContent ?? titles.competencies.find((one) => one.id === id)?.title ?? id;
}
