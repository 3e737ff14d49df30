/** What the site tells its scripts of the course; made from its schema by `npm run schema-types`, not by hand. */

/**
 * What an item asks for; `know` feeds the knowledge strand, the others judgement.
 */
export type Level = "judge" | "know" | "plan";
/**
 * What a reply does to the conversation.
 */
export type Effect = "harms" | "helps" | "neutral";
/**
 * @minItems 2
 * @maxItems 2
 */
export type Step = readonly [string, string];
export type Key = ChooseKey | OrderKey | MatchKey | BestWorstKey;

/**
 * What scripts bring, as parts of `window.imr`; no script brings all of it.
 *
 * `judged`: what is needed to judge responses, together with `units`.
 * `keys`: what is needed to compute the credit of responses again; `unitKeys`: the same by unit.
 * `safety`: by their ids, what the safety-critical items are called.
 * `items`: the HTML of items by id, for sets that a page puts together; `itemSet`: the frame of such a set.
 * `search`: what can be found. `deskData`: what a supervisor rates and assigns.
 */
export interface PageData {
  readonly judged?: JudgedCourse;
  readonly keys?: CourseKeys;
  readonly unitKeys?: {
    readonly [k: string]: CourseKeys;
  };
  readonly safety?: {
    readonly [k: string]: string;
  };
  readonly titles?: CourseTitles;
  readonly units?: readonly Unit[];
  readonly plan?: CoursePlan;
  readonly items?: {
    readonly [k: string]: string;
  };
  readonly itemSet?: string;
  readonly search?: SearchData;
  readonly deskData?: DeskData;
}
/**
 * `course`: the course without its items; `items`: those of each unit, in the order of its `items`.
 */
export interface JudgedCourse {
  readonly course: CourseData;
  readonly items: {
    readonly [k: string]: readonly JudgedItem[];
  };
}
/**
 * `cutMilli`: in thousandths. `contentHash`: over all other fields; equal hashes, equal estimates.
 *
 * `agreementUnder` is the competency beside which agreement in rating exercises is shown, if there is one.
 * `waits`: the items and exercises without which a unit is done, because they are for those with more time.
 */
export interface CourseData {
  readonly id: string;
  readonly version: string;
  readonly contentHash: string;
  readonly cutMilli: number;
  readonly competencies: readonly CompetencyData[];
  readonly units: readonly UnitData[];
  readonly items: {
    readonly [k: string]: ItemData;
  };
  readonly dialogues: {
    readonly [k: string]: DialogueData;
  };
  readonly ratings?: {
    readonly [k: string]: RatingData;
  };
  readonly agreementUnder?: string;
  readonly waits?: readonly string[];
}
/**
 * `observedBy`: the elements of instruments with which a supervisor observes it.
 */
export interface CompetencyData {
  readonly id: string;
  readonly observedBy: readonly string[];
}
/**
 * A unit and the minutes that are credited for it, and `more` for its parts that may wait.
 */
export interface UnitData {
  readonly id: string;
  readonly minutes: number;
  readonly more?: number;
}
/**
 * `cluster`: the case that the item shares with others, if it does.
 *
 * An item that is only compared with a few experts shows nothing of a competency, so it has none here.
 */
export interface ItemData {
  readonly hash: string;
  readonly competencies: readonly string[];
  readonly level: Level;
  readonly unit: string;
  readonly harm: boolean;
  readonly cluster?: string;
}
/**
 * A dialogue: its unit, and its turns by id.
 */
export interface DialogueData {
  readonly unit: string;
  readonly nodes: {
    readonly [k: string]: NodeData;
  };
}
/**
 * A turn of a dialogue; `hash` is over what it means.
 */
export interface NodeData {
  readonly hash: string;
}
/**
 * `elements`: the authors' rating of each.
 */
export interface RatingData {
  readonly unit: string;
  readonly hash: string;
  readonly elements: {
    readonly [k: string]: number;
  };
}
/**
 * An item of a unit, without its id and its hash.
 */
export interface JudgedItem {
  readonly competencies: readonly string[];
  readonly level: Level;
  readonly harm?: boolean;
  readonly cluster?: string;
}
/**
 * The keys of a course: of its items and of its dialogues, by id.
 */
export interface CourseKeys {
  readonly items: {
    readonly [k: string]: ItemKey;
  };
  readonly dialogues: {
    readonly [k: string]: DialogueKey;
  };
}
/**
 * `ids`: what an answer may name, such as options or targets. `words`: how many there are to read.
 */
export interface ItemKey {
  readonly key: ChooseKey | OrderKey | MatchKey | BestWorstKey;
  readonly ids: readonly string[];
  readonly words: number;
}
/**
 * `keys`: the right options. `options`: how many there are.
 */
export interface ChooseKey {
  readonly kind: "choose";
  readonly many: boolean;
  readonly keys: readonly string[];
  readonly options: number;
}
/**
 * `steps`: in the right order.
 */
export interface OrderKey {
  readonly kind: "order";
  readonly steps: readonly string[];
}
/**
 * `pairs`: the target of each card. `targets`: how many there are.
 */
