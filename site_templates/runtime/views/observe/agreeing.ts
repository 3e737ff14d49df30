/** How far two observers of the same sessions agree: value by value, and from thirty values on in figures. */

import type { Agreeing, SeenTwice } from "../../desk/observing";
import { agreeing, seenTwice } from "../../desk/observing";
import { LEAST_RATINGS } from "../../learning/agreement";
import { make, need } from "../../ui/dom";
import { calendarDay, points } from "../../ui/numbers";
import { kappaWord } from "../profile/agreement_view";
import { number } from "../profile/agreement_words";
import type { ObservePage } from "./page";
import { competencyName } from "./page";
import { say, sayCount } from "./words";

export function showAgreeing(page: ObservePage): void {
  const part = need(page.root, "[data-role=agreement-part]");
  const place = need(page.root, "[data-role=agreement]");
  const show = (): void => {
    const sessions = seenTwice(page.desk.contents.observations).filter(({ both }) => both.length > 0);
    part.hidden = sessions.length === 0;
    place.replaceChildren(
      ...agreeing(sessions).map((one) => make("p", "", lineOf(one))),
      ...sessions.map((one) => session(page, one)),
    );
  };
  show();
  page.desk.listen(show, page.signal);
}

/** Say how far two observers agree. */
function lineOf({ raters: [one, other], sessions, near, found }: Agreeing): string {
  const seen = sayCount("both_saw", found.n, { one, other, near, sessions });
  if (!found.error) return `${seen} ${say("too_few", { least: LEAST_RATINGS })}`;
  const { kappa, error } = found;
  const words = kappa
    ? say("kappa", {
        word: kappaWord(kappa.value),
        value: number(kappa.value),
        low: number(kappa.low),
        high: number(kappa.high),
      })
    : say("kappa_not_defined");
  const mean = Math.abs(error.value);
  const higher = { who: error.value > 0 ? one : other, value: number(mean) };
  return `${seen} ${words} ${mean < 0.005 ? say("none_higher") : say("higher", higher)}`;
}

function session({ root, titles, desk }: ObservePage, { raters, trainer, date, both }: SeenTwice): HTMLElement {
  const heads = [say("column_what"), ...raters, say("column_difference")].map((words) => make("th", "", words));
  const rows = both.map(({ competency, values: [one, other] }) => {
    const name = make("th", "", competencyName(root, titles, competency));
    name.scope = "row";
    const cells = [points(one), points(other), points(Math.abs(one - other))];
    return make("tr", "", name, ...cells.map((words) => make("td", "", words)));
  });
  const who = desk.contents.trainers.find(({ id }) => id === trainer)?.name ?? say("no_longer_here");
  const caption = make("caption", "", say("session_of", { who, date: calendarDay(date) }));
  const table = make(
    "table",
    "imr-observe-table",
    caption,
    make("thead", "", make("tr", "", ...heads)),
    make("tbody", "", ...rows),
  );
  return make("div", "imr-table", table);
}
