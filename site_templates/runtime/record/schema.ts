/** A competence record; made from its schema by `npm run schema-types`, not by hand. */

export type Event =
  | AttemptStarted
  | AttemptFinished
  | ItemResponse
  | DialogueStarted
  | DialogueChoice
  | DialogueFinished
  | RatingGiven
  | WrittenReply
  | SelfRating
  | LessonRead
  | RehearsalDone
  | GroupDate
  | SupervisorObservation
  | ContinuingAssigned
  | ContinuingCompleted
  | EventVoid
  | UnknownEvent;

/**
 * A whole record. Events stay as they are here, because kinds unknown to us are kept too.
 */
export interface CompetenceRecordOfAnIMRTrainer {
  format: "imr-competence-record";
  schemaVersion: string;
  record: Identity;
  learner: Learner;
  course: CourseNamed;
  devices: Device[];
  events: Event[];
  derived: Derived;
  integrity: Integrity;
  extensions: {
    [k: string]: unknown;
  };
}
/**
 * Which record this is, when it was begun and exported, and by what.
 */
export interface Identity {
  id: string;
  createdAt: number;
  exportedAt: number;
  generator: Generator;
}
/**
 * The program that wrote a record.
 */
export interface Generator {
  name: string;
  version: string;
}
/**
 * `pseudonyms` in order, the smallest leads; `alias` only if the trainer typed one.
 */
export interface Learner {
  /**
   * @minItems 1
   */
  pseudonyms: string[];
  alias?: string;
}
/**
 * The course of a record; `content_hash`: equal hashes, equal estimates.
 */
export interface CourseNamed {
  id: string;
  version: string;
  contentHash: string;
}
/**
 * The stretch of a device's events that this file should hold.
 */
export interface Device {
  deviceId: string;
  firstSeq: number;
  lastSeq: number;
}
/**
 * A bank was begun.
 */
export interface AttemptStarted {
  type: "attempt.started";
  body: AttemptStartedBody;
  id: string;
  device: string;
  seq: number;
  prev: string | null;
  at: number;
  locale: string;
  course: CourseState;
}
/**
 * A bank was begun. `seed`: what its options are mixed with, so that the order can be shown again.
 */
export interface AttemptStartedBody {
  attemptId: string;
  bankId: string;
  seed: number;
  mode: "check" | "placement" | "practice" | "review";
}
/**
 * The course as it was when the event happened.
 */
export interface CourseState {
  version: string;
  contentHash: string;
}
/**
 * An attempt ended.
 */
export interface AttemptFinished {
  type: "attempt.finished";
  body: AttemptFinishedBody;
  id: string;
  device: string;
  seq: number;
  prev: string | null;
  at: number;
  locale: string;
  course: CourseState;
}
/**
 * An attempt ended, and why.
 */
export interface AttemptFinishedBody {
  attemptId: string;
  reason: "completed" | "left" | "reset";
}
/**
 * An item was answered, or given up with "I don't know".
 */
export interface ItemResponse {
  type: "item.response";
  body: ItemResponseBody;
  id: string;
  device: string;
  seq: number;
  prev: string | null;
  at: number;
  locale: string;
  course: CourseState;
}
/**
 * `cold`: as far as this browser knows, the item and its feedback were not seen for 21 days.
 */
export interface ItemResponseBody {
  attemptId: string;
  itemId: string;
  itemHash: string;
  presented: string[];
  response:
    | string[]
    | {
        [k: string]: string;
      }
    | null;
  certainty: number | null;
  dontKnow: boolean;
  revealed: boolean;
  cold: boolean;
  scoreMilli: number;
  latencyMs: number;
}
/**
 * A run of a dialogue began.
 */
export interface DialogueStarted {
  type: "dialogue.started";
  body: DialogueBody;
  id: string;
  device: string;
  seq: number;
  prev: string | null;
  at: number;
  locale: string;
  course: CourseState;
}
/**
 * `run` counts the runs of a dialogue on one device.
 */
