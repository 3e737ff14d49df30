/** The script of a page in a worker, made from its own text, so that nothing is fetched and files may start one. */

/** The bundle's own function (see `tools/bundle.py`): its text is all that a worker needs. */
declare const imrScript: () => void;

/** Say whether this script runs in a worker. */
export function isWorker(): boolean {
  return typeof document === "undefined";
}

/** Start a worker that first says that it is there; null where there are none, or the host forbids them. */
export async function startWorker(signal: AbortSignal): Promise<Worker | null> {
  const address = URL.createObjectURL(new Blob([`(${imrScript.toString()})()`], { type: "text/javascript" }));
  try {
    const worker = new Worker(address);
    signal.addEventListener("abort", () => worker.terminate());
    await nextAnswer(worker);
    return worker;
  } catch {
    return null;
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Ask a worker something and wait for its answer. */
export function asked<Answer>(worker: Worker, what: unknown, handedOver: Transferable[] = []): Promise<Answer> {
  const answer = nextAnswer<Answer>(worker);
  worker.postMessage(what, handedOver);
  return answer;
}

function nextAnswer<Answer>(worker: Worker): Promise<Answer> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Answer>) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message || "the worker does not start"));
  });
}
