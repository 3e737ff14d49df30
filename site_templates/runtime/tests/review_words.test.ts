import assert from "node:assert/strict";
import test from "node:test";
import catalogue from "../../interface/review.en.po";
import type { Titles } from "../course/titles";
import type { Asked } from "../review/today";
import { moduleName, reasonOf } from "../views/review/reasons";
import { giveCatalogues } from "./words_on_page";

const TITLES = {
  modules: [{ unit: "goals", number: 3 }],
  units: [
    { id: "goals", title: "Goals" },
    { id: "extra", title: "Something more" },
  ],
} as unknown as Titles;

test("a module is named with its number, a unit that is no module by its title, an unknown one by its id", () => {
  giveCatalogues(catalogue);
  assert.deepEqual(
    ["goals", "extra", "gone"].map((unit) => moduleName(unit, TITLES)),
    ["Module 3: Goals", "Something more", "gone"],
  );
});

test("an item for a group names the module", () => {
  giveCatalogues(catalogue);
  const asked: Asked = { item: "one", reason: "group", insteadOf: null, module: "goals" };
  assert.equal(reasonOf(asked, TITLES), "For your group: Module 3: Goals.");
});

test("an item asked in place of another says so after its reason", () => {
  giveCatalogues(catalogue);
  const asked: Asked = { item: "one", reason: "wrong", insteadOf: "two", module: null };
  assert.equal(
    reasonOf(asked, TITLES),
    "You missed this last time. Another question on the same competency, so that you recall more than one answer.",
  );
});
