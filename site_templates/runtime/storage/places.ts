/** Where a learner left each lesson, and whether they want whole pages: kept on the device, known before the first paint. */

import { openStorage } from "./memory_store";
import { placesName, recordName } from "./names";
import { isSharedComputer } from "./shared_computer";

/** A step as it was left, and the addresses of those before it, the nearest first. */
export interface Left {
  readonly anchor: string;
  readonly hash: string;
  readonly before: readonly string[];
}

const WHOLE = "imr-whole-page";
const YES = "yes";

/** Return the step on which a lesson was left; anyone can edit storage. */
export function placeIn(course: string, lesson: string): Left | null {
  const left = placesOf(course)[lesson] as Partial<Left> | undefined;
  const isWhole = typeof left?.anchor === "string" && typeof left.hash === "string" && Array.isArray(left.before);
  return isWhole ? (left as Left) : null;
}

export function keepPlace(course: string, lesson: string, left: Left): void {
  keep(nameOf(course), JSON.stringify({ ...placesOf(course), [lesson]: left }));
}

export function wantsWholePage(): boolean {
  return read(WHOLE) === YES;
}

export function wantWholePage(isWanted: boolean): void {
  keep(WHOLE, isWanted ? YES : "");
}

function nameOf(course: string): string {
  return placesName(recordName(course));
}

function placesOf(course: string): Readonly<Record<string, unknown>> {
  try {
    const found = JSON.parse(read(nameOf(course)) ?? "{}") as unknown;
    return typeof found === "object" && found ? (found as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function read(name: string): string | null {
  return placesKept()?.getItem(name) ?? null;
}

function keep(name: string, text: string): void {
  try {
    placesKept()?.setItem(name, text);
  } catch {
    // full: the lesson begins at its beginning the next time
  }
}

/** On a shared computer, where someone left a lesson is known only to their own window. */
function placesKept(): Storage | undefined {
  return openStorage(isSharedComputer() ? "sessionStorage" : "localStorage");
}
