/** The words about a computer that others use too, in the language of the page. */

import { catalogue } from "../../ui/strings";

export const { say } = catalogue("shared");
