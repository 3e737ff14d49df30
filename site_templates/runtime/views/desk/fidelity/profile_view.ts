/** What the scores of a person or group say: the mean and its band, strongest and weakest, a picture and a table. */

import type { InstrumentData } from "../../../course/page_data.gen";
import type { FidelityRating } from "../../../desk/contents";
import type { Summary, Values } from "../../../desk/fidelity";
import { changes, findings, summary } from "../../../desk/fidelity";
import { ratingsOf } from "../../../desk/ratings_of";
import { makeButton } from "../../../ui/button";
import { make } from "../../../ui/dom";
import { calendarDay } from "../../../ui/numbers";
import { table } from "../../../ui/table";
import type { Outcome } from "../../outcome";
import { named } from "../opened";
import type { DeskPage } from "../page";
import { printOnly } from "../printing";
import { removing } from "../removing";
import { say } from "../words";
import { bandWords } from "./band_words";
import { picture } from "./picture";
import { change, score } from "./score_words";
import type { Rated } from "./subjects";
import { nameOf, ratedOn } from "./subjects";

type Change = (rating: FidelityRating) => void;

/** Return everything that is shown of the chosen one on an instrument; `edit` opens a rating in the form. */
export function profileView(page: DeskPage, instrument: InstrumentData, edit: Change, outcome: Outcome): HTMLElement[] {
  const { trainer } = page.chosen;
  if (!trainer) return [];
  const ratings = ratingsOf(page.desk.contents.ratings, trainer.id, instrument);
  const latest = ratings[ratings.length - 1];
  if (!latest) return [make("p", "", say("no_scores", { name: trainer.name, instrument: instrument.title }))];
  const before = ratings[ratings.length - 2]?.values ?? {};
  const rows = ratedOn(instrument);
  const found = summary(instrument.items, instrument.rates, latest.values, trainer.kind);
  return [
    make("h3", "", say("profile_of", { name: trainer.name, instrument: instrument.title })),
    make("p", "imr-facts", [calendarDay(latest.date), ...(latest.source ? [latest.source] : [])].join(" · ")),
    ...meanOf(found),
    ...ends(found),
    ...notSeen(instrument, latest.values),
    picture(rows, instrument.rates, latest.values, before),
    asTable(rows, instrument, latest.values, before, found),
    make("p", "imr-quiet", say("profile_source")),
    make(
      "p",
      "imr-not-on-paper",
      makeButton("imr-record-button", () => printOnly(page.root, "fidelity"), say("print")),
    ),
    earlier(page, ratings, edit, outcome),
  ];
}

function meanOf({ meanMilli, band, rated, missing }: Summary): HTMLElement[] {
  if (meanMilli === null || band === null) return [];
  const mean = make("p", "imr-desk-mean", say("mean", { mean: score(meanMilli), band: bandWords(band), rated }));
  if (missing.length === 0) return [mean];
  return [mean, make("p", "", say("mean_missing", { items: missing.map(nameOf).join(", ") }))];
}

function ends({ strongest, weakest }: Summary): HTMLElement[] {
  if (weakest.length === 0) return [];
  return [
    make("p", "", make("strong", "", say("strongest")), " ", strongest.map(nameOf).join(" · ")),
    make("p", "", make("strong", "", say("weakest")), " ", weakest.map(nameOf).join(" · ")),
  ];
}

function notSeen({ items }: InstrumentData, values: Values): HTMLElement[] {
  const unseen = findings(items, values).notSeen;
  if (unseen.length === 0) return [];
  return [make("p", "", make("strong", "", say("not_seen")), " ", unseen.map(nameOf).join(" · "))];
}

function asTable(
  rows: readonly Rated[],
  { title }: InstrumentData,
  values: Values,
  before: Values,
  { bands }: Summary,
): HTMLElement {
  const changed = changes(before, values);
  const heads = [say("item"), say("score"), say("band"), say("change")];
  const lines = rows.map(({ id, words }) => {
    const value = values[id];
    const band = bands[id];
    const since = changed[id];
    return [
      words,
      value === undefined ? say("not_rated") : score(value),
      band ? bandWords(band) : "–",
      since === undefined ? "–" : change(since),
    ];
  });
  const summary = make("summary", "imr-summary", say("as_table"));
  return named("table", make("details", "imr-how imr-desk-as-table", summary, table(title, heads, lines)));
}

/** List the ratings, each with the ways to change it and to take it away. */
function earlier(page: DeskPage, ratings: readonly FidelityRating[], edit: Change, outcome: Outcome): HTMLElement {
  const lines = [...ratings].reverse().map((rating) => {
    const date = calendarDay(rating.date);
    const line = make("li", "");
    const remove = removing(page, line, outcome, {
      kind: "ratings",
      id: rating.id,
      label: say("rating_remove", { date }),
      question: say("rating_remove_sure", { date }),
      done: say("rating_removed", { date }),
    });
    const change = makeButton("imr-record-button", () => edit(rating), say("rating_change", { date }));
    line.append(
      make("span", "", [date, ...(rating.source ? [rating.source] : [])].join(" · ")),
      make("span", "imr-record-field", change, remove),
    );
    return line;
  });
  const summary = make("summary", "imr-summary", say("ratings_all"));
  const list = make("ul", "imr-plain imr-desk-people", ...lines);
  return named("ratings", make("details", "imr-how imr-not-on-paper", summary, list));
}
