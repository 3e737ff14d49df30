import assert from "node:assert/strict";
import test from "node:test";
import vectors from "../../../tests/vectors/assigning.json";
import desk from "../../interface/desk.en.po";
import type { InstrumentData } from "../course/page_data.gen";
import { cellsIn } from "../desk/cells";
import type { Values } from "../desk/fidelity";
import { toFile } from "../desk/handing_over";
import { scoresIn } from "../desk/scores";
import { suggestedUnits } from "../desk/suggestions";
import { tableText } from "../desk/table_text";
import { reasonWords } from "../views/desk/assigning/reason_words";
import { subjectsOf } from "../views/desk/fidelity/subjects";
import { giveCatalogues } from "./words_on_page";

const { course, assigner, date, dueDate, titles, minutes, suggested } = vectors;
const instrument = vectors.instrument as InstrumentData;

giveCatalogues(desk);
Object.assign(window.imr, {
  deskData: { instruments: [instrument], suggested, units: [], looks: {} },
  titles: { competencies: Object.entries(titles).map(([id, title]) => ({ id, title })) },
  units: [],
});

for (const { name, content, cells, people, problems, files } of vectors.cases) {
  test(`assigning: ${name}`, () => {
    const read = cellsIn(tableText(Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0))));
    assert.deepEqual(read, cells);
    const found = scoresIn(read, subjectsOf(instrument));
    assert.deepEqual<unknown>(found.people, people);
    assert.deepEqual<unknown>(found.problems, problems);
    assert.deepEqual(
      found.people.map(({ values }) => fileOf(values)),
      files,
    );
  });
}

/** Assign as the desk does: its form takes 1 to 10,000 minutes. */
function fileOf(values: Values): string {
  const units = suggestedUnits([instrument], values, [], suggested).map(({ unitId, reasons }) => {
    const known = (minutes as Readonly<Record<string, number>>)[unitId] ?? 60;
    return { unitId, minutes: Math.min(10_000, Math.max(1, known)), dueDate, reason: reasonWords(reasons) };
  });
  return toFile({ assigner, date, units }, course);
}
