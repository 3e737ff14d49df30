/** Whether a file has what is on the desk, and of which day it is. */

import type { Desk } from "../../storage/desk";
import { day } from "../../ui/days";
import { say } from "./words";

export function lastExportWords({ lastExport, hasUnexported }: Desk): string {
  if (!lastExport) return say(hasUnexported ? "never_exported" : "nothing_to_export");
  const date = day(lastExport.at);
  return say(hasUnexported ? "changed_since_export" : "exported_on", { date });
}
