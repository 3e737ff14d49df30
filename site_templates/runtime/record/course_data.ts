/** What of a course is needed to judge responses to it; the site writes it as `imrCourse`. */

export type Strand = "knowledge" | "judgement";

export const STRANDS: readonly Strand[] = ["knowledge", "judgement"];

export interface ItemData {
  readonly hash: string;
  readonly competencies: readonly string[];
  readonly level: "know" | "judge" | "plan";
  readonly unit: string;
  readonly harm: boolean;
}

export interface DialogueData {
  readonly unit: string;
  readonly nodes: Readonly<Record<string, { readonly hash: string }>>;
}

/** `elements`: the authors' rating of each. */
export interface RatingData {
  readonly unit: string;
  readonly hash: string;
  readonly elements: Readonly<Record<string, number>>;
}

export interface CompetencyData {
  readonly id: string;
  /** The elements of instruments with which a supervisor observes it. */
  readonly observedBy: readonly string[];
}

export interface UnitData {
  readonly id: string;
  readonly minutes: number;
}

/** `contentHash` is over everything else here: equal hashes, equal estimates. */
export interface CourseData {
  readonly id: string;
  readonly version: string;
  readonly contentHash: string;
  readonly cutMilli: number;
  readonly competencies: readonly CompetencyData[];
  readonly units: readonly UnitData[];
  readonly items: Readonly<Record<string, ItemData>>;
  readonly dialogues: Readonly<Record<string, DialogueData>>;
  /** Missing in a course without rating exercises. */
  readonly ratings?: Readonly<Record<string, RatingData>>;
  /** The competency beside which agreement in rating exercises is shown, if there is one. */
  readonly agreementUnder?: string;
}

declare global {
  interface Window {
    imrCourse?: CourseData;
  }
}

export function strandOf({ level }: ItemData): Strand {
  return level === "know" ? "knowledge" : "judgement";
}

/** Find an item or dialogue; an id from a file may have a name that every object knows. */
export function found<T>(parts: Readonly<Record<string, T>>, id: string): T | undefined {
  return Object.hasOwn(parts, id) ? parts[id] : undefined;
}
