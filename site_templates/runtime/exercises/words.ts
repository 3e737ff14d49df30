/** What the script says in rating exercises, written replies and confidence. */

import { catalogue } from "../ui/strings";

export const { say, sayCount } = catalogue("exercise");
