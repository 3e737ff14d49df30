/** Puts the table of the simulated reviews into docs/review.md, between the marks. */

import { readFileSync, writeFileSync } from "node:fs";
import { example, TRAINERS, table } from "./simulate_review";

const DOCUMENT = "docs/review.md";
const BEGIN = "<!-- simulation: begin -->";
const END = "<!-- simulation: end -->";

const text = readFileSync(DOCUMENT, "utf8");
const [before, rest] = text.split(BEGIN) as [string, string];
const [, after] = rest.split(END) as [string, string];
writeFileSync(DOCUMENT, `${before}${BEGIN}\n\n${table(TRAINERS)}\n\n${example(1)}\n\n${END}${after}`);
