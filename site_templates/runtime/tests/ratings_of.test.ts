import assert from "node:assert/strict";
import test from "node:test";
import type { InstrumentData } from "../course/page_data.gen";
import type { FidelityRating } from "../desk/contents";
import { latestValues, ratingsOf } from "../desk/ratings_of";

const SCALE: InstrumentData = {
  id: "integrity",
  title: "A scale",
  rates: "session",
  items: [
    { id: "integrity-8", number: 8, name: "Goals", hides: "GOA2" },
    { id: "integrity-9", number: 9, name: "Weekly action planning" },
  ],
};

function rated(date: string, changedAt: number, values: Record<string, number>, trainer = "ada"): FidelityRating {
  return { id: `${date}-${changedAt}`, trainer, date, changedAt, values, source: null };
}

test("ratings of a person on a scale stand by date, and of one day by when they were entered", () => {
  const ratings = [
    rated("2026-05-04", 2, { "integrity-9": 3000 }),
    rated("2026-03-01", 3, { "integrity-9": 2000 }),
    rated("2026-05-04", 1, { "integrity-9": 4000 }),
    rated("2026-06-01", 1, { "integrity-9": 5000 }, "bram"),
  ];

  assert.deepEqual(
    ratingsOf(ratings, "ada", SCALE).map(({ id }) => id),
    ["2026-03-01-3", "2026-05-04-1", "2026-05-04-2"],
  );
});

test("goal follow-up alone is a rating of the scale that hides it; another scale's items are not", () => {
  const hidden = rated("2026-05-04", 1, { GOA2: 2000 });
  const other = rated("2026-05-05", 1, { "fidelity-1": 2000 });

  assert.deepEqual(ratingsOf([hidden, other], "ada", SCALE), [hidden]);
});

test("the latest score of each item counts, whichever day the others were rated", () => {
  const ratings = [
    rated("2026-05-04", 1, { "integrity-9": 3000 }),
    rated("2026-03-01", 2, { "integrity-9": 2000, GOA2: 1000 }),
  ];

  assert.deepEqual(latestValues(ratings, "ada"), { "integrity-9": 3000, GOA2: 1000 });
});
