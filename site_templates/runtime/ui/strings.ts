/** The words that scripts say, given by the page as `imr.words`; the catalogues hold what there is to say. */

import { language } from "./days";
import type { Plurals, Words } from "./words.gen";

/** A text in its forms, by the category of the count; `other` is always there. */
type Forms = { readonly other: string } & Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;

declare global {
  interface Imr {
    words?: Readonly<Record<string, Readonly<Record<string, string | Forms>>>>;
    /** The language of the words, where it is not that of the course. */
    wordsLanguage?: string;
    /** What scripts have said in that language, for `foreign_words.ts` to find in the page. */
    said?: Set<string>;
  }
}

type Values = Readonly<Record<string, string | number>>;

/** The values for the `{name}` places of a text; nothing where it has none. */
type Given<Place> = [Place] extends [never] ? [] : [values: Readonly<Record<Place & string, string | number>>];

/** The words of one part of the scripts. */
export interface Catalogue<Part extends keyof Words> {
  /** Return a text, its places filled. */
  readonly say: <Word extends keyof Words[Part] & string>(word: Word, ...given: Given<Words[Part][Word]>) => string;
  /** Return a text in the form that fits a count, its places filled. */
  readonly sayCount: <Word extends keyof Plurals[Part] & string>(
    word: Word,
    count: number,
    ...given: Given<Plurals[Part][Word]>
  ) => string;
}

/** Return the words of a part; in the catalogues their keys begin with `run.` and its name. */
export function catalogue<Part extends keyof Words>(part: Part): Catalogue<Part> {
  return {
    say: (word: string, values?: Values) => filled(part, word, values),
    sayCount: (word: string, count: number, values?: Values) => filled(part, word, { count, ...values }),
  };
}

function filled(part: string, word: string, values: Values = {}): string {
  const found = window.imr.words?.[part]?.[word];
  if (found === undefined) throw new Error(`the page has no string "run.${part}.${word}"`);
  const text = typeof found === "string" ? found : formFor(found, values);
  const said = text.replace(/\{(\w+)\}/g, (place, name: string) => `${values[name] ?? place}`);
  window.imr.said?.add(said.trim());
  return said;
}

function formFor(forms: Forms, { count }: Values): string {
  const rules = RULES.get(language()) ?? new Intl.PluralRules(language());
  RULES.set(language(), rules);
  // types do not allow a text with plural forms without its count
  return forms[rules.select(count as number)] ?? forms.other;
}

/** By language: to make rules takes far longer than to ask them. */
const RULES = new Map<string, Intl.PluralRules>();
