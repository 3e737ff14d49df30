/** Read `{schema, documents}` from standard input; print for each document whether ajv takes it by the schema. */

import { readFileSync } from "node:fs";
import Ajv2020 from "ajv/dist/2020.js";

const { schema, documents } = JSON.parse(readFileSync(0, "utf8"));
const validate = new Ajv2020({ strict: true, strictRequired: false }).compile(schema);
console.log(JSON.stringify(documents.map((document) => validate(document))));
