import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import test from "node:test";
import { Desk } from "../storage/desk";
import { Chosen } from "../views/desk/chosen";

// a page without storage for the visit
Object.assign(globalThis, { window: {} });

test("whoever the desk shows stays, whoever else is put on it, until someone is chosen or they are removed", async () => {
  const desk = new Desk(crypto.randomUUID());
  await desk.ready;
  const chosen = new Chosen(desk, new AbortController().signal);
  const shown: (string | undefined)[] = [];
  chosen.show(() => shown.push(chosen.trainer?.name));
  // entries are sorted by their ids, so the second comes before the first
  const [anna, bram] = ["b", "a"].map((sign) => sign.repeat(26)) as [string, string];

  await desk.put("trainers", { id: anna, kind: "trainer", name: "Anna", pseudonyms: [] });
  await desk.put("trainers", { id: bram, kind: "trainer", name: "Bram", pseudonyms: [] });
  chosen.choose(bram);
  chosen.choose(anna);
  await desk.remove("trainers", anna);

  assert.deepEqual(shown, [undefined, "Anna", "Anna", "Bram", "Anna", "Bram"]);
  desk.close();
});
