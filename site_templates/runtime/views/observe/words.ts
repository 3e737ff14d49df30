/** The words of the page on which a session is observed. */

import { catalogue } from "../../ui/strings";

export const { say, sayCount } = catalogue("observe");
