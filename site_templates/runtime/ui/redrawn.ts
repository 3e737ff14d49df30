/** What is drawn again whenever the record has changed. */

/** The part of a record store that this needs: when it is read, and every change from then on. */
interface Changing {
  readonly ready: Promise<void>;
  listen(listener: () => void, signal: AbortSignal): void;
}

/** Draws in parts; stops at the signal. */
type Draw = (signal: AbortSignal) => Promise<void>;

/**
 * Draw when the record is read, and at every change until the signal; returns how to draw once more.
 *
 * Whoever changes the record again is no longer interested in how it was, so a newer drawing stops an older one.
 */
export function redrawn(
  store: Changing,
  draw: Draw,
  fail: (problem: unknown) => void,
  signal = new AbortController().signal,
): () => Promise<void> {
  let working = new AbortController();
  const again = (): Promise<void> => {
    working.abort();
    working = new AbortController();
    return draw(working.signal);
  };
  const orFail = (): void => void again().catch(fail);
  store.listen(orFail, signal);
  store.ready.then(orFail).catch(fail);
  return again;
}
