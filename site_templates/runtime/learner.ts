/** The script of every page a learner reads. */

import { mountBank } from "./bank";
import { mountItem } from "./item";
import { mountAll } from "./mounting";
import { newSeed } from "./shuffle";
import { openStorage, visitMemory } from "./visit";

const MODULES = { bank: mountBank, item: mountItem };

function start(): void {
  mountAll(document, MODULES, { memory: visitMemory(openStorage()), newSeed });
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start, { once: true });
else start();
