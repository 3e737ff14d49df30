import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import test from "node:test";
import type { DeskContents, FidelityRating, Trainer } from "../desk/contents";
import { EMPTY_DESK, merged, withWritten } from "../desk/contents";
import { readDesk, writeDesk } from "../desk/desk_file";
import { token } from "../record/ids";
import { Desk } from "../storage/desk";

// a page without storage for the visit, unless a test brings one
Object.assign(globalThis, { window: {} });

function trainer(name: string, id = token()): Omit<Trainer, "changedAt"> {
  return { id, kind: "trainer", name, pseudonyms: [] };
}

function rating(of: string): Omit<FidelityRating, "changedAt"> {
  return { id: token(), trainer: of, date: "2026-05-04", values: { "integrity-9": 2400 }, source: null };
}

function names({ trainers }: DeskContents): string[] {
  return trainers.map(({ name }) => name).sort();
}

async function desk(name: string): Promise<Desk> {
  const opened = new Desk(name);
  await opened.ready;
  return opened;
}

test("what is put on a desk is there on its next page", async () => {
  const name = crypto.randomUUID();
  const first = await desk(name);
  await first.put("trainers", trainer("Anna"), trainer("Bram"));
  await first.call({ alias: "Carla" });
  first.close();

  const second = await desk(name);

  assert.deepEqual(names(second.contents), ["Anna", "Bram"]);
  assert.deepEqual(second.contents.supervisor, { alias: "Carla" });
  assert.equal(second.isOnlyForVisit, false);
  second.close();
});

test("two tabs do not undo each other's changes, and hear of them", async () => {
  const name = crypto.randomUUID();
  const [one, other] = [await desk(name), await desk(name)];
  const heard = new Promise<void>((resolve) => other.listen(resolve, new AbortController().signal));
  await one.put("trainers", trainer("Anna"));
  await heard;
  await other.put("trainers", trainer("Bram"));
  await one.put("trainers", trainer("Dora"));

  assert.deepEqual(names(one.contents), ["Anna", "Bram", "Dora"]);
  for (const each of [one, other]) each.close();
});

test("with a trainer go their ratings, and no one else's", async () => {
  const opened = await desk(crypto.randomUUID());
  const [anna, bram] = [trainer("Anna"), trainer("Bram")];
  await opened.put("trainers", anna, bram);
  await opened.put("ratings", rating(anna.id), rating(bram.id));

  await opened.remove("trainers", anna.id);

  assert.deepEqual(names(opened.contents), ["Bram"]);
  assert.deepEqual(
    opened.contents.ratings.map((one) => one.trainer),
    [bram.id],
  );
  opened.close();
});

test("an erased desk is empty, also on the next page", async () => {
  const name = crypto.randomUUID();
  const opened = await desk(name);
  await opened.put("trainers", trainer("Anna"));
  await opened.call({ alias: "Carla" });
  await opened.erase();
  opened.close();

  const next = await desk(name);
  assert.deepEqual(next.contents, EMPTY_DESK);
  next.close();
});

test("a change counts, even after the clock was set back", () => {
  const anna = trainer("Anna");
  const before = withWritten(EMPTY_DESK, "trainers", [anna], 2_000);
  const after = withWritten(before, "trainers", [{ ...anna, name: "Anneke" }], 1_000);
  assert.deepEqual(names(after), ["Anneke"]);
});

test("two desks merge to the same in either order, and of two versions the later one stays", () => {
  const anna = trainer("Anna");
  const old = withWritten(EMPTY_DESK, "trainers", [anna], 1_000);
  const newer = withWritten(EMPTY_DESK, "trainers", [{ ...anna, name: "Anneke" }, trainer("Bram")], 2_000);
  assert.deepEqual(merged(old, newer), merged(newer, old));
  assert.deepEqual(names(merged(old, newer)), ["Anneke", "Bram"]);
  assert.deepEqual(merged(newer, newer), newer);
});

test("whatever a desk stores, its import can read back; anything else is refused and changes nothing", async () => {
  const opened = await desk(crypto.randomUUID());
  const anna = trainer("Anna");
  await opened.put("trainers", anna);
  await opened.put("ratings", rating(anna.id));
  const before = opened.contents;
  const names = ["", "a".repeat(101), "half of \ud83d"];
  for (const name of names) {
    await assert.rejects(opened.put("trainers", trainer(name)));
    await assert.rejects(opened.call({ alias: name }));
  }
  const changes = [
    { date: "20266-05-04" },
    { date: "2026-02-30" },
    { date: "" },
    { values: { "integrity-9": 2400.5 } },
    { values: { "integrity-9": 6000 } },
    { values: { "no name": 2000 } },
    { source: "" },
    { more: true },
  ];
  for (const change of changes) await assert.rejects(opened.put("ratings", { ...rating(anna.id), ...change }));
  for (const unit of [{ dueDate: "20266-05-04" }, { minutes: 1.5 }, { reason: "a".repeat(501) }]) {
    const units = [{ unitId: "first", minutes: 60, dueDate: null, reason: "", ...unit }];
    const given = { id: token(), trainer: anna.id, assigner: "Carla", date: "2026-05-04", units };
    await assert.rejects(opened.put("assignments", given));
  }
  assert.deepEqual(opened.contents, before);

  const file = new TextEncoder().encode(writeDesk(opened.contents, "a-course", 5000));
  assert.deepEqual(readDesk(file, "a-course"), opened.contents);
  opened.close();
});

