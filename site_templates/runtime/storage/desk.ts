/** Keeps a supervisor's desk, separate from any trainer's record: on the device if the browser can, else for the visit. */

import type { DBSchema, IDBPDatabase } from "idb";
import { openDB } from "idb";
import type { DeskContents, EntryOf, Kind, Supervisor, Written } from "../desk/contents";
import { EMPTY_DESK, KINDS, merged, without, withWritten } from "../desk/contents";
import { needReadable } from "../desk/desk_file";
import type { Assignment, FidelityRating, Observation, Trainer } from "../desk/schema";
import { openChannel } from "./channel";
import { openStorage } from "./memory_store";
import { deskName } from "./names";
import { PATIENCE, within } from "./patience";
import { isSharedComputer } from "./shared_computer";

const SUPERVISOR = "supervisor";
const STORES = [...KINDS, "about"] as const;

interface Tables extends DBSchema {
  trainers: { key: string; value: Trainer };
  ratings: { key: string; value: FidelityRating };
  assignments: { key: string; value: Assignment };
  observations: { key: string; value: Observation };
  about: { key: string; value: Supervisor };
}

/** Where a desk is kept; a change that fails leaves everything as it was. */
interface Place {
  read(): Promise<DeskContents>;
  change(make: (contents: DeskContents) => DeskContents): Promise<DeskContents>;
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
  /** What is on the desk; an empty one until `ready`. */
  contents: DeskContents = EMPTY_DESK;
  /** Whether the device keeps nothing, so that all is gone when the browser is closed. */
  isOnlyForVisit = false;
  /** Whether not even the next page of the visit will find what is here. */
  isOnlyForPage = false;
  readonly ready: Promise<void>;

  private place: Place;
  private readonly listeners = new Set<() => void>();
  private readonly channel: BroadcastChannel | undefined;

  constructor(private readonly name: string) {
    this.place = new OnDevice(name);
    this.channel = openChannel(name);
    this.channel?.addEventListener("message", () => void this.readAgain());
    this.ready = this.open();
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
    return this.change(() => EMPTY_DESK);
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

  /** Change what is kept; done when it is stored, and thrown when it cannot be. */
  private async change(make: (contents: DeskContents) => DeskContents): Promise<void> {
    await this.ready;
    this.contents = await this.place.change(make);
    if (this.place instanceof ForVisit) this.isOnlyForPage = this.place.isOnlyForPage;
    this.channel?.postMessage("changed");
    this.notify();
  }

  private async open(): Promise<void> {
    try {
      if (isSharedComputer()) throw new Error("others use this computer, too");
      this.contents = await this.place.read();
    } catch {
      const visit = new ForVisit(this.name, openStorage("sessionStorage"));
      this.place = visit;
      this.isOnlyForVisit = true;
      this.isOnlyForPage = visit.isOnlyForPage;
      this.contents = await visit.read();
    }
  }

  private async readAgain(): Promise<void> {
    await this.ready;
    // what cannot be read just now is read with the next change
    this.contents = await this.place.read().catch(() => this.contents);
    this.notify();
  }

  private notify(): void {
    for (const listener of this.listeners) listener();
  }
}

class OnDevice implements Place {
  private opening: Promise<IDBPDatabase<Tables>> | undefined;

  constructor(private readonly name: string) {}

  async read(): Promise<DeskContents> {
    const database = await this.open();
    const transaction = database.transaction(STORES, "readonly");
    const [trainers, ratings, assignments, observations, supervisor] = await Promise.all([
      transaction.objectStore("trainers").getAll(),
      transaction.objectStore("ratings").getAll(),
      transaction.objectStore("assignments").getAll(),
      transaction.objectStore("observations").getAll(),
      transaction.objectStore("about").get(SUPERVISOR),
    ]);
    return { supervisor: supervisor ?? {}, trainers, ratings, assignments, observations };
  }

  /** Read and write in one transaction, so that two tabs do not undo each other's changes. */
  async change(make: (contents: DeskContents) => DeskContents): Promise<DeskContents> {
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
      const supervisor = (await transaction.objectStore("about").get(SUPERVISOR)) ?? {};
      const after = make({ ...(before as unknown as DeskContents), supervisor });
      for (const kind of KINDS) {
        const store = transaction.objectStore(kind);
        const known = new Set<unknown>(before[kind]);
        const kept = new Set(after[kind].map(({ id }) => id));
        for (const { id } of before[kind]) if (!kept.has(id)) await store.delete(id);
        for (const entry of after[kind]) if (!known.has(entry)) await store.put(entry as never);
      }
      if (after.supervisor !== supervisor) await transaction.objectStore("about").put(after.supervisor, SUPERVISOR);
      await ended;
      return after;
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
  private contents: DeskContents;

  constructor(
    private readonly name: string,
    private readonly visit: Storage | undefined,
  ) {
    this.isOnlyForPage = visit === undefined;
    this.contents = leftIn(name, visit);
  }

  async read(): Promise<DeskContents> {
    return this.contents;
  }

  async change(make: (contents: DeskContents) => DeskContents): Promise<DeskContents> {
    this.contents = make(this.contents);
    try {
      this.visit?.setItem(this.name, JSON.stringify(this.contents));
    } catch {
      // full: the page remembers
      this.isOnlyForPage = true;
    }
    return this.contents;
  }

  close(): void {}
}

function leftIn(name: string, visit: Storage | undefined): DeskContents {
  try {
    return { ...EMPTY_DESK, ...(JSON.parse(visit?.getItem(name) ?? "{}") as Partial<DeskContents>) };
  } catch {
    return EMPTY_DESK;
  }
}
