/** The page's script in a worker: it reads file after file, and only rows come back. */

import type { CohortRow, Comparison } from "../../desk/cohort_row";
import { cohortRow } from "../../desk/cohort_row";
import { sealed } from "../../record/fast_reading";
import type { Refusal } from "../../record/refusals";

export interface FileToRead {
  readonly name: string;
  readonly bytes: ArrayBuffer;
}

export type Asked = Comparison | FileToRead;
export type Answer = "ready" | CohortRow | Refusal;

interface Scope {
  onmessage: ((message: MessageEvent<Asked>) => void) | null;
  postMessage(answer: Answer): void;
}

/** Answer the page: first it says what files are compared with, then it sends them one by one. */
export function serve(): void {
  // the types of pages and workers exclude each other
  const scope = self as unknown as Scope;
  let comparison: Comparison | undefined;
  scope.onmessage = ({ data }) => {
    if ("keys" in data) {
      comparison = data;
      return scope.postMessage("ready");
    }
    if (!comparison) throw new Error("nothing to compare a file with");
    rowOf(data, comparison).then((row) => scope.postMessage(row), thrown);
  };
  scope.postMessage("ready");
}

async function rowOf({ name, bytes }: FileToRead, comparison: Comparison): Promise<CohortRow | Refusal> {
  const content = new Uint8Array(bytes);
  return cohortRow(name, content, comparison, await sealed(content));
}

/** Throw where the page hears of it: a promise that fails in a worker is heard by no one. */
function thrown(problem: unknown): void {
  setTimeout(() => {
    throw problem;
  });
}
