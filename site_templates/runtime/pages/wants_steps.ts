/**
 * Stands in the head of a lesson, in the page itself: says whether it will be shown in steps.
 *
 * Browsers whose search cannot open what is hidden show the whole page, and so does everyone who asked for it.
 * Where the script behind the text fails, the whole page comes back.
 */

import { wantsWholePage } from "../storage/places";

const root = document.documentElement;

if ("onbeforematch" in root && !wantsWholePage()) {
  root.dataset["steps"] = "coming";
  addEventListener("load", () => root.dataset["steps"] === "coming" && delete root.dataset["steps"]);
}
