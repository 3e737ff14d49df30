/** What is kept of a course, by name. */

/** Name the database of a course's record; what else is kept of it is named after that. */
export function recordName(course: string): string {
  return `imr-record/${course}`;
}

/** Name the entry with the places at which its lessons were left. */
export function placesName(record: string): string {
  return `${record}/places`;
}

/** Name the database of a supervisor's desk, which is no part of any record. */
export function deskName(course: string): string {
  return `imr-desk/${course}`;
}
