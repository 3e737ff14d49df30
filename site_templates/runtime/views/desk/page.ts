/** What the parts of the desk share. */

import type { CourseOnPage } from "../../course/course_on_page";
import { courseOnPage } from "../../course/course_on_page";
import type { Desk } from "../../storage/desk";
import { deskOf } from "../../storage/desk";
import { need } from "../../ui/dom";
import { report } from "../../ui/mounting";
import { announce } from "../../ui/status";
import { warnOfLoss } from "../desk_file/losing";
import type { Tell } from "../outcome";
import { Chosen } from "./chosen";
import { say } from "./words";

export interface DeskPage {
  readonly root: HTMLElement;
  readonly course: CourseOnPage;
  readonly desk: Desk;
  /** Whom the parts show. */
  readonly chosen: Chosen;
  readonly signal: AbortSignal;
}

/** Find the part of a page by its module's name. */
export function deskPage(module: string): DeskPage {
  const course = courseOnPage();
  const root = need(document, `[data-module=${module}]`);
  // as long as the page lives, which may be brought back from the history
  const { signal } = new AbortController();
  const desk = deskOf(course.id);
  warnOfLoss(desk, signal);
  return { root, course, desk, chosen: new Chosen(desk, signal), signal };
}

/** Change the desk and tell so, or tell that it could not be done; what was typed stays where it is. */
export async function save(
  page: DeskPage,
  change: () => Promise<void>,
  done: string,
  tell: Tell = announce,
): Promise<boolean> {
  try {
    await change();
    tell(done);
    return true;
  } catch (problem) {
    tell(say("not_saved"));
    report(page.root, problem);
    return false;
  }
}
