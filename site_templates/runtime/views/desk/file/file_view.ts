/** A trainer's file in words: what it is, safety first, then the profile as the trainer sees it, work and observations. */

import { judgedOnPage } from "../../../course/judged";
import { placeOf } from "../../../course/titles";
import { observations } from "../../../learning/observations";
import { makeButton } from "../../../ui/button";
import { day } from "../../../ui/days";
import { make } from "../../../ui/dom";
import { linkTo } from "../../../ui/link";
import { observationsTable, unitsTable } from "../../certificate/tables";
import { unitsIn } from "../../certificate/units_done";
import { showProfile } from "../../profile/show";
import type { DeskPage } from "../page";
import { printOnly } from "../printing";
import { say } from "../words";
import { assignedTable } from "./assigned_table";
import type { LookedAt } from "./looked_at";
import { standing } from "./standing";
import { whose } from "./whose";

/** Return everything that is shown of a file. */
export function fileView(page: DeskPage, looked: LookedAt): HTMLElement[] {
  const { reading, facts } = looked;
  const profile = make("div", "imr-desk-profile");
  // it is shown once, for as long as the file is
  showProfile(profile, facts, reading.record.learner.alias);
  return [
    standing(looked),
    whose(page, reading.record.learner),
    make(
      "p",
      "imr-not-on-paper",
      makeButton("imr-record-button", () => printOnly(page.root, "file"), say("print")),
    ),
    ...safety(page, looked),
    part(say("file_profile"), profile),
    part(say("file_units"), ...work(looked)),
    ...observed(looked),
    part(say("file_assigned"), assignedTable(looked)),
  ];
}

function part(title: string, ...inside: HTMLElement[]): HTMLElement {
  return make("section", "imr-desk-of-file", make("h3", "", title), ...inside);
}

/** Name the safety questions that are not put right yet, with the day on which each was missed. */
function safety(page: DeskPage, { facts }: LookedAt): HTMLElement[] {
  if (facts.missedAt.size === 0) return [];
  const lines = [...facts.missedAt].map(([item, at]) => {
    const place = placeOf(facts.titles, item);
    const words = facts.titles.safety[item] ?? item;
    const name = place ? linkTo(`${page.course.base}/${place.href}`, words) : words;
    return make("li", "", name, " ", make("span", "imr-facts", say("file_missed", { date: day(at) })));
  });
  const about = make("p", "", say("file_safety_help"));
  const list = make("ul", "imr-safety-list", ...lines);
  return [make("section", "imr-desk-of-file imr-desk-safety", make("h3", "", say("file_safety")), about, list)];
}

function work({ inspection, facts }: LookedAt): HTMLElement[] {
  const units = unitsIn(inspection.log, judgedOnPage(), facts.titles);
  const done = units.filter(({ status }) => status === "done");
  const begun = units.filter(({ status }) => status !== "done").map(({ title }) => title);
  return [
    ...(done.length > 0 ? [unitsTable(done)] : [make("p", "", say("file_no_units"))]),
    ...(begun.length > 0 ? [make("p", "", say("file_begun", { units: begun.join(" · ") }))] : []),
  ];
}

function observed({ inspection, facts }: LookedAt): HTMLElement[] {
  const seen = observations(inspection.log).map(({ body }) => body);
  const table = observationsTable(seen, facts.titles);
  return table.length > 0 ? [make("section", "imr-desk-of-file", ...table)] : [];
}
