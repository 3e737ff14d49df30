import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import test from "node:test";
import { EMPTY } from "../learner/contents";
import { exportFile } from "../learner/export";
import type { CourseData } from "../record/course_data";
import { takeUp } from "../storage/leftover";
import { answer, COURSE, open } from "./record/answering";

const DATA: CourseData = { ...COURSE, cutMilli: 800, competencies: [], units: [], items: {}, dialogues: {} };

function newName(): string {
  return `imr-record/${crypto.randomUUID()}`;
}

function draft(name: string, text: string): { drafts: Map<string, string> } {
  return { drafts: new Map([[name, text]]) };
}

test("a draft is there for the next page, before anything is answered", async () => {
  const name = newName();
  const first = await open(name);
  await first.note(() => draft("written/wr/text", "What would help?"));
  first.close();
  const second = await open(name);
  assert.deepEqual([...second.contents.drafts], [["written/wr/text", "What would help?"]]);
  assert.equal(second.contents.head, null);
  second.close();
});

test("an empty text takes away the one that was there, and no other", async () => {
  const name = newName();
  const store = await open(name);
  await store.note(() => ({
    drafts: new Map([
      ["a", "one"],
      ["b", "two"],
    ]),
  }));
  await store.note(() => draft("a", ""));
  store.close();
  const next = await open(name);
  assert.deepEqual([...next.contents.drafts], [["b", "two"]]);
  next.close();
});

test("what one writes for oneself is in no export", async () => {
  const store = await open(newName());
  await store.note(() => draft("rating/rx/saw/agenda", "a secret thought"));
  await answer(store, "one");
  const file = exportFile(store.contents, DATA, { items: {}, dialogues: {} }, Date.now())!;
  assert.ok(!file.text.includes("secret"));
  assert.ok(!file.text.includes("rating/rx"));
  store.close();
});

test("erasing takes drafts and notes too, also where nothing else is kept", async () => {
  const name = newName();
  const store = await open(name);
  await store.note(() => draft("written/wr/text", "gone soon"));
  await store.erase();
  assert.equal(store.contents.drafts.size, 0);
  store.close();
  const next = await open(name);
  assert.equal(next.contents.drafts.size, 0);
  next.close();
});

test("what a visit could keep nowhere else is taken up with its drafts", () => {
  const left = { ...EMPTY, drafts: new Map([["written/wr/text", "later"]]) };
  const here = { ...EMPTY, drafts: new Map([["written/wr/text", "earlier"]]) };
  assert.deepEqual(takeUp(here, left), { drafts: left.drafts });
});
