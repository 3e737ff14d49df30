/** The page's script in a worker: it reads file after file, and only rows come back. */

import type { CohortRow, Comparison } from "../../desk/cohort_row";
import { cohortRow } from "../../desk/cohort_row";
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
    scope.postMessage(cohortRow(data.name, new Uint8Array(data.bytes), comparison));
  };
  scope.postMessage("ready");
}
