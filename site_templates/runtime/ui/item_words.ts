/** What is said of a question and of a set, in the language of the page. */

import { catalogue } from "./strings";

export const { say: text } = catalogue("item");
