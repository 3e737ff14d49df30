import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import test from "node:test";
import { ExerciseDrafts } from "../exercises/drafts";
import type { RecordStore } from "../storage/record_store";
import { open } from "./record/answering";

interface Opened {
  readonly drafts: ExerciseDrafts;
  readonly store: RecordStore;
  readonly name: string;
}

async function opened(exercise = "written/reply", name = `imr-record/${crypto.randomUUID()}`): Promise<Opened> {
  const store = await open(name);
  return { drafts: new ExerciseDrafts(store, exercise, new AbortController().signal), store, name };
}

/** Wait until what was written before is stored: changes are made one after another. */
async function saved(store: RecordStore): Promise<void> {
  for (let turn = 0; turn < 3; turn++) await store.note(() => ({}));
}

test("what is written is read at once, and by the next page once it is saved", async () => {
  const { drafts, store, name } = await opened();

  drafts.write("text", "What would help?");
  assert.equal(drafts.read("text"), "What would help?");

  await saved(store);
  store.close();
  const next = await opened("written/reply", name);
  assert.equal(next.drafts.read("text"), "What would help?");
  next.store.close();
});

test("what is written while an earlier text is being saved is saved after it", async () => {
  const { drafts, store } = await opened();

  for (const text of ["W", "Wh", "Why"]) drafts.write("text", text);
  drafts.write("note", "later");
  await saved(store);

  assert.deepEqual(Object.fromEntries(store.contents.drafts), {
    "written/reply/text": "Why",
    "written/reply/note": "later",
  });
  store.close();
});

test("two exercises may use the same name, and neither sees the text of the other", async () => {
  const { drafts, store } = await opened();
  const other = new ExerciseDrafts(store, "rating/tape", new AbortController().signal);

  drafts.write("text", "mine");

  assert.equal(other.read("text"), "");
  store.close();
});

test("an empty text takes away what was there, and a text that did not change is not saved again", async () => {
  const { drafts, store } = await opened();
  drafts.write("text", "gone soon");
  await saved(store);

  let changes = 0;
  const note = store.note.bind(store);
  store.note = (make) => {
    changes++;
    return note(make);
  };
  drafts.write("text", "gone soon");
  assert.equal(changes, 0);
  drafts.write("text", "");
  assert.equal(changes, 1);

  await saved(store);
  assert.equal(store.contents.drafts.size, 0);
  store.close();
});

test("what is taken to be stored with an answer holds the waiting texts and the new ones, once", async () => {
  const { drafts, store } = await opened();
  drafts.write("text", "waiting");

  assert.deepEqual(
    [...drafts.take({ note: "new" })],
    [
      ["written/reply/text", "waiting"],
      ["written/reply/note", "new"],
    ],
  );
  assert.equal(drafts.take({}).size, 0);
  await saved(store);
  store.close();
});

test("what waits to be saved is let go when another tab erases everything", async () => {
  const { drafts, store, name } = await opened();
  const elsewhere = await open(name);
  const heard = new Promise<string>((resolve) => store.listen(resolve, new AbortController().signal));
  store.note = () => new Promise(() => {}); // never done: the text waits
  drafts.write("text", "gone soon");

  await elsewhere.erase();

  assert.equal(await heard, "erased");
  assert.equal(drafts.read("text"), "");
  elsewhere.close();
  store.close();
});
