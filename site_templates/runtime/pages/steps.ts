/**
 * The script of lessons in steps. It is in the page itself, right after the text.
 *
 * So one step is shown before anything is painted, and the other scripts of the page need not have come.
 */

import { courseOnPage } from "../course/course_on_page";
import { mountSteps } from "../steps/steps";

mountSteps(courseOnPage());