test("two desks that have each linked a code to the same trainer know both after merging", () => {
  const anna = trainer("Anna");
  const laptop = withWritten(EMPTY_DESK, "trainers", [{ ...anna, pseudonyms: ["x"] }], 1_000);
  const desktop = withWritten(EMPTY_DESK, "trainers", [{ ...anna, name: "Anneke", pseudonyms: ["y"] }], 2_000);
  const both = merged(laptop, desktop);
  assert.deepEqual(both, merged(desktop, laptop));
  assert.deepEqual(
    both.trainers.map(({ name, pseudonyms }) => ({ name, pseudonyms })),
    [{ name: "Anneke", pseudonyms: ["x", "y"] }],
  );
  assert.deepEqual(merged(both, laptop), both);
});

test("a code that is unlinked is linked no longer", async () => {
  const opened = await desk(crypto.randomUUID());
  const anna = trainer("Anna");
  const [one, other] = [token(), token()];
  await opened.put("trainers", { ...anna, pseudonyms: [one, other] });
  await opened.put("trainers", { ...anna, pseudonyms: [other] });
  assert.deepEqual(opened.contents.trainers[0]?.pseudonyms, [other]);
  opened.close();
});

test("a desk knows when it was exported, and that it has changed since", async () => {
  const name = crypto.randomUUID();
  const first = await desk(name);
  assert.equal(first.hasUnexported, false, "there is nothing to export");
  await first.put("trainers", trainer("Anna"));
  assert.equal(first.hasUnexported, true);
  await first.noteExport(first.contents, 5_000);
  first.close();

  const next = await desk(name);
  assert.deepEqual(next.lastExport, { at: 5_000, isCurrent: true });
  assert.equal(next.hasUnexported, false);
  const exported = next.contents;
  await next.put("trainers", trainer("Bram"));
  assert.deepEqual(next.lastExport, { at: 5_000, isCurrent: false });
  await next.noteExport(exported, 6_000);
  assert.equal(next.hasUnexported, true, "the file does not have what was added while it was made");
  await next.erase();
  assert.deepEqual([next.lastExport, next.hasUnexported], [null, false]);
  next.close();
});

test("where the device keeps nothing, the desk is kept for the visit and says so", async () => {
  const name = crypto.randomUUID();
  await withVisit(async () => {
    await withoutDevice(async () => {
      const first = await desk(name);
      await first.put("trainers", trainer("Anna"));
      assert.deepEqual([first.isOnlyForVisit, first.isOnlyForPage], [true, false]);
      first.close();

      const second = await desk(name);
      assert.deepEqual(names(second.contents), ["Anna"]);
      second.close();
    });
  });
});

test("what a visit has left moves to the device as soon as it keeps things again", async () => {
  const name = crypto.randomUUID();
  await withVisit(async (kept) => {
    const before = await desk(name);
    await before.put("trainers", trainer("Bram"));
    before.close();
    await withoutDevice(async () => {
      const visiting = await desk(name);
      await visiting.put("trainers", trainer("Anna"));
      visiting.close();
    });

    const back = await desk(name);
    assert.deepEqual(names(back.contents), ["Anna", "Bram"]);
    assert.equal(back.isOnlyForVisit, false);
    assert.deepEqual([...kept.keys()], []);
    back.close();
  });
});

test("where the device has no room for what a visit left, both are shown and the visit keeps them", async () => {
  const name = crypto.randomUUID();
  await withVisit(async (kept) => {
    const before = await desk(name);
    await before.put("trainers", trainer("Bram"));
    before.close();
    await withoutDevice(async () => {
      const visiting = await desk(name);
      await visiting.put("trainers", trainer("Anna"));
      visiting.close();
    });

    const full = await withoutRoom(() => desk(name));
    assert.deepEqual(names(full.contents), ["Anna", "Bram"]);
    assert.equal(full.isOnlyForVisit, true);
    await full.put("trainers", trainer("Carla"));
    full.close();
    assert.deepEqual([...kept.keys()].length, 1);

    const back = await desk(name);
    assert.deepEqual(names(back.contents), ["Anna", "Bram", "Carla"]);
    back.close();
  });
});

test("an erased desk leaves nothing in the visit", async () => {
  await withVisit((kept) =>
    withoutDevice(async () => {
      const visiting = await desk(crypto.randomUUID());
      await visiting.put("trainers", trainer("Anna"));
      await visiting.erase();
      assert.deepEqual([...kept.keys()], []);
      visiting.close();
    }),
  );
});

/** Run something in a page whose browser keeps things for a visit. */
async function withVisit(run: (kept: Map<string, string>) => Promise<void>): Promise<void> {
  const kept = new Map<string, string>();
  const sessionStorage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
  };
  Object.assign(globalThis, { window: { sessionStorage } });
  try {
    await run(kept);
  } finally {
    Object.assign(globalThis, { window: {} });
  }
}

async function withoutDevice(run: () => Promise<void>): Promise<void> {
  const { open } = indexedDB;
  indexedDB.open = () => {
    throw new Error("blocked");
  };
  try {
    await run();
  } finally {
    indexedDB.open = open;
  }
}

/** Run something while the device can be read and takes nothing more. */
async function withoutRoom<T>(run: () => Promise<T>): Promise<T> {
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = () => {
    throw new DOMException("no room", "QuotaExceededError");
  };
  try {
    return await run();
  } finally {
    IDBObjectStore.prototype.put = put;
  }
}
