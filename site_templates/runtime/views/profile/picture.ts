/** The profile as a picture: groups of rows, each a name, its bands, its state and what comes next. */

import { make } from "../../ui/dom";
import { level } from "../../ui/numbers";
import { agreementView } from "./agreement_view";
import { band } from "./band";
import { given } from "./given";
import { how } from "./how";
import { key } from "./key";
import type { Facts, Group, Row, StrandRow } from "./rows";
import { hasRated } from "./rows";
import { strandMark } from "./state_marks";
import { stepView } from "./step_view";
import { say, sayCount } from "./words";

/** Draw all groups. */
export function picture(groups: readonly Group[], facts: Facts): HTMLElement {
  const isNowhere = !groups.some(({ rows }) => rows.some(({ id }) => id === facts.rated.under));
  const rated = isNowhere ? ratedView(facts, "h3") : [];
  return make("div", "imr-groups", key(facts.cutMilli), ...groups.map((group) => groupView(group, facts)), ...rated);
}

/** Agreement in rating sessions, beside the strands and not one of them. */
function ratedView({ rated }: Facts, level: "h3" | "h4"): HTMLElement[] {
  return hasRated(rated) ? [agreementView(rated.found, rated.superseded, level)] : [];
}

function groupView(group: Group, facts: Facts): HTMLElement {
  const title = make("h2", "imr-group-title", group.title);
  title.id = `group-${group.id}`;
  const rows = group.rows.map((row) => rowView(row, facts));
  const view = make("section", "imr-group", title, scale(facts.cutMilli), ...rows);
  view.dataset["group"] = group.id;
  view.setAttribute("aria-labelledby", title.id);
  return view;
}

/** The ends of the band and its cut, above the rows of a group. */
function scale(cutMilli: number): HTMLElement {
  const cut = make("span", "imr-scale-cut", say("cut_label", { cut: level(cutMilli) }));
  cut.style.setProperty("--at", `${cutMilli / 10}%`);
  const marks = make("div", "imr-scale", make("span", "", "0"), cut, make("span", "", "1"));
  marks.setAttribute("aria-hidden", "true");
  return marks;
}

function rowView(row: Row, facts: Facts): HTMLElement {
  const name = make("a", "", row.title);
  name.href = `competencies.html#${row.id.toLowerCase()}`;
  const title = make("h3", "imr-row-title", make("span", "imr-code", row.id), " ", name);
  const strands = row.strands.map((strand, place) => strandView(strand, row, facts, place === 0));
  const agreed = row.id === facts.rated.under ? ratedView(facts, "h4") : [];
  const evidence = make("div", "imr-strand-list", ...strands, ...given(row, facts.titles), ...agreed);
  const next = make("div", "imr-row-next", ...row.steps.map((step) => stepView(step, facts.titles)));
  const view = make("div", "imr-profile-row", title, evidence, next);
  view.dataset["competency"] = row.id;
  return view;
}

function strandView(strand: StrandRow, row: Row, facts: Facts, isLead: boolean): HTMLElement {
  const { numbers } = strand;
  const own = isLead ? row.ownRating?.level : undefined;
  const drawing = make("div", "imr-strand-band", band(numbers, facts.cutMilli, own));
  const figures = make("div", "imr-figures", ...figuresOf(strand));
  const state = make("div", "imr-strand-state", strandMark(strand));
  const sum = numbers.n > 0 ? [how(strand, row.title, facts.cutMilli)] : [];
  const view = make("div", "imr-strand", drawing, state, make("div", "imr-evidence", figures, ...sum));
  view.dataset["strand"] = strand.strand;
  if (numbers.superseded > 0)
    figures.append(make("span", "imr-superseded", sayCount("superseded", numbers.superseded)));
  return view;
}

function figuresOf({ strand, numbers }: StrandRow): HTMLElement[] {
  const name = make("span", "imr-strand-name", say(strand));
  if (numbers.n === 0) return [name, make("span", "imr-nothing", say("no_answers"))];
  const [low, high, mean] = [level(numbers.lowMilli), level(numbers.highMilli), level(numbers.meanMilli)];
  const seen = make("span", "imr-seen", make("strong", "", mean), " ", say("range", { low, high }));
  seen.setAttribute("aria-hidden", "true");
  const heard = make("span", "imr-visually-hidden", say("estimate_heard", { mean, low, high }));
  return [name, seen, heard, make("span", "imr-answers", sayCount("answers", numbers.n))];
}
