/** What a question needs of the page around it. */

import type { Memory } from "./memory";

export interface ItemPage {
  readonly memory: Memory;
  readonly newSeed: () => number;
  /** Milliseconds since the page was opened; the clock of the device may be changed meanwhile. */
  readonly now: () => number;
  /** A response is kept and nothing is said of it, because the page goes on to another question. */
  readonly withholdsVerdicts?: true;
}
