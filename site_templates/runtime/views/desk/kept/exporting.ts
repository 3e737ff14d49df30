/** Exporting the desk: as a file, locked with a passphrase if that is wanted and the browser can. */

import { writeDesk } from "../../../desk/desk_file";
import { canSeal, seal } from "../../../desk/sealing";
import { dateOf } from "../../../ui/days";
import { make } from "../../../ui/dom";
import { download } from "../../../ui/downloading";
import { report } from "../../../ui/mounting";
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
    exportDesk(page, typed)
      .then(() => tell(say(typed ? "exported_locked" : "exported")))
      .catch((problem: unknown) => {
        tell(say("export_failed"));
        report(page.root, problem);
      });
  });
  return form;
}

async function exportDesk({ desk, course }: DeskPage, passphrase: string): Promise<void> {
  const now = Date.now();
  const plain = writeDesk(desk.contents, course.id, now);
  const text = passphrase ? await seal(plain, passphrase, course.id) : plain;
  download({ name: `imr-desk-${dateOf(now)}${passphrase ? "-locked" : ""}.json`, type: "application/json", text });
}

function secret(id: string): HTMLInputElement {
  const made = make("input", "");
  Object.assign(made, { id, type: "password", autocomplete: "new-password" });
  return made;
}
