/** What each kind of interaction offers the item: its answer in and out of the inputs, and its explanation. */

import type { Answer, Ids } from "../learning/key";
import type { Open } from "../ui/problem";

export interface Interaction {
  /** Return the order that a seed gives. */
  arrange(seed: number): Ids;
  /** Empty the inputs and lay them out in an order. */
  reset(order: Ids): void;
  /** Return what still lacks an answer. */
  open(): readonly Open[];
  /** What to say when something lacks one, unless it is that an answer must be chosen. */
  readonly lacking?: string;
  /** Return the answer that is in the inputs. */
  read(): Answer;
  /** Put an answer into the inputs. */
  fill(answer: Answer): void;
  /** Say on each row what is right; null is "I don't know". */
  mark(answer: Answer | null): void;
  /** Return what to read first after this answer. */
  explain(answer: Answer | null): readonly Node[];
  /** Whether `explain` leaves nothing to unfold. */
  readonly explainsAll: boolean;
  /** Whatever the interaction listens to ends with the signal. */
  listen(signal: AbortSignal): void;
}
