import assert from "node:assert/strict";
import test from "node:test";
import { deflateSync } from "fflate";
import type { Handed } from "../desk/handing_over";
import { fromFile, fromLink, toCode, toFile, toLink } from "../desk/handing_over";
import { LONGEST_FRAGMENT } from "../desk/link";
import { hashOfText } from "../record/hashing";
import { times } from "./faults";
import { chance } from "./review/chance";

const COURSE = "imr-trainer-course";
const BASE = "https://training.long-name-of-a-hospital.example.org/imr/assignment.html#";
const CONTINUING = [
  "ce-role-play",
  "ce-shaping",
  "ce-thoughts-relaxation",
  "ce-action-plan",
  "ce-goal-follow-up",
  "ce-relapse-plans",
  "ce-coping-skills",
  "ce-tailoring",
  "ce-supporters",
  "ce-missed-session",
  "ce-rating",
  "ce-motivation",
];
const LETTERS = [..."abcxyz AZ09,;:'\"<>&%#+/=\\{}[]\n\té字\u{1f600}\u202e"];

function twelve(): Handed {
  const reason = (i: number): string =>
    `Behavioural tailoring for medication 2.${i + 10}: needs improvement; Action plan review 2.07: needs improvement`;
  const units = CONTINUING.map((unitId, i) => {
    return { unitId, minutes: 60 + i, dueDate: `2026-${i % 2 ? "11" : "12"}-${10 + i}`, reason: reason(i) };
  });
  return { assigner: "Carla de Vries, supervisor of three groups", date: "2026-10-01", units };
}

/** Make any assignment that a desk can hold. */
function drawn(seed: number): Handed {
  const next = chance(seed);
  const whole = (most: number): number => Math.floor(next() * most);
  const words = (most: number): string =>
    Array.from({ length: whole(most) }, () => LETTERS[whole(LETTERS.length)]!).join("");
  const day = (): string => new Date(whole(40_000) * 86_400_000).toISOString().slice(0, 10);
  const units = Array.from({ length: 1 + whole(20) }, (_, i) => ({
    unitId: `unit-${i}.${whole(1000)}`,
    minutes: whole(500),
    dueDate: next() < 0.3 ? null : day(),
    reason: words(120),
  }));
  return { assigner: `C${words(50)}`, date: day(), units };
}

test("any assignment survives a link and a file", () => {
  for (let seed = 1; seed <= times(150, 3_000); seed++) {
    const handed = drawn(seed);
    assert.deepEqual(fromLink(`#${toLink(handed, COURSE)}`, COURSE), handed);
    assert.deepEqual(fromFile(new TextEncoder().encode(toFile(handed, COURSE)), COURSE), handed);
  }
});

test("of any assignment a printed code keeps the ids and the dates, and nothing else", () => {
  for (let seed = 1; seed <= times(150, 3_000); seed++) {
    const handed = drawn(seed);
    const units = handed.units.map(({ unitId, dueDate }) => ({ unitId, minutes: null, dueDate, reason: "" }));
    assert.deepEqual(fromLink(toCode(handed, COURSE), COURSE), { assigner: null, date: null, units });
  }
});

test("twelve units with dates and two reasons each stay under 2,000 characters, and their code under 400", () => {
  const link = BASE + toLink(twelve(), COURSE);
  const code = BASE + toCode(twelve(), COURSE);
  assert.ok(link.length < 2_000, `${link.length}`);
  assert.ok(code.length < 400, `${code.length}`);
  assert.match(link, /^[\x21-\x7e]+$/);
});

test("a link that lost or changed a character anywhere says so", () => {
  for (const link of [toLink(twelve(), COURSE), toCode(twelve(), COURSE)]) {
    const whole = fromLink(link, COURSE);
    for (let at = link.indexOf(".") + 1; at < link.length; at++) {
      const other = link[at] === "A" ? "B" : "A";
      const changed = link.slice(0, at) + other + link.slice(at + 1);
      const found = fromLink(changed, COURSE);
      // the last signs hold a few bits that mean nothing
      if (found !== "damaged") assert.deepEqual([found, at > link.length - 4], [whole, true]);
      const cut = fromLink(link.slice(0, at), COURSE);
      if (cut !== "damaged") assert.deepEqual([cut, at > link.length - 4], [whole, true]);
    }
  }
});

