/**
 * In which order the events of a record happened, and when.
 *
 * Within a device the numbers of its chain give the order, whatever its clock said. Clocks are compared only across devices.
 */

import type { KnownEvent } from "./record";
import { compare } from "./record";

/** `misdated`: ids of events with a date that cannot be right; they bear in `at` the moment that is believed instead. */
export interface Ordered {
  readonly events: readonly KnownEvent[];
  readonly misdated: readonly string[];
}

/** Return the events in the order in which they happened. */
export function inOrder(events: readonly KnownEvent[]): Ordered {
  const chains = new Map<string, KnownEvent[]>();
  for (const event of events) {
    const chain = chains.get(event.device);
    if (chain) chain.push(event);
    else chains.set(event.device, [event]);
  }
  const ordered: KnownEvent[] = [];
  const misdated: string[] = [];
  for (const device of [...chains.keys()].sort()) {
    const chain = chains.get(device)!.sort(bySeq);
    const believed = moments(chain.map(({ at }) => at));
    for (const [place, event] of chain.entries()) {
      const at = believed[place]!;
      if (event.at !== at) misdated.push(event.id);
      ordered.push(event.at === at ? event : { ...event, at });
    }
  }
  // sorting is stable, so events of one device and one moment keep their order
  return { events: ordered.sort((one, other) => compare(one.at, other.at)), misdated };
}

/**
 * Return the moments that are believed of events of one device, from their dates in the chain's order.
 *
 * As many dates as possible are believed: a longest run of them that never goes back. Any other event is taken to have
 * happened right after the believed one before it, or, where there is none, at the moment of the first believed one.
 */
export function moments(dates: readonly number[]): number[] {
  const believed = longestRun(dates);
  const first = dates.findIndex((_, place) => believed.has(place));
  let moment = dates[first] ?? 0;
  return dates.map((date, place) => {
    if (believed.has(place)) moment = date;
    return moment;
  });
}

/**
 * Return the places of a longest subsequence that never goes back; of several, one that ends earliest.
 *
 * Patience sorting; see D. E. Knuth, The Art of Computer Programming, vol. 3, 5.1.4.
 */
function longestRun(dates: readonly number[]): ReadonlySet<number> {
  const places: number[] = []; // where the run of each length that ends earliest has its end
  const before: number[] = [];
  for (const [place, date] of dates.entries()) {
    const length = lengthUntil(date, places, dates);
    before.push(places[length - 1] ?? -1);
    places[length] = place;
  }
  const run = new Set<number>();
  for (let place = places[places.length - 1] ?? -1; place >= 0; place = before[place]!) run.add(place);
  return run;
}

/** Count, by bisection, the runs that a date can follow. */
function lengthUntil(date: number, places: readonly number[], dates: readonly number[]): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (dates[places[middle]!]! <= date) low = middle + 1;
    else high = middle;
  }
  return low;
}

function bySeq(one: KnownEvent, other: KnownEvent): number {
  return compare(one.seq, other.seq) || compare(one.at, other.at) || compare(one.id, other.id);
}
