/** Exporting the desk: as a file, locked with a passphrase if that is wanted and the browser can. */

import { canSeal } from "../../../desk/sealing";
import { make } from "../../../ui/dom";
import { report } from "../../../ui/mounting";
import { exportDesk } from "../../desk_file/exporting";
import { outcomeLine } from "../../outcome";
import type { DeskPage } from "../page";
import { field } from "../trainers";
import { say } from "../words";

const SHORTEST = 12;

/** Make the form. */
export function exporting(page: DeskPage): HTMLElement {
  const passphrase = secret("desk-passphrase");
  const again = secret("desk-passphrase-again");
  const { line, tell } = outcomeLine();
  const form = make(
    "form",
    "imr-record-act",
    make("h3", "", say("export_title")),
    make("p", "", say("export_help")),
    ...(canSeal()
      ? [
          field(say("passphrase"), passphrase),
          field(say("passphrase_again"), again),
          make("p", "imr-quiet", say("passphrase_help")),
        ]
      : [make("p", "imr-desk-ask", say("passphrase_not"))]),
    make("p", "imr-record-field", make("button", "imr-record-button imr-record-main", say("export_do"))),
    line,
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const typed = passphrase.value;
    if (typed !== again.value) return tell(say("passphrase_differs"));
    if (typed !== "" && typed.length < SHORTEST) return tell(say("passphrase_short", { least: SHORTEST }));
    exportDesk(page.desk, page.course.id, typed)
      .then(() => tell(say(typed ? "exported_locked" : "exported")))
      .catch((problem: unknown) => {
        tell(say("export_failed"));
        report(page.root, problem);
      });
  });
  return form;
}

function secret(id: string): HTMLInputElement {
  const made = make("input", "");
  Object.assign(made, { id, type: "password", autocomplete: "new-password" });
  return made;
}
