/** The words of the overview and of the page of review, in the language of the page. */

import { catalogue } from "../../ui/strings";

export const { say, sayCount } = catalogue("review");
