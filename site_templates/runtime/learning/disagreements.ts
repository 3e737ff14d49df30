/**
 * What a record says and the keys of the course contradict. The same rules are in `course/learning/disagreements.py`.
 *
 * Only what was answered as it is asked today can be compared; an older hash says nothing either way.
 */

import type { CourseData, CourseKeys, DialogueKey, ItemKey } from "../record/course_data";
import { found } from "../record/course_data";
import type { Log } from "../record/log";
import { logOf } from "../record/log";
import type { BodyOf, EventOf, KnownEvent, Record as LearnerRecord } from "../record/record";
import { isHash } from "../record/same_hash";
import type { Parts } from "../ui/turns";
import { atOnce } from "../ui/turns";
import type { Position, ReplyKey } from "./dialogue_replay";
import { after, canSay, NOWHERE, opening, somehowAt, withinReason } from "./dialogue_replay";
import { firstRuns, runOf } from "./evidence";
import type { Answer } from "./key";
import { isIds, isSameSet } from "./key";
import { creditMilli } from "./scoring";

type Credit = number | Readonly<Record<string, number>>;

/**
 * `of`: the item, or the dialogue and its turn. `says` and `earns`: the credit in thousandths, where the two differ.
 *
 * The answer, or the reply, is none that can be given; the credit is not what it earns; or nothing leads there.
 */
export interface Disagreement {
  readonly event: string;
  readonly of: string;
  readonly fault: "answer" | "credit" | "reply" | "path";
  readonly says: Credit | null;
  readonly earns: Credit | null;
}

/** Look through a record; what disagrees with the keys does not count. */
export function checkedLog(...of: Parameters<typeof checkedLogInParts>): Log {
  return atOnce(checkedLogInParts(...of));
}

/** The same in parts, for a long record. */
export function* checkedLogInParts(
  record: Pick<LearnerRecord, "events" | "devices">,
  course: CourseData,
  keys: CourseKeys,
): Parts<Log> {
  const log = logOf(record);
  yield;
  return checked(log, disagreements(log, course, keys));
}

/** Return the log in which what disagrees does not count. */
export function checked(log: Log, all: readonly Disagreement[]): Log {
  const disagreeing = [...new Set(all.map(({ event }) => event))].sort();
  return { ...log, disagreeing, excluded: new Set([...log.excluded, ...disagreeing]) };
}

/** Compare the events of a record, excluded or not, with the keys; in the order of the log. */
export function disagreements(log: Log, course: CourseData, keys: CourseKeys): readonly Disagreement[] {
  const paths = new Paths(log, course, keys);
  return log.events.map((event) => ofEvent(event, course, keys, paths)).filter((one) => one !== undefined);
}

function ofEvent(event: KnownEvent, course: CourseData, keys: CourseKeys, paths: Paths): Disagreement | undefined {
  if (event.type === "dialogue.choice") return paths.choose(event);
  if (event.type === "dialogue.finished") return paths.finish(event);
  if (event.type !== "item.response") return undefined;
  const key = found(keys.items, event.body.itemId);
  const isCurrent = isHash(found(course.items, event.body.itemId)?.hash, event.body.itemHash);
  return key && isCurrent ? ofAnswer(event.id, event.body, key) : undefined;
}

function ofAnswer(event: string, body: BodyOf<"item.response">, key: ItemKey): Disagreement | undefined {
  const { itemId: of, response, scoreMilli: says } = body;
  const isGivenUp = body.dontKnow || body.revealed;
  const isPossible = isGivenUp ? response === null : response !== null && canBeGiven(response as Answer, key);
  if (!isPossible) return { event, of, fault: "answer", says: null, earns: null };
  const earns = isGivenUp ? 0 : creditMilli(key.key, response as Answer);
  return earns === says ? undefined : { event, of, fault: "credit", says, earns };
}

/** Say whether an answer has the form of its item and names only what the item holds. */
function canBeGiven(response: Answer, { key, ids }: ItemKey): boolean {
  if (key.kind === "match") {
    if (isIds(response)) return false;
    return Object.entries(response).every(([card, target]) => Object.hasOwn(key.pairs, card) && ids.includes(target));
  }
  if (key.kind === "best-worst") {
    const picked = Object.values(response);
    const isOfBoth = isSameSet(["best", "worst"], Object.keys(response)) && new Set(picked).size === picked.length;
    return !isIds(response) && isOfBoth && picked.every((id) => ids.includes(id));
  }
  if (!isIds(response)) return false;
  if (key.kind === "order") return isSameSet(key.steps, response);
  const isOnce = new Set(response).size === response.length;
  return isOnce && response.every((id) => ids.includes(id)) && (key.many || response.length <= 1);
}

