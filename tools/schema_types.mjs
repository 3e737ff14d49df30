/** Write TypeScript types from our schemas; with `--check` only say whether they still fit. */

import { readFile, writeFile } from "node:fs/promises";
import { compile } from "json-schema-to-typescript";

const ROOT = new URL("../", import.meta.url);

const CONTRACTS = [
  {
    what: "A competence record",
    schema: "course/records/competence-record.v1.json",
    types: "site_templates/runtime/record/schema.ts",
  },
  {
    what: "A supervisor's desk",
    schema: "course/desk/supervisor-desk.v1.json",
    types: "site_templates/runtime/desk/schema.ts",
    isReadOnly: true,
  },
  {
    what: "What the site tells its scripts of the course",
    schema: "course/targets/site/page_data/page-data.schema.json",
    types: "site_templates/runtime/course/page_data.gen.ts",
    // nothing in the browser changes what the site says
    isReadOnly: true,
  },
];

const OPTIONS = {
  format: true,
  style: { printWidth: 110 },
  unreachableDefinitions: true,
  ignoreMinAndMaxItems: true,
};

/** Make the text of the types of a contract. */
async function typesOf({ what, schema, isReadOnly = false }) {
  const read = JSON.parse(await readFile(new URL(schema, ROOT), "utf8"), (_, part) => knownTuple(part));
  const bannerComment = `/** ${what}; made from its schema by \`npm run schema-types\`, not by hand. */`;
  const compiled = await compile(read, "Schema", { ...OPTIONS, bannerComment });
  // the compiler says of every part which file it came from, which is always the same one
  const made = compiled
    .replace(/(\n \*)?\n \* This interface was referenced by [^*]*\*[^*]*(?=\n \*\/)/g, "")
    .replace(/\/\*\*\n \*\/\n/g, "");
  return isReadOnly ? readOnly(made) : made;
}

/** Write a tuple as the compiler knows it, which is older than `prefixItems`. */
function knownTuple(part) {
  if (!Array.isArray(part?.prefixItems)) return part;
  const { prefixItems, ...others } = part;
  return { ...others, items: prefixItems, additionalItems: false };
}

/** Make every property, list and tuple read-only, which the compiler cannot. */
function readOnly(types) {
  return types
    .replace(/^( +)(?=(\w+\??|\[k: string\]): )/gm, "$1readonly ")
    .replace(/(?<=: )(?!\w+\]: )([^;{}\n]+?)((?:\[\])+);/g, (_, of, lists) => `${listOf(of, lists.length / 2)};`)
    .replace(/(?<= = )(?=\[)/g, "readonly ");
}

function listOf(type, depth) {
  if (depth === 0) return type;
  const inner = listOf(type, depth - 1);
  return depth === 1 ? `readonly ${inner}[]` : `readonly (${inner})[]`;
}

for (const contract of CONTRACTS) {
  const made = await typesOf(contract);
  if (!process.argv.includes("--check")) {
    await writeFile(new URL(contract.types, ROOT), made);
  } else if ((await readFile(new URL(contract.types, ROOT), "utf8")) !== made) {
    console.error(`${contract.types} does not fit ${contract.schema}`);
    console.error("  = help: run `npm run schema-types`");
    process.exitCode = 1;
  }
}
