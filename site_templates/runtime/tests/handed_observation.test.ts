/** Observations in links and files: what was handed over is what arrives, and nothing else is taken. */

import assert from "node:assert/strict";
import test from "node:test";
import { handedBytes } from "../desk/handed_file";
import type { Handed } from "../desk/handed_observation";
import {
  LONGEST_NOTE,
  linkOf,
  OCCASIONS,
  observationFile,
  observationIn,
  observationOf,
} from "../desk/handed_observation";
import { toFragment } from "../desk/link";
import { raterName } from "../desk/rater_name";
import { append } from "../learner/append";
import { changed, EMPTY } from "../learner/contents";
import { newObservations } from "../learner/observed";
import { observations } from "../learning/observations";
import type { Json } from "../record/canonical";
import { pastOf } from "../record/log";

const COURSE = "imr-trainer-course";
const HANDED: Handed = {
  session: "abcdefghijklmnopqrstuvwxyz",
  occasion: "recording",
  rater: "Anna de Vries",
  date: "2026-11-27",
  values: { CBT2: 2500, ACT1: 3000 },
  notes: { CBT2: 'One try, "well done", and on.' },
};
const CASES = 300;

test("any observation survives the way into a link or a file and back", () => {
  const draw = generator(18);
  for (let turn = 0; turn < CASES; turn++) {
    const handed = drawn(draw);
    assert.deepEqual(observationIn(COURSE, `#${linkOf(COURSE, handed, true)}`), handed);
    assert.deepEqual(observationIn(COURSE, linkOf(COURSE, handed, false)), { ...handed, notes: {} });
    assert.deepEqual(observationOf(COURSE, bytes(observationFile(COURSE, handed).text)), handed);
  }
});

test("a link that was cut or changed anywhere is refused, or still says the same", () => {
  const link = linkOf(COURSE, HANDED, true);
  for (let length = "observation=".length; length < link.length; length++) {
    const found = observationIn(COURSE, link.slice(0, length))!;
    // what was cut without harm says the same
    if ("trouble" in found) assert.equal(found.trouble, "damaged", `${length}`);
    else assert.deepEqual(found, HANDED);
  }
  const draw = generator(3);
  for (let turn = 0; turn < CASES; turn++) {
    const at = "observation=".length + draw(link.length - "observation=".length);
    const spoilt = `${link.slice(0, at)}${SIGNS[draw(SIGNS.length)]}${link.slice(at + 1)}`;
    const found = observationIn(COURSE, spoilt)!;
    if ("trouble" in found) assert.match(found.trouble, /damaged|newer/);
    else assert.deepEqual(found, HANDED);
  }
});

test("a program that broke a link into lines changes nothing", () => {
  const link = linkOf(COURSE, HANDED, true);

  assert.deepEqual(observationIn(COURSE, `${link.slice(0, 80)}%20\n${link.slice(80)}`), HANDED);
});

test("what is no observation of this course is refused by name", () => {
  assert.equal(observationIn(COURSE, "#record-import"), null);
  assert.deepEqual(observationIn(COURSE, `observation=1.${"A".repeat(21000)}.0`), { trouble: "too_large" });
  assert.deepEqual(observationIn("other", linkOf(COURSE, HANDED, true)), { trouble: "other_course", course: COURSE });
  assert.deepEqual(observationOf("other", bytes(observationFile(COURSE, HANDED).text)), {
    trouble: "other_course",
    course: COURSE,
  });
  assert.equal(observationOf(COURSE, bytes('{"format": "imr-competence-record"}')), null);
});

test("of a file that is larger than any observation little is read, and it is named as that", async () => {
  const read = await handedBytes(new Blob(["[".repeat(5_000_000)]));

  assert.ok(read.length < 1_100_000);
  assert.deepEqual(observationOf(COURSE, read), { trouble: "too_large" });
});

test("a file whose values were changed by hand is refused", () => {
  const { text } = observationFile(COURSE, HANDED);

  assert.deepEqual(observationOf(COURSE, bytes(text.replace("2500", "5000"))), { trouble: "damaged" });
});

test("a value, a day, a name or a note that cannot be is refused, whoever made the link", () => {
  const good: Json[] = [HANDED.session, 1, HANDED.rater, HANDED.date, { CBT2: 2500 }, {}];
  const wrong: readonly (readonly [number, Json])[] = [
    [0, "short"],
    [1, 7],
    [1, "constructor"],
    [2, ""],
    [2, "x".repeat(101)],
    [3, "2026-02-31"],
    [3, "27-11-2026"],
    [4, {}],
    [4, { CBT2: 5001 }],
    [4, { CBT2: -1000 }],
    [4, { "<img onerror=alert(1)>": 2500 }],
    [4, JSON.parse('{"__proto__": 2500}') as Json],
    [4, [2500]],
    [5, { CBT2: "x".repeat(LONGEST_NOTE + 1) }],
    [5, { CBT2: 3 }],
  ];
  const link = (value: readonly Json[]): string => toFragment("observation", COURSE, [...value]);

  assert.ok(!("trouble" in observationIn(COURSE, link(good))!));
  for (const [place, value] of wrong) {
    const spoilt = good.map((one, i) => (i === place ? value : one));
    assert.deepEqual(observationIn(COURSE, link(spoilt)), { trouble: "damaged" }, JSON.stringify(value));
  }
});

