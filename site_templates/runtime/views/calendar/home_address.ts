/** Where a calendar leads to: calendars are stored on servers and shared, so nothing of anyone's is in the address. */

/** Return the address of the front page; a page opened from a file has none that another device could open. */
export function homeAddress(base: string, part = ""): string | null {
  const address = new URL(`${base}/index.html${part}`, window.location.href);
  return address.protocol.startsWith("http") ? address.href : null;
}
