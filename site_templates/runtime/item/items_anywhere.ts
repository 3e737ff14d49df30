/**
 * Items outside their lessons: any of them, by id, as a set on a page of the learner's own.
 *
 * The site keeps the ready HTML of each unit's items in a script of its own; only what a set needs is fetched.
 */

import type { CourseOnPage } from "../course/course_on_page";
import { load } from "../course/loading";
import { partOf } from "../course/page_data";
import { newSeed } from "../learner/shuffle";
import type { Mode } from "../learning/attempt_mode";
import type { CourseData } from "../record/course_data";
import { found } from "../record/course_data";
import type { RecordStore } from "../storage/record_store";
import { need } from "../ui/dom";
import type { Stop } from "../ui/mounting";
import { mountAll } from "../ui/mounting";
import { mountBank } from "./bank";
import { banksIn } from "./banks_on_page";
import { mountItem } from "./item";
import type { BanksOnPage, Memory } from "./memory";
import { RecordMemory } from "./memory";

// the compiler writes these in place of an item's number and of how many there are
const NUMBER = /\ufdd0/g;
const TOTAL = /\ufdd1/g;

/** What is asked, under which bank the answers are kept, and what for. */
export interface ItemSet {
  readonly bank: string;
  readonly mode: Mode;
  readonly title: string;
  /** In words, how many there are. */
  readonly size: string;
  readonly items: readonly string[];
}

/** Where a set lives. */
export interface Around {
  readonly course: CourseOnPage;
  readonly judged: CourseData;
  readonly store: RecordStore;
}

/** What remembers the answers to a set; unless another is given, that is what was answered in this set. */
export type MakeMemory = (around: Around, banks: BanksOnPage) => Memory;

const remembering: MakeMemory = ({ store, course }, banks) => new RecordMemory(store, course, banks);

/** Put a set of items at the end of an element and bring it to life; the value takes it away again. */
export async function mountSet(root: HTMLElement, set: ItemSet, around: Around, memoryOf = remembering): Promise<Stop> {
  await fetchItems(set.items, around);
  const section = frameOf(set);
  const end = need(section, "[data-role=end]");
  for (const [place, id] of set.items.entries()) end.before(makeItem(id, place + 1, set.items.length));
  root.append(section);
  const memory = memoryOf(around, banksIn(root, set.mode));
  const modules = { bank: mountBank, item: mountItem };
  const stop = mountAll(root, modules, { memory, newSeed, now: () => performance.now() });
  return () => {
    stop();
    section.remove();
  };
}

/** Fetch the scripts that hold these items, each once. */
export async function fetchItems(items: readonly string[], { course, judged }: Around): Promise<void> {
  const units = items.filter((id) => !window.imr.items?.[id]).map((id) => found(judged.items, id)?.unit);
  const scripts = new Set(units.flatMap((unit) => (unit === undefined ? [] : [`items/${unit}`])));
  if (!window.imr.itemSet) scripts.add("item-frame");
  await Promise.all([...scripts].map((name) => load(`${course.base}/assets/${name}.js`)));
}

/** Make an item, within its case if it has one; its script must have been fetched. */
export function makeItem(id: string, number: number, total: number): HTMLElement {
  const html = found(partOf("items"), id);
  if (html === undefined) throw new Error(`no script brought the item "${id}"`);
  return elementOf(html.replace(NUMBER, `${number}`).replace(TOTAL, `${total}`));
}

function frameOf({ bank, title, size }: ItemSet): HTMLElement {
  const section = elementOf(partOf("itemSet"));
  section.dataset["bank"] = bank;
  need(section, "[data-role=title]").textContent = title;
  need(section, "[data-role=size]").textContent = size;
  return section;
}

function elementOf(html: string): HTMLElement {
  const template = document.createElement("template");
  template.innerHTML = html;
  return need(template.content, "*");
}
