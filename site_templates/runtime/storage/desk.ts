/** Keeps a supervisor's desk, separate from any trainer's record: on the device if the browser can, else for the visit. */

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
import { openChannel } from "./channel";
import type { MakeChange, Place } from "./desk_places";
import { ForVisit, leftIn, OnDevice } from "./desk_places";
import { dropVisit, openStorage } from "./memory_store";
import { deskName } from "./names";
import { isSharedComputer } from "./shared_computer";

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
    const left = leftIn(this.name, storage);
    try {
      if (isSharedComputer()) throw new Error("others use this computer, too");
      this.kept = await this.place.read();
      if (left !== NOTHING_KEPT) await this.takeUp(left, storage);
    } catch {
      // what could be read of the device is shown too, also where nothing more can be written there
      this.kept = withLeft(this.kept, left);
      const visit = new ForVisit(this.name, storage, this.kept);
      this.place = visit;
      this.isOnlyForVisit = true;
      this.isOnlyForPage = visit.isOnlyForPage;
    }
  }

  /** Add what only the visit held, once the device keeps things again. */
  private async takeUp(left: KeptDesk, visit: Storage | undefined): Promise<void> {
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

function isSame(one: DeskContents, other: DeskContents): boolean {
  return KINDS.every((kind) => JSON.stringify(one[kind]) === JSON.stringify(other[kind]));
}
