"""The templates of the site: Jinja2 with the words of the interface at hand."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from jinja2 import DictLoader, Environment, StrictUndefined, nodes
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape

from course.cache import key_of
from course.targets.site.interface import Interface

View = dict[str, Any]  # what a template needs is open by nature


class _Environment(Environment):
    """Puts constant words into a template when it is compiled, and looks for keys before attributes."""

    words: Interface

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return an attribute, or the value of a dictionary by its key, which is looked for first."""
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree: nodes.Template = _Words(self.words).visit(super()._parse(source, name, filename))
        return tree


class _Words(NodeTransformer):
    """Replaces `t("key")` by its text."""

    def __init__(self, words: Interface) -> None:
        self._words = words

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802, the name that Jinja looks for
        self.generic_visit(node)
        is_word = isinstance(node.node, nodes.Name) and node.node.name == "t"
        if not is_word or node.kwargs or not all(isinstance(one, nodes.Const) for one in node.args):
            return node
        return nodes.Const(self._words(*(one.as_const() for one in node.args)), lineno=node.lineno)


_TAG = re.compile(r"\{(?=[{%#])")


class EngineTemplate(Markup):
    """A piece of an override that holds tags for the engine."""


def _no_tag(value: Any) -> Any:
    """Escape what the engine would read as a tag, because it reads the override as a template."""
    if isinstance(value, EngineTemplate):
        return value
    return Markup(_TAG.sub("&#123;", escape(value))) if isinstance(value, str) else value


# The templates of the last course: compiling them takes as long as rendering a dozen lessons.
_COMPILED: dict[bytes, Templates] = {}


def templates_of(assets: Mapping[str, bytes], language: str, words: Interface) -> Templates:
    """Return the templates among the files of `site_templates/`, with the words of a language in them."""
    shown = [(path, assets[path]) for path in sorted(assets) if not path.startswith("bundle/")]
    key = key_of(language, *(part for entry in shown for part in entry))
    if key not in _COMPILED:
        sources = {
            path: content.decode("utf-8")
            for path, content in assets.items()
            if path.endswith((".jinja", ".html"))
        }
        _COMPILED.clear()
        _COMPILED[key] = Templates(sources, words, key)
    return _COMPILED[key]


class Templates:
    """Render templates by name. Equal `key`s, equal HTML.

    Pages are written with `{{ }}`. Overrides of the theme keep those for the site engine
    and are filled with `[[ ]]`.
    """

    def __init__(self, sources: Mapping[str, str], interface: Interface, key: bytes) -> None:
        self.key = key
        self._pages = _Environment(
            loader=DictLoader(dict(sources)),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._overrides = _Environment(
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
            finalize=_no_tag,
        )
        for environment in (self._pages, self._overrides):
            environment.words = interface
            environment.globals["t"] = interface

    def page(self, name: str, **values: Any) -> Markup:
        return Markup(self._pages.get_template(name).render(**values))

    def override(self, name: str, **values: Any) -> str:
        return self._overrides.get_template(name).render(**values)
