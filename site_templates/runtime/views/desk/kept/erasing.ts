/** Erasing the whole desk, in two steps, so that no one does it by mistake. */

import { makeButton } from "../../../ui/button";
import { make } from "../../../ui/dom";
import { outcomeLine } from "../../outcome";
import type { DeskPage } from "../page";
import { save } from "../page";
import { say } from "../words";

/** Make the way to erase. */
export function erasing(page: DeskPage): HTMLElement {
  const sure = make("input", "");
  Object.assign(sure, { type: "checkbox", required: true });
  const { line, tell } = outcomeLine();
  const form = make(
    "form",
    "",
    make("label", "imr-desk-tick", sure, say("erase_sure")),
    make(
      "p",
      "imr-record-field",
      make("button", "imr-record-button imr-record-erase", say("erase_do")),
      makeButton("imr-record-button", () => show(false), say("keep")),
    ),
  );
  const begin = makeButton("imr-record-button", () => show(form.hidden !== false), say("erase_begin"));
  const show = (isOpen: boolean): void => {
    form.hidden = !isOpen;
    begin.setAttribute("aria-expanded", `${isOpen}`);
    sure.checked = false;
    if (!isOpen) begin.focus();
  };
  form.hidden = true;
  begin.setAttribute("aria-expanded", "false");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void save(page, () => page.desk.erase(), say("erase_done"), tell).then(() => show(false));
  });
  return make(
    "section",
    "imr-record-act imr-record-danger",
    make("h3", "", say("erase_title")),
    make("p", "", say("erase_help")),
    make("p", "", begin),
    form,
    line,
  );
}
