/** A small course to search: two lessons about safety, a few others, a glossary and a source. */

import type { SearchData, SearchDocument, Synonym } from "../course/page_data.gen";
import { CourseSearch } from "../search/course_search";

type Further = Partial<Pick<SearchDocument, "kind" | "within" | "names" | "isSafety">>;

function found(href: string, title: string, text: string, further: Further = {}): SearchDocument {
  return { href, title, text, ...further };
}

const CRISIS = { within: "Safety: Ask, stay, hand over", isSafety: true };
const ROOM = { within: "Safety: A room people can trust", isSafety: true };
const AT_HOME = { within: "Skills: Practice at home" };

const DOCUMENTS: readonly SearchDocument[] = [
  found("crisis.html", "Ask, stay, hand over", "Ask in plain words.", {
    kind: "Lesson",
    within: "Safety",
    isSafety: true,
    names: ["suicide", "self-harm", "voices", "crisis plan"],
  }),
  found(
    "crisis.html#ask",
    "Ask in plain words",
    "Do you think about killing yourself? Suicide is a plain word.",
    CRISIS,
  ),
  found("crisis.html#voices", "Voices that give orders", "Ask what the voice says.", CRISIS),
  found("room.html", "A room people can trust", "Agree on the rules.", {
    kind: "Lesson",
    within: "Safety",
    isSafety: true,
    names: ["drunk", "confidentiality"],
  }),
  found("room.html#intoxication", "When someone arrives intoxicated", "You sit out today.", ROOM),
  found("goal.html", "The goal under the wish", "Voices may be loud, and a goal need not wait. Suicide.", {
    kind: "Lesson",
    names: ["voices", "goal setting"],
  }),
  found("goal.html#plan", "From goal to plan", "Cut the step small and write the plan.", {
    within: "The goal under the wish",
  }),
  found("home.html", "Practice at home", "Send one thing home.", {
    kind: "Lesson",
    names: ["exercise between sessions"],
  }),
  found("home.html#back", "When home practice comes back", "Ask about every plan, done or undone.", AT_HOME),
  found("home.html#self", "Managing by oneself", "Illness self-management is more than home practice.", AT_HOME),
  found("praise.html", "Praise that teaches", "Reinforcement and shaping.", { kind: "Lesson" }),
  found("glossary.html#shaping", "Shaping", "Rewarding small steps.", { kind: "Glossary" }),
  found("glossary.html#rehearsal", "Rehearsal", "Trying a skill out.", { kind: "Glossary", names: ["role play"] }),
  found("family.html", "Family evenings", "Family.", { kind: "Lesson", names: ["family"] }),
  found("alone.html", "When it isn't easy", "Who sees them?", { kind: "Lesson", names: ["no family", "shy"] }),
  found("people.html#chloe", "Chloë Example", "Likes crème brûlée.", { kind: "Person" }),
];

const SYNONYMS: readonly Synonym[] = [
  { typed: ["stoned", "under the influence"], find: ["intoxicated"] },
  { typed: ["homework", "home work"], find: ["home practice"] },
  { typed: ["wants to die", "end it all"], find: ["suicide"] },
  { typed: ["role play"], find: ["Rehearsal"] },
];

export const DATA: SearchData = { documents: [...DOCUMENTS], synonyms: [...SYNONYMS] };
export const SEARCH = new CourseSearch(DATA, "en");
