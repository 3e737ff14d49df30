/** Which responses are evidence: every cold response, and no other. */

import type { CourseData, ItemData, Strand } from "../record/course_data";
import { found, strandOf } from "../record/course_data";
import type { Log } from "../record/log";
import { DAY } from "../record/moments";
import type { EventOf, KnownEvent } from "../record/record";
import { isHash } from "../record/same_hash";

/** After so many milliseconds without being shown, an item is cold again. */
export const COLD_AFTER = 21 * DAY;
const RIGHT = 1000;

/** A competency in a strand, as one text that can be a key. */
export type Cell = `${string}/${Strand}`;

/** One response that counts. `cluster`: the case that its item shares with others. `inPlacement`: given in a placement check. */
export interface Evidence {
  readonly at: number;
  readonly event: string;
  readonly source: string;
  readonly unit: string;
  readonly strand: Strand;
  readonly credit: ReadonlyMap<string, number>;
  readonly inPlacement: boolean;
  readonly cluster?: string | undefined;
}

/** An answer, cold or not, to an item where a mistake could do harm; of those excluded, the misses. */
export interface HarmAnswer {
  readonly at: number;
  readonly event: string;
  readonly item: string;
  readonly competencies: readonly string[];
  readonly isRight: boolean;
}

/** Evidence and answers to harm items in the order of the log; `superseded` counts sources whose hash has changed. */
export interface Found {
  readonly evidence: readonly Evidence[];
  readonly harm: readonly HarmAnswer[];
  readonly superseded: ReadonlyMap<Cell, number>;
  readonly retired: number;
}

export function cellOf(competency: string, strand: Strand): Cell {
  return `${competency}/${strand}`;
}

/** Say whether an answer given now is cold; a date in the future is ignored. */
export function isColdSince(shownAt: number | undefined, now: number): boolean {
  return shownAt === undefined || shownAt > now || now - shownAt >= COLD_AFTER;
}

const FOUND = new WeakMap<Log, { readonly course: CourseData; readonly found: Found }>();

/** Find the evidence in a record, in the order in which it came about; it is asked for more than once. */
export function evidence(log: Log, course: CourseData): Found {
  const before = FOUND.get(log);
  if (before?.course === course) return before.found;
  const reader = new Reader(log, course);
  for (const event of log.events) reader.take(event);
  const found = reader.found();
  FOUND.set(log, { course, found });
  return found;
}

/** Takes events in their order and remembers what was shown when. */
class Reader {
  private readonly firstRuns: ReadonlyMap<string, string>;
  private readonly placements: ReadonlySet<string>;
  private readonly known: ReadonlySet<string>;
  private readonly disagreeing: ReadonlySet<string>;
  private readonly shown = new Map<string, number>();
  private readonly evidence: Evidence[] = [];
  private readonly sources = new Set<string>();
  private readonly said = new Set<string>();
  private readonly harm: HarmAnswer[] = [];
  private readonly superseded = new Map<string, readonly Cell[]>();
  private readonly retired = new Set<string>();

  constructor(
    private readonly log: Log,
    private readonly course: CourseData,
  ) {
    this.firstRuns = firstRuns(log.events);
    this.placements = placements(log.events);
    this.known = new Set(course.competencies.map(({ id }) => id));
    this.disagreeing = new Set(log.disagreeing);
  }

  take(event: KnownEvent): void {
    const counts = !this.log.excluded.has(event.id);
    if (event.type === "dialogue.choice") this.choice(event, counts);
    if (event.type !== "item.response") return;
    const isCold = this.isCold(event);
    // what an excluded event showed was still shown
    this.shown.set(event.body.itemId, event.at);
    if (!counts) this.excluded(event);
    else if (!event.body.revealed) this.response(event, isCold);
  }

  found(): Found {
    const superseded = new Map<Cell, number>();
    for (const [source, cells] of this.superseded) {
      if (this.sources.has(source)) continue;
      for (const cell of cells) superseded.set(cell, (superseded.get(cell) ?? 0) + 1);
    }
    return { evidence: this.evidence, harm: this.harm, superseded, retired: this.retired.size };
  }

  private isCold({ at, body }: EventOf<"item.response">): boolean {
    const shown = this.shown.get(body.itemId);
    return body.cold && (shown === undefined || at - shown >= COLD_AFTER);
  }

