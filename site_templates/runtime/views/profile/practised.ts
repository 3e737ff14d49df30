/** How the profile begins: what was practised, what changed on the last day, and what to put right. */

import { dawnOf, weekday } from "../../ui/days";
import { make } from "../../ui/dom";
import { linkTo } from "../../ui/link";
import { doneWords } from "../review/done_words";
import { safetyParts } from "../review/safety_list";
import { sayCount as sayReview } from "../review/words";
import type { Practised } from "./practised_facts";
import type { Facts } from "./rows";
import { STATE_WORDS } from "./state_marks";
import { say } from "./words";

/** Return the sections; nothing is shown where nothing was done. */
export function practisedView({ practised, ...facts }: Facts): HTMLElement[] {
  if (!practised) return putRight(facts, 0);
  const { all, last, date, mistakes } = practised;
  const inAll = doneWords(all);
  const then = doneWords(last);
  const lines = [
    ...(inAll === then ? [] : [say("practised_all", { what: inAll })]),
    ...(then === "" ? [] : [say("practised_last", { date: weekday(dawnOf(date)), what: then })]),
  ];
  return [
    ...(lines.length > 0 ? [section("practised", ...lines.map((line) => make("p", "", line)))] : []),
    section("changed", ...changedView(practised, facts)),
    ...putRight(facts, mistakes),
  ];
}

function changedView({ changed, date }: Practised, { titles }: Pick<Facts, "titles">): HTMLElement[] {
  const day = weekday(dawnOf(date));
  if (changed.length === 0) return [make("p", "", say("changed_nothing", { date: day }))];
  const lines = changed.map(({ competency, before, after }) => {
    const title = titles.competencies.find(({ id }) => id === competency)?.title ?? competency;
    const states = { before: say(STATE_WORDS[before]), after: say(STATE_WORDS[after]) };
    return make("li", "", make("strong", "", title), " ", say("changed_state", states));
  });
  return [make("p", "", say("changed_on", { date: day })), make("ul", "", ...lines)];
}

/** Safety first, each by name; other mistakes are counted, with the way to them. */
function putRight({ missedAt, titles, now }: Omit<Facts, "practised">, mistakes: number): HTMLElement[] {
  const missed = [...missedAt].map(([item, at]) => ({ item, at }));
  const safety = missed.length > 0 ? safetyParts(missed, titles, ".", now) : [];
  const others =
    mistakes > 0 ? [make("p", "", linkTo("review.html#mistakes", sayReview("to_mistakes", mistakes)))] : [];
  if (safety.length + others.length === 0) return [];
  const view = section("put_right", ...safety, ...others);
  if (missed.length > 0) view.classList.add("imr-safety");
  return [view];
}

function section(title: "practised" | "changed" | "put_right", ...parts: readonly HTMLElement[]): HTMLElement {
  const view = make("section", "imr-practised", make("h2", "", say(title)), ...parts);
  view.dataset["part"] = title;
  return view;
}
