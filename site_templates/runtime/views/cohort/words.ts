/** The words of the cohort page. */

import { catalogue } from "../../ui/strings";

export const { say, sayCount } = catalogue("cohort");
