/** The search: everything of the course that can be found, and what is found for what someone types. */

import type { QueryCombination } from "minisearch";
import MiniSearch from "minisearch";
import type { SearchData, SearchDocument } from "../course/page_data.gen";
import type { Idea, Near, Slot, Way } from "./ideas";
import { Reader } from "./ideas";
import { pathOf, Safety } from "./safety";
import { Vocabulary } from "./vocabulary";
import type { Stem } from "./words";
import { indexWordsOf, isSmallIn, stemOf, wordsOf } from "./words";

/** Something found. `terms`: the words by which, also as stems. `isFirst`: for safety before everything else. */
export interface Found {
  readonly document: SearchDocument;
  readonly terms: ReadonlySet<string>;
  readonly isFirst: boolean;
}

/** `near`: the words that are nowhere in the course, with those that were looked for in their place. */
export interface Answer {
  readonly found: readonly Found[];
  readonly near: readonly Near[];
}

interface Entry extends Pick<SearchDocument, "title" | "text"> {
  readonly id: number;
  readonly names: string;
  readonly within: string;
}

/** `ideas`: how many of them it holds. */
interface Hit {
  readonly id: number;
  score: number;
  ideas: number;
  readonly terms: Set<string>;
}

const BOOST = { title: 3, names: 4, within: 1 };
const WEIGHT_OF_SYNONYM = 0.7;
const WEIGHT_BESIDE = 0.5;

export class CourseSearch {
  readonly stem: Stem;
  private readonly documents: readonly SearchDocument[];
  private readonly index: MiniSearch<Entry>;
  private readonly reader: Reader;
  private readonly safety: Safety;
  private readonly isSmall: (word: string) => boolean;

  constructor({ documents, synonyms }: SearchData, language: string) {
    const isSmall = isSmallIn(language);
    this.isSmall = isSmall;
    const words = new Map<string, number>();
    for (const word of synonyms.flatMap(({ typed }) => typed.flatMap(wordsOf))) words.set(word, 0);
    this.stem = remembering(stemOf(language));
    this.documents = documents;
    this.index = new MiniSearch<Entry>({
      fields: ["title", "names", "within", "text"],
      tokenize: indexWordsOf,
      processTerm: (word) => {
        words.set(word, (words.get(word) ?? 0) + 1);
        return this.formsOf(word);
      },
      searchOptions: { tokenize: (word) => [word], processTerm: (word) => word, boost: BOOST },
    });
    this.index.addAll(documents.map(entryOf));
    this.reader = new Reader(synonyms, new Vocabulary(words), this.stem, isSmall);
    this.safety = new Safety(documents, this.stem, isSmall);
  }

  ask(typed: string): Answer {
    const { ideas, near } = this.reader.read(typed);
    const words = wordsOf(typed);
    const named = words.some(this.isSmall) ? words.join(" ") : undefined;
    const hits = this.hitsOf(ideas).sort((a, b) => b.score - a.score || a.id - b.id);
    // small words are not looked for; a keyword with the same ones is what is meant: "no family" is not "family"
    const isNamed = ({ id }: Hit): boolean =>
      (this.documentOf(id).names ?? []).some((name) => wordsOf(name).join(" ") === named);
    const whole = hits.filter((hit) => hit.ideas === ideas.length);
    const half = hits.filter((hit) => hit.ideas * 2 >= ideas.length);
    const first = new Set(this.forSafety(ideas, hits));
    const others = (whole.length > 0 ? whole : half).filter((hit) => !first.has(hit));
    const [exact, rest] = [others.filter(isNamed), others.filter((hit) => !isNamed(hit))];
    const ordered = [...hits.filter((hit) => first.has(hit)), ...exact, ...rest];
    return { found: ordered.map((hit) => this.found(hit, first.has(hit))), near };
  }

  /** Return what comes first for safety: of each page concerned what holds all ideas, or else the best. */
  private forSafety(ideas: readonly Idea[], hits: readonly Hit[]): Hit[] {
    return [...this.safety.concerned(ideas)].flatMap((path) => {
      const own = hits.filter(({ id }) => pathOf(this.documentOf(id)) === path);
      const whole = own.filter((hit) => hit.ideas === ideas.length);
      return whole.length > 0 ? whole : own.slice(0, 1);
    });
  }

  private found({ id, terms }: Hit, isFirst: boolean): Found {
    return { document: this.documentOf(id), terms, isFirst };
  }

  /** Add up what each document earns with each idea; of the ways to say one, the best counts. */
  private hitsOf(ideas: readonly Idea[]): Hit[] {
    const hits = new Map<number, Hit>();
    for (const { ways } of ideas) {
      const best = new Map<number, number>();
      for (const way of ways) {
        for (const { id, score, terms } of this.search(way)) {
          const hit = hits.get(id) ?? { id, score: 0, ideas: 0, terms: new Set<string>() };
          hits.set(id, hit);
          for (const term of terms) hit.terms.add(term);
          best.set(id, Math.max(best.get(id) ?? 0, score * (way.isTyped ? 1 : WEIGHT_OF_SYNONYM)));
        }
      }
      for (const [id, score] of best) {
        const hit = hits.get(id) as Hit;
        hit.score += this.documentOf(id).isBeside ? score * WEIGHT_BESIDE : score;
        hit.ideas += 1;
      }
    }
    return [...hits.values()];
  }

  private search({ slots }: Way): { id: number; score: number; terms: string[] }[] {
    return this.index.search({ combineWith: "AND", queries: slots.map((slot) => this.queryOf(slot)) });
  }

  private queryOf({ words, isBeginning }: Slot): QueryCombination {
    const forms = words.flatMap((word) => this.formsOf(word));
    // the stem of a short word begins half of all words
    const longer = isBeginning ? [{ queries: [...words], prefix: true }] : [];
    return { combineWith: "OR", queries: [...forms, ...longer] };
  }

  private formsOf(word: string): string[] {
    return [...new Set([word, this.stem(word)])];
  }

  private documentOf(id: number): SearchDocument {
    return this.documents[id] as SearchDocument;
  }
}

function entryOf({ title, text = "", within = "", names = [] }: SearchDocument, id: number): Entry {
  return { id, title, text, within, names: names.join(" ") };
}

function remembering(stem: Stem): Stem {
  const known = new Map<string, string>();
  return (word) => {
    const found = known.get(word) ?? stem(word);
    known.set(word, found);
    return found;
  };
}
