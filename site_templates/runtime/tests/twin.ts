/**
 * This half of the rules as a process: a question on each line of standard input, its answer on a line of standard output.
 *
 * `tests/twins/` asks the same of the Python half and compares.
 */

import { createInterface } from "node:readline";
import { marksOf } from "../desk/cohort_row";
import { inspect } from "../desk/inspection";
import { agreement } from "../learning/agreement";
import type { Ends } from "../learning/best_worst";
import { bestWorstMilli } from "../learning/best_worst";
import { derived, thousandths } from "../learning/derived";
import type { Graph, Step } from "../learning/dialogue_graph";
import { creditAt, tally } from "../learning/dialogues";
import { checked, disagreements } from "../learning/disagreements";
import { evidence } from "../learning/evidence";
import type { Answer, Key } from "../learning/key";
import { profile } from "../learning/profile";
import { ratings } from "../learning/ratings";
import { creditMilli } from "../learning/scoring";
import { voided } from "../learning/voided";
import type { CourseData, CourseKeys } from "../record/course_data";
import { logOf } from "../record/log";
import { merge } from "../record/merge";
import { plausibility } from "../record/plausibility";
import type { Reading } from "../record/reading";
import { read, readOwn } from "../record/reading";
import type { Record } from "../record/record";
import { isRefusal } from "../record/refusals";
import { facts, writeInParts } from "../record/writing";
import { atOnce } from "../ui/turns";
import { logJson } from "./record/made";

/** Files in base64, and the course that they are read for. */
interface Files {
  readonly ask: "files";
  readonly files: readonly string[];
  readonly course: CourseData;
  readonly keys: CourseKeys;
  readonly now: number;
  readonly samePerson: boolean;
}

interface BestWorst {
  readonly ask: "best-worst";
  readonly ends: Ends;
  readonly best: string | null;
  readonly worst: string | null;
}

interface Credit {
  readonly ask: "credit";
  readonly key: Key;
  readonly response: Answer;
}

interface Dialogue {
  readonly ask: "dialogue";
  readonly turns: Graph["turns"];
  readonly path: readonly Step[];
}

type Question = Files | Credit | BestWorst | Dialogue;

createInterface({ input: process.stdin }).on("line", (line) => {
  process.stdout.write(`${JSON.stringify(answerTo(JSON.parse(line) as Question))}\n`);
});

function answerTo(question: Question): object {
  switch (question.ask) {
    case "files":
      return ofFiles(question);
    case "best-worst":
      return orUnscorable(() => ({ credit: bestWorstMilli(question.ends, question.best, question.worst) }));
    case "credit":
      return orUnscorable(() => ({ credit: creditMilli(question.key, question.response) }));
    case "dialogue":
      return orUnscorable(() => ofDialogue(question));
  }
}

function ofFiles({ files, course, keys, now, samePerson }: Files): object {
  const contents = files.map((file) => Uint8Array.from(atob(file), (sign) => sign.charCodeAt(0)));
  const readings = contents.map((content) => read(content, course.id));
  const own = contents.map((content) => readOwn(content, course.id));
  const taken = readings.filter((one): one is Reading => !isRefusal(one));
  const records = taken.map(({ record }) => record);
  const merged = records.length > 0 ? merge(records, samePerson) : null;
  return {
    readings: readings.map((one) => (isRefusal(one) ? one.code : verdict(one, course, keys, now))),
    own: own.map((one) => (isRefusal(one) ? one.code : "accepted")),
    merged: merged && (isRefusal(merged) ? merged.code : said(merged, course, keys, now)),
  };
}

function verdict(reading: Reading, course: CourseData, keys: CourseKeys, now: number): object {
  const { record, derived: says, isUnchanged } = reading;
  const inspection = inspect(reading, course, keys);
  const marks = Object.keys(marksOf(inspection, record.identity.exportedAt, now)).sort();
  return { facts: facts(record), hasDerived: says !== null, isUnchanged, compares: inspection.derived, marks };
}

function said(record: Record, course: CourseData, keys: CourseKeys, now: number): object {
  const log = logOf(record);
  const contradicted = disagreements(log, course, keys);
  const counting = checked(log, contradicted);
  const { evidence: counted, harm, superseded, retired } = evidence(log, course);
  const rated = ratings(log, course);
  const { kappa, error, side } = agreement(rated.pairs);
  return {
    export: atOnce(writeInParts(record, derived(log, course, now))).text,
    log: logJson(log),
    disagreements: contradicted,
    notes: plausibility(record, counting, course, keys, now),
    counting: atOnce(writeInParts(record, derived(counting, course, now))).text,
    taken_back: voided(counting, course).map(({ isSafetyMiss, ...one }) => ({ ...one, is_safety_miss: isSafetyMiss })),
    evidence: counted.map(({ credit, ...one }) => ({ ...one, credit: Object.fromEntries(credit) })),
    harm,
    superseded: Object.fromEntries(superseded),
    retired,
    given: profile(log, course, now).competencies.map(({ observations, confidence }) => ({
      observations: observations.map(({ id }) => id),
      confidence: confidence.map(({ id }) => id),
    })),
    ratings: { ...rated, lastAt: Object.fromEntries(rated.lastAt) },
    agreement: { kappa: kappa && inThousandths(kappa), error: error && inThousandths(error), side },
  };
}

function inThousandths(interval: { readonly value: number; readonly low: number; readonly high: number }): number[] {
  return [interval.value, interval.low, interval.high].map(thousandths);
}

function ofDialogue({ turns, path }: Dialogue): object {
  return {
    credits: path.map((step) => creditAt({ turns }, step)),
    tally: Object.fromEntries(tally({ turns }, path)),
  };
}

function orUnscorable(score: () => object): object {
  try {
    return score();
  } catch (problem) {
    if (problem instanceof Error && /^(no credit can be given|the response is not one)/.test(problem.message))
      return { unscorable: true };
    throw problem;
  }
}
