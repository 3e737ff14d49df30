/** How far a demonstration is shown: up to the first note that is still closed. */

/** Say of each line whether it is shown; `closed` marks a line with a closed note. */
export function shownLines(closed: readonly boolean[]): boolean[] {
  const first = closed.indexOf(true);
  return closed.map((_, line) => first < 0 || line <= first);
}
