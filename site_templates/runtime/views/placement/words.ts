/** The words of the placement check, in the language of the page. */

import { catalogue } from "../../ui/strings";

export const { say, sayCount } = catalogue("placement");
