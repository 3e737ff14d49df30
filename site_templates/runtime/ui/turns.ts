/** Long work in parts, between which the page has its turn: no one waits for a click or a key to be heard. */

/** Work that stops between its parts, and goes on when called. */
export type Parts<T> = Generator<undefined, T>;

/** Do work part by part, each in a turn of its own; nothing comes of it after the signal. */
export async function inTurns<T>(work: Parts<T>, signal: AbortSignal, turn = nextTurn): Promise<T | undefined> {
  for (;;) {
    if (signal.aborted) return undefined;
    const part = work.next();
    if (part.done) return part.value;
    await turn();
  }
}

/** Do all parts at once, for who cannot wait. */
export function atOnce<T>(work: Parts<T>): T {
  for (;;) {
    const part = work.next();
    if (part.done) return part.value;
  }
}

/** A message comes in a task of its own, and without the delay that timers get. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
