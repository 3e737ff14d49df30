/** The script of pages that ask if this is a shared computer; few pages do, so it is not on every page. */

import { mountAll } from "../ui/mounting";
import { whenReady } from "../ui/ready";
import { mountSharedComputer } from "../views/every_page/shared_computer";

whenReady(() => mountAll(document, { "shared-computer": mountSharedComputer }, undefined));
