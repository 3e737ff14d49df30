/** Where a record is kept when the browser's storage will not: in the page and, if that works, for the visit. */

import type { Contents, MakeChange } from "../learner/contents";
import { changed, EMPTY } from "../learner/contents";
import type { ErasingMark } from "./erasing";
import type { Store } from "./indexed_db";

/** What an earlier page of the visit could keep nowhere else, and the mark of erasing that it knew. */
export interface Left {
  readonly contents: Contents;
  readonly erasing: ErasingMark | null;
}

export class MemoryStore implements Store {
  /** Whether the next page of the visit will find what is kept here. */
  lastsForVisit: boolean;

  constructor(
    private readonly name: string,
    private readonly visit: Storage | undefined,
    private contents: Contents = EMPTY,
    private readonly erasing: ErasingMark | null = null,
  ) {
    this.lastsForVisit = visit !== undefined;
    this.keepForVisit();
  }

  async read(): Promise<Contents> {
    return this.contents;
  }

  async change(make: MakeChange): Promise<Contents> {
    this.contents = changed(this.contents, make(this.contents));
    this.keepForVisit();
    return this.contents;
  }

  async erase(): Promise<void> {
    this.contents = EMPTY;
    dropVisit(this.name, this.visit);
  }

  private keepForVisit(): void {
    if (!this.contents.head && this.contents.drafts.size === 0) return;
    try {
      this.visit?.setItem(this.name, JSON.stringify({ ...this.contents, erasing: this.erasing }, packed));
    } catch {
      // full: the page remembers
      this.lastsForVisit = false;
    }
  }
}

/** Return what an earlier page of the visit could keep nowhere else. */
export function leftFromVisit(name: string, visit: Storage | undefined): Left {
  try {
    const found = JSON.parse(visit?.getItem(name) ?? "null", unpacked) as (Contents & Partial<Left>) | null;
    const { erasing = null, ...contents } = found ?? {};
    return { contents: { ...EMPTY, ...contents }, erasing };
  } catch {
    return { contents: EMPTY, erasing: null };
  }
}

export function dropVisit(name: string, visit: Storage | undefined): void {
  try {
    visit?.removeItem(name);
  } catch {
    // blocked: there is nothing
  }
}

/** Open one of the browser's small storages; touching it throws where it is blocked. */
export function openStorage(kind: "sessionStorage" | "localStorage"): Storage | undefined {
  try {
    return window[kind];
  } catch {
    return undefined;
  }
}

function packed(_: string, value: unknown): unknown {
  return value instanceof Map ? { "\u0000map": [...(value as Map<unknown, unknown>)] } : value;
}

function unpacked(_: string, value: unknown): unknown {
  const entries = (value as { "\u0000map"?: [unknown, unknown][] } | null)?.["\u0000map"];
  return entries ? new Map(entries) : value;
}
