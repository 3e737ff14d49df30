/** A computer that others use too: while it is one, nothing of a person stays in the browser after its window is closed. */

import { openStorage } from "./memory_store";

const SHARED = "imr-shared-computer";
const YES = "yes";

/** Say whether someone has said that others use this computer too. */
export function isSharedComputer(): boolean {
  return openStorage("localStorage")?.getItem(SHARED) === YES;
}

/** Remember it, for whoever comes next, too; it says nothing of anyone. */
export function noteSharedComputer(isShared: boolean): void {
  const marks = openStorage("localStorage");
  if (isShared) marks?.setItem(SHARED, YES);
  else marks?.removeItem(SHARED);
}
