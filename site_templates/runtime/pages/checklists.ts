/** The script of lessons with checklists to tick. */

import { mountChecklist } from "../exercises/checklist";
import { pageStore } from "../storage/page_store";
import { mountAll } from "../ui/mounting";
import { whenReady } from "../ui/ready";

function start(): void {
  mountAll(document, { checklist: mountChecklist }, { store: pageStore() });
}

whenReady(start);
