/** The place where scores are entered by hand: always for whoever is chosen, and for one rating at a time. */

import type { InstrumentData } from "../../../course/page_data.gen";
import type { FidelityRating } from "../../../desk/contents";
import { make, need } from "../../../ui/dom";
import type { DeskPage } from "../page";
import { say } from "../words";
import type { Entering } from "./by_hand";
import { byHand, titleOf } from "./by_hand";

export interface EnteringByHand {
  readonly view: HTMLDetailsElement;
  /** Show an empty form. */
  begin(): void;
  /** Show a rating, to be changed. */
  change(rating: FidelityRating): void;
  /** Show an empty form where someone else was chosen, or where what is being changed is no longer there. */
  follow(): void;
}

export function enteringByHand(page: DeskPage, instrument: () => InstrumentData): EnteringByHand {
  const place = make("div", "");
  const summary = make("summary", "imr-summary", say("by_hand"));
  const view = make("details", "imr-how", summary, place);
  let shown: Entering | undefined;
  const show = (rating?: FidelityRating): void => {
    const { trainer } = page.chosen;
    view.hidden = !trainer;
    shown = trainer && { trainer, instrument: instrument(), rating };
    place.replaceChildren(...(shown ? [byHand(page, shown, leave)] : []));
  };
  const leave = (words: string): void => {
    show();
    if (words === "") {
      summary.focus();
      return;
    }
    const button = need<HTMLButtonElement>(place, "form button");
    button.parentElement!.after(make("p", "imr-record-outcome", words));
    button.focus();
  };
  return {
    view,
    begin: () => show(),
    change: (rating) => {
      show(rating);
      view.open = true;
      const heading = need(place, "h3");
      heading.tabIndex = -1;
      heading.focus();
    },
    follow: () => {
      const { trainer } = page.chosen;
      const { ratings } = page.desk.contents;
      const rating = shown?.rating;
      const isThere = !rating || ratings.some(({ id }) => id === rating.id);
      if (trainer?.id !== shown?.trainer.id || !isThere) show();
      // the name of whoever is shown may change while scores are typed
      else if (trainer && shown) need(place, "h3").textContent = titleOf({ ...shown, trainer });
    },
  };
}
