"""The pages of a learner, and a supervisor's desk: each is a template that its script fills in."""

from __future__ import annotations

from collections.abc import Iterator

from course.targets.site.addresses import (
    ASSIGNMENT,
    CERTIFICATE,
    COHORT,
    DESK,
    OBSERVE,
    PLACEMENT,
    PROFILE,
    RECORD,
    REVIEW,
    SCHEMA,
)
from course.targets.site.context import SiteContext
from course.targets.site.markdown_page import SitePage
from course.targets.site.observe_page import observe_values
from course.targets.site.template_page import template_page

# by address: the name of the template and of its words, such as `review.title`
LEARNER_PAGES = {
    REVIEW: "review",
    PROFILE: "profile",
    RECORD: "record",
    CERTIFICATE: "certificate",
    PLACEMENT: "placement",
    DESK: "desk",
    OBSERVE: "observe",
    COHORT: "cohort",
    ASSIGNMENT: "assignment",
}


def learner_pages(site: SiteContext) -> Iterator[SitePage]:
    """Yield every page of a learner; a placement check with too little to ask says so on its page."""
    course, is_offered = site.course, site.placing.is_offered
    reviewed = [
        {"title": unit.title, "review": review}
        for review in course.organisation.reviews
        if (unit := course.units_by_id.get(review.unit.id))
    ]
    values = {
        "outline": course.outline,
        "organisation": course.organisation,
        "reviewed": reviewed,
        "certificate": CERTIFICATE,
        "schema": SCHEMA,
        "is_offered": is_offered,
        "desk": DESK,
    }
    for path, name in LEARNER_PAGES.items():
        kind = "register" if path == PLACEMENT and not is_offered else ""
        own = observe_values(site) if path == OBSERVE else {}
        yield template_page(site, path, name, kind=kind, **values, **own)