test("a link deeper than anything sensible is refused, and not followed", () => {
  const deep = Array.from({ length: 500 }).reduce<Json>((inside) => [inside], 1);

  assert.deepEqual(observationIn(COURSE, toFragment("observation", COURSE, deep)), { trouble: "damaged" });
});

test("the QR code of nine values stays under 400 signs", () => {
  const values = Object.fromEntries(
    ["CBT1", "CBT2", "GOA2", "ACT1", "ACT2", "SKL1", "SKL2", "SKL3", "SOC1"].map((name) => [name, 2500]),
  );
  const address = "https://training.hospital.example/imr/record.html#";

  assert.ok(`${address}${linkOf(COURSE, { ...HANDED, values }, false)}`.length < 400);
});

test("an observer's name becomes one that a record takes, without accents and signs", () => {
  const names = ["Anna de Vries", "Zoë Š. <b>", "Bjørn Dæhlen", "Łukasz O’Neill-Strauß", "Đặng ﬁ"];

  assert.deepEqual(names.map(raterName), [
    "Anna-de-Vries",
    "Zoe-S-b",
    "Bjorn-Daehlen",
    "Lukasz-O-Neill-Strauss",
    "Dang-fi",
  ]);
});

test("two observers stay two in a record, whatever letters they are written in and however long they are", () => {
  const long = "van den ".repeat(12);
  const people = ["Юлия", "Мария", "王伟", "山田", "Anna 王", "Anna 李", "---", "🐶", `${long}A`, `${long}B`];
  const names = people.map(raterName);

  assert.equal(new Set(names).size, people.length);
  assert.ok(names.every((name) => /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(name)));
  assert.match(names[0]!, /^observer-[0-9a-f]{8}$/);
  assert.match(names[4]!, /^Anna-[0-9a-f]{8}$/);
  // however a keyboard composes it, it is one name
  assert.equal(raterName("Мария й".normalize("NFD")), raterName("Мария й".normalize("NFC")));
});

test("the same observation twice counts once, and a corrected value replaces the one before", () => {
  const circumstances = { now: 1_790_000_000_000, locale: "en", course: { id: COURSE, ...VERSIONED } };
  const once = changed(EMPTY, append(EMPTY, newObservations(EMPTY, HANDED), circumstances));
  const corrected = { ...HANDED, values: { ...HANDED.values, CBT2: 3000 } };
  const later = newObservations(once, corrected);
  const after = changed(once, append(once, later, circumstances));

  assert.equal(once.events.length, 2);
  assert.deepEqual(newObservations(once, HANDED), []);
  assert.deepEqual(
    later.map(({ body }) => body),
    [{ kind: "competency", subject: "CBT2", valueMilli: 3000, rater: "Anna-de-Vries", date: HANDED.date, ...OF }],
  );
  assert.deepEqual(
    observations(pastOf(after.events)).map(({ body }) => [body.subject, body.valueMilli]),
    [
      ["ACT1", 3000],
      ["CBT2", 3000],
    ],
  );
});

const OF = { session: HANDED.session, occasion: HANDED.occasion };
const VERSIONED = { version: "0.1.0", contentHash: `sha256:${"c".repeat(64)}` };
const SIGNS = "ABCxyz019-_.=~%";

function drawn(draw: (ways: number) => number): Handed {
  const words = (most: number): string =>
    Array.from({ length: draw(most) }, () => LETTERS[draw(LETTERS.length)]).join("");
  const names = Array.from({ length: 1 + draw(26) }, (_, number) => `C${number}`);
  return {
    session: Array.from({ length: 26 }, () => "abcdefghijklmnopqrstuvwxyz234567"[draw(32)]).join(""),
    occasion: OCCASIONS[draw(3)]!,
    rater: `R${words(30)}`,
    date: `20${10 + draw(80)}-0${1 + draw(9)}-${10 + draw(19)}`,
    values: Object.fromEntries(names.map((name) => [name, 1000 + draw(4001)])),
    notes: Object.fromEntries(names.filter(() => draw(8) === 0).map((name) => [name, words(60)])),
  };
}

const LETTERS = ["a", "é", "漢", "🧭", " ", "<", '"', "\\", "\n", "&", "‮"];

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function generator(seed: number): (ways: number) => number {
  let state = seed;
  return (ways) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >> 8) % ways;
  };
}
