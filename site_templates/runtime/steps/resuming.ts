/** Where to come back in a lesson that may have been edited since. */

import type { Left } from "../storage/places";

type Named = Pick<Left, "anchor" | "hash">;

/** `isMoved`: what was left is no more, and this is the nearest before it. */
export interface Resumed<Place> {
  readonly place: Place;
  readonly isMoved: boolean;
}

/**
 * Find the place that was left: by address and content, by content, or by address.
 *
 * If none is left of it, that is the nearest earlier place that still exists, or the first.
 */
export function resume<Place extends Named>(places: readonly Place[], left: Left): Resumed<Place> | undefined {
  const { anchor, hash, before } = left;
  const same = places.filter((place) => place.anchor === anchor);
  const found =
    same.find((place) => place.hash === hash) ?? places.find((place) => hash && place.hash === hash) ?? same[0];
  if (found) return { place: found, isMoved: false };
  const names = before.find((name) => places.some((place) => place.anchor === name));
  const place = places.find((each) => each.anchor === names) ?? places[0];
  return place && { place, isMoved: true };
}

/** Say what has to be known to come back to a place. */
export function leftAt<Place extends Named>(places: readonly Place[], here: Place): Left {
  const before = places.slice(0, places.indexOf(here)).map(({ anchor }) => anchor);
  return { anchor: here.anchor, hash: here.hash, before: before.reverse() };
}
