/** The browser's own storage: the one place that touches IndexedDB. */

import type { DBSchema, IDBPDatabase, IDBPObjectStore, IDBPTransaction } from "idb";
import { openDB } from "idb";
import type { Change, Contents, Drafts, MakeChange, Self } from "../learner/contents";
import { changed, EMPTY } from "../learner/contents";
import type { Envelope, Head, KnownEvent, StoredEvent } from "../record/record";
import type { ErasingMark } from "./erasing";
import { ErasedError, newMark } from "./erasing";
import { PATIENCE, within } from "./patience";

// so many events are read or written at once; more would hold up the page
export const BLOCK = 2000;

/** Where a record is kept; a change that fails leaves everything as it was. */
export interface Store {
  read(): Promise<Contents>;
  change(make: MakeChange): Promise<Contents>;
  erase(): Promise<void>;
}

/** What was here on this page is gone: the browser has cleared it. */
export class LostError extends Error {}

interface Row {
  readonly id: string;
  readonly hash: string;
  readonly isKnown: boolean;
  readonly raw: Envelope;
}

interface Tables extends DBSchema {
  about: { key: string; value: Head | Self | string | number };
  events: { key: [string, string]; value: Row };
}

type Database = IDBPDatabase<Tables>;
type About<Mode extends IDBTransactionMode> = IDBPObjectStore<Tables, ("about" | "events")[], "about", Mode>;
type Events<Mode extends IDBTransactionMode> = IDBPObjectStore<Tables, ("about" | "events")[], "events", Mode>;
type Transaction<Mode extends IDBTransactionMode> = IDBPTransaction<Tables, ("about" | "events")[], Mode>;

const STORES: ("about" | "events")[] = ["about", "events"];
// drafts stand beside the record: in a store of their own, older tabs would have to let go of the database first
const DRAFT = "paper/";
const ERASED = "erased";

export class DeviceStore implements Store {
  private opening: Promise<Database> | undefined;
  private mirror: Contents = EMPTY;
  /** The mark of the last erasing, as this page found it; undefined before it has read anything. */
  private known: ErasingMark | null | undefined;

  constructor(private readonly name: string) {}

  async read(): Promise<Contents> {
    return this.during("readonly", (transaction) => this.current(transaction));
  }

  /** Read and write in one transaction, so that two tabs cannot both follow the same event. */
  async change(make: MakeChange): Promise<Contents> {
    return this.during("readwrite", async (transaction) => {
      const contents = await this.current(transaction);
      const change = make(contents);
      await put(transaction, change);
      return changed(contents, change);
    });
  }

  /** Empty everything; only the mark stays, by which other tabs notice that what they hold was erased. */
  async erase(): Promise<void> {
    const mark = newMark(Date.now());
    await this.during("readwrite", async (transaction) => {
      const about = transaction.objectStore("about");
      await about.clear();
      await transaction.objectStore("events").clear();
      await about.put(mark, ERASED);
      return EMPTY;
    });
    this.forget();
  }

  /** The mark of the last erasing that this page has seen; null if there is none, or nothing was read yet. */
  get erasing(): ErasingMark | null {
    return this.known ?? null;
  }

  /** Let go of the database and of what was read from it. */
  forget(): void {
    this.close();
    this.mirror = EMPTY;
    this.known = undefined;
  }

  private open(): Promise<Database> {
    this.opening ??= this.openAnew();
    const opening = this.opening;
    opening.catch(() => this.close());
    return opening;
  }

  private async openAnew(): Promise<Database> {
    const opening = openDB<Tables>(this.name, 1, {
      upgrade: (database, _from, _to, transaction) => {
        // what goes wrong here is reported by the opening
        transaction.done.catch(() => undefined);
        try {
          database.createObjectStore("about");
          database.createObjectStore("events", { keyPath: ["id", "hash"] });
        } catch {
          abort(transaction);
        }
      },
      // another tab erases, or brings a newer form
      blocking: () => this.close(),
      terminated: () => this.close(),
    });
    // some broken profiles never answer
    return within(PATIENCE, opening);
  }

  private close(): void {
    const opening = this.opening;
    this.opening = undefined;
    opening?.then((database) => database.close()).catch(() => undefined);
  }

  /** Do work in a transaction; it is done when the browser has it on disk, and undone when anything fails. */
  private async during<Mode extends "readonly" | "readwrite">(
    mode: Mode,
    work: (transaction: Transaction<Mode>) => Promise<Contents>,
  ): Promise<Contents> {
    const database = await this.open();
    let transaction: Transaction<Mode> | undefined;
    try {
      transaction = database.transaction(STORES, mode, { durability: "strict" });
      transaction.done.catch(() => undefined);
      const contents = await work(transaction);
      await transaction.done;
      this.mirror = contents;
      return contents;
    } catch (problem) {
      if (transaction) abort(transaction);
      // the next try begins with a connection of its own
      this.close();
      throw problem;
    }
  }

