/** The words of the profile, in the language of the page. */

import { catalogue } from "../../ui/strings";

export { day } from "../../ui/days";

export const { say, sayCount } = catalogue("profile");
