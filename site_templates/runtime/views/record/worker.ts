/** This script in a worker: what an import would bring is found beside the page. */

import { look } from "./looking";
import { serveRecord } from "./record_served";

/** Answer the page. */
export function serve(): void {
  serveRecord(look);
}
