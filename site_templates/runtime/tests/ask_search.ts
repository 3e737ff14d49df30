/**
 * The search as a process: its data and what is typed on standard input, the addresses found on standard output.
 *
 * `tests/site/test_search_answers.py` asks it about the shipped course.
 */

import { createInterface } from "node:readline";
import type { SearchData } from "../course/page_data.gen";
import { CourseSearch } from "../search/course_search";

createInterface({ input: process.stdin }).on("line", (line) => {
  const { data, typed } = JSON.parse(line) as { data: SearchData; typed: readonly string[] };
  const search = new CourseSearch(data, "en");
  const found = typed.map((words) => search.ask(words).found.map(({ document }) => document.href));
  process.stdout.write(`${JSON.stringify(found)}\n`);
});
