/** The words of the search. */

import { catalogue } from "../../ui/strings";

export const { say, sayCount } = catalogue("search");
