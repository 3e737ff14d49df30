/** Why a file is not taken in: a code, and what the words about it name. Nothing else changes because of it. */

export type RefusalCode =
  | "too-large"
  | "not-utf8"
  | "empty"
  | "truncated"
  | "not-json"
  | "too-deep"
  | "duplicate-key"
  | "bad-number"
  | "half-character"
  | "not-a-record"
  | "unknown-version"
  | "other-course"
  | "wrong-shape"
  | "unknown-key"
  | "changed"
  | "different-people";

export interface Refusal {
  readonly code: RefusalCode;
  readonly values: Readonly<Record<string, string | number>>;
}

/** Carries a refusal from where it is found to where reading began. */
export class RefusalError extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}

export function refuse(code: RefusalCode, values: Refusal["values"] = {}): never {
  throw new RefusalError({ code, values });
}

/** Do work that may refuse; give what it gives, or the refusal. */
export function orRefusal<T>(work: () => T): T | Refusal {
  try {
    return work();
  } catch (problem) {
    if (problem instanceof RefusalError) return problem.refusal;
    throw problem;
  }
}

export function isRefusal(outcome: object): outcome is Refusal {
  return "code" in outcome && "values" in outcome;
}

/** Shorten a text from a file so that it can be shown. */
export function shown(text: string): string {
  const visible = text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, "\ufffd");
  return [...visible].length <= 60 ? visible : `${[...visible].slice(0, 60).join("")}…`;
}