test("a program that broke a link into lines changes nothing", () => {
  for (const link of [toLink(twelve(), COURSE), toCode(twelve(), COURSE)]) {
    const broken = `${link.slice(0, 80)}%0D%0A %20\n${link.slice(80)}`;
    assert.deepEqual(fromLink(broken, COURSE), fromLink(link, COURSE));
  }
});

test("a link of another course, of a later kind, or without an assignment is named as that", () => {
  assert.equal(fromLink(toLink(twelve(), "another"), COURSE), "other_course");
  assert.equal(fromLink(toCode(twelve(), "another"), COURSE), "other_course");
  assert.equal(fromLink("assignment=2.xyz", COURSE), "newer");
  assert.equal(fromLink("", COURSE), "nothing");
  assert.equal(fromLink("#", COURSE), "nothing");
  assert.equal(fromLink("#what-it-means", COURSE), "damaged");
  assert.equal(fromLink(`assignment=1.${"A".repeat(LONGEST_FRAGMENT)}`, COURSE), "too_large");
});

test("hostile contents under a check that fits change nothing", () => {
  const unit = ["ce-role-play", 60, "2026-12-01", ""];
  const hostile: unknown[] = [
    null,
    "text",
    { length: 3 },
    [COURSE, ["C", "2026-10-01", []]],
    [COURSE, ["C", "2026-10-01", [[]]]],
    [COURSE, ["C", "2026-10-01", [["__proto__", 60, "2026-12-01", ""]]]],
    [COURSE, ["C", "2026-10-01", [["../../etc", 60, "2026-12-01", ""]]]],
    [COURSE, ["C", "2026-10-01", [["ce-role-play", -1, "2026-12-01", ""]]]],
    [COURSE, ["C", "2026-10-01", [["ce-role-play", 1.5, "2026-12-01", ""]]]],
    [COURSE, ["C", "2026-10-01", [["ce-role-play", 60, "2026-02-30", ""]]]],
    [COURSE, ["C", "2026-10-01", [["ce-role-play", 60, "2026-12-01", "x".repeat(501)]]]],
    [COURSE, ["C", "2026-10-01", Array.from({ length: 101 }, () => unit)]],
    [COURSE, ["", "2026-10-01", [unit]]],
    [COURSE, ["C".repeat(101), "2026-10-01", [unit]]],
    [COURSE, [{ toString: "x" }, "2026-10-01", [unit]]],
    [COURSE, ["C", "yesterday", [unit]]],
    [7, ["C", "2026-10-01", [unit]]],
  ];
  for (const value of hostile) assert.equal(fromLink(sealed(value), COURSE), "damaged", JSON.stringify(value));
});

test("a link that would unfold into megabytes is refused", () => {
  const found = fromLink(sealed(["x".repeat(3_000_000)]), COURSE);
  assert.ok(found === "damaged" || found === "too_large");
});

test("a file that is damaged, of another course, or no assignment is named as that", () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  const file = toFile(twelve(), COURSE);
  assert.equal(fromFile(bytes(file.replace("ce-rating", "ce-shaping")), COURSE), "damaged");
  assert.equal(fromFile(bytes(file.slice(0, -40)), COURSE), "damaged");
  assert.equal(fromFile(bytes(toFile(twelve(), "another")), COURSE), "other_course");
  assert.equal(fromFile(bytes('{"format":"imr-competence-record"}'), COURSE), "not_an_assignment");
  assert.equal(fromFile(bytes("[".repeat(10_000)), COURSE), "damaged");
  assert.equal(fromFile(new Uint8Array(1_000_001), COURSE), "too_large");
});

/** Pack anything as a link does; the check is taken from a link that holds the same bytes. */
function sealed(value: unknown): string {
  const text = JSON.stringify(value);
  const bytes = new TextEncoder().encode(text);
  const check = checkOf(text);
  const small = deflateSync(bytes, { level: 9 });
  const signs = btoa(String.fromCharCode(...check, ...small));
  return `assignment=1.${signs.replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "")}`;
}

function checkOf(text: string): number[] {
  const digits = hashOfText(text).slice("sha256:".length);
  return [0, 1, 2, 3].map((i) => parseInt(digits.slice(2 * i, 2 * i + 2), 16));
}
