"""What the site tells its scripts about the course: one contract, written here and read by the browser code.

The structs are the contract. `page-data.schema.json` is made from them, and from that the types of the
browser code (`course/page_data.gen.ts`), so what one half writes is what the other half reads.
"""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from course.records.course_data import Part
from course.records.course_keys import CourseKeys
from course.targets.site.page_data.course import JudgedCourse
from course.targets.site.page_data.desk import DeskData
from course.targets.site.page_data.plan import CoursePlan
from course.targets.site.page_data.search import SearchData
from course.targets.site.page_data.titles import CourseTitles
from course.targets.site.page_data.units import Unit


class PageData(Part, frozen=True):
    """What scripts bring, as parts of `window.imr`; no script brings all of it.

    `judged`: what is needed to judge responses, together with `units`.
    `keys`: what is needed to compute the credit of responses again; `unit_keys`: the same by unit.
    `safety`: by their ids, what the safety-critical items are called.
    `items`: the HTML of items by id, for sets that a page puts together; `item_set`: the frame of such a set.
    `search`: what can be found. `desk_data`: what a supervisor rates and assigns.
    """

    judged: JudgedCourse | UnsetType = UNSET
    keys: CourseKeys | UnsetType = UNSET
    unit_keys: dict[str, CourseKeys] | UnsetType = UNSET
    safety: dict[str, str] | UnsetType = UNSET
    titles: CourseTitles | UnsetType = UNSET
    units: list[Unit] | UnsetType = UNSET
    plan: CoursePlan | UnsetType = UNSET
    items: dict[str, str] | UnsetType = UNSET
    item_set: str | UnsetType = UNSET
    search: SearchData | UnsetType = UNSET
    desk_data: DeskData | UnsetType = UNSET