/** Where the replies of a step have led; `isUnknown` once one of them is of an older version and cannot be followed. */
interface Led {
  readonly to: readonly Position[];
  readonly isUnknown: boolean;
}

const NOT_LED: Led = { to: [], isUnknown: false };

/** Follows every run through its dialogue, step by step. */
class Paths {
  private readonly firstRuns: ReadonlyMap<string, string>;
  private readonly withGaps: ReadonlySet<string>;
  private readonly ledTo = new Map<string, Map<number, Led>>();

  constructor(
    log: Log,
    private readonly course: CourseData,
    private readonly keys: CourseKeys,
  ) {
    this.firstRuns = firstRuns(log.events);
    this.withGaps = new Set(log.gaps.map(({ device }) => device));
  }

  choose(event: EventOf<"dialogue.choice">): Disagreement | undefined {
    const { dialogueId, node, nodeHash, dialogueHash, reply: name, step, scoreMilli: says } = event.body;
    const key = found(this.keys.dialogues, dialogueId);
    const steps = this.stepsOf(event);
    const before = steps.get(step) ?? NOT_LED;
    const isCurrent = isHash(found(found(this.course.dialogues, dialogueId)?.nodes ?? {}, node)?.hash, nodeHash);
    const reply = key && isCurrent ? found(found(key.turns, node) ?? {}, name) : undefined;
    const isWhole = key?.hash === dialogueHash;
    const here = key && reply ? this.saidFrom(event, key, reply, steps.get(step - 1)) : [];
    // after a fault the rest is compared with what may follow this reply
    const from = here.length > 0 ? here : [somehowAt(node)];
    if (key && reply && isWhole)
      steps.set(step, {
        ...before,
        to: withinReason([...before.to, ...from.flatMap((one) => after(key, one, reply))]),
      });
    else steps.set(step, { ...before, isUnknown: true });
    if (!key || !isCurrent) return undefined;
    const fault = { event: event.id, of: `${dialogueId}/${node}`, says: null, earns: null };
    if (!reply) return { ...fault, fault: "reply" };
    if (!isSameCredit(says, reply.credit)) return { ...fault, fault: "credit", says, earns: reply.credit };
    return isWhole && here.length === 0 ? { ...fault, fault: "path" } : undefined;
  }

  finish(event: EventOf<"dialogue.finished">): Disagreement | undefined {
    const { dialogueId, dialogueHash } = event.body;
    const key = found(this.keys.dialogues, dialogueId);
    if (key?.hash !== dialogueHash || this.withGaps.has(event.device)) return undefined;
    const isEnd = ({ place }: Position): boolean => place !== NOWHERE && !Object.hasOwn(key.turns, place);
    const ledTo = [...this.stepsOf(event).values()];
    if (ledTo.some(({ to, isUnknown }) => isUnknown || to.some(isEnd))) return undefined;
    return { event: event.id, of: dialogueId, fault: "path", says: null, earns: null };
  }

  /** Return where the run may have stood when this was said; nowhere if it cannot have been said. */
  private saidFrom(
    { device, body }: EventOf<"dialogue.choice">,
    key: DialogueKey,
    reply: ReplyKey,
    led: Led = NOT_LED,
  ): Position[] {
    const somehow = [somehowAt(body.node)];
    const positions = (): readonly Position[] => {
      if (led.isUnknown || led.to.length > 0) return led.isUnknown ? [...led.to, ...somehow] : led.to;
      if (body.step === 1) return [opening(key)];
      // a later run may begin where the one before it stood, and what a gap held is not known
      const isFirst = this.firstRuns.get(body.dialogueId) === runOf(device, body.run);
      return isFirst && !this.withGaps.has(device) ? [] : somehow;
    };
    return positions().filter((one) => canSay(one, body.node, reply));
  }

  private stepsOf({ device, body }: EventOf<"dialogue.choice" | "dialogue.finished">): Map<number, Led> {
    const run = `${body.dialogueId}/${runOf(device, body.run)}`;
    const steps = this.ledTo.get(run) ?? new Map<number, Led>();
    this.ledTo.set(run, steps);
    return steps;
  }
}

function isSameCredit(one: Readonly<Record<string, number>>, other: Readonly<Record<string, number>>): boolean {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => found(other, name) === one[name]);
}
