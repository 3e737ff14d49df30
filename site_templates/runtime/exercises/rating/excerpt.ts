/** The way from an element to the excerpt, and back to where one was. */

import { need } from "../../ui/dom";
import { say } from "../words";
import type { ElementParts, RatingParts } from "./parts";

/** Let learners look something up in the excerpt and come back. */
export function letLookUp({ root, elements }: RatingParts, signal: AbortSignal): void {
  const title = need(root, "[data-role=excerpt] h3");
  const backLine = need(root, "[data-role=way-back]");
  const back = need<HTMLAnchorElement>(backLine, "[data-role=back]");
  let from: ElementParts | undefined;
  for (const element of elements) {
    need(element.root, "[data-role=to-excerpt]").addEventListener(
      "click",
      (event) => {
        from = element;
        back.href = `#${element.root.id}`;
        back.textContent = say("rating_back", { number: element.number, name: element.name });
        backLine.hidden = false;
        go(event, title, title);
      },
      { signal },
    );
  }
  back.addEventListener(
    "click",
    (event) => {
      backLine.hidden = true;
      if (from) go(event, from.legend, from.root);
    },
    { signal },
  );
}

function go(event: Event, goal: HTMLElement, view: HTMLElement): void {
  event.preventDefault();
  goal.focus({ preventScroll: true });
  view.scrollIntoView({ block: "start" });
}
