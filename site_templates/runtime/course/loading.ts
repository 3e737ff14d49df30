/** Fetching what only some moments need. */

import type { CourseData } from "../record/course_data";
import type { UnitOnPage } from "./course_on_page";

/** Return what is needed to judge responses; it comes with the page, or is fetched. */
export async function courseData(base: string): Promise<CourseData> {
  if (!window.imrCourse) await load(`${base}/assets/course-data.js`);
  if (!window.imrCourse) throw new Error("the data of the course is missing");
  return window.imrCourse;
}

/** Return the units of the course; most pages need them only once there is something to say of them. */
export async function unitsOf(base: string): Promise<readonly UnitOnPage[]> {
  if (!window.imrUnits) await load(`${base}/assets/units.js`);
  if (!window.imrUnits) throw new Error("the units of the course are missing");
  return window.imrUnits;
}

/** Fetch a script as a classic one: a page opened from a file can load nothing else. */
export function load(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.addEventListener("load", () => resolve());
    script.addEventListener("error", () => reject(new Error(`${address} cannot be loaded`)));
    document.head.append(script);
  });
}
