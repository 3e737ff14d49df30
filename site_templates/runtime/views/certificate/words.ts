/** The words of the certificate, in the language of the page. */

import { catalogue } from "../../ui/strings";

export const { say, sayCount } = catalogue("certificate");
