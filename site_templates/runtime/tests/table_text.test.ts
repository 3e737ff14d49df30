import assert from "node:assert/strict";
import test from "node:test";
import { cellsIn } from "../desk/cells";
import { tableText } from "../desk/table_text";

const ROWS = [
  ["name", "1"],
  ["Zoë Öz", "2,5"],
];
const TEXT = "name;1\r\nZoë Öz;2,5\r\n";
const WINDOWS = TEXT.replace("ë", "\xeb").replace("Ö", "\xd6");

function utf16(text: string, isLittle: boolean): Uint8Array {
  const units = Array.from(`\ufeff${text}`, (sign) => sign.charCodeAt(0));
  return Uint8Array.from(units.flatMap((unit) => (isLittle ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])));
}

test("a table keeps its accents in every way in which a spreadsheet program writes text", () => {
  const ways = [
    new TextEncoder().encode(TEXT),
    new TextEncoder().encode(`\ufeff${TEXT}`),
    Uint8Array.from(WINDOWS, (sign) => sign.charCodeAt(0)),
    utf16(TEXT.replace(/;/g, "\t"), true),
    utf16(TEXT.replace(/;/g, "\t"), false),
  ];
  for (const bytes of ways) assert.deepEqual(cellsIn(tableText(bytes)), ROWS);
});

test("a cell full of quotation marks is read as fast as any other", () => {
  const marks = '"'.repeat(2_000_000);

  assert.deepEqual(cellsIn(`a${marks}\tb`), [[`a${marks}`, "b"]]);
  assert.deepEqual(cellsIn(`${marks}""\tb`), [[marks.slice(0, 1_000_000), "b"]]);
  assert.equal(cellsIn(`${" ".repeat(2_000_000)}${marks}`).length, 1);
});
