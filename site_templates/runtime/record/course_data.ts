/** What of a course is needed to judge responses to it. */

import type { CompetencyTitle, ItemData } from "../course/page_data.gen";

export type {
  CompetencyData,
  CourseData,
  CourseKeys,
  DialogueKey,
  ItemData,
  ItemKey,
} from "../course/page_data.gen";

export type Strand = CompetencyTitle["strand"];

export const STRANDS: readonly Strand[] = ["knowledge", "judgement"];

export function strandOf({ level }: ItemData): Strand {
  return level === "know" ? "knowledge" : "judgement";
}

/** Say whether an answer can be right or wrong; what is only compared with experts assesses nothing. */
export function isJudged({ competencies }: Pick<ItemData, "competencies">): boolean {
  return competencies.length > 0;
}

/** Find an item or dialogue; an id from a file may have a name that every object knows. */
export function found<T>(parts: Readonly<Record<string, T>>, id: string): T | undefined {
  return Object.hasOwn(parts, id) ? parts[id] : undefined;
}
