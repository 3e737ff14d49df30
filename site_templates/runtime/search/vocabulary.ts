/** Every word that can be found or that has a synonym: what someone who mistyped may have meant. */

import MiniSearch from "minisearch";

const FEWEST_LETTERS = 4;
const LONG = 6;
const MOST_NEAR = 3;
/** A word that is so many times rarer than another was hardly meant. */
const RARER = 4;

export class Vocabulary {
  private index: MiniSearch<{ word: string }> | undefined;

  /** `known`: how often each word is written. */
  constructor(private readonly known: ReadonlyMap<string, number>) {}

  knows(word: string): boolean {
    return this.known.has(word);
  }

  /** Say whether any word begins so. */
  hasBeginning(start: string): boolean {
    return [...this.known.keys()].some((word) => word.startsWith(start));
  }

  /** Return the nearest words: a letter differs, two letters changed places, or two differ in a longer word. */
  near(word: string): readonly string[] {
    if (word.length < FEWEST_LETTERS) return [];
    const oneAway = this.within(word, 1);
    if (oneAway.length > 0) return this.likely(oneAway, word);
    const twoAway = this.within(word, 2);
    const mixed = twoAway.filter((other) => lettersOf(other) === lettersOf(word));
    return this.likely(mixed.length > 0 || word.length < LONG ? mixed : twoAway, word);
  }

  private within(word: string, letters: number): string[] {
    // few people mistype, so it is made when the first one does
    this.index ??= indexOf(this.known.keys());
    return this.index.search(word, { fuzzy: letters }).map(({ id }) => id as string);
  }

  /** Prefer words with the same first letter, which is seldom wrong, and words that are written often. */
  private likely(words: readonly string[], typed: string): readonly string[] {
    const sameStart = words.filter((word) => word[0] === typed[0]);
    const count = (word: string): number => this.known.get(word) ?? 0;
    const by = [...(sameStart.length > 0 ? sameStart : words)].sort((a, b) => count(b) - count(a));
    const most = count(by[0] ?? "");
    return by.filter((word) => count(word) * RARER >= most).slice(0, MOST_NEAR);
  }
}

function indexOf(words: Iterable<string>): MiniSearch<{ word: string }> {
  const index = new MiniSearch<{ word: string }>({
    fields: ["word"],
    idField: "word",
    tokenize: (word) => [word],
    processTerm: (word) => word,
  });
  index.addAll([...words].map((word) => ({ word })));
  return index;
}

function lettersOf(word: string): string {
  return [...word].sort().join("");
}
