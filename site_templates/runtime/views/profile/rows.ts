/** The rows of the profile: every competency in its group, with what is known of it and what comes next. */

import type { CompetencyTitle } from "../../course/page_data.gen";
import type { Titles } from "../../course/titles";
import type { Agreement } from "../../learning/agreement";
import type { State } from "../../learning/decision";
import type { Strand } from "../../record/course_data";
import type { SelfRatingBody, StrandEstimate, SupervisorObservationBody } from "../../record/schema";
import type { Likely, NextStep, Pool } from "./next_step";
import { nextSteps } from "./next_step";
import type { NotCounted } from "./not_counted";
import type { Practised } from "./practised_facts";
import type { Question } from "./questions";
import type { Turns } from "./reach";
import { isWithinReach } from "./reach";

/** A level that the trainer gave themselves, and when. */
export interface OwnRating extends SelfRatingBody {
  readonly at: number;
}

/** What the record says of one competency; `ownRatings` by time. `fresh`: responses since the last decision. */
export interface CompetencyFacts {
  readonly strands: Readonly<Record<Strand, StrandEstimate>>;
  readonly pools: Readonly<Record<Strand, Pool>>;
  readonly fresh: Readonly<Record<Strand, number>>;
  readonly observations: readonly SupervisorObservationBody[];
  readonly ownRatings: readonly OwnRating[];
}

/** How far the trainer's ratings of sessions agree with the authors', and the competency it is shown under. */
export interface Rated {
  readonly under: string;
  readonly found: Agreement;
  readonly superseded: number;
}

/** Everything the page shows, before it is put into rows; `missedAt` goes by safety question, `onPath` has units. */
export interface Facts {
  readonly now: number;
  readonly cutMilli: number;
  readonly titles: Titles;
  readonly rated: Rated;
  readonly competencies: ReadonlyMap<string, CompetencyFacts>;
  readonly questions: readonly Question[];
  readonly onPath: ReadonlySet<string>;
  readonly missedAt: ReadonlyMap<string, number>;
  readonly likely: Likely;
  readonly practised: Practised | null;
  readonly turns: readonly Turns[];
  readonly notCounted: NotCounted;
}

/** `asked`: how many questions the course has; `isWithinReach`: they can be enough for a decision. */
export interface StrandRow {
  readonly strand: Strand;
  readonly numbers: StrandEstimate;
  readonly asked: number;
  readonly isWithinReach: boolean;
}

/** `strands`: the lead strand, then the other where it holds answers. `ownRating` is the latest, `ownBefore` the one before its unit. */
export interface Row {
  readonly id: string;
  readonly title: string;
  readonly strands: readonly [StrandRow, ...StrandRow[]];
  readonly observations: readonly SupervisorObservationBody[];
  readonly ownRating: OwnRating | undefined;
  readonly ownBefore: OwnRating | undefined;
  readonly steps: readonly NextStep[];
}

export interface Group {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly Row[];
}

/** Put the competencies into their groups, in the order of the framework. */
export function groupsOf(facts: Facts): Group[] {
  return facts.titles.groups
    .map(({ id, title }) => ({ id, title, rows: rowsOf(id, facts) }))
    .filter(({ rows }) => rows.length > 0);
}

/** Count the competencies in each state, each by its lead strand. */
export function countStates(groups: readonly Group[]): Readonly<Record<State, number>> {
  const counts = { shown: 0, "not-yet": 0, "not-enough-evidence": 0 };
  for (const { rows } of groups) for (const row of rows) counts[row.strands[0].numbers.state] += 1;
  return counts;
}

/** Count the competencies on which the course has too few questions for a decision, and none was taken. */
export function countOutOfReach(groups: readonly Group[]): number {
  return groups.flatMap(({ rows }) => rows).filter(({ strands }) => isOutOfReach(strands[0])).length;
}

/** Say whether a strand waits for questions that are not there. */
export function isOutOfReach({ numbers, isWithinReach }: StrandRow): boolean {
  return numbers.state === "not-enough-evidence" && !isWithinReach;
}

/** Say whether there are ratings of sessions to show. */
export function hasRated({ found, superseded }: Rated): boolean {
  return found.n > 0 || superseded > 0;
}

/** Say whether anything is known of a row. */
export function hasAnything(row: Row): boolean {
  const hasAnswers = row.strands.some(({ numbers }) => numbers.n > 0 || numbers.superseded > 0);
  return hasAnswers || row.observations.length > 0 || row.ownRating !== undefined;
}

function rowsOf(group: string, facts: Facts): Row[] {
  const rows: Row[] = [];
  for (const competency of facts.titles.competencies) {
    const known = facts.competencies.get(competency.id);
    if (competency.group === group && known) rows.push(rowOf(competency, known, facts));
  }
  return rows;
}

function rowOf({ id, title, strand }: CompetencyTitle, known: CompetencyFacts, facts: Facts): Row {
  const otherStrand = strand === "knowledge" ? "judgement" : "knowledge";
  const questions = facts.questions.filter(({ competencies }) => competencies.includes(id));
  const strandRow = (one: Strand): StrandRow => {
    const asked = questions.filter((question) => question.strand === one);
    const numbers = known.strands[one];
    return { strand: one, numbers, asked: asked.length, isWithinReach: isWithinReach(asked, id, one, facts.turns) };
  };
  const [lead, other] = [strandRow(strand), strandRow(otherStrand)];
  const hasOther = other.numbers.n > 0 || other.numbers.superseded > 0;
  const ownRating = known.ownRatings[known.ownRatings.length - 1];
  return {
    id,
    title,
    strands: hasOther ? [lead, other] : [lead],
    observations: known.observations,
    ownRating,
    ownBefore: ownRating?.when === "after" ? beforeUnit(known.ownRatings, ownRating.unitId) : undefined,
    steps: nextSteps({
      ...facts,
      strand,
      numbers: lead.numbers,
      pool: known.pools[strand],
      fresh: known.fresh[strand],
      questions,
    }),
  };
}

function beforeUnit(ratings: readonly OwnRating[], unit: string): OwnRating | undefined {
  return ratings.find(({ when, unitId }) => when === "before" && unitId === unit);
}
