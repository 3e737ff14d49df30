/** What was typed, as ideas: each a word or a phrase with the ways in which the course may say it. */

import type { Synonym } from "../course/page_data.gen";
import type { Vocabulary } from "./vocabulary";
import type { Stem } from "./words";
import { wordsOf } from "./words";

/** The place of a word: any of these will do. `isBeginning`: so will a longer word that begins so. */
export interface Slot {
  readonly words: readonly string[];
  readonly isBeginning: boolean;
}

/** One way to say an idea: all its words. `isTyped`: as it was typed, and not as a synonym has it. */
export interface Way {
  readonly slots: readonly Slot[];
  readonly isTyped: boolean;
}

export interface Idea {
  readonly ways: readonly Way[];
}

/** A word that is nowhere in the course, and the words that come near it. */
export interface Near {
  readonly typed: string;
  readonly found: readonly string[];
}

export interface Ideas {
  readonly ideas: readonly Idea[];
  readonly near: readonly Near[];
}

interface Token extends Slot {
  readonly typed: string;
}

interface Phrase {
  readonly stems: readonly string[];
  readonly find: readonly string[];
}

const SHORTEST_BEGINNING = 2;
const SHORTEST_BEGINNING_OF_SYNONYM = 4;

export class Reader {
  private readonly phrases: readonly Phrase[];

  constructor(
    synonyms: readonly Synonym[],
    private readonly vocabulary: Vocabulary,
    private readonly stem: Stem,
    private readonly isSmall: (word: string) => boolean,
  ) {
    this.phrases = synonyms.flatMap(({ typed, find }) =>
      typed.map((words) => ({ stems: wordsOf(words).map(stem), find })),
    );
  }

  read(typed: string): Ideas {
    const words = wordsOf(typed);
    const tokens = words.map((word, place) => this.token(word, place === words.length - 1));
    const found = this.ideasIn(tokens, this.isSmall);
    const near = tokens.flatMap((token) => nearOf(token));
    return { ideas: found.length > 0 ? found : this.ideasIn(tokens, () => false), near };
  }

  private token(word: string, isLast: boolean): Token {
    const isKnown = this.vocabulary.knows(word) || this.isSmall(word);
    const isBeginning = (isLast || !isKnown) && word.length >= SHORTEST_BEGINNING && this.vocabulary.hasBeginning(word);
    const near = isKnown || isBeginning ? [] : this.vocabulary.near(word);
    return { typed: word, words: near.length > 0 ? near : [word], isBeginning };
  }

  private ideasIn(tokens: readonly Token[], isLeftOut: (word: string) => boolean): Idea[] {
    const ideas: Idea[] = [];
    for (let at = 0; at < tokens.length; ) {
      const rest = tokens.slice(at);
      const { length, find } = this.longest(rest);
      const kept = rest.slice(0, length).filter(({ typed }) => !isLeftOut(typed));
      const others = find.map((words) => this.other(words));
      if (kept.length > 0) ideas.push({ ways: [{ slots: kept, isTyped: true }, ...others] });
      else if (others.length > 0) ideas.push({ ways: others });
      at += length;
    }
    return ideas;
  }

  /** Return the longest phrase at the beginning that has a synonym, and all its synonyms. */
  private longest(tokens: readonly Token[]): { readonly length: number; readonly find: readonly string[] } {
    const here = this.phrases.filter(({ stems }) => this.begins(tokens, stems));
    const length = Math.max(1, ...here.map(({ stems }) => stems.length));
    const find = here.filter(({ stems }) => stems.length === length).flatMap((phrase) => phrase.find);
    return { length, find: [...new Set(find)] };
  }

  private begins(tokens: readonly Token[], stems: readonly string[]): boolean {
    return stems.length <= tokens.length && stems.every((stem, place) => this.fits(tokens[place] as Token, stem));
  }

  private fits({ words, isBeginning }: Token, stem: string): boolean {
    const couldBe = (word: string): boolean =>
      isBeginning && word.length >= SHORTEST_BEGINNING_OF_SYNONYM && stem.startsWith(word);
    return words.some((word) => this.stem(word) === stem || couldBe(word));
  }

  private other(words: string): Way {
    const kept = wordsOf(words).filter((word) => !this.isSmall(word));
    return { slots: kept.map((word) => ({ words: [word], isBeginning: false })), isTyped: false };
  }
}

function nearOf({ typed, words }: Token): Near[] {
  return words.includes(typed) ? [] : [{ typed, found: words }];
}
