/** Where someone begins who has a record and no lesson to go on with: the unit that a placement check suggests, or practice. */

import { coursePlan } from "../../course/loading";
import type { Unit } from "../../course/page_data.gen";
import { planOnPage } from "../../course/plan";
import { isThrough, minutesOf, placeToContinue } from "../../learner/progress";
import { stateOf } from "../../placement/state";
import { unitToBegin } from "../../placement/unit_to_begin";
import { need } from "../../ui/dom";
import { report } from "../../ui/mounting";
import type { LearnerPage } from "../review/learner_page";
import { logIn } from "../review/learner_page";
import { say, sayCount } from "../review/words";

/** Let the main button lead on; where a lesson is left open, every page's script has made it Continue. */
export function showNextStep(page: LearnerPage, now: number): void {
  const start = page.root.querySelector<HTMLElement>("[data-module=continue]");
  const { units } = page.titles;
  const log = logIn(page.store.contents);
  if (!start || placeToContinue(units, log)) return;
  if (isThrough(units, log)) {
    lead(start, `${page.course.base}/practise.html`, say("through_note"), say("through"));
    return;
  }
  suggested(page, now)
    .then((unit) => {
      if (unit) begin(start, unit, page.course.base);
    })
    .catch((problem: unknown) => report(page.root, problem));
}

/** Find the unit that the last placement check suggests. */
async function suggested({ course, titles, judged, store }: LearnerPage, now: number): Promise<Unit | undefined> {
  await coursePlan(course.base);
  const plan = planOnPage(titles);
  const seen = store.contents.self?.seen ?? new Map<string, number>();
  const { check, suggested } = stateOf(judged, plan.asked, { log: logIn(store.contents), seen, now });
  const found = check?.finishedAt === null || !check ? undefined : unitToBegin(plan, suggested);
  return titles.units.find(({ id }) => id === found?.id);
}

function begin(start: HTMLElement, unit: Unit, base: string): void {
  // behind the introduction, if anything comes behind it
  const lesson = unit.lessons[1] ?? unit.lessons[0];
  if (!lesson) return;
  const title = lesson.title === unit.title ? unit.title : `${unit.title}: ${lesson.title}`;
  lead(start, `${base}/${lesson.href}`, sayCount("begin_note", minutesOf(lesson), { title }));
}

function lead(start: HTMLElement, href: string, note: string, name?: string): void {
  const link = need<HTMLAnchorElement>(start, "a");
  link.href = href;
  if (name) link.textContent = name;
  need(start, ".imr-start-note").textContent = note;
}
