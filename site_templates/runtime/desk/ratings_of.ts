/** The ratings of a person or group on one instrument, the latest last. */

import type { InstrumentData } from "../course/page_data.gen";
import type { FidelityRating } from "./contents";
import type { Values } from "./fidelity";

/** Return the ratings that hold a score of the instrument, by date. */
export function ratingsOf(
  ratings: readonly FidelityRating[],
  trainer: string,
  instrument: InstrumentData,
): FidelityRating[] {
  const own = ratings.filter((rating) => rating.trainer === trainer && isOn(instrument, rating.values));
  return own.sort((one, other) => one.date.localeCompare(other.date) || one.changedAt - other.changedAt);
}

/** Return the latest score of everything that was rated, on whichever day and instrument. */
export function latestValues(ratings: readonly FidelityRating[], trainer: string): Values {
  const own = ratings.filter((rating) => rating.trainer === trainer);
  own.sort((one, other) => one.date.localeCompare(other.date) || one.changedAt - other.changedAt);
  return Object.assign({}, ...own.map(({ values }) => values)) as Values;
}

/** Say whether an instrument, or what its items hide, has a score. */
function isOn({ items }: InstrumentData, values: Values): boolean {
  return items.some(({ id, hides }) => id in values || (hides !== undefined && hides in values));
}