export interface DialogueBody {
  dialogueId: string;
  dialogueHash: string;
  run: number;
}
/**
 * A reply was chosen.
 */
export interface DialogueChoice {
  type: "dialogue.choice";
  body: DialogueChoiceBody;
  id: string;
  device: string;
  seq: number;
  prev: string | null;
  at: number;
  locale: string;
  course: CourseState;
}
/**
 * `score_milli` holds the credit of the reply for each competency that it shows.
 */
export interface DialogueChoiceBody {
  dialogueId: string;
  dialogueHash: string;
  run: number;
  step: number;
  node: string;
  nodeHash: string;
  reply: string;
  scoreMilli: {
    [k: string]: number;
  };
}
/**
 * A run of a dialogue reached an ending.
 */
export interface DialogueFinished {
  type: "dialogue.finished";
  body: DialogueBody;
  id: string;
  device: string;
  seq: number;
  prev: string | null;
  at: number;
  locale: string;
  course: CourseState;
}
/**
 * An element of an excerpt was rated.
 */
export interface RatingGiven {
  type: "rating.given";
  body: RatingGivenBody;
  id: string;
  device: string;
  seq: number;
  prev: string | null;
  at: number;
  locale: string;
  course: CourseState;
}
/**
 * One element of an excerpt was rated, from 1 (unsatisfactory) to 5 (excellent).
 */
export interface RatingGivenBody {
  exerciseId: string;
  exerciseHash: string;
  element: string;
  value: number;
}
/**
 * A reply of one's own was written; the text stays on the device unless it is exported.
 */
export interface WrittenReply {
  type: "written.reply";
  body: WrittenReplyBody;
  id: string;
  device: string;
  seq: number;
  prev: string | null;
  at: number;
  locale: string;
  course: CourseState;
}
/**
 * `text` only if the trainer chose to keep it in exports.
 */
export interface WrittenReplyBody {
  promptId: string;
  ticked: string[];
  text?: string;
}
/**
 * A trainer said how sure they are of a competency.
 */
export interface SelfRating {
  type: "self.rating";
  body: SelfRatingBody;
  id: string;
  device: string;
  seq: number;
  prev: string | null;
  at: number;
  locale: string;
  course: CourseState;
}
/**
 * `level`: 0 not yet, 1 foundation, 2 competent, 3 expert.
 */
export interface SelfRatingBody {
  competencyId: string;
  level: number;
  when: "after" | "before";
  unitId: string;
}
/**
 * A lesson was read.
 */
export interface LessonRead {
  type: "lesson.read";
  body: LessonReadBody;
  id: string;
  device: string;
  seq: number;
  prev: string | null;
  at: number;
  locale: string;
  course: CourseState;
}
/**
 * A lesson was read, as it was then.
 */
export interface LessonReadBody {
  lessonId: string;
  lessonHash: string;
}
/**
 * A rehearsal was done with colleagues.
 */
export interface RehearsalDone {
  type: "rehearsal.done";
  body: RehearsalDoneBody;
  id: string;
  device: string;
  seq: number;
  prev: string | null;
  at: number;
  locale: string;
  course: CourseState;
}
/**
 * A rehearsal was done with colleagues; `role`: the part that the trainer played.
 */
export interface RehearsalDoneBody {
  rehearsalId: string;
  role: string;
}
/**
 * A group begins a module on a day.
 */
export interface GroupDate {
  type: "group.date";
  body: GroupDateBody;
  id: string;
  device: string;
  seq: number;
  prev: string | null;
  at: number;
  locale: string;
  course: CourseState;
}
/**
 * A group begins a module on a day.
 */
export interface GroupDateBody {
  moduleId: string;
  date: string;
}
/**
 * A supervisor observed a session, a recording or a role play.
 */
