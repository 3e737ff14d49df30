/** What a page says of how far units and lessons are, in the language of the page. */

import { catalogue } from "../../ui/strings";

export const { say, sayCount } = catalogue("progress");