  /** Return what is stored; events are read again only when others wrote some. */
  private async current<Mode extends IDBTransactionMode>(transaction: Transaction<Mode>): Promise<Contents> {
    const about = transaction.objectStore("about");
    const events = transaction.objectStore("events");
    // asked at once, because a learner waits for every way there and back
    const asked = atOnce(
      () => about.get("head"),
      () => about.get("self"),
      () => events.count(),
      () => draftsIn(about),
      () => about.get(ERASED),
    );
    const [ofHead, ofSelf, count, drafts, ofErasing] = await asked;
    const erasing = (ofErasing as ErasingMark | undefined) ?? null;
    if (this.known !== undefined && erasing !== null && erasing !== this.known) throw new ErasedError();
    this.known = erasing;
    const head = (ofHead as Head | undefined) ?? null;
    const self = (ofSelf as Self | undefined) ?? null;
    const known = this.mirror;
    if (known.head && !head) throw new LostError("what was stored is gone");
    const isSame = known.events.length === count && known.self?.device === self?.device;
    return { head, self, drafts, events: isSame ? known.events : await eventsIn(events) };
  }
}

/** Read all events, block by block. */
async function eventsIn<Mode extends IDBTransactionMode>(events: Events<Mode>): Promise<StoredEvent[]> {
  const kept: StoredEvent[] = [];
  let rows: Row[] = [];
  do {
    const last = rows[rows.length - 1];
    rows = await events.getAll(last ? IDBKeyRange.lowerBound([last.id, last.hash], true) : null, BLOCK);
    for (const row of rows) kept.push(...storedEventIn(row));
  } while (rows.length === BLOCK);
  return kept;
}

async function draftsIn(about: About<IDBTransactionMode>): Promise<Drafts> {
  const range = IDBKeyRange.bound(DRAFT, `${DRAFT}\uffff`);
  const [names, texts] = await atOnce(
    () => about.getAllKeys(range),
    () => about.getAll(range),
  );
  const entries = names.map((name, i) => [name.slice(DRAFT.length), texts[i]] as const);
  return new Map(entries.filter((entry): entry is [string, string] => typeof entry[1] === "string"));
}

async function put(
  transaction: Transaction<"readwrite">,
  { head, self, add = [], drafts = new Map() }: Change,
): Promise<void> {
  const about = transaction.objectStore("about");
  const events = transaction.objectStore("events");
  await atOnce(
    // written every time, so that storage which takes nothing is noticed before the first question
    () => about.put(Date.now(), "written"),
    ...(head ? [() => about.put(head, "head")] : []),
    ...(self ? [() => about.put(self, "self")] : []),
    ...[...drafts].map(
      ([name, text]) =>
        () =>
          text === "" ? about.delete(DRAFT + name) : about.put(text, DRAFT + name),
    ),
    ...adding(events, add.slice(0, BLOCK)),
  );
  for (let first = BLOCK; first < add.length; first += BLOCK)
    await atOnce(...adding(events, add.slice(first, first + BLOCK)));
}

function adding(events: Events<"readwrite">, add: readonly StoredEvent[]): (() => Promise<unknown>)[] {
  return add.map(
    ({ raw, hash, event }) =>
      () =>
        events.add({ id: raw.id, hash, isKnown: event !== null, raw }),
  );
}

/** Ask for several things at once; each failure is heard, one that comes before the asking too. */
function atOnce<Asked extends readonly (() => Promise<unknown>)[]>(
  ...asked: Asked
): Promise<{ -readonly [I in keyof Asked]: Awaited<ReturnType<Asked[I]>> }> {
  const promises = asked.map(async (ask) => ask());
  return Promise.all(promises) as Promise<{ -readonly [I in keyof Asked]: Awaited<ReturnType<Asked[I]>> }>;
}

/** Take a row as an event if it is one; anyone can edit storage. */
function storedEventIn({ raw, hash, isKnown }: Row): StoredEvent[] {
  const stored = { raw, hash, event: isKnown ? (raw as unknown as KnownEvent) : null };
  return isEvent(stored) ? [stored] : [];
}

/** Say whether something that was stored has what every event has. */
export function isEvent({ raw, hash }: StoredEvent): boolean {
  const named = typeof raw?.id === "string" && typeof raw.device === "string" && typeof hash === "string";
  return (
    named && typeof raw.seq === "number" && typeof raw.at === "number" && typeof raw.body === "object" && !!raw.body
  );
}

function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch {
    // it has ended already
  }
}
