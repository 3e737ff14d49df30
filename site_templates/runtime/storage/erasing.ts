/** The mark that erasing leaves: every writer checks it, so what was erased does not come back from another tab. */

import type { Contents } from "../learner/contents";
import { token } from "../record/ids";

/** A moment (in ms) and a random name, as one text. */
export type ErasingMark = `${number}/${string}`;

/** What a page held was erased elsewhere. */
export class ErasedError extends Error {}

export function newMark(now: number): ErasingMark {
  return `${now}/${token()}`;
}

/**
 * Say whether contents that a page could keep nowhere else were erased meanwhile.
 *
 * `known` is the mark that the page knew; a page that could never read the device knew none, and then the date decides.
 */
export function isErased({ head }: Contents, known: ErasingMark | null, stored: ErasingMark | null): boolean {
  if (stored === null || stored === known) return false;
  return known !== null || !head || head.identity.createdAt <= Number(stored.split("/")[0]);
}
