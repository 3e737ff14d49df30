import assert from "node:assert/strict";
import test from "node:test";
import { append } from "../learner/append";
import type { Contents } from "../learner/contents";
import { changed, EMPTY } from "../learner/contents";
import { takeUp } from "../storage/leftover";
import { leftFromVisit, MemoryStore } from "../storage/memory_store";
import { COURSE } from "./record/answering";

const NAME = "imr-record/course";

/** A storage of a visit; `room` is how many characters fit. */
function visitWith(room = Infinity): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    removeItem: (key: string) => kept.delete(key),
    setItem: (key: string, text: string) => {
      if (text.length > room) throw new DOMException("no room", "QuotaExceededError");
      kept.set(key, text);
    },
  } as unknown as Storage;
}

function read(lessonId: string, contents = EMPTY): Contents {
  const event = { type: "lesson.read", body: { lessonId, lessonHash: COURSE.contentHash } } as const;
  return changed(contents, append(contents, [event], { now: 1000, locale: "en", course: COURSE }));
}

test("what is kept in memory is found by the next page of the visit, with its drafts and the mark of erasing", async () => {
  const visit = visitWith();
  const store = new MemoryStore(NAME, visit, read("first"), "5000/name");

  await store.change(() => ({ drafts: new Map([["written/wr/text", "later"]]) }));

  const left = leftFromVisit(NAME, visit);
  assert.deepEqual(left, { contents: await store.read(), erasing: "5000/name" });
  assert.equal(store.lastsForVisit, true);
});

test("where the visit has no room, or no storage, the page alone keeps the record and says so", async () => {
  for (const visit of [visitWith(10), undefined]) {
    const store = new MemoryStore(NAME, visit, read("first"));
    assert.equal(store.lastsForVisit, false);
    assert.equal((await store.read()).events.length, 1);
    assert.deepEqual(leftFromVisit(NAME, visit), { contents: EMPTY, erasing: null });
  }
});

test("erasing leaves nothing for the next page, and what is there but unreadable is nothing", async () => {
  const visit = visitWith();
  const store = new MemoryStore(NAME, visit, read("first"));

  await store.erase();
  assert.deepEqual(leftFromVisit(NAME, visit).contents, EMPTY);

  visit.setItem(NAME, "{ not JSON");
  assert.deepEqual(leftFromVisit(NAME, visit).contents, EMPTY);
});

test("events that were left are added once, and the record answers to both pseudonyms from then on", () => {
  const here = read("first");
  const left = read("second", { ...read("first"), events: here.events });

  const after = changed(here, takeUp(here, left));

  assert.equal(after.events.length, 2);
  assert.deepEqual(
    after.head?.learner.pseudonyms,
    [...here.head!.learner.pseudonyms, ...left.head!.learner.pseudonyms].sort(),
  );
  assert.deepEqual(changed(after, takeUp(after, left)), after);
});
