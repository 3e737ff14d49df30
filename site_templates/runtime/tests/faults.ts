/** How often a fault is injected: a fast set on every run of the tests, the full set when it is asked for. */

/** Return the number for this run; `COURSE_FAULTS=full` asks for the full one. */
export function times(fast: number, full: number): number {
  const asked = process.env.COURSE_FAULTS ?? "fast";
  if (asked !== "fast" && asked !== "full") throw new Error(`COURSE_FAULTS is \`${asked}\`, neither fast nor full`);
  return asked === "full" ? full : fast;
}
