/** The moments of a record: milliseconds since 1970. */

/** A day, in milliseconds. */
export const DAY = 86_400_000;
