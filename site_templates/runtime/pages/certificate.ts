/** The script of the certificate's page. */

import { judgedOnPage } from "../course/judged";
import { titlesOnPage } from "../course/titles";
import { exportInTurns } from "../learner/export";
import { pageStore } from "../storage/page_store";
import { need } from "../ui/dom";
import { whenReady } from "../ui/ready";
import { redrawn } from "../ui/redrawn";
import { CertificateShown } from "../views/certificate/shown";

function start(): void {
  const root = need(document, "[data-module=certificate]");
  const store = pageStore();
  const shown = new CertificateShown(root, judgedOnPage(), titlesOnPage(), store);
  const fail = (problem: unknown): void => shown.fail(problem);
  const again = redrawn(store, (signal) => shown.draw(signal), fail);
  need(root, "[data-role=export]").addEventListener("click", () => void shown.export(again).catch(fail));
  need(root, "[data-role=print]").addEventListener("click", () => window.print());
}

// the line at the foot of the page exports too
window.imr.exportFile = exportInTurns;
whenReady(start);
