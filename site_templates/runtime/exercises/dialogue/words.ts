/** The words of a dialogue, in the language of the page. */

import { catalogue } from "../../ui/strings";

export const { say, sayCount } = catalogue("dialogue");
