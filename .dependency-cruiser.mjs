/** The floors of the browser code: imports only go down, nothing imports in a circle, one door to storage. */

import { readFileSync } from "node:fs";

const RUNTIME = "^site_templates/runtime";
const floors = JSON.parse(readFileSync(new URL("tools/runtime_floors.json", import.meta.url), "utf8"));

const above = (floor) => floors.slice(0, floors.indexOf(floor));

const onlyDown = floors
  .filter((floor) => above(floor).length > 0)
  .map((floor) => ({
    name: `${floor}-imports-only-down`,
    severity: "error",
    from: { path: `${RUNTIME}/${floor}/` },
    to: { path: `${RUNTIME}/(${above(floor).join("|")})/` },
  }));

export default {
  forbidden: [
    ...onlyDown,
    { name: "no-circle-of-files", severity: "error", from: {}, to: { circular: true } },
    { name: "no-circle-of-folders", severity: "error", scope: "folder", from: {}, to: { circular: true } },
    {
      name: "every-file-stands-on-a-floor",
      severity: "error",
      from: { path: `${RUNTIME}/`, pathNot: `${RUNTIME}/(${[...floors, "tests"].join("|")})/` },
      to: {},
    },
    {
      name: "pages-do-not-know-each-other",
      severity: "error",
      from: { path: `${RUNTIME}/pages/` },
      to: { path: `${RUNTIME}/pages/` },
    },
    {
      name: "one-door-to-indexeddb",
      severity: "error",
      from: { path: `${RUNTIME}/`, pathNot: `${RUNTIME}/(storage|tests)/` },
      to: { path: "^(node_modules/)?(idb|fake-indexeddb)" },
    },
    {
      name: "nothing-imports-tests",
      severity: "error",
      from: { path: `${RUNTIME}/`, pathNot: `${RUNTIME}/tests/` },
      to: { path: `${RUNTIME}/tests/` },
    },
    {
      // they are pure, and know of a page only what its data look like
      name: "rules-import-only-types-of-page-data",
      severity: "error",
      from: { path: `${RUNTIME}/(record|learning)/` },
      to: { path: `${RUNTIME}/course/`, pathNot: `${RUNTIME}/course/page_data.gen.ts$` },
    },
    {
      // what is computed does not depend on a page: of `ui` only the turns that long work takes are needed
      name: "what-is-pure-knows-no-page",
      severity: "error",
      from: { path: `${RUNTIME}/(placement|learner|review|search|desk|learning|record)/` },
      to: { path: `${RUNTIME}/ui/`, pathNot: `${RUNTIME}/ui/turns.ts$` },
    },
    { name: "every-import-leads-somewhere", severity: "error", from: {}, to: { couldNotResolve: true } },
    {
      name: "every-file-is-used",
      severity: "error",
      from: { orphan: true, path: `${RUNTIME}/`, pathNot: "\\.(test|d)\\.ts$|/tests/|/pages/" },
      to: {},
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    moduleSystems: ["es6"],
  },
};
