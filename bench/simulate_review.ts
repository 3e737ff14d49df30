/**
 * What a month of daily review is worth as evidence, beside items drawn by chance.
 *
 * `npm run simulate-review` writes its table into docs/review.md. Equal runs give equal tables.
 */

import { isEnough } from "../site_templates/runtime/learning/decision";
import { evidence } from "../site_templates/runtime/learning/evidence";
import { cellsOf, tally } from "../site_templates/runtime/learning/pool";
import type { CourseData } from "../site_templates/runtime/record/course_data";
import { traces } from "../site_templates/runtime/review/spacing";
import { bankOf, DAILY } from "../site_templates/runtime/review/today";
import type { Draw } from "../site_templates/runtime/tests/review/chance";
import { chance } from "../site_templates/runtime/tests/review/chance";
import { courseOf, dateOf, Learner } from "../site_templates/runtime/tests/review/course";

export const TRAINERS = 50;
const DAYS = 28;
const UNITS = 22;
const WEEKS = 11; // two units a week
const COMPETENCIES = 26;
const PRIORITY = 10; // of them have 30 items, the others 15
const ANSWERED = 0.6; // of a unit's questions, at first reading
const SURE = { right: 0.6, wrong: 0.25 };

type Way = "schedule" | "chance";

/** What one trainer has from a month: counts, all of one kind, so that they can be averaged. */
interface Month {
  /** Cold answers, and of these the ones to items that were no evidence before. */
  readonly cold: number;
  readonly fresh: number;
  /** Cold answers on the competency that got fewest. */
  readonly poorest: number;
  /** Competencies with evidence enough for a decision. */
  readonly enough: number;
  /** Items missed and not put right. */
  readonly missed: number;
}

/** Let a trainer read the course in eleven weeks, then review daily for a month, one way or the other. */
export function month(trainer: number, way: Way, days = DAYS): Month {
  const draw = chance(trainer);
  const learner = new Learner(simulatedCourse());
  const levels = new Map(learner.course.competencies.map(({ id }) => [id, 0.5 + 0.45 * draw()]));
  const answer = (item: string, day: number, bank: string): void => {
    const right = draw() < levels.get(competencyOf(item))!;
    learner.answer(item, day, { right, sure: draw() < (right ? SURE.right : SURE.wrong), bank });
  };
  readThrough(learner, answer, draw);
  const begun = learner.events.length;
  for (let day = WEEKS * 7; day < WEEKS * 7 + days; day++) {
    const items =
      way === "schedule" ? learner.list(day).map(({ item }) => item) : drawn(Object.keys(learner.course.items), draw);
    for (const item of items) answer(item, day, bankOf(dateOf(day)));
  }
  return outcome(learner, begun);
}

/** Make 540 items: every competency is asked in three units, in one strand. */
function simulatedCourse(): CourseData {
  const items = Array.from({ length: COMPETENCIES }, (_, competency) =>
    Array.from({ length: competency < PRIORITY ? 30 : 15 }, (_, place) => {
      const unit = (competency + 7 * (place % 3)) % UNITS;
      return [`c${competency}.${place}`, [`c${competency}`, `u${unit}`]] as const;
    }),
  );
  return courseOf(Object.fromEntries(items.flat()));
}

function competencyOf(item: string): string {
  return item.split(".")[0]!;
}

function readThrough({ course }: Learner, answer: (item: string, day: number, bank: string) => void, draw: Draw): void {
  for (let unit = 0; unit < UNITS; unit++) {
    const asked = Object.keys(course.items).filter((id) => course.items[id]!.unit === `u${unit}`);
    const day = Math.floor(unit / 2) * 7 + (unit % 2) * 3;
    for (const item of asked) if (draw() < ANSWERED) answer(item, day, `lesson-${unit}`);
  }
}

/** Draw a day's items by chance. */
function drawn(items: string[], draw: Draw): string[] {
  for (let place = 0; place < DAILY; place++) {
    const other = place + Math.floor(draw() * (items.length - place));
    [items[place], items[other]] = [items[other]!, items[place]!];
  }
  return items.slice(0, DAILY);
}

function outcome({ log, course, events }: Learner, begun: number): Month {
  const { evidence: found } = evidence(log, course);
  const first = new Set(events.slice(0, begun).map(({ id }) => id));
  const before = new Set(found.filter(({ event }) => first.has(event)).map(({ source }) => source));
  const since = found.filter(({ event }) => !first.has(event));
  const counts = course.competencies.map(({ id }) => since.filter(({ credit }) => credit.has(id)).length);
  const cells = [...cellsOf(found).values()].map((held) => tally(held, ""));
  return {
    cold: since.length,
    fresh: since.filter(({ source }) => !before.has(source)).length,
    poorest: Math.min(...counts),
    enough: cells.filter(isEnough).length,
    missed: [...traces(log, course).values()].filter(({ missed }) => missed).length,
  };
}

/** Say in one line what one trainer has, by which a test can tell whether the table is that of today's rule. */
export function example(trainer: number): string {
  const [schedule, random] = [month(trainer, "schedule"), month(trainer, "chance")];
  const words = ({ cold, fresh, enough }: Month): string =>
    `${cold} cold answers, ${fresh} of them new evidence, ${enough} competencies with enough`;
  return `Trainer ${trainer} alone, by the schedule: ${words(schedule)}; by chance: ${words(random)}.`;
}

/** Average over trainers. */
export function average(way: Way, trainers: number, days = DAYS): Month {
  const months = Array.from({ length: trainers }, (_, trainer) => month(trainer, way, days));
  const mean = (name: keyof Month): number => months.reduce((sum, one) => sum + one[name], 0) / trainers;
  return {
    cold: mean("cold"),
    fresh: mean("fresh"),
    poorest: mean("poorest"),
    enough: mean("enough"),
    missed: mean("missed"),
  };
}

/** Return the table as Markdown; its first column is where everyone starts. */
export function table(trainers: number): string {
  const [start, schedule, random] = [
    average("schedule", trainers, 0),
    average("schedule", trainers),
    average("chance", trainers),
  ];
  const row = (words: string, of: (one: Month) => number, hasStart: boolean): string =>
    `| ${[words, hasStart ? of(start).toFixed(1) : "", of(schedule).toFixed(1), of(random).toFixed(1)].join(" | ")} |`;
  return [
    "| On average, for one trainer | before | after a month by the schedule | after a month by chance |",
    "|---|--:|--:|--:|",
    row(`cold answers, of ${DAILY * DAYS} given`, ({ cold }) => cold, false),
    row("cold answers per competency", ({ cold }) => cold / COMPETENCIES, false),
    row("cold answers on the competency with fewest", ({ poorest }) => poorest, false),
    row("of all cold answers, to items that were no evidence before", ({ fresh }) => fresh, false),
    row(`competencies (of ${COMPETENCIES}) with evidence enough for a decision`, ({ enough }) => enough, true),
    row("items missed and not put right", ({ missed }) => missed, true),
  ].join("\n");
}
