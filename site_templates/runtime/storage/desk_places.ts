/** Where a desk is kept: on the device, or for a visit where the browser keeps nothing there. */

import type { DBSchema, IDBPDatabase } from "idb";
import { openDB } from "idb";
import type { DeskContents, KeptDesk, Kind, LastExport, Supervisor } from "../desk/contents";
import { EMPTY_DESK, KINDS, merged, NOTHING_KEPT } from "../desk/contents";
import type { Assignment, FidelityRating, Observation, Trainer } from "../desk/schema";
import { dropVisit } from "./memory_store";
import { PATIENCE, within } from "./patience";

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

export type MakeChange = (kept: KeptDesk) => KeptDesk;

/** Where a desk is kept; a change that fails leaves everything as it was. */
export interface Place {
  read(): Promise<KeptDesk>;
  change(make: MakeChange): Promise<KeptDesk>;
  close(): void;
}

export class OnDevice implements Place {
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
export class ForVisit implements Place {
  isOnlyForPage: boolean;

  /** `kept`: what the visit begins with. */
  constructor(
    private readonly name: string,
    private readonly visit: Storage | undefined,
    private kept: KeptDesk,
  ) {
    this.isOnlyForPage = visit === undefined;
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
export function leftIn(name: string, visit: Storage | undefined): KeptDesk {
  try {
    const found = JSON.parse(visit?.getItem(name) ?? "null") as (DeskContents & Pick<KeptDesk, "lastExport">) | null;
    if (!found) return NOTHING_KEPT;
    const { lastExport = null, ...contents } = found;
    return { contents: merged(EMPTY_DESK, { ...EMPTY_DESK, ...contents }), lastExport };
  } catch {
    return NOTHING_KEPT;
  }
}
