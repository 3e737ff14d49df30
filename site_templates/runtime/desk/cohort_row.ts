/** One file of a cohort as a row: verified, computed again from its events, and what is odd about it named. */

import { openHarm } from "../learning/decision";
import { evidence } from "../learning/evidence";
import { observations } from "../learning/observations";
import type { CourseData, CourseKeys, Strand } from "../record/course_data";
import type { Sealed } from "../record/fast_reading";
import { DAY } from "../record/moments";
import { read } from "../record/reading";
import type { Refusal } from "../record/refusals";
import { isRefusal } from "../record/refusals";
import type { CompetencyEstimate, StrandEstimate } from "../record/schema";
import { assignedIn } from "./assigned";
import type { Inspection } from "./inspection";
import { inspect } from "./inspection";

/** What keeps a file from being counted, until a supervisor says otherwise. */
export type Mark =
  | "changed"
  | "gaps"
  | "conflicts"
  | "forks"
  | "breaks"
  | "disagreeing"
  | "derived"
  | "ahead"
  | "conflicting";

/** How often each mark applies. */
export type Marks = Readonly<Partial<Record<Mark, number>>>;

/** A value that was observed last, with its day. */
export interface Seen {
  readonly valueMilli: number;
  readonly date: string;
}

export interface CompetencyCell {
  readonly strands: Readonly<Record<Strand, StrandEstimate>>;
  /** The latest observation, and how many there are; null without any. */
  readonly seen: (Seen & { readonly count: number }) | null;
}

export interface AssignedUnitRow {
  readonly unitId: string;
  readonly dueDate: string | null;
  readonly isDone: boolean;
}

/** Everything that the tables show of a file. `fingerprints`: of its events, to see whether a later file has them all. */
export interface CohortRow {
  readonly file: string;
  readonly record: string;
  readonly pseudonyms: readonly string[];
  readonly alias: string | null;
  readonly exportedAt: number;
  readonly lastActivity: number | null;
  readonly marks: Marks;
  readonly competencies: Readonly<Record<string, CompetencyCell>>;
  readonly unitsDone: readonly string[];
  readonly unitsBegun: number;
  readonly minutes: number;
  readonly assigned: readonly AssignedUnitRow[];
  readonly safetyOpen: readonly string[];
  readonly fingerprints: Float64Array;
}

/** What every file of a cohort is compared with. */
export interface Comparison {
  readonly course: CourseData;
  readonly keys: CourseKeys;
  readonly now: number;
}

const SIGNS = 12; // 48 bits of a hash, which a number holds exactly
const HASH = "sha256:".length;

/** Read one file; it is refused, or it becomes a row with its marks. `seal`: what is known of it already. */
export function cohortRow(
  file: string,
  content: Uint8Array,
  { course, keys, now }: Comparison,
  seal?: Sealed | null,
): CohortRow | Refusal {
  const reading = read(content, course.id, seal);
  if (isRefusal(reading)) return reading;
  const inspection = inspect(reading, course, keys);
  const { log, computed } = inspection;
  const { record } = reading;
  const at = record.identity.exportedAt;
  const done = computed.units.filter(({ status }) => status === "done");
  return {
    file,
    record: record.identity.id,
    pseudonyms: [...record.learner.pseudonyms].sort(),
    alias: record.learner.alias ?? null,
    exportedAt: at,
    lastActivity: log.events.reduce<number | null>((latest, { at: one }) => Math.max(latest ?? 0, one), null),
    marks: marksOf(inspection, at, now),
    competencies: cellsOf(computed.competencies, seenIn(inspection, course)),
    unitsDone: done.map(({ unitId }) => unitId),
    unitsBegun: computed.units.filter(({ status }) => status === "in-progress").length,
    minutes: computed.units.reduce((sum, { minutesCredited }) => sum + minutesCredited, 0),
    assigned: assignedIn(log, "").map(({ body, state }) => ({
      unitId: body.unitId,
      dueDate: body.dueDate,
      isDone: state === "done",
    })),
    safetyOpen: openHarm(evidence(log, course).harm).map(({ item }) => item),
    fingerprints: fingerprintsOf(record.events.map(({ hash }) => hash)),
  };
}

/** Say whether a row is counted without asking. */
export function isSoundRow({ marks }: Pick<CohortRow, "marks">): boolean {
  return Object.keys(marks).length === 0;
}

/** Count what speaks against counting a file. `now`: only finds dates ahead of it. */
export function marksOf({ isUnchanged, log, derived }: Inspection, exportedAt: number, now: number): Marks {
  const late = now + DAY;
  const found: Record<Exclude<Mark, "conflicting">, number> = {
    changed: Number(!isUnchanged),
    gaps: log.gaps.length,
    conflicts: log.conflicts.length,
    forks: log.forks.length,
    breaks: log.breaks.length,
    disagreeing: log.disagreeing.length,
    derived: Number(derived === "differs" || derived === "missing"),
    ahead: log.events.filter(({ at }) => at > late).length + Number(exportedAt > late),
  };
  return Object.fromEntries(Object.entries(found).filter(([, count]) => count > 0));
}

function cellsOf(
  computed: readonly CompetencyEstimate[],
  seen: ReadonlyMap<string, Seen & { count: number }>,
): Readonly<Record<string, CompetencyCell>> {
  const cells = computed.map(({ competencyId, knowledge, judgement }) => {
    return [competencyId, { strands: { knowledge, judgement }, seen: seen.get(competencyId) ?? null }] as const;
  });
  return Object.fromEntries(cells);
}

/** Find the latest observation of each competency; what was seen of its elements is shown in the profile only. */
function seenIn({ log }: Inspection, course: CourseData): ReadonlyMap<string, Seen & { count: number }> {
  const latest = new Map<string, Seen & { count: number }>();
  const known = new Set(course.competencies.map(({ id }) => id));
  for (const { body } of observations(log)) {
    const { kind, subject, valueMilli, date } = body;
    if (kind !== "competency" || !known.has(subject)) continue;
    const before = latest.get(subject);
    const count = (before?.count ?? 0) + 1;
    const isLater = !before || date >= before.date;
    latest.set(subject, isLater ? { valueMilli, date, count } : { ...before, count });
  }
  return latest;
}

function fingerprintsOf(hashes: readonly string[]): Float64Array {
  return Float64Array.from(hashes, (hash) => Number.parseInt(hash.slice(HASH, HASH + SIGNS), 16)).sort();
}
