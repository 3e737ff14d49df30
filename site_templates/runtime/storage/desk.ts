/** Keeps a supervisor's desk, separate from any trainer's record: on the device if the browser can, else for the visit. */

import type { DBSchema, IDBPDatabase } from "idb";
import { openDB } from "idb";
import type { DeskContents, EntryOf, KeptDesk, Kind, LastExport, Supervisor, Written } from "../desk/contents";
import {
  changedTo,
  EMPTY_DESK,
  isEmpty,
  KINDS,
  merged,
  NOTHING_KEPT,
  withLeft,
  without,
  withWritten,
} from "../desk/contents";
import { needReadable } from "../desk/desk_file";
import type { Assignment, FidelityRating, Observation, Trainer } from "../desk/schema";
import { openChannel } from "./channel";
import { dropVisit, openStorage } from "./memory_store";
import { deskName } from "./names";
import { PATIENCE, within } from "./patience";
import { isSharedComputer } from "./shared_computer";

const SUPERVISOR = "supervisor";
const LAST_EXPORT = "lastExport";
const STORES = [...KINDS, "about"] as const;

interface Tables extends DBSchema {
  trainers: { key: string; value: Trainer };
  ratings: { key: string; value: FidelityRating };
  assignments: { key: string; value: Assignment };
  observations: { key: string; value: Observation };
  about: { key: string; value: Supervisor | LastExport };
}

type MakeChange = (kept: KeptDesk) => KeptDesk;

/** Where a desk is kept; a change that fails leaves everything as it was. */
interface Place {
  read(): Promise<KeptDesk>;
  change(make: MakeChange): Promise<KeptDesk>;
  close(): void;
}

declare global {
  interface Imr {
    /** The one desk of a page. */
    desk?: Desk;
  }
}

/** Return the desk of a course, one for the page. */
export function deskOf(course: string): Desk {
  window.imr.desk ??= new Desk(deskName(course));
  return window.imr.desk;
}

export class Desk {
  /** Whether the device keeps nothing, so that all is gone when the browser is closed. */
  isOnlyForVisit = false;
  /** Whether not even the next page of the visit will find what is here. */
  isOnlyForPage = false;
  readonly ready: Promise<void>;

  private kept = NOTHING_KEPT;
  private place: Place;
  private readonly listeners = new Set<() => void>();
  private readonly channel: BroadcastChannel | undefined;

  constructor(private readonly name: string) {
    this.place = new OnDevice(name);
    this.channel = openChannel(name);
    this.channel?.addEventListener("message", () => void this.readAgain());
    this.ready = this.open();
  }

  /** What is on the desk; an empty one until `ready`. */
  get contents(): DeskContents {
    return this.kept.contents;
  }

  /** When the desk was last exported; null when it never was, or is as good as new. */
  get lastExport(): LastExport | null {
    return this.kept.lastExport;
  }

  /** Whether something on the desk is in no file. */
  get hasUnexported(): boolean {
    return !isEmpty(this.contents) && !this.lastExport?.isCurrent;
  }

  /** Put entries on the desk, each in the place of the one with its id; what no file of a desk can hold is refused. */
  async put<K extends Kind>(kind: K, ...entries: readonly Written<EntryOf<K>>[]): Promise<void> {
    const now = Date.now();
    needReadable(withWritten(EMPTY_DESK, kind, entries, now));
    return this.change((contents) => withWritten(contents, kind, entries, now));
  }

  /** Take entries away; with a trainer go their ratings, assignments and observations. */
  remove(kind: Kind, ...ids: readonly string[]): Promise<void> {
    return this.change((contents) => without(contents, kind, ids));
  }

  /** Remember who sits at the desk. */
  async call(supervisor: Supervisor): Promise<void> {
    needReadable({ ...EMPTY_DESK, supervisor });
    return this.change((contents) => ({ ...contents, supervisor }));
  }

  /** Put another desk's contents on this one. */
  add(others: DeskContents): Promise<void> {
    return this.change((contents) => merged(contents, others));
  }

  /** Take everything away. */
  erase(): Promise<void> {
    return this.store(() => NOTHING_KEPT);
  }

  /** Remember that a file has what was on the desk. */
  noteExport(exported: DeskContents, now: number): Promise<void> {
    return this.store((kept) => ({ ...kept, lastExport: { at: now, isCurrent: isSame(kept.contents, exported) } }));
  }

  /** Call a listener at every change, on this page and in other tabs, until the signal. */
  listen(listener: () => void, signal: AbortSignal): void {
    this.listeners.add(listener);
    signal.addEventListener("abort", () => this.listeners.delete(listener));
  }

  /** Let go of the database and of the channel. */
  close(): void {
    this.channel?.close();
    this.place.close();
  }

  /** Change what is on the desk; done when it is stored, and thrown when it cannot be. */
  private change(make: (contents: DeskContents) => DeskContents): Promise<void> {
    return this.store((kept) => changedTo(kept, make(kept.contents)));
  }

  private async store(make: MakeChange): Promise<void> {
    await this.ready;
    this.kept = await this.place.change(make);
    if (this.place instanceof ForVisit) this.isOnlyForPage = this.place.isOnlyForPage;
    this.channel?.postMessage("changed");
    this.notify();
  }

  private async open(): Promise<void> {
    const storage = openStorage("sessionStorage");
    try {
      if (isSharedComputer()) throw new Error("others use this computer, too");
      this.kept = await this.place.read();
      await this.takeUp(storage);
    } catch {
      const visit = new ForVisit(this.name, storage);
      this.place = visit;
      this.isOnlyForVisit = true;
      this.isOnlyForPage = visit.isOnlyForPage;
      this.kept = await visit.read();
    }
  }

