"""The templates of the site: Jinja2 with the words of the interface at hand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup

from course.targets.site.interface import Interface


class Templates:
    """Render templates by name.

    Pages are written with `{{ }}`. Overrides of the theme keep those for the site engine
    and are filled with `[[ ]]`.
    """

    def __init__(self, sources: Mapping[str, str], interface: Interface) -> None:
        self._pages = Environment(
            loader=DictLoader(dict(sources)),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._overrides = Environment(
            loader=DictLoader(dict(sources)),
            autoescape=True,
            undefined=StrictUndefined,
            variable_start_string="[[",
            variable_end_string="]]",
            block_start_string="[%",
            block_end_string="%]",
            comment_start_string="[#",
            comment_end_string="#]",
            keep_trailing_newline=True,
        )
        for environment in (self._pages, self._overrides):
            environment.globals["t"] = interface

    def page(self, name: str, **values: Any) -> Markup:  # what a template needs is open by nature
        return Markup(self._pages.get_template(name).render(**values))

    def override(self, name: str, **values: Any) -> str:
        return self._overrides.get_template(name).render(**values)
