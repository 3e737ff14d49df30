/** What a group's table says to others. */

import assert from "node:assert/strict";
import test from "node:test";
import cohort from "../../interface/cohort.en.po";
import profile from "../../interface/profile.en.po";
import type { Titles } from "../course/titles";
import { membersOf } from "../desk/cohort";
import type { CohortRow } from "../desk/cohort_row";
import type { StrandEstimate } from "../record/schema";
import { rowsForOthers } from "../views/cohort/gaps";
import { giveCatalogues } from "./words_on_page";

giveCatalogues(cohort, profile);

const TITLES: Titles = {
  competencies: [{ id: "EDU1", title: "Explains", group: "EDU", strand: "knowledge" }],
} as unknown as Titles;

test("a hidden count is called not shown, because it may be larger than five or nothing", () => {
  const rows = rowsForOthers(people(8), TITLES);

  assert.deepEqual(rows[0], ["People", 8]);
  assert.deepEqual(rows[1], ["Counts under 5 are not shown, nor those from which they could be worked out."]);
  assert.deepEqual(rows[4], ["EDU1 Explains", ...Array<string>(8).fill("not shown")]);
});

test("of a group under five not even its size is shown", () => {
  assert.deepEqual(rowsForOthers(people(4), TITLES)[0], ["People", "not shown"]);
});

/** Make people who all lack evidence. */
function people(count: number): ReturnType<typeof membersOf> {
  const estimate = { state: "not-enough-evidence" } as StrandEstimate;
  const cell = { strands: { knowledge: estimate, judgement: estimate }, seen: null };
  const row = (name: string): CohortRow =>
    ({ pseudonyms: [name], exportedAt: 1, file: name, competencies: { EDU1: cell }, fingerprints: [] }) as never;
  return membersOf(Array.from({ length: count }, (_, number) => row(`p${number}`)));
}