  private response(event: EventOf<"item.response">, isCold: boolean): void {
    const { itemId, itemHash, dontKnow, scoreMilli } = event.body;
    const item = found(this.course.items, itemId);
    const source = `item/${itemId}`;
    const credit = dontKnow ? 0 : scoreMilli;
    if (!item) return void this.retired.add(source);
    if (isHash(item.hash, itemHash)) {
      this.current(event, item, source, credit, isCold);
      return;
    }
    if (isCold)
      this.superseded.set(
        source,
        item.competencies.map((name) => cellOf(name, strandOf(item))),
      );
  }

  private current(
    event: EventOf<"item.response">,
    item: ItemData,
    source: string,
    credit: number,
    isCold: boolean,
  ): void {
    const { at, id, body } = event;
    const { competencies, unit, cluster } = item;
    const credits = new Map(competencies.map((name) => [name, credit]));
    const inPlacement = this.placements.has(body.attemptId);
    if (item.harm) this.harm.push(harmAnswer(event, item, credit));
    if (isCold)
      this.add({ at, event: id, source, unit, strand: strandOf(item), credit: credits, inPlacement, cluster });
  }

  /** Keep the miss of a safety item: voiding it, or giving it other credit, does not lift it. */
  private excluded(event: EventOf<"item.response">): void {
    const item = found(this.course.items, event.body.itemId);
    if (item && isSafetyMiss(event, item, this.disagreeing)) this.harm.push(harmAnswer(event, item, 0));
  }

  private choice({ at, id, device, body }: EventOf<"dialogue.choice">, counts: boolean): void {
    const source = `dialogue/${body.dialogueId}/${body.node}`;
    const dialogue = found(this.course.dialogues, body.dialogueId);
    const node = dialogue && found(dialogue.nodes, body.node);
    if (runOf(device, body.run) !== this.firstRuns.get(body.dialogueId)) return;
    // what followed an excluded reply was still read, so the turn is not answered afresh
    if (!counts) return void this.said.add(source);
    if (!dialogue || !node) return void this.retired.add(source);
    const credit = new Map(Object.entries(body.scoreMilli).filter(([name]) => this.known.has(name)));
    if (!isHash(node.hash, body.nodeHash))
      this.superseded.set(
        source,
        [...credit.keys()].map((name) => cellOf(name, "judgement")),
      );
    else if (!this.sources.has(source) && !this.said.has(source))
      this.add({ at, event: id, source, unit: dialogue.unit, strand: "judgement", credit, inPlacement: false });
  }

  private add(evidence: Evidence): void {
    this.evidence.push(evidence);
    this.sources.add(evidence.source);
  }
}

/** Say whether an answer to an item where a mistake could do harm was wrong, whatever credit it claims. */
export function isSafetyMiss(
  { id, body }: EventOf<"item.response">,
  item: ItemData,
  disagreeing: ReadonlySet<string>,
): boolean {
  if (!item.harm || !isHash(item.hash, body.itemHash)) return false;
  const isWrong = !body.revealed && (body.dontKnow || body.scoreMilli < RIGHT);
  return isWrong || disagreeing.has(id);
}

function harmAnswer(
  { at, id, body }: EventOf<"item.response">,
  { competencies }: ItemData,
  credit: number,
): HarmAnswer {
  return { at, event: id, item: body.itemId, competencies, isRight: credit === RIGHT };
}

/** Return for each dialogue the run that began first: the only one in which a trainer did not know what follows. */
export function firstRuns(events: readonly KnownEvent[]): ReadonlyMap<string, string> {
  const first = new Map<string, string>();
  for (const event of events) {
    if (event.type !== "dialogue.started" && event.type !== "dialogue.choice" && event.type !== "dialogue.finished")
      continue;
    const { dialogueId, run } = event.body;
    if (!first.has(dialogueId)) first.set(dialogueId, runOf(event.device, run));
  }
  return first;
}

/** Return the attempts that any event, excluded or not, says were placement checks. */
function placements(events: readonly KnownEvent[]): ReadonlySet<string> {
  return new Set(
    events.flatMap((event) =>
      event.type === "attempt.started" && event.body.mode === "placement" ? [event.body.attemptId] : [],
    ),
  );
}

/** Name a run; they are counted on each device, so after a merge two of them may be number 1. */
export function runOf(device: string, run: number): string {
  return `${device}/${run}`;
}
