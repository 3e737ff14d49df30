/** What a page says about the course it belongs to. */

import type { CourseOnPage } from "./page_data.gen";

export type { CourseOnPage } from "./page_data.gen";

/** Read the course from the page. */
export function courseOnPage(): CourseOnPage {
  const found = inlineJson("imr-course") as CourseOnPage | null;
  if (!found) throw new Error('the page has no "#imr-course"');
  return found;
}

/** Return the language of the page, which events remember. */
export function localeOnPage(): string {
  const language = document.documentElement.lang;
  return /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(language) && language.length <= 35 ? language : "en";
}

function inlineJson(id: string): unknown {
  return JSON.parse(document.getElementById(id)?.textContent ?? "null");
}