export interface SupervisorObservation {
  type: "supervisor.observation";
  body: SupervisorObservationBody;
  id: string;
  device: string;
  seq: number;
  prev: string | null;
  at: number;
  locale: string;
  course: CourseState;
}
/**
 * A supervisor's 1 to 5 on a competency, or on an element of an instrument.
 *
 *     `session` is the same for all that was observed in one session, by every observer of it.
 *     `occasion`: what was observed.
 */
export interface SupervisorObservationBody {
  kind: "competency" | "element";
  subject: string;
  valueMilli: number;
  rater: string;
  date: string;
  session?: string;
  occasion?: "recording" | "role-play" | "session";
}
/**
 * A unit was assigned.
 */
export interface ContinuingAssigned {
  type: "ce.assigned";
  body: ContinuingBody;
  id: string;
  device: string;
  seq: number;
  prev: string | null;
  at: number;
  locale: string;
  course: CourseState;
}
/**
 * A unit was assigned, or completed; `assigner`: the pseudonym of a supervisor, none for oneself.
 */
export interface ContinuingBody {
  unitId: string;
  minutes: number;
  dueDate: string | null;
  assigner: string | null;
}
/**
 * An assigned unit was completed.
 */
export interface ContinuingCompleted {
  type: "ce.completed";
  body: ContinuingBody;
  id: string;
  device: string;
  seq: number;
  prev: string | null;
  at: number;
  locale: string;
  course: CourseState;
}
/**
 * An earlier event was taken back.
 */
export interface EventVoid {
  type: "event.void";
  body: EventVoidBody;
  id: string;
  device: string;
  seq: number;
  prev: string | null;
  at: number;
  locale: string;
  course: CourseState;
}
/**
 * An earlier event is taken back; it stays in the record and does not count.
 */
export interface EventVoidBody {
  target: string;
  reason: string;
}
/**
 * An event of a kind that this version does not know: kept, merged and otherwise left alone.
 */
export interface UnknownEvent {
  type: string;
  body: {
    [k: string]: unknown;
  };
  id: string;
  device: string;
  seq: number;
  prev: string | null;
  at: number;
  locale: string;
  course: CourseState;
}
/**
 * What the file's own browser computed when exporting; computed anew by whoever reads it.
 */
export interface Derived {
  computedBy: ComputedBy;
  competencies: CompetencyEstimate[];
  units: UnitStatus[];
}
/**
 * How what is derived was computed; `parameters_hash` is over the numbers that were used.
 */
export interface ComputedBy {
  method: string;
  version: string;
  parametersHash: string;
}
/**
 * The estimates of one competency, one for each strand.
 */
export interface CompetencyEstimate {
  competencyId: string;
  knowledge: StrandEstimate;
  judgement: StrandEstimate;
}
/**
 * The estimate of one competency in one strand, in thousandths.
 *
 *     `n` responses from `units` units earned `sumMilli`; of `n`, `effectiveMilli` still counts at its age.
 */
export interface StrandEstimate {
  state: "not-enough-evidence" | "not-yet" | "shown";
  n: number;
  units: number;
  sumMilli: number;
  effectiveMilli: number;
  meanMilli: number;
  lowMilli: number;
  highMilli: number;
  probabilityMilli: number;
  superseded: number;
  lastEvidenceAt: number | null;
  missedHarmItems: string[];
}
/**
 * How far a unit is; `minutes_credited` counts only what is done.
 */
export interface UnitStatus {
  unitId: string;
  status: "done" | "in-progress" | "not-started";
  minutesCredited: number;
  dueDate: string | null;
}
/**
 * The digest of a record, over everything else in it (RFC 8785, SHA-256).
 */
export interface Integrity {
  canonicalization: "RFC8785";
  digest: string;
}
/**
 * A whole record. Events stay as they are here, because kinds unknown to us are kept too.
 */
export interface Document {
  format: "imr-competence-record";
  schemaVersion: string;
  record: Identity;
  learner: Learner;
  course: CourseNamed;
  devices: Device[];
  events: Event[];
  derived: Derived;
  integrity: Integrity;
  extensions: {
    [k: string]: unknown;
  };
}
