/** Keeps the learner's record: on the device if the browser can, else as long as it can, and says which. */

import type { Contents, MakeChange } from "../learner/contents";
import { EMPTY } from "../learner/contents";
import { token } from "../record/ids";
import { openChannel } from "./channel";
import { ErasedError, isErased } from "./erasing";
import type { Store } from "./indexed_db";
import { DeviceStore, isEvent, LostError } from "./indexed_db";
import { takeUp } from "./leftover";
import type { Left } from "./memory_store";
import { dropVisit, leftFromVisit, MemoryStore, openStorage } from "./memory_store";
import { placesName, recordName } from "./names";
import { isSharedComputer, noteSharedComputer } from "./shared_computer";

/** Why the record is only in memory. */
export type Trouble = "blocked" | "full" | "lost" | "shared";

/** `erased`: by another tab. */
export type Notice = "changed" | "erased";
type Listener = (notice: Notice) => void;

declare global {
  interface Imr {
    /** The one store of a page. */
    store?: RecordStore;
  }
}

/** Open the record of a course for all scripts of the page. */
export function openPageStore(course: string): RecordStore {
  window.imr.store = new RecordStore(recordName(course));
  return window.imr.store;
}

export class RecordStore {
  trouble: Trouble | null = null;
  /** Something had been kept here, and is here no more. */
  hasVanished = false;
  contents: Contents = EMPTY;
  readonly ready: Promise<void>;

  /** The page is left for another of this site, so a visit goes on. */
  goesOn = false;

  private store: Store;
  private failures = 0;
  private readonly listeners = new Set<Listener>();
  private readonly visit = openStorage("sessionStorage");
  private readonly marks = openStorage("localStorage");
  private readonly channel: BroadcastChannel | undefined;

  constructor(
    private readonly name: string,
    private readonly device: DeviceStore = new DeviceStore(name),
  ) {
    this.store = device;
    this.channel = openChannel(name);
    this.channel?.addEventListener("message", ({ data }: MessageEvent<Notice>) => void this.onNotice(data));
    this.ready = this.open();
  }

  /** Whether the next page of the visit will find what is here; false where the browser keeps nothing at all. */
  get lastsForVisit(): boolean {
    return !(this.store instanceof MemoryStore) || this.store.lastsForVisit;
  }

  /**
   * Change the record; done when it is stored. A first failure is thrown, after a second the memory takes over.
   *
   * What another tab has erased is let go first: the change begins a record of its own.
   */
  async change(make: MakeChange): Promise<Contents> {
    await this.ready;
    let notice: Notice = "changed";
    try {
      this.contents = await this.saved(make);
    } catch (problem) {
      if (!(problem instanceof ErasedError)) throw problem;
      this.letGo();
      notice = "erased";
      this.contents = await this.saved(make);
    }
    this.failures = 0;
    this.mark();
    this.notify(notice, "changed");
    return this.contents;
  }

  /** Change something that is no loss when it cannot be stored. */
  async note(make: MakeChange): Promise<void> {
    await this.ready;
    try {
      this.contents = await this.store.change(make);
    } catch (problem) {
      if (!(problem instanceof ErasedError)) return;
      this.letGo();
      for (const listener of this.listeners) listener("erased");
    }
  }

  /** Erase everything that is kept here. */
  async erase(): Promise<void> {
    await this.ready;
    await this.store.erase();
    if (this.trouble === "full") await this.device.erase();
    for (const storage of [this.visit, this.marks]) {
      dropVisit(this.name, storage);
      dropVisit(placesName(this.name), storage);
    }
    this.device.forget();
    this.contents = EMPTY;
    this.hasVanished = false;
    this.notify("changed", "erased");
  }

  /**
   * Keep everything only for this visit, because others use the computer too: what is on the device moves over.
   *
   * Nothing is taken from the device before the visit holds it. `moveOthers`: moves what is kept beside the record.
   */
  async shareComputer(moveOthers: (visit: Storage | undefined) => Promise<void>): Promise<void> {
    await this.ready;
    await moveOthers(this.visit);
    if (!this.trouble) {
      const self = this.contents.self && { ...this.contents.self, device: token() };
      const contents = { ...this.contents, self };
      if (!new MemoryStore(this.name, this.visit, contents).lastsForVisit)
        throw new Error("there is no room for a visit");
      await this.device.erase();
      // the mark of this erasing is known here, so what moved is no leftover of it
      await this.device.read();
      this.store = new MemoryStore(this.name, this.visit, contents, this.device.erasing);
      this.contents = contents;
      dropVisit(this.name, this.marks);
      dropVisit(placesName(this.name), this.marks);
    }
    this.trouble = "shared";
    noteSharedComputer(true);
  }

