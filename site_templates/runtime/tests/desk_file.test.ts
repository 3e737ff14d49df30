import assert from "node:assert/strict";
import test from "node:test";
import type { DeskContents } from "../desk/contents";
import { EMPTY_DESK, withWritten } from "../desk/contents";
import { isSealed, readDesk, writeDesk } from "../desk/desk_file";
import { open, seal } from "../desk/sealing";
import type { JsonObject } from "../record/canonical";
import { canonical } from "../record/canonical";
import { digestOf, integrityWith } from "../record/hashing";

const COURSE = "imr-trainer-course";
const [ANNA, RATED, GIVEN] = ["a", "b", "c"].map((sign) => sign.repeat(26)) as [string, string, string];
const FEW_ROUNDS = 1000;

function made(): DeskContents {
  const people = withWritten(
    { ...EMPTY_DESK, supervisor: { alias: "Carla" } },
    "trainers",
    [{ id: ANNA, kind: "trainer", name: "Anna 字 <b>", pseudonyms: [] }],
    1000,
  );
  const rated = withWritten(
    people,
    "ratings",
    [{ id: RATED, trainer: ANNA, date: "2026-05-04", values: { "integrity-9": 2400, GOA2: 2000 }, source: null }],
    1000,
  );
  const units = [{ unitId: "ce-action-plan", minutes: 60, dueDate: "2026-12-01", reason: "planning" }];
  return withWritten(
    rated,
    "assignments",
    [{ id: GIVEN, trainer: ANNA, assigner: "Carla", date: "2026-05-04", units }],
    1000,
  );
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function resealed(change: (document: Record<string, unknown>) => void): Uint8Array {
  const { integrity: _, ...document } = JSON.parse(writeDesk(made(), COURSE, 5000)) as Record<string, unknown>;
  change(document);
  const json = document as unknown as JsonObject;
  return bytes(canonical({ ...json, integrity: integrityWith(digestOf(json)) }));
}

test("a desk survives its file", () => {
  assert.deepEqual(readDesk(bytes(writeDesk(made(), COURSE, 5000)), COURSE), made());
  assert.deepEqual(readDesk(bytes(writeDesk(EMPTY_DESK, COURSE, 5000)), COURSE), EMPTY_DESK);
});

test("a file that is damaged, of another course or a later version, or no desk is named as that", () => {
  const text = writeDesk(made(), COURSE, 5000);
  assert.equal(readDesk(bytes(text.replace("2400", "3400")), COURSE), "damaged");
  assert.equal(readDesk(bytes(text.slice(0, -30)), COURSE), "damaged");
  assert.equal(readDesk(bytes(writeDesk(made(), "another", 5000)), COURSE), "other-course");
  assert.equal(readDesk(bytes(text.replace('"schemaVersion":"1.0.0"', '"schemaVersion":"2.0.0"')), COURSE), "newer");
  assert.equal(readDesk(bytes('{"format":"imr-competence-record"}'), COURSE), "not-a-desk");
  assert.equal(readDesk(bytes("[".repeat(10_000)), COURSE), "damaged");
  assert.equal(readDesk(bytes("{}"), COURSE), "not-a-desk");
});

test("a shape that no desk has is refused under a digest that fits", () => {
  const trainers = (change: Record<string, unknown>) => (document: Record<string, unknown>) => {
    document["trainers"] = [{ ...(document["trainers"] as object[])[0], ...change }];
  };
  for (const change of [{ name: "" }, { id: "short" }, { kind: "admin" }, { changedAt: -1 }, { client: "a name" }])
    assert.equal(readDesk(resealed(trainers(change)), COURSE), "damaged", JSON.stringify(change));
  const values = (document: Record<string, unknown>) => {
    document["ratings"] = [{ ...(document["ratings"] as object[])[0], values: { "integrity-9": 7000 } }];
  };
  assert.equal(readDesk(resealed(values), COURSE), "damaged");
});

test("a locked desk opens with its passphrase only, and shows nothing before", async () => {
  const text = writeDesk(made(), COURSE, 5000);
  const locked = await seal(text, "four quiet words here é", COURSE, FEW_ROUNDS);
  assert.equal(locked.includes("Anna"), false);
  const found = readDesk(bytes(locked), COURSE);
  if (typeof found === "string" || !isSealed(found)) throw new Error("it is not locked");

  assert.equal(await open(found, "four quiet words here"), null);
  // the same letter, composed of two signs
  const opened = await open(found, "four quiet words here e\u0301");
  if (!opened) throw new Error("it does not open");
  assert.deepEqual(readDesk(opened, COURSE), made());

  const changed = { ...found, data: `${found["data"] as string}`.replace(/^./, (sign) => (sign === "A" ? "B" : "A")) };
  assert.equal(await open(changed, "four quiet words here é"), null);
  const slow = { ...found, key: { name: "PBKDF2-SHA-256", rounds: 1e12, salt: "AAAA" } };
  assert.equal(await open(slow as unknown as JsonObject, "four quiet words here é"), null);
});
