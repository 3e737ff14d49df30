/** The whole profile on its page. */

import { all, make } from "../../ui/dom";
import type { Stop } from "../../ui/mounting";
import { announce } from "../../ui/status";
import { controls } from "./controls";
import { invitation } from "./empty";
import { asOf, offer, summary } from "./head";
import { notCounted } from "./not_counted";
import { picture } from "./picture";
import { practisedView } from "./practised";
import type { Facts, Group } from "./rows";
import { groupsOf, hasAnything, hasRated } from "./rows";
import { table } from "./table";
import { sayCount } from "./words";

/** Show the profile that the facts give; `name` is what the trainer calls themselves, if anything. */
export function showProfile(root: HTMLElement, facts: Facts, name: string | undefined): Stop {
  const groups = groupsOf(facts);
  root.classList.add("imr-profile");
  const { voided, disagreeing } = facts.notCounted;
  const hasLeft = voided.length + disagreeing > 0;
  if (!hasLeft && !hasRated(facts.rated) && !groups.some(({ rows }) => rows.some(hasAnything))) {
    root.replaceChildren(invitation(facts.titles, groups, facts.cutMilli));
    return () => {};
  }
  const parts = { picture: picture(groups, facts), table: table(groups, facts) };
  const choice = controls(groups);
  const listening = new AbortController();
  choice.onView((view) => {
    parts.picture.hidden = view !== "picture";
    parts.table.hidden = view !== "table";
  }, listening.signal);
  choice.onGroup((group) => showGroup(root, groups, group), listening.signal);
  parts.table.hidden = true;
  const left = notCounted(facts.notCounted, facts.titles, "h2");
  const first = make("div", "imr-profile-first", ...practisedView(facts), ...offer(groups, facts));
  const numbers = make("div", "imr-profile-head", summary(groups));
  root.replaceChildren(asOf(facts, name), first, numbers, choice.root, parts.picture, parts.table, ...left);
  return () => listening.abort();
}

/** Show one group, or with an empty name all, in the picture and in the table. */
function showGroup(root: HTMLElement, groups: readonly Group[], name: string): void {
  for (const part of all(root, "[data-group]")) part.hidden = name !== "" && part.dataset["group"] !== name;
  const shown = groups.filter(({ id }) => name === "" || id === name);
  announce(
    sayCount(
      "filtered",
      shown.reduce((sum, { rows }) => sum + rows.length, 0),
    ),
  );
}
