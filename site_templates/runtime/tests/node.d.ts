/** The little of Node that the tests of the browser code use. */

declare module "node:test" {
  export default function test(name: string, run: () => void | Promise<void>): void;
}

declare module "node:assert/strict" {
  const assert: {
    equal<T>(actual: T, expected: T, message?: string): void;
    notEqual<T>(actual: T, expected: T, message?: string): void;
    deepEqual<T>(actual: T, expected: T, message?: string): void;
    ok(value: unknown, message?: string): void;
    match(value: string, expected: RegExp): void;
    throws(run: () => void, expected: RegExp): void;
    rejects(run: Promise<unknown>): Promise<void>;
  };
  export default assert;
}

declare module "node:fs" {
  export function readFileSync(path: string, encoding: "utf8"): string;
  export function writeFileSync(path: string, text: string): void;
}

declare module "node:readline" {
  export function createInterface(from: { readonly input: object }): {
    on(event: "line", take: (line: string) => void): void;
  };
}

declare const process: {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly argv: readonly string[];
  readonly stdin: object;
  readonly stdout: { write(text: string): void };
};

/** A catalogue of strings, which the bundler gives as text. */
declare module "*.po" {
  const catalogue: string;
  export default catalogue;
}
