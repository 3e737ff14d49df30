/** Write the record's TypeScript types from its schema; with `--check` only say whether they still fit. */

import { readFile, writeFile } from "node:fs/promises";
import { compile } from "json-schema-to-typescript";

const SCHEMA = new URL("../course/records/competence-record.v1.json", import.meta.url);
const TYPES = new URL("../site_templates/runtime/record/schema.ts", import.meta.url);

const schema = JSON.parse(await readFile(SCHEMA, "utf8"));
const compiled = await compile(schema, "CompetenceRecord", {
  bannerComment: "/** A competence record; made from its schema by `npm run record-types`, not by hand. */",
  format: true,
  style: { printWidth: 110 },
  unreachableDefinitions: true,
  ignoreMinAndMaxItems: true,
});

// the compiler says of every part which file it came from, which is always the same one
const made = compiled
  .replace(/(\n \*)?\n \* This interface was referenced by [^*]*\*[^*]*(?=\n \*\/)/g, "")
  .replace(/\/\*\*\n \*\/\n/g, "");

if (!process.argv.includes("--check")) {
  await writeFile(TYPES, made);
} else if ((await readFile(TYPES, "utf8")) !== made) {
  console.error("site_templates/runtime/record/schema.ts does not fit the schema of the record");
  console.error("  = help: run `npm run record-types`");
  process.exit(1);
}
