/** The words of the supervisor's desk, in the language of the page. */

import { catalogue } from "../../ui/strings";

export const { say, sayCount } = catalogue("desk");
