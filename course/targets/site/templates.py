"""The templates of the site: Jinja2 with the words of the interface at hand."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, TypeGuard, cast

from jinja2 import DictLoader, Environment, StrictUndefined, nodes
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape

from course.cache import key_of
from course.targets.site.interface import ENGLISH, Interface

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
    """Replaces `t("key")` by its text, which says its language where that is not the language of the course.

    It says so wherever an element can stand: not within a tag, and not in a title, an option or a script.
    """

    def __init__(self, words: Interface) -> None:
        self._words = words
        self._place = _Place()

    def visit_TemplateData(self, node: nodes.TemplateData) -> nodes.Node:  # noqa: N802, as Jinja calls it
        self._place.read(node.data)
        return node

    def visit_Output(self, node: nodes.Output) -> nodes.Node:  # noqa: N802, as Jinja calls it
        node.nodes = [self._shown(one) for one in node.nodes]
        return node

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802, as Jinja calls it
        self.generic_visit(node)
        if not _is_word(node) or not _is_constant(node):
            return node
        return nodes.Const(self._words(*(one.as_const() for one in node.args)), lineno=node.lineno)

    def _shown(self, node: nodes.Expr, *, is_alone: bool = True) -> nodes.Expr:
        """Return what is put out, with its own language where it is one of the words, or a choice of them."""
        if isinstance(node, nodes.CondExpr):
            node.test = self.visit(node.test)
            node.expr1 = self._shown(node.expr1, is_alone=False)
            node.expr2 = node.expr2 and self._shown(node.expr2, is_alone=False)
            return node
        if not (self._words.is_foreign and self._place.is_text and _is_word(node)):
            return cast(nodes.Expr, self.visit(node))
        self.generic_visit(node)
        if is_alone and _is_constant(node):
            text = self._words.marked(*(one.as_const() for one in node.args))
            return nodes.TemplateData(str(text), lineno=node.lineno)
        node.node = nodes.Name(MARKED, "load", lineno=node.lineno)
        return node


def _is_word(node: nodes.Node) -> TypeGuard[nodes.Call]:
    return isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name == "t"


def _is_constant(node: nodes.Call) -> bool:
    return not node.kwargs and all(isinstance(one, nodes.Const) for one in node.args)


class _Place:
    """Where in HTML the text is after what was read, in the order of the template."""

    def __init__(self) -> None:
        self._is_in_tag = False
        self._opened = ""
        self._closing = ""  # the element whose content is no HTML

    @property
    def is_text(self) -> bool:
        return not self._is_in_tag and not self._closing

    def read(self, html: str) -> None:
        for found in _EDGE.finditer(html):
            edge = found.group().lower()
            if self._closing:
                self._is_in_tag = edge == f"</{self._closing}"
                self._closing = "" if self._is_in_tag else self._closing
                self._opened = ""
            elif edge == ">":
                if self._is_in_tag and self._opened in _NO_HTML:
                    self._closing = self._opened
                self._is_in_tag = False
            elif not self._is_in_tag:
                self._is_in_tag, self._opened = True, edge.lstrip("<")


MARKED = "t_marked"
_EDGE = re.compile(r"</?[A-Za-z][\w-]*|>")
_NO_HTML = ("title", "option", "script", "style", "textarea")
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
            environment.globals[MARKED] = interface.marked
            # an attribute is in the language of its element; what is in the element goes back to its own
            environment.globals["words_lang"] = _lang(ENGLISH) if interface.is_foreign else ""
            environment.globals["own_lang"] = _lang(interface.language) if interface.is_foreign else ""

    def page(self, name: str, **values: Any) -> Markup:
        return Markup(self._pages.get_template(name).render(**values))

    def override(self, name: str, **values: Any) -> str:
        return self._overrides.get_template(name).render(**values)


def _lang(language: str) -> Markup:
    return Markup(' lang="{}"').format(language)
