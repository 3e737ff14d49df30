/** What an item asks of the learner's record: to recall how it was left, and to keep a response. */

import type { CourseOnPage } from "../course/course_on_page";
import type { Bank, ItemVersion } from "../learner/responses";
import { beginAfresh, noteSeen, pastIn, placeOf, respond } from "../learner/responses";
import type { ShownAnswers } from "../learner/shown_answers";
import { shownAnswers } from "../learner/shown_answers";
import { newSeed, seedFor } from "../learner/shuffle";
import type { Answer, Ids } from "../learning/key";
import type { Past } from "../record/log";
import { circumstancesOn } from "../storage/circumstances";
import type { RecordStore } from "../storage/record_store";

export type Certainty = 1 | 2 | 3;

/** A response that was given; `answer` is null for "I don't know". */
export interface Given {
  readonly answer: Answer | null;
  readonly certainty: Certainty | null;
}

/** How an item was left: in which order, and with which response if there is one. */
export interface Recalled {
  readonly seed: number;
  readonly answered: { readonly presented: Ids; readonly given: Given } | null;
  /** When it was answered before it changed its meaning. */
  readonly supersededAt: number | null;
}

export interface Judged {
  readonly presented: Ids;
  readonly given: Given;
  readonly scoreMilli: number;
  readonly latencyMs: number;
}

/** Both promises keep what they promise: a verdict is shown only after `keep` is done. */
export interface Memory {
  recall(item: ItemVersion, bank: string): Promise<Recalled>;
  keep(item: ItemVersion, bank: string, judged: Judged): Promise<void>;
  /** Put the answers of a set aside and begin it again. */
  startOver(bank: string): Promise<void>;
}

/** The items of each bank on the page, by its id, and what an attempt on it is for. */
export type BanksOnPage = ReadonlyMap<string, Pick<Bank, "items" | "mode">>;

/** Remember in the learner's record. */
export class RecordMemory implements Memory {
  private readonly seeds = new Map<string, number>();
  private readonly seen = new Set<string>();

  constructor(
    private readonly store: RecordStore,
    private readonly course: CourseOnPage,
    private readonly banks: BanksOnPage,
  ) {}

  async recall(item: ItemVersion, bankId: string): Promise<Recalled> {
    await this.store.ready;
    const bank = this.bank(bankId);
    const { attempts, responses } = this.shown(pastIn(this.store.contents), bank);
    const seed = seedFor(attempts.get(bankId)?.seed ?? bank.seed, item.id);
    const event = responses.get(item.id);
    if (!event) return { seed, answered: null, supersededAt: null };
    if (event.body.itemHash !== item.hash) return { seed, answered: null, supersededAt: event.at };
    this.noteSeen(item.id);
    const { presented, response, certainty, dontKnow } = event.body;
    const given = { answer: dontKnow ? null : response, certainty: certainty as Certainty | null };
    return { seed, answered: { presented, given }, supersededAt: null };
  }

  async keep(item: ItemVersion, bank: string, { presented, given, scoreMilli, latencyMs }: Judged): Promise<void> {
    const { answer, certainty } = given;
    const response = {
      presented: [...presented],
      response: answer as string[] | Record<string, string> | null,
      certainty,
      dontKnow: answer === null,
      revealed: false,
      scoreMilli,
      latencyMs,
    };
    await this.store.change((contents) =>
      respond(contents, item, this.bank(bank), response, circumstancesOn(this.course)),
    );
    this.store.askToPersist();
  }

  async startOver(bankId: string): Promise<void> {
    const bank = this.bank(bankId);
    const items = bank.items.map(({ id }) => id);
    await this.store.change((contents) => beginAfresh(contents, items, circumstancesOn(this.course), placeOf(bank)));
    this.seeds.delete(bankId);
  }

  /** Return what the items of a bank show. */
  protected shown(past: Past, bank: Bank): Pick<ShownAnswers, "attempts" | "responses"> {
    return shownAnswers(past, placeOf(bank));
  }

  private bank(id: string): Bank {
    const { items, mode } = this.banks.get(id) ?? { items: [], mode: "practice" };
    return { id, items, mode, seed: this.seedOf(id) };
  }

  private seedOf(bank: string): number {
    const seed = this.seeds.get(bank) ?? newSeed();
    this.seeds.set(bank, seed);
    return seed;
  }

  /** Note together what one page shows; recalling happens item by item. */
  private noteSeen(item: string): void {
    if (this.seen.size === 0) {
      setTimeout(() => void this.writeSeen());
    }
    this.seen.add(item);
  }

  private async writeSeen(): Promise<void> {
    const items = [...this.seen];
    this.seen.clear();
    await this.store.note((contents) => noteSeen(contents, items, Date.now()));
  }
}
