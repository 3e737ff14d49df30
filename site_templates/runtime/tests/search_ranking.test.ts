/** What comes first for what someone types in a hurry. */

import assert from "node:assert/strict";
import test from "node:test";
import { CourseSearch } from "../search/course_search";
import { DATA, SEARCH } from "./search_made";

function addresses(typed: string, search: CourseSearch = SEARCH): string[] {
  return search.ask(typed).found.map(({ document }) => document.href);
}

const FIRST: readonly (readonly [typed: string, first: string, why: string])[] = [
  ["shaping", "glossary.html#shaping", "an entry of the glossary by its name"],
  ["SHAPING", "glossary.html#shaping", "capitals"],
  ["role play", "glossary.html#rehearsal", "another name of an entry"],
  ["praising", "praise.html", "another form of a word"],
  ["goals", "goal.html", "a plural"],
  ["small step", "glossary.html#shaping", "two words that stand in one text"],
  ["reinforcemen", "praise.html", "a word that is not typed to its end"],
  ["reinforcment", "praise.html", "a letter left out"],
  ["shapign", "glossary.html#shaping", "two letters changed places"],
  ["goal seting", "goal.html", "a typing error in a keyword of two words"],
  ["homework", "home.html#back", "a synonym"],
  ["home work", "home.html#back", "a synonym of two words"],
  ["homewrok", "home.html#back", "a synonym with a typing error"],
  ["chloe", "people.html#chloe", "a name without its accent"],
  ["self-management", "home.html#self", "a word with a hyphen"],
  ["selfmanagement", "home.html#self", "and without it"],
  ["what do I do with the goal", "goal.html", "small words say nothing"],
  ["no family", "alone.html", "a keyword with the same small words"],
  ["family", "family.html", "the same without them"],
  ["stoned", "room.html#intoxication", "a synonym, in a lesson about safety"],
  ["under the influence", "room.html#intoxication", "a phrase of which a part is a small word"],
  ["drnuk", "room.html", "safety with a typing error"],
  ["voices", "crisis.html#voices", "safety before a lesson with the same keyword"],
  ["voice", "crisis.html#voices", "a keyword of safety in another form"],
  ["suicide", "crisis.html", "safety"],
  ["sucide", "crisis.html", "safety with a typing error"],
  ["suici", "crisis.html", "safety, not typed to its end"],
  ["he wants to die", "crisis.html", "safety by a synonym"],
  ["suicide goal", "crisis.html", "safety before what holds both words"],
];

for (const [typed, first, why] of FIRST) {
  test(`"${typed}" finds ${first} first: ${why}`, () => {
    assert.equal(addresses(typed)[0], first);
  });
}

test("all that a page of safety has comes before everything else, and says so", () => {
  const { found } = SEARCH.ask("voices");

  assert.deepEqual(
    found.map(({ document, isFirst }) => [document.href, isFirst]),
    [
      ["crisis.html#voices", true],
      ["crisis.html", true],
      ["goal.html", false],
    ],
  );
});

test("one word of a keyword of two does not concern safety", () => {
  assert.equal(SEARCH.ask("self-management").found[0]?.isFirst, false);
  assert.ok(SEARCH.ask("plan").found.every(({ isFirst }) => !isFirst));
  assert.equal(SEARCH.ask("crisis plan").found[0]?.isFirst, true);
});

test("where something holds all words, what holds some of them is not shown", () => {
  assert.deepEqual(addresses("reinforcement shaping"), ["praise.html"]);
});

test("where nothing holds all words, what holds half of them is shown", () => {
  assert.deepEqual(addresses("reinforcement brulee").sort(), ["people.html#chloe", "praise.html"]);
});

test("a word that is nowhere is told with the words that were looked for in its place", () => {
  assert.deepEqual(SEARCH.ask("sucide").near, [{ typed: "sucide", found: ["suicide"] }]);
  assert.deepEqual(SEARCH.ask("suicide").near, []);
});

test("nothing is found for nothing, and for what is like nothing", () => {
  for (const typed of ["", "  ", "?!", "xyzzyx"]) assert.deepEqual(SEARCH.ask(typed), { found: [], near: [] });
});

test("only small words are looked for when there are no others", () => {
  assert.ok(addresses("may").includes("goal.html"));
});

test("in a language without a stemmer words are found as they are, begun, and mistyped", () => {
  const dutch = new CourseSearch(
    { documents: [{ href: "a.html", title: "Herstel en hoop" }], synonyms: [{ typed: ["beter"], find: ["herstel"] }] },
    "nl",
  );

  for (const typed of ["herstel", "herst", "herstle", "beter", "en"]) {
    assert.deepEqual(addresses(typed, dutch), ["a.html"], typed);
  }
});

test("a search changes nothing of what it searches", () => {
  const before = JSON.stringify(DATA);

  SEARCH.ask("suicide homework");

  assert.equal(JSON.stringify(DATA), before);
});
