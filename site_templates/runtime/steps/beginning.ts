/** Where a lesson opens: where the address leads, else where it was left, else at its beginning. */

import type { CourseOnPage } from "../course/course_on_page";
import { placeIn } from "../storage/places";
import type { Place } from "./places";
import { placeOf } from "./places";
import type { Resumed } from "./resuming";
import { resume } from "./resuming";

/** Return the place at which the lesson on the page opens. */
export function opening(places: readonly Place[], { id, page }: CourseOnPage): Resumed<Place> | undefined {
  const named = placeOf(places, elementAt(location.hash));
  if (named) return { place: named, isMoved: false };
  const left = placeIn(id, page.lesson);
  const [first] = places;
  if (left) return resume(places, left);
  return first && { place: first, isMoved: false };
}

/** Return the element that the end of an address names, such as `#check`. */
export function elementAt(address: string): HTMLElement | null {
  try {
    return document.getElementById(decodeURIComponent(address.slice(1)));
  } catch {
    return null; // a stray % in the address
  }
}
