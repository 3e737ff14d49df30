/** What the pages of review share: the course, the learner's record, and the morning of today. */

import type { CourseOnPage } from "../../course/course_on_page";
import { courseOnPage } from "../../course/course_on_page";
import { judgedOnPage } from "../../course/judged";
import type { Titles } from "../../course/titles";
import { titlesOnPage } from "../../course/titles";
import type { Contents } from "../../learner/contents";
import type { CourseData } from "../../record/course_data";
import type { Log } from "../../record/log";
import { logOf } from "../../record/log";
import { metItems } from "../../review/met";
import type { Morning } from "../../review/today";
import { pageStore } from "../../storage/page_store";
import type { RecordStore } from "../../storage/record_store";
import { dateOf, dawnOf } from "../../ui/days";
import { need } from "../../ui/dom";

export interface LearnerPage {
  readonly root: HTMLElement;
  readonly course: CourseOnPage;
  readonly judged: CourseData;
  readonly titles: Titles;
  readonly store: RecordStore;
  readonly signal: AbortSignal;
}

/** Find the part of a page by its module's name. */
export function learnerPage(module: string): LearnerPage {
  const course = courseOnPage();
  const root = need(document, `[data-module=${module}]`);
  // as long as the page lives, which may be brought back from the history
  const { signal } = new AbortController();
  const store = pageStore();
  return { root, course, judged: judgedOnPage(), titles: titlesOnPage(), store, signal };
}

/** Logs by what they were made of: a page asks for the same one many times. */
const LOGS = new WeakMap<Contents["events"], { readonly devices: unknown; readonly log: Log }>();

/** Return the log of what is kept. */
export function logIn({ events, head }: Contents): Log {
  const known = LOGS.get(events);
  if (known && known.devices === head?.devices) return known.log;
  const log = logOf({ events, devices: head?.devices ?? [] });
  LOGS.set(events, { devices: head?.devices, log });
  return log;
}

/** Return what today's list is made of. */
export function morningOf({ judged, titles, store }: LearnerPage, now: number): Morning {
  const log = logIn(store.contents);
  const today = dateOf(now);
  const seen = store.contents.self?.seen ?? new Map<string, number>();
  return { log, course: judged, today, dawn: dawnOf(today), seen, met: metItems(titles.units, log) };
}
