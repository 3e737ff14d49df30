/** Waiting for storage, but not for ever: some broken profiles never answer. */

export const PATIENCE = 5000;

/** Do work, or fail when it takes too long. */
export function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const tooLate = (): void => reject(new Error("the storage of this browser does not answer"));
    const timer = setTimeout(tooLate, milliseconds);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
