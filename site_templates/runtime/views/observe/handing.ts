/** What was observed, and the ways in which it reaches the trainer: a file, a link, a QR code, paper. */

import type { Written } from "../../desk/contents";
import { linkOf, observationFile } from "../../desk/handed_observation";
import type { Observation } from "../../desk/schema";
import { sessionLink } from "../../desk/session_link";
import { makeButton } from "../../ui/button";
import { make, need } from "../../ui/dom";
import { download } from "../../ui/downloading";
import { announce } from "../../ui/status";
import { qrOf } from "../certificate/qr";
import { removing } from "../desk/removing";
import { outcomeLine } from "../outcome";
import type { ObservePage } from "./page";
import { competencyName, nameOf, showFace, valueWords } from "./page";
import { say } from "./words";

const BUTTON = "imr-record-button";

/** Show a finished observation. */
export function showHanding(page: ObservePage, observation: Written<Observation>): void {
  const place = need(page.root, "[data-role=handing]");
  const title = make("h2", "", nameOf(page, observation));
  title.tabIndex = -1;
  place.replaceChildren(
    title,
    table(page, observation),
    make("p", "imr-formative", say("formative")),
    ways(page, observation),
    second(page, observation),
    after(page, observation),
  );
  showFace(page.root, "handing");
  title.focus();
}

function table({ root, titles }: ObservePage, { values, notes }: Written<Observation>): HTMLElement {
  const rows = Object.keys({ ...values, ...notes }).map((id) => {
    const value = values[id];
    const name = make("th", "", competencyName(root, titles, id));
    name.scope = "row";
    return make(
      "tr",
      "",
      name,
      make("td", "", value === undefined ? say("not_seen") : valueWords(value)),
      make("td", "", notes[id] ?? ""),
    );
  });
  const heads = [say("column_what"), say("column_value"), say("column_note")].map((words) => make("th", "", words));
  const made = make(
    "table",
    "imr-observe-table",
    make("thead", "", make("tr", "", ...heads)),
    make("tbody", "", ...rows),
  );
  const scroll = make("div", "imr-table", made);
  return scroll;
}

function ways({ course }: ObservePage, observation: Written<Observation>): HTMLElement {
  const link = addressOf("record.html", linkOf(course.id, observation, true));
  const small = addressOf("record.html", linkOf(course.id, observation, false));
  const shown = make("div", "imr-observe-shown");
  const file = makeButton(
    `${BUTTON} imr-record-main`,
    () => {
      download({ ...observationFile(course.id, observation), type: "application/json" });
      announce(say("file_saved"));
    },
    say("save_file"),
  );
  const copy = makeButton(BUTTON, () => void copied(link, shown), say("copy_link"));
  const qr = makeButton(BUTTON, () => showCode(shown, small), say("show_code"));
  const print = makeButton(BUTTON, () => window.print(), say("print"));
  const buttons = make("p", "imr-record-field imr-not-on-paper", file, copy, qr, print);
  const fromFile = location.protocol === "file:" ? [make("p", "imr-not-on-paper", say("from_file"))] : [];
  return make(
    "section",
    "",
    make("h3", "", say("hand_over")),
    make("p", "", say("hand_over_help")),
    ...fromFile,
    buttons,
    shown,
  );
}

/** Show a link to be copied by hand, too: browsers let pages copy only in some places. */
async function copied(link: string, shown: HTMLElement): Promise<void> {
  const text = make("textarea", "imr-observe-link", link);
  text.readOnly = true;
  text.rows = 4;
  text.setAttribute("aria-label", say("link"));
  const { line, tell } = outcomeLine();
  shown.replaceChildren(text, line);
  text.select();
  try {
    await navigator.clipboard.writeText(link);
    tell(say("link_copied"));
  } catch {
    tell(say("link_shown"));
  }
}

function showCode(shown: HTMLElement, link: string): void {
  const frame = make("div", "imr-qr-frame");
  frame.append(qrOf(link, say("code")));
  shown.replaceChildren(frame, make("p", "imr-facts", say("code_without_notes")));
}

function second({ course, faces }: ObservePage, observation: Written<Observation>): HTMLElement {
  const shown = make("div", "imr-observe-shown");
  const link = addressOf("observe.html", sessionLink(course.id, observation));
  const theirs = makeButton(BUTTON, () => void copied(link, shown), say("second_link"));
  const edit = makeButton(BUTTON, () => faces.observe({ ...observation, isDraft: true }), say("change"));
  return make(
    "section",
    "imr-not-on-paper",
    make("h3", "", say("second")),
    make("p", "", say("second_help")),
    make("p", "imr-record-field", theirs, edit),
    shown,
  );
}

function after(page: ObservePage, observation: Written<Observation>): HTMLElement {
  const outcome = outcomeLine();
  const acts = make("div", "");
  const keep = makeButton(BUTTON, () => page.faces.overview(), say("keep"));
  const not = removing(page, acts, outcome, {
    kind: "observations",
    id: observation.id,
    label: say("keep_not"),
    question: say("remove_sure", { name: nameOf(page, observation) }),
    done: say("removed"),
    after: () => page.faces.overview(),
  });
  acts.append(make("p", "imr-record-field", keep, not));
  return make(
    "section",
    "imr-not-on-paper",
    make("h3", "", say("copy")),
    make("p", "", say("copy_help")),
    acts,
    outcome.line,
  );
}

/** Return the address of a page of this site with a fragment. */
function addressOf(page: string, fragment: string): string {
  return `${new URL(page, location.href).href.split("#")[0]}#${fragment}`;
}