export interface MatchKey {
  readonly kind: "match";
  readonly pairs: {
    readonly [k: string]: string;
  };
  readonly targets: number;
  readonly allOrNothing: boolean;
}
/**
 * `best` and `worst`: for each reply, how many chose it so; authors are a panel of one.
 *
 * `experts`: how many are on the panel, none where the authors chose.
 * `isJudged`: whether an answer is right or wrong, and not only compared.
 */
export interface BestWorstKey {
  readonly kind: "best-worst";
  readonly best: {
    readonly [k: string]: number;
  };
  readonly worst: {
    readonly [k: string]: number;
  };
  readonly experts: number;
  readonly isJudged: boolean;
}
/**
 * `hash`: over all turns and where they lead. `turns`: the replies of each.
 *
 * `when`: the conditions of turns and endings. `clock`: the minutes that the scene has.
 */
export interface DialogueKey {
  readonly hash: string;
  readonly first: string;
  readonly turns: {
    readonly [k: string]: {
      readonly [k: string]: ReplyKey;
    };
  };
  readonly when?: {
    readonly [k: string]: {
      readonly [k: string]: boolean;
    };
  };
  readonly clock?: number;
}
/**
 * `next`: what may follow, the first whose condition holds. `credit`: in thousandths, by competency.
 *
 * `when`: which marks must be set for it to be offered, and which must not.
 * `sets`: the marks it leaves behind. `minutes`: of the scene's clock.
 */
export interface ReplyKey {
  readonly next: readonly string[];
  readonly credit: {
    readonly [k: string]: number;
  };
  readonly when?: {
    readonly [k: string]: boolean;
  };
  readonly sets?: readonly string[];
  readonly minutes?: number;
}
/**
 * `instrumentItems`: by its id the instrument, number and name of each item of an instrument.
 *
 * `modules`: the units that are modules of the curriculum, with their numbers there.
 * `year`: what the first year holds, in the order of time.
 */
export interface CourseTitles {
  readonly competencies: readonly CompetencyTitle[];
  readonly groups: readonly GroupTitle[];
  readonly instrumentItems: {
    readonly [k: string]: string;
  };
  readonly modules: readonly ModuleNumber[];
  readonly dialogues: readonly DialogueTitle[];
  readonly year: readonly YearEntry[];
}
/**
 * `strand`: the one by which it is judged first.
 */
export interface CompetencyTitle {
  readonly id: string;
  readonly title: string;
  readonly group: string;
  readonly strand: "judgement" | "knowledge";
}
/**
 * How a group of competencies is called.
 */
export interface GroupTitle {
  readonly id: string;
  readonly title: string;
}
/**
 * The number of a module among all that are planned.
 */
export interface ModuleNumber {
  readonly unit: string;
  readonly number: number;
}
/**
 * How a dialogue is called, where it is, and what it practises.
 */
export interface DialogueTitle {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly minutes: number;
  readonly unit: string;
  readonly competencies: readonly string[];
}
/**
 * A stage of the first path with stages, or an appointment of it.
 *
 * `week`: when it begins, counted from the first session of the group. `everyWeeks`: after how many weeks
 * it is again; 0 for once. `href`: where it is explained; empty where no page does.
 */
export interface YearEntry {
  readonly id: string;
  readonly title: string;
  readonly when: string;
  readonly week: number;
  readonly everyWeeks?: number;
  readonly href?: string;
}
/**
 * `minutes`: without what is for those with more time.
 * `hashes`: how the hash of each item begins, in order.
 *
 * `stage`: when it is studied first, such as *Before day 1*; empty where no path says so.
 */
export interface Unit {
  readonly id: string;
  readonly href: string;
  readonly title: string;
  readonly minutes: number;
  readonly competencies: readonly string[];
  readonly items: readonly string[];
  readonly hashes: readonly string[];
  readonly dialogues: readonly string[];
  readonly ratings: readonly RatingExercise[];
  readonly lessons: readonly Lesson[];
  readonly stage?: string;
}
/**
 * `elements`: everything that is rated; when the meaning of an exercise changes, so does its hash.
 */
export interface RatingExercise {
  readonly id: string;
  readonly hash: string;
  readonly elements: readonly string[];
}
/**
 * `exercises`: its dialogues and rating exercises. `reading`, `practice`, `questions`: in minutes.
 *
 * `more`: the minutes of what is for those with more time, which are in none of these.
 * `waits`: what of its items and exercises is for those with more time.
 * `turn`: its place in the course's first path with stages, from 1; 0 without one.
 */
export interface Lesson {
  readonly id: string;
  readonly href: string;
  readonly title: string;
  readonly reading: number;
  readonly practice: number;
  readonly questions: number;
  readonly items: readonly string[];
  readonly exercises: readonly string[];
  readonly more?: number;
  readonly waits?: readonly string[];
  readonly turn?: number;
}
/**
 * `asked`: the competencies of the check. `waiting`: those on which there are too few questions yet.
 */
