/** Below a comparison: the agreement over all exercises, and when to rate again. */

import { courseData } from "../../course/loading";
import { pastIn } from "../../learner/responses";
import type { Round } from "../../learner/rounds";
import { nextRound } from "../../learner/rounds";
import { agreement } from "../../learning/agreement";
import { ratings } from "../../learning/ratings";
import { makeButton } from "../../ui/button";
import { day } from "../../ui/days";
import { make } from "../../ui/dom";
import { agreementView } from "../../views/profile/agreement_view";
import type { ExercisePage } from "../page";
import { say } from "../words";
import type { RatingParts } from "./parts";

/** Show it; `again` opens the form once more. */
export async function showAfter(
  { after }: RatingParts,
  round: Round,
  { store, course }: ExercisePage,
  again: () => void,
): Promise<void> {
  after.replaceChildren(...whenAgain(round, again));
  after.hidden = false;
  const data = await courseData(course.base);
  const { pairs, superseded } = ratings(pastIn(store.contents), data);
  after.querySelector(".imr-agreement")?.remove();
  after.prepend(agreementView(agreement(pairs), superseded, "h3"));
}

function whenAgain(round: Round, again: () => void): HTMLElement[] {
  const { countsFrom, recheckAt } = nextRound(round);
  const now = Date.now();
  const isDue = now >= recheckAt;
  const button = makeButton(isDue ? "imr-act imr-act-main" : "imr-act", again, say("rating_again"));
  const invited = isDue ? say("rating_due", { date: day(round.at) }) : say("rating_recheck", { date: day(recheckAt) });
  const early = now < countsFrom ? [" ", say("rating_early", { date: day(countsFrom) })] : [];
  const title = make("h3", "imr-part-title", make("span", "", say("rating_later")));
  return [title, make("p", "imr-recheck", invited, ...early), make("p", "imr-acts", button)];
}
