/** The channel to other tabs of the same site. */

/** Open a channel; where there are none, other tabs notice a change when they are opened again. */
export function openChannel(name: string): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(name);
  } catch {
    return undefined;
  }
}
