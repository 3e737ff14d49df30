/** The words, numbers and dates of the pages that show the learner's record. */

import { catalogue } from "../../ui/strings";

export { day } from "../../ui/days";

export const { say, sayCount } = catalogue("record");
