/** What is kept where, and the name that a trainer may give it. */

import { isWhy } from "../../learner/assigned_work";
import type { Change, Contents } from "../../learner/contents";
import type { RecordStore } from "../../storage/record_store";
import { make, need } from "../../ui/dom";
import { report } from "../../ui/mounting";
import { say as sayOfSaving } from "../../ui/saving_words";
import type { RecordPage } from "./page";
import { showOutcome } from "./page";
import { day, say, sayCount } from "./words";

const LONGEST_ALIAS = 100;

/** Show the facts, and keep them true. */
export function showFacts(page: RecordPage): void {
  const { root, store, signal } = page;
  const form = need<HTMLFormElement>(root, "[data-role=alias]");
  const input = need<HTMLInputElement>(form, "input");
  const show = (): void => {
    fill(page);
    if (document.activeElement !== input) input.value = store.contents.head?.learner.alias ?? "";
  };
  void store.ready.then(show);
  store.listen(show, signal);
  form.addEventListener(
    "submit",
    (event) => {
      event.preventDefault();
      saveAlias(page, input.value).catch((problem: unknown) => report(root, problem));
    },
    { signal },
  );
}

function fill({ root, store }: RecordPage): void {
  const rows = factsOf(store.contents, whereOf(store));
  const facts = need(root, "[data-role=facts]");
  const nothing = need(root, "[data-role=nothing]");
  facts.replaceChildren(...rows.flatMap(([name, value]) => [make("dt", "", name), make("dd", "", value)]));
  nothing.textContent = sayOfSaving("nothing_yet");
  facts.hidden = rows.length === 0;
  nothing.hidden = rows.length > 0;
  need(root, "[data-role=alias]").hidden = !store.contents.head;
}

const KINDS = [
  ["item.response", "answers"],
  ["dialogue.choice", "choices"],
  ["rating.given", "ratings"],
  ["written.reply", "replies"],
  ["self.rating", "levels"],
] as const;

type Where = "where_device" | "where_memory" | "where_page";

function whereOf({ trouble, lastsForVisit }: RecordStore): Where {
  if (!trouble) return "where_device";
  return lastsForVisit ? "where_memory" : "where_page";
}

function factsOf(contents: Contents, where: Where): [string, string][] {
  return [...recordFacts(contents, where), ...draftFacts(contents)];
}

function recordFacts({ head, self, events }: Contents, where: Where): [string, string][] {
  if (!head) return [];
  const last = events.reduce((latest, { raw }) => Math.max(latest, raw.at), head.identity.createdAt);
  const devices = new Set(events.map(({ raw }) => raw.device)).size;
  return [
    [say("fact_where"), say(where)],
    [say("fact_answers"), whatIn(events)],
    [say("fact_since"), day(head.identity.createdAt)],
    [say("fact_last"), day(last)],
    [say("fact_exported"), self?.exportedAt ? day(self.exportedAt) : say("fact_never")],
    [say("fact_pseudonym"), head.learner.pseudonyms.join(", ")],
    ...(devices > 1 ? [[say("fact_devices"), sayCount("devices", devices)] as [string, string]] : []),
  ];
}

/** Count what is in the record, by its kind. */
function whatIn(events: Contents["events"]): string {
  const counts = KINDS.map(([type, word]) => ({ word, count: events.filter(({ raw }) => raw.type === type).length }));
  const there = counts.filter(({ count }) => count > 0).map(({ word, count }) => sayCount(word, count));
  return there.length > 0 ? there.join(", ") : sayCount("answers", 0);
}

/** Say in how many exercises something is written that only this browser has. */
function draftFacts({ drafts }: Contents): [string, string][] {
  const exercises = new Set(
    [...drafts.keys()].filter((name) => !isWhy(name)).map((name) => name.split("/", 2).join("/")),
  );
  return exercises.size > 0 ? [[say("fact_drafts"), sayCount("drafts", exercises.size)]] : [];
}

async function saveAlias(page: RecordPage, typed: string): Promise<void> {
  const alias = [...typed.trim()].slice(0, LONGEST_ALIAS).join("");
  try {
    await page.store.change((contents) => named(contents, alias));
    showOutcome(page, "alias", say(alias ? "alias_saved" : "alias_removed"));
  } catch (problem) {
    showOutcome(page, "alias", sayOfSaving("not_begun"));
    throw problem;
  }
}

function named({ head }: Contents, alias: string): Change {
  if (!head) return {};
  const { pseudonyms } = head.learner;
  return { head: { ...head, learner: alias ? { pseudonyms, alias } : { pseudonyms } } };
}
