/** Storage that fails at its Nth call, in each way that a browser's does. */

export const FAULTS = {
  blocked: () => fail("SecurityError"),
  full: () => fail("QuotaExceededError"),
  aborted: (on: unknown) => transactionOf(on)?.abort(),
  closed: (on: unknown) => databaseOf(on)?.close(),
  "version change": (on: unknown) => databaseOf(on)?.dispatchEvent(new Event("versionchange")),
  unknown: () => fail("UnknownError"),
} as const;

export type Fault = keyof typeof FAULTS;

type Calls = Record<string, (...given: unknown[]) => unknown>;

interface Failing {
  hasFailed(): boolean;
  restore(): void;
}

/** Have the Nth call of storage fail. */
export function failAt(nth: number, fault: Fault): Failing {
  return failWhen((call) => call === nth, fault);
}

/** Have every call of storage fail. */
export function failFrom(fault: Fault): Failing {
  return failWhen(() => true, fault);
}

function failWhen(isMeant: (call: number) => boolean, fault: Fault): Failing {
  let calls = 0;
  let hasFailed = false;
  const restored = targets().map(([owner, name]) => {
    const original = owner[name]!;
    owner[name] = function (this: unknown, ...given: unknown[]): unknown {
      // with this one the stand-in for a browser dialogues to itself
      const isInner = given[1] === "versionchange";
      if (!isInner && isMeant(++calls)) {
        hasFailed = true;
        FAULTS[fault](this);
      }
      return original.apply(this, given);
    };
    return () => {
      owner[name] = original;
    };
  });
  return {
    hasFailed: () => hasFailed,
    restore: () => {
      for (const back of restored) back();
    },
  };
}

function targets(): [Calls, string][] {
  const stores = ["get", "put", "add", "count", "getAll"].map((name) => [IDBObjectStore.prototype, name]);
  const others = [
    [IDBFactory.prototype, "open"],
    [IDBDatabase.prototype, "createObjectStore"],
    [IDBDatabase.prototype, "transaction"],
    [IDBTransaction.prototype, "objectStore"],
  ];
  return [...stores, ...others] as unknown as [Calls, string][];
}

function fail(name: string): never {
  throw new DOMException("made to fail", name);
}

function transactionOf(on: unknown): IDBTransaction | undefined {
  if (on instanceof IDBTransaction) return on;
  return on instanceof IDBObjectStore ? on.transaction : undefined;
}

function databaseOf(on: unknown): IDBDatabase | undefined {
  return on instanceof IDBDatabase ? on : transactionOf(on)?.db;
}
