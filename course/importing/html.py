"""HTML of other tools as our Markdown, with a word about all that has no equal here."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from bs4 import BeautifulSoup
from bs4.element import Tag
from markdownify import MarkdownConverter

from course.importing.plain import as_address, as_line_start, as_words, ordinary
from course.source import visible

DEEPEST = 60  # tags within each other; no one writes more by hand
MOST_TAGS = 20_000
# with bars between them, as alternatives of a pattern
_KNOWN_TAGS = (
    "a|abbr|acronym|address|area|article|aside|audio|b|base|bdi|bdo|big|blockquote|body|br|button|canvas|caption"
    "|center|cite|code|col|colgroup|data|dd|del|details|dfn|dir|div|dl|dt|em|embed|fieldset|figcaption|figure"
    "|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd|label|legend|li|link|main|map|mark"
    "|math|menu|meta|nav|nobr|noscript|o:p|object|ol|optgroup|option|output|p|param|picture|pre|q|rp|rt|ruby|s"
    "|samp|script|section|select|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td"
    "|template|textarea|tfoot|th|thead|time|title|tr|track|tt|u|ul|var|video|wbr"
)
_ALONE = (
    "allowfullscreen|async|autoplay|checked|controls|defer|disabled|hidden|ismap|loop|muted|nowrap|reversed"
)
_TAG = re.compile(
    rf"</?(?:{_KNOWN_TAGS})"
    rf"(?:\s+(?:[a-z][\w:.-]*\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'<>]+)|{_ALONE}))*\s*/?>"
    r"|<!DOCTYPE[^<>]*>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|[A-Za-z]\w+);")
# What is shown by a program of its own, which no page of a course loads.
_LOST = {
    "audio": "a sound",
    "video": "a film",
    "iframe": "a page within the page",
    "object": "an embedded file",
    "embed": "an embedded file",
    "canvas": "a drawing made by a script",
    "svg": "a drawing within the text",
    "math": "a formula",
    "script": "a script",
    "input": "a field of a form",
    "select": "a field of a form",
    "textarea": "a field of a form",
}
_UNSEEN = (
    "style",
    "head",
    "template",
    "meta",
    "link",
    "base",
    "title",
    "track",
    "source",
    "param",
    "noscript",
)
_RAISED = str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-−=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ")

Show = Callable[[str, str], str]  # the Markdown of an image, by its address and its alternative text
Tell = Callable[[str], None]


TOO_DEEP = "its HTML is nested too deeply"


class TooDeepError(Exception):
    """HTML with more tags, or more of them within each other, than anyone writes."""


def is_html(text: str) -> bool:
    """Say whether a text that may be either holds HTML."""
    return bool(_TAG.search(text) or _ENTITY.search(text))


def as_markdown(html: str, show: Show, tell: Tell, *, in_line: bool = False) -> str:
    """Return HTML as Markdown; `in_line`, without anything that needs lines of its own."""
    soup = BeautifulSoup(_only_tags(html), "html.parser")
    _require_shallow(soup)
    written = str(_Converter(show, tell, in_line).convert_soup(soup))
    lines = [line if line.endswith("  ") else line.rstrip() for line in visible(written).split("\n")]
    joined = re.sub(r"\n{3,}", "\n\n", re.sub(r" +\n(?=\n)", "\n", "\n".join(lines))).strip()
    return re.sub(r"\s+", " ", joined) if in_line else joined


def _only_tags(html: str) -> str:
    """Write `<` as an entity wherever it begins no tag, so that no word is taken for one."""
    html = _without_comments(html)
    kept, at = [], 0
    for found in _TAG.finditer(html):
        kept += [html[at : found.start()].replace("<", "&lt;"), found.group()]
        at = found.end()
    return "".join((*kept, html[at:].replace("<", "&lt;")))


def _without_comments(html: str) -> str:
    kept, at = [], 0
    while (begin := html.find("<!--", at)) >= 0 and (end := html.find("-->", begin)) >= 0:
        kept.append(html[at:begin])
        at = end + len("-->")
    return "".join((*kept, html[at:]))


def _require_shallow(soup: BeautifulSoup) -> None:
    tags = 0
    waiting: list[tuple[Tag, int]] = [(soup, 0)]
    while waiting:
        element, depth = waiting.pop()
        tags += 1
        if depth > DEEPEST or tags > MOST_TAGS:
            raise TooDeepError
        waiting += [(child, depth + 1) for child in element.children if isinstance(child, Tag)]


class _Converter(MarkdownConverter):  # type: ignore[misc]  # the library has no types
    """The library's converter, for our dialect."""

    def __init__(self, show: Show, tell: Tell, in_line: bool) -> None:
        super().__init__(bullets="-", wrap=True, wrap_width=None, table_infer_header=True)
        self._show = show
        self._tell = tell
        self._in_line = in_line

    def process_tag(self, node: Tag, parent_tags: set[str] | None = None) -> str:
        if node.name in _LOST:
            self._tell(f"{_LOST[node.name]} is left out")
            return ""
        if node.name in _UNSEEN:
            return ""
        return str(super().process_tag(node, parent_tags=parent_tags))

    def escape(self, text: str, parent_tags: set[str]) -> str:
        return "\n".join(as_words(line) for line in ordinary(text).split("\n"))

    def process_text(self, el: Any, parent_tags: set[str] | None = None) -> str:
        text = str(super().process_text(el, parent_tags=parent_tags))
        begins = el.previous_sibling is None or getattr(el.previous_sibling, "name", "") in _BLOCKS
        return (
            as_line_start(text)
            if text.strip() and begins and "_noformat" not in (parent_tags or ())
            else text
        )

    def convert_hN(self, n: int, el: Tag, text: str, parent_tags: set[str]) -> str:  # noqa: N802
        """Write a heading as strong words: a question has none of its own."""
        return f"\n\n**{text.strip()}**\n\n" if text.strip() and "_inline" not in parent_tags else text

    def convert_img(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return self._show(str(el.get("src") or ""), str(el.get("alt") or ""))

    def convert_a(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        address = str(el.get("href") or "").strip()
        if not text.strip() or not address:
            return text
        if not re.match(r"(?:https?://|mailto:)", address, re.IGNORECASE):
            self._tell("a link to a place within the other tool is left out, and its words are kept")
            return text
        if text.strip().startswith("<"):  # the address itself, which is a link already
            return text
        return f"[{text.strip()}]({as_address(address)})"

    def convert_pre(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        if not text.strip():
            return ""
        if self._in_line or "_inline" in parent_tags:
            self._join(text.strip())
            words = re.sub(r"\s+", " ", text).strip()
            return f" {self.convert_code(el, words, set())} "
        longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
        fence = "`" * max(3, longest + 1)
        return f"\n\n{fence}\n{text.strip(chr(10))}\n{fence}\n\n"

    def convert_li(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        if not self._in_line:
            return str(super().convert_li(el, text, parent_tags))
        self._join("\n")
        return f" {text.strip()}; "

    def convert_table(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        if el.find(True, attrs={"colspan": True}) or el.find(True, attrs={"rowspan": True}):
            self._tell("cells of a table that were one are several")
        if self._in_line:
            self._join("\n")
        return str(super().convert_table(el, text, parent_tags))

    def convert_br(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        if not self._in_line:
            return str(super().convert_br(el, text, parent_tags))
        if el.next_sibling is not None:
            self._join("\n")
        return " "

    def convert_hr(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return " " if self._in_line else "\n\n---\n\n"

    def convert_dt(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return f"\n\n**{text.strip()}**\n\n" if text.strip() else ""

    def convert_dd(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return f"\n\n{text.strip()}\n\n" if text.strip() else ""

    def convert_del(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        self._tell("words that were struck out are not")
        return text

    convert_s = convert_strike = convert_del

    def convert_u(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return str(self.convert_em(el, text, parent_tags))

    convert_ins = convert_u

    def convert_mark(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return str(self.convert_b(el, text, parent_tags))

    def convert_sup(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return self._moved(text, _RAISED, "raised")

    def convert_sub(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return self._moved(text, _LOWERED, "lowered")

    def _join(self, text: str) -> None:
        """Tell that lines become one, where there are several."""
        if "\n" in text:
            self._tell("several lines of an option or a feedback are one line")

    def _moved(self, text: str, signs: dict[int, int], how: str) -> str:
        if all(ord(sign) in signs for sign in text):
            return text.translate(signs)
        self._tell(f"words that were {how} are not")
        return text


_BLOCKS = (
    "p",
    "div",
    "br",
    "ul",
    "ol",
    "li",
    "table",
    "pre",
    "blockquote",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
)
