/** Safety: whether what was typed concerns a page that must not be missed. */

import type { SearchDocument } from "../course/page_data.gen";
import type { Idea } from "./ideas";
import type { Stem } from "./words";
import { wordsOf } from "./words";

interface Page {
  readonly path: string;
  readonly keywords: readonly (readonly string[])[];
}

const SHORTEST_BEGINNING = 4;

export class Safety {
  private readonly pages: readonly Page[];

  constructor(
    documents: readonly SearchDocument[],
    private readonly stem: Stem,
    isSmall: (word: string) => boolean,
  ) {
    const namesOf = ({ names = [] }: SearchDocument): string[][] =>
      names.map((words) => wordsOf(words).filter((word) => !isSmall(word)));
    this.pages = documents
      .filter(({ isSafety }) => isSafety)
      .map((document) => ({ path: pathOf(document), keywords: namesOf(document).filter(({ length }) => length > 0) }));
  }

  /** Return the paths of the pages of which a keyword was looked for, in whatever form or by a synonym. */
  concerned(ideas: readonly Idea[]): ReadonlySet<string> {
    const slots = ideas.flatMap(({ ways }) => ways.flatMap((way) => way.slots));
    const stems = new Set(slots.flatMap(({ words }) => words.map(this.stem)));
    const beginnings = slots.flatMap(({ words, isBeginning }) => (isBeginning ? words : []));
    const isAsked = (word: string): boolean =>
      stems.has(this.stem(word)) ||
      beginnings.some((start) => start.length >= SHORTEST_BEGINNING && word.startsWith(start));
    const concerned = this.pages.filter(({ keywords }) => keywords.some((words) => words.every(isAsked)));
    return new Set(concerned.map(({ path }) => path));
  }
}

/** Return the address of the page of a document, without the place on it. */
export function pathOf({ href }: SearchDocument): string {
  return href.replace(/#.*/, "");
}
