"""The blueprint: how many scored responses a course offers for each competency, and how many it should."""

from course.blueprint.counting import Coverage, coverage
from course.blueprint.rendering import render, render_json
from course.blueprint.too_few_responses import too_few_responses

__all__ = ["Coverage", "coverage", "render", "render_json", "too_few_responses"]
