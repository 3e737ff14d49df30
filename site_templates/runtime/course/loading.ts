/** Fetching what only some moments need. */

import { judgedOnPage } from "./judged";
import { partOf } from "./page_data";
import type { CourseData, CourseKeys, CoursePlan, DeskData, PageData, SearchData, Unit } from "./page_data.gen";

/** Return what is needed to judge responses; it comes with the page, or is fetched. */
export async function courseData(base: string): Promise<CourseData> {
  await Promise.all([fetched("judged", `${base}/assets/course-data.js`), unitsOf(base)]);
  return judgedOnPage();
}

/** Return what credit is computed again from in any record. */
export function courseKeys(base: string): Promise<CourseKeys> {
  return fetched("keys", `${base}/assets/course-keys.js`);
}

/** Return what credit is computed again from in a record with answers to these units. */
export async function keysOfUnits(base: string, units: Iterable<string>): Promise<CourseKeys> {
  const wanted = [...units];
  const missing = wanted.filter((unit) => !window.imr.unitKeys?.[unit]);
  await Promise.all(missing.map((unit) => load(`${base}/assets/keys/${unit}.js`)));
  const brought = wanted.flatMap((unit) => window.imr.unitKeys?.[unit] ?? []);
  return {
    items: Object.assign({}, ...brought.map(({ items }) => items)),
    dialogues: Object.assign({}, ...brought.map(({ dialogues }) => dialogues)),
  };
}

/** Return what the safety-critical items are called. */
export function safetyTitles(base: string): Promise<Readonly<Record<string, string>>> {
  return fetched("safety", `${base}/assets/safety-titles.js`);
}

/** Return the units of the course; most pages need them only once there is something to say of them. */
export function unitsOf(base: string): Promise<readonly Unit[]> {
  return fetched("units", `${base}/assets/units.js`);
}

/** Return what the course plans; a placement check suggests by it where to begin. */
export function coursePlan(base: string): Promise<CoursePlan> {
  return fetched("plan", `${base}/assets/placement-plan.js`);
}

/** Return what can be rated and assigned. */
export function deskData(base: string): Promise<DeskData> {
  return fetched("deskData", `${base}/assets/desk-data.js`);
}

/** Return what can be found. */
export function searchData(base: string): Promise<SearchData> {
  return fetched("search", `${base}/assets/search-documents.js`);
}

async function fetched<Name extends keyof PageData>(name: Name, address: string): Promise<NonNullable<PageData[Name]>> {
  if (!window.imr[name]) await load(address);
  return partOf(name);
}

/** Fetch a script as a classic one: a page opened from a file can load nothing else. */
export function load(address: string): Promise<void> {
  const script = document.createElement("script");
  script.src = address;
  return appended(script, address);
}

/** Fetch a style sheet. */
export function loadStyle(address: string): Promise<void> {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = address;
  return appended(link, address);
}

function appended(element: HTMLElement, address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    element.addEventListener("load", () => resolve());
    element.addEventListener("error", () => reject(new Error(`${address} cannot be loaded`)));
    document.head.append(element);
  });
}
