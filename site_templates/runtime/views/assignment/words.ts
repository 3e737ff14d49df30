/** The words of the page on which a trainer opens an assignment. */

import { catalogue } from "../../ui/strings";

export const { say, sayCount } = catalogue("assignment");