export interface CoursePlan {
  readonly asked: readonly string[];
  readonly waiting: readonly string[];
  readonly units: readonly PlannedUnit[];
  readonly paths: readonly Path[];
}
/**
 * A unit of the outline, written or not.
 *
 * `touches`: what it asks about besides what it teaches.
 * `title`: only of a unit that cannot be read yet; the others have theirs in `units`.
 */
export interface PlannedUnit {
  readonly id: string;
  readonly teaches: readonly string[];
  readonly touches: readonly string[];
  readonly prerequisites: readonly string[];
  readonly title?: string;
}
/**
 * A path through the course; its units by their ids.
 */
export interface Path {
  readonly id: string;
  readonly title: string;
  readonly units: readonly string[];
}
/**
 * What can be found, and what people type for it.
 */
export interface SearchData {
  readonly documents: readonly SearchDocument[];
  readonly synonyms: readonly Synonym[];
}
/**
 * `kind`: what it is, as a person reads it; empty for a section. `within`: the page of a section.
 *
 * `names`: its other names, and what people type for it.
 * `isSafety`: its page comes first when one of the names of its beginning is looked for.
 * `isBeside`: it comes with what the course teaches (a source, an observation sheet), so it comes later.
 */
export interface SearchDocument {
  readonly href: string;
  readonly title: string;
  readonly text?: string;
  readonly kind?: string;
  readonly within?: string;
  readonly names?: readonly string[];
  readonly isSafety?: boolean;
  readonly isBeside?: boolean;
}
/**
 * `typed`: what people type. `find`: what is looked for as well.
 */
export interface Synonym {
  readonly typed: readonly string[];
  readonly find: readonly string[];
}
/**
 * `suggested`: by instrument item or competency, the units to suggest when it is weak.
 *
 * `looks`: by competency, what it looks like when someone has it.
 */
export interface DeskData {
  readonly instruments: readonly InstrumentData[];
  readonly units: readonly AssignableUnit[];
  readonly suggested: {
    readonly [k: string]: readonly string[];
  };
  readonly looks: {
    readonly [k: string]: string;
  };
}
/**
 * `rates`: whether its bands are those of a session or of a programme.
 */
export interface InstrumentData {
  readonly id: string;
  readonly title: string;
  readonly rates: "programme" | "session";
  readonly items: readonly InstrumentItemData[];
}
/**
 * `hides`: the competency that is asked about besides, because the item does not show it.
 */
export interface InstrumentItemData {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly isOptional?: boolean;
  readonly isForGroups?: boolean;
  readonly oneIsEnough?: boolean;
  readonly hides?: string;
}
/**
 * A unit that is written or planned; `href` is empty while it is only planned.
 *
 * `question`: the one for supervision at its end, if it has one.
 */
export interface AssignableUnit {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly minutes: number;
  readonly competencies: readonly string[];
  readonly rehearsals: readonly Script[];
  readonly checklists: readonly Script[];
  readonly question: string;
}
/**
 * A script to rehearse, or a checklist for whoever observes; `href` leads to it in its lesson.
 */
export interface Script {
  readonly id: string;
  readonly title: string;
  readonly href: string;
}
/**
 * Where replies lead, and what they are worth.
 *
 * `when`: the conditions of turns and endings. `clock`: the minutes that the scene has.
 * `goodPaths`: paths through the dialogue, each as its turns with the reply that is chosen there.
 * `competencies`: titles of those that its turns show.
 */
export interface Graph {
  readonly first: string;
  readonly endings: readonly string[];
  readonly turns: {
    readonly [k: string]: GraphTurn;
  };
  readonly goodPaths: readonly (readonly Step[])[];
  readonly competencies: {
    readonly [k: string]: string;
  };
  readonly when?: {
    readonly [k: string]: {
      readonly [k: string]: boolean;
    };
  };
  readonly clock?: number;
}
/**
 * `instead`: the conditions of the lines that are said in place of its own.
 */
export interface GraphTurn {
  readonly hash: string;
  readonly replies: {
    readonly [k: string]: GraphReply;
  };
  readonly instead?: {
    readonly [k: string]: boolean;
  }[];
}
/**
 * `next`: where it leads, the first whose condition holds.
 *
 * `credit`: in thousandths, for each competency of the turn. `sets`: the marks it leaves behind.
 * `when`: which marks must be set for it to be offered, and which must not.
 * `minutes`: of the scene's clock. `isSilent`: it says nothing.
 */
export interface GraphReply {
  readonly next: readonly string[];
  readonly effect: Effect;
  readonly credit: {
    readonly [k: string]: number;
  };
  readonly when?: {
    readonly [k: string]: boolean;
  };
  readonly sets?: readonly string[];
  readonly minutes?: number;
  readonly isSilent?: boolean;
}
/**
 * `base`: the path from the page to the root of the site.
 */
export interface CourseOnPage {
  readonly id: string;
  readonly version: string;
  readonly contentHash: string;
  readonly base: string;
  readonly page: PageFacts;
}
/**
 * `lesson`, `lessonHash` and `unit` are empty on pages outside of lessons and units.
 */
export interface PageFacts {
  readonly kind: string;
  readonly lesson: string;
  readonly lessonHash: string;
  readonly unit: string;
}