  /** Let the device keep things again; the next page takes up what this visit holds. */
  ownComputer(): void {
    noteSharedComputer(false);
  }

  /** Call a listener at every change, on this page and in other tabs, until the signal. */
  listen(listener: Listener, signal: AbortSignal): void {
    this.listeners.add(listener);
    signal.addEventListener("abort", () => this.listeners.delete(listener));
  }

  /** Let go of the storage and of the other tabs. */
  close(): void {
    this.channel?.close();
    this.device.forget();
  }

  /** Ask the browser not to clear the record by itself. */
  askToPersist(): void {
    // plain http has no such thing
    (navigator.storage as StorageManager | undefined)?.persist?.().catch(() => undefined);
  }

  private async open(): Promise<void> {
    const left = this.left();
    if (isSharedComputer()) {
      this.trouble = "shared";
      this.contents = left.contents;
      this.store = new MemoryStore(this.name, this.visit, left.contents, left.erasing);
      return;
    }
    try {
      if (left.contents.head) await this.device.read().catch(() => this.device.read());
      const isGone = isErased(left.contents, left.erasing, this.device.erasing);
      const takeIn: MakeChange = (contents) => takeUp(contents, isGone ? EMPTY : left.contents);
      // a connection that has just been closed opens at the second try
      this.contents = await this.store.change(takeIn).catch(() => this.store.change(takeIn));
      dropVisit(this.name, this.visit);
      this.hasVanished = !this.contents.head && this.isMarked();
    } catch (problem) {
      this.fallBack(problem, left.contents);
    }
  }

  /** Return what an earlier page of the visit could keep nowhere else, if it is whole; anyone can edit storage. */
  private left(): Left {
    const left = leftFromVisit(this.name, this.visit);
    const nothing: Left = { contents: EMPTY, erasing: null };
    try {
      const { contents } = left;
      takeUp(contents, contents);
      const areTexts = [...contents.drafts].every((entry) => entry.every((part) => typeof part === "string"));
      return areTexts && contents.events.every(isEvent) ? left : nothing;
    } catch {
      return nothing;
    }
  }

  private async saved(make: MakeChange): Promise<Contents> {
    try {
      return await this.store.change(make);
    } catch (problem) {
      if (problem instanceof ErasedError) throw problem;
      this.failures++;
      if (this.trouble || (this.failures < 2 && !(problem instanceof LostError))) throw problem;
      this.fallBack(problem, this.contents);
      return this.store.change(make);
    }
  }

  /** Keep in memory from now on, under a name of its own: the device's chain may go on without it. */
  private fallBack(problem: unknown, contents: Contents): void {
    this.trouble = reasonOf(problem);
    const self = contents.self && { ...contents.self, device: token() };
    this.contents = { ...contents, self };
    this.store = new MemoryStore(this.name, this.visit, this.contents, this.device.erasing);
  }

  private async onNotice(notice: Notice): Promise<void> {
    if (this.trouble) return;
    if (notice === "erased") {
      this.letGo();
    } else {
      this.contents = await this.store.read().catch(() => this.contents);
    }
    for (const listener of this.listeners) listener(notice);
  }

  /** Forget what was erased elsewhere. */
  private letGo(): void {
    this.device.forget();
    this.contents = EMPTY;
  }

  private notify(here: Notice, elsewhere = here): void {
    if (!this.trouble) this.channel?.postMessage(elsewhere);
    for (const listener of this.listeners) listener(here);
  }

  /** Leave a mark outside the database, by which its loss can be noticed. */
  private mark(): void {
    if (this.trouble || !this.contents.head) return;
    try {
      this.marks?.setItem(this.name, "kept");
    } catch {
      // without the mark a loss goes unnoticed, and nothing else
    }
  }

  private isMarked(): boolean {
    return this.marks?.getItem(this.name) === "kept";
  }
}

function reasonOf(problem: unknown): Trouble {
  if (problem instanceof LostError) return "lost";
  return problem instanceof Error && problem.name === "QuotaExceededError" ? "full" : "blocked";
}
