/** What every page says of the answers that are kept, in the language of the page. */

import { catalogue } from "./strings";

export const { say, sayCount } = catalogue("saving");
