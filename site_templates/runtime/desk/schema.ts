/** A supervisor's desk; made from its schema by `npm run schema-types`, not by hand. */

/**
 * Everything that a desk keeps, as its file.
 */
export interface DeskOfAnIMRSupervisor {
  readonly format: "imr-supervisor-desk";
  readonly schemaVersion: string;
  readonly exportedAt: number;
  readonly course: CourseOfDesk;
  readonly supervisor: Supervisor;
  readonly trainers: readonly Trainer[];
  readonly ratings: readonly FidelityRating[];
  readonly assignments: readonly Assignment[];
  readonly observations: readonly Observation[];
  readonly integrity: Integrity;
}
/**
 * The course whose desk it is.
 */
export interface CourseOfDesk {
  readonly id: string;
}
/**
 * Who sits at the desk. `alias` is shown to trainers as the one who assigned or observed.
 */
export interface Supervisor {
  readonly alias?: string;
}
/**
 * Someone, or a group that is rated as one. `pseudonyms`: of the records that are theirs.
 */
export interface Trainer {
  readonly id: string;
  readonly changedAt: number;
  readonly kind: "group" | "trainer";
  readonly name: string;
  readonly pseudonyms: readonly string[];
}
/**
 * Scores of one day on the items of instruments, by their ids; what was not rated is not there.
 *
 * What an item hides is rated besides, by the id of its competency: the item *Goals* hides goal follow-up.
 * `source`: what was rated, such as a recording, in the supervisor's words.
 */
export interface FidelityRating {
  readonly id: string;
  readonly changedAt: number;
  readonly trainer: string;
  readonly date: string;
  readonly values: {
    readonly [k: string]: number;
  };
  readonly source: string | null;
}
/**
 * Units that a supervisor has asked a trainer to work through.
 */
export interface Assignment {
  readonly id: string;
  readonly changedAt: number;
  readonly trainer: string;
  readonly assigner: string;
  readonly date: string;
  /**
   * @minItems 1
   */
  readonly units: readonly AssignedUnit[];
}
/**
 * A unit with until when it is to be worked through, and why.
 */
export interface AssignedUnit {
  readonly unitId: string;
  readonly minutes: number;
  readonly dueDate: string | null;
  readonly reason: string;
}
/**
 * What one observer saw: values by competency, as far as they were seen.
 *
 * `session` is the same for every observer of the same session.
 */
export interface Observation {
  readonly id: string;
  readonly changedAt: number;
  readonly trainer: string;
  readonly session: string;
  readonly occasion: "recording" | "role-play" | "session";
  readonly rater: string;
  readonly date: string;
  readonly values: {
    readonly [k: string]: number;
  };
  readonly notes: {
    readonly [k: string]: string;
  };
  readonly isDraft: boolean;
}
/**
 * The digest of a record, over everything else in it (RFC 8785, SHA-256).
 */
export interface Integrity {
  readonly canonicalization: "RFC8785";
  readonly digest: string;
}
/**
 * Everything that a desk keeps, as its file.
 */
export interface Desk {
  readonly format: "imr-supervisor-desk";
  readonly schemaVersion: string;
  readonly exportedAt: number;
  readonly course: CourseOfDesk;
  readonly supervisor: Supervisor;
  readonly trainers: readonly Trainer[];
  readonly ratings: readonly FidelityRating[];
  readonly assignments: readonly Assignment[];
  readonly observations: readonly Observation[];
  readonly integrity: Integrity;
}
