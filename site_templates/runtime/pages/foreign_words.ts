/** The beginning of the script of every page, where words of the interface are in another language than the course. */

import { markForeignWords } from "../ui/foreign_words";
import { whenReady } from "../ui/ready";

whenReady(() => markForeignWords(document.body));
