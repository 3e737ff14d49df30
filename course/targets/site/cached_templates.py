"""Templates whose HTML is kept for the next build."""

from __future__ import annotations

import json

from markupsafe import Markup

from course.cache import Cache, key_of
from course.targets.site.templates import Templates, View


class CachedTemplates:
    """Render templates, or recall what was rendered from the same template and views."""

    def __init__(self, templates: Templates, cache: Cache) -> None:
        self._templates = templates
        self._cache = cache

    def page(self, name: str, **views: str | View | list[View]) -> Markup:
        """Return a template as HTML."""
        if not self._cache.is_on:
            return self._templates.page(name, **views)
        key = key_of(name, self._templates.key, json.dumps(views))
        recalled = self._cache.recall(key)
        if recalled is not None:
            return Markup(recalled.decode("utf-8"))
        html = self._templates.page(name, **views)
        self._cache.keep(key, html.encode("utf-8"))
        return html