  /** Add what only the visit held, once the device keeps things again. */
  private async takeUp(visit: Storage | undefined): Promise<void> {
    const left = leftIn(this.name, visit);
    if (left === NOTHING_KEPT) return;
    this.kept = await this.place.change((kept) => withLeft(kept, left));
    dropVisit(this.name, visit);
    this.channel?.postMessage("changed");
  }

  private async readAgain(): Promise<void> {
    await this.ready;
    // what cannot be read just now is read with the next change
    this.kept = await this.place.read().catch(() => this.kept);
    this.notify();
  }

  private notify(): void {
    for (const listener of this.listeners) listener();
  }
}

class OnDevice implements Place {
  private opening: Promise<IDBPDatabase<Tables>> | undefined;

  constructor(private readonly name: string) {}

  async read(): Promise<KeptDesk> {
    const database = await this.open();
    const transaction = database.transaction(STORES, "readonly");
    const [trainers, ratings, assignments, observations, supervisor, lastExport] = await Promise.all([
      transaction.objectStore("trainers").getAll(),
      transaction.objectStore("ratings").getAll(),
      transaction.objectStore("assignments").getAll(),
      transaction.objectStore("observations").getAll(),
      transaction.objectStore("about").get(SUPERVISOR) as Promise<Supervisor | undefined>,
      transaction.objectStore("about").get(LAST_EXPORT) as Promise<LastExport | undefined>,
    ]);
    const contents = { supervisor: supervisor ?? {}, trainers, ratings, assignments, observations };
    return { contents, lastExport: lastExport ?? null };
  }

  /** Read and write in one transaction, so that two tabs do not undo each other's changes. */
  async change(make: MakeChange): Promise<KeptDesk> {
    const database = await this.open();
    const transaction = database.transaction(STORES, "readwrite", { durability: "strict" });
    const ended = transaction.done;
    ended.catch(() => undefined);
    try {
      const before: Record<Kind, readonly { readonly id: string }[]> = {
        trainers: await transaction.objectStore("trainers").getAll(),
        ratings: await transaction.objectStore("ratings").getAll(),
        assignments: await transaction.objectStore("assignments").getAll(),
        observations: await transaction.objectStore("observations").getAll(),
      };
      const about = transaction.objectStore("about");
      const supervisor = ((await about.get(SUPERVISOR)) as Supervisor | undefined) ?? {};
      const lastExport = ((await about.get(LAST_EXPORT)) as LastExport | undefined) ?? null;
      const kept = make({ contents: { ...(before as unknown as DeskContents), supervisor }, lastExport });
      const after = kept.contents;
      for (const kind of KINDS) {
        const store = transaction.objectStore(kind);
        const known = new Set<unknown>(before[kind]);
        const kept = new Set(after[kind].map(({ id }) => id));
        for (const { id } of before[kind]) if (!kept.has(id)) await store.delete(id);
        for (const entry of after[kind]) if (!known.has(entry)) await store.put(entry as never);
      }
      if (after.supervisor !== supervisor) await about.put(after.supervisor, SUPERVISOR);
      if (kept.lastExport) await about.put(kept.lastExport, LAST_EXPORT);
      else await about.delete(LAST_EXPORT);
      await ended;
      return kept;
    } catch (problem) {
      try {
        transaction.abort();
      } catch {
        // it has ended already
      }
      // the next try begins with a connection of its own
      this.close();
      throw problem;
    }
  }

  private open(): Promise<IDBPDatabase<Tables>> {
    this.opening ??= within(
      PATIENCE,
      openDB<Tables>(this.name, 1, {
        upgrade: (database) => {
          for (const kind of KINDS) database.createObjectStore(kind, { keyPath: "id" });
          database.createObjectStore("about");
        },
        blocking: () => this.close(),
        terminated: () => this.close(),
      }),
    );
    this.opening.catch(() => this.close());
    return this.opening;
  }

  close(): void {
    const opening = this.opening;
    this.opening = undefined;
    opening?.then((database) => database.close()).catch(() => undefined);
  }
}

/** In the page and, if that works, for its visit: where the browser keeps nothing on the device. */
class ForVisit implements Place {
  isOnlyForPage: boolean;
  private kept: KeptDesk;

  constructor(
    private readonly name: string,
    private readonly visit: Storage | undefined,
  ) {
    this.isOnlyForPage = visit === undefined;
    this.kept = leftIn(name, visit);
  }

  async read(): Promise<KeptDesk> {
    return this.kept;
  }

  async change(make: MakeChange): Promise<KeptDesk> {
    this.kept = make(this.kept);
    try {
      if (this.kept === NOTHING_KEPT) dropVisit(this.name, this.visit);
      else this.visit?.setItem(this.name, JSON.stringify({ ...this.kept.contents, lastExport: this.kept.lastExport }));
    } catch {
      // full: the page remembers
      this.isOnlyForPage = true;
    }
    return this.kept;
  }

  close(): void {}
}

/** Return what a visit keeps under a name, as far as it is a desk; anyone can edit storage. */
function leftIn(name: string, visit: Storage | undefined): KeptDesk {
  try {
    const found = JSON.parse(visit?.getItem(name) ?? "null") as (DeskContents & Pick<KeptDesk, "lastExport">) | null;
    if (!found) return NOTHING_KEPT;
    const { lastExport = null, ...contents } = found;
    return { contents: merged(EMPTY_DESK, { ...EMPTY_DESK, ...contents }), lastExport };
  } catch {
    return NOTHING_KEPT;
  }
}

function isSame(one: DeskContents, other: DeskContents): boolean {
  return KINDS.every((kind) => JSON.stringify(one[kind]) === JSON.stringify(other[kind]));
}
