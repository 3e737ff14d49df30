/** Opening an assignment from the address or from a file: what it holds, or what is wrong with it. */

import { handedBytes } from "../../desk/handed_file";
import type { Handed, HandedProblem } from "../../desk/handing_over";
import { fromFile, fromLink } from "../../desk/handing_over";
import { make, need } from "../../ui/dom";
import { report } from "../../ui/mounting";
import { announce } from "../../ui/status";
import type { LearnerPage } from "../review/learner_page";
import { offer } from "./offer";
import { offered } from "./offered";
import { say } from "./words";

const PROBLEMS = {
  damaged: "problem_damaged",
  too_large: "problem_too_large",
  newer: "problem_newer",
  other_course: "problem_other_course",
  not_an_assignment: "problem_not_an_assignment",
} as const satisfies Record<Exclude<HandedProblem, "nothing">, string>;

/** Show what the address holds, now and when it changes, and let a file be opened. */
export function letOpen(page: LearnerPage): void {
  const inAddress = (): Handed | HandedProblem => fromLink(window.location.hash, page.course.id);
  show(page, inAddress());
  window.addEventListener("hashchange", () => open(page, inAddress()), { signal: page.signal });
  const input = need<HTMLInputElement>(page.root, "#assignment-file");
  input.addEventListener(
    "change",
    () => {
      const file = input.files?.[0];
      // so that choosing the same file again is a change
      input.value = "";
      if (!file) return;
      handedBytes(file)
        .then((bytes) => open(page, fromFile(bytes, page.course.id)))
        .catch((problem: unknown) => {
          open(page, "damaged");
          report(page.root, problem);
        });
    },
    { signal: page.signal },
  );
}

/** Show what someone has just opened, and move to its heading. */
function open(page: LearnerPage, handed: Handed | HandedProblem): void {
  show(page, handed);
  const heading = page.root.querySelector<HTMLElement>("[data-role=opened] h2");
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus();
  announce(heading.textContent ?? "");
}

function show(page: LearnerPage, handed: Handed | HandedProblem): void {
  const place = need(page.root, "[data-role=opened]");
  if (typeof handed !== "string") {
    place.replaceChildren(
      ...offer(
        page,
        handed,
        handed.units.map((unit) => offered(handed, unit)),
      ),
    );
    return;
  }
  const words = handed === "nothing" ? "" : say(PROBLEMS[handed]);
  place.replaceChildren(...(words ? [make("p", "imr-record-outcome", words)] : []));
  if (words) announce(words);
}
