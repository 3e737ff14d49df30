/** Whether the course has enough to ask for a decision on a competency in one strand. */

import type { Titles } from "../../course/titles";
import { FEWEST_ITEMS, FEWEST_UNITS } from "../../learning/decision";
import type { CourseData, Strand } from "../../record/course_data";
import { found } from "../../record/course_data";
import type { Question } from "./questions";

/** A dialogue, the competencies that it practises, and how many turns it has. */
export interface Turns {
  readonly unit: string;
  readonly competencies: readonly string[];
  readonly count: number;
}

/** Return the dialogues of the course; each turn of one can be evidence of judgement. */
export function turnsOf({ dialogues }: CourseData, titles: Pick<Titles, "dialogues">): Turns[] {
  return titles.dialogues.flatMap(({ id, unit, competencies }) => {
    const dialogue = found(dialogues, id);
    return dialogue ? [{ unit, competencies, count: Object.keys(dialogue.nodes).length }] : [];
  });
}

/** Say whether a decision is within reach; `asked` are all questions on the competency in this strand. */
export function isWithinReach(
  asked: readonly Question[],
  competency: string,
  strand: Strand,
  turns: readonly Turns[],
): boolean {
  const talks = strand === "judgement" ? turns.filter(({ competencies }) => competencies.includes(competency)) : [];
  const units = new Set([...asked, ...talks].map(({ unit }) => unit));
  const most = asked.length + talks.reduce((sum, { count }) => sum + count, 0);
  return most >= FEWEST_ITEMS && units.size >= FEWEST_UNITS;
}
