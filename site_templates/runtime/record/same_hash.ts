/** Comparing a whole hash with its beginning. */

/**
 * Say whether a hash of a record is the one that the site knows.
 *
 * The site says only how its hashes begin: whole ones are most of what a page would load, and cannot be compressed.
 */
export function isHash(known: string | undefined, whole: string): boolean {
  // anyone can edit storage, so what should be a hash may be no text
  return known !== undefined && `${whole}`.startsWith(known);
}
