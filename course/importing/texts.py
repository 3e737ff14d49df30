"""The texts of one question, in whatever form another tool has them, as our Markdown."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from course.importing import html, plain
from course.importing.images import Images

HTML, PLAIN, MARKDOWN, EITHER = "html", "plain", "markdown", "either"  # either: HTML where it holds tags
_FORMULA = re.compile(r"\\\(.+?\\\)|\\\[.+?\\\]|\[tex\]|\$\$.+?\$\$", re.DOTALL)
_SIMPLE = re.compile(r"(?:[^\W_]+(?: (?=[^\W_])|$))*")  # words and nothing else, which are most texts
_UNREADABLE = "\ufffd"


@dataclass
class Texts:
    """Converts the texts of one question, and collects what is different about them here."""

    images: Images
    changes: list[str] = field(default_factory=list)

    def block(self, text: str, form: str, files: Mapping[str, bytes] | None = None) -> str:
        """Return a text as Markdown of paragraphs."""
        return self._converted(text, form, files or {}, in_line=False)

    def line(self, text: str, form: str, files: Mapping[str, bytes] | None = None) -> str:
        """Return a text as one line of Markdown."""
        return re.sub(r"\s+", " ", self._converted(text, form, files or {}, in_line=True)).strip()

    def tell(self, change: str) -> None:
        if change not in self.changes:
            self.changes.append(change)

    def _converted(self, text: str, form: str, files: Mapping[str, bytes], *, in_line: bool) -> str:
        if _SIMPLE.fullmatch(text):
            return text
        if _FORMULA.search(text):
            self.tell("a formula stands as it was written")
        if _UNREADABLE in text:
            self.tell(f"a character could not be read, and {_UNREADABLE} stands for it")
        if form == MARKDOWN:
            return text.strip()
        if form == HTML or (form == EITHER and html.is_html(text)):
            broken = text if form == HTML else text.strip().replace("\n", "<br>")
            written = self._from_html(broken, files, in_line=in_line)
            if written or form == HTML:  # a tag alone is the name of a tag
                return written
        return plain.as_markdown(re.sub(r"\s+", " ", text) if in_line else text)

    def _from_html(self, text: str, files: Mapping[str, bytes], *, in_line: bool) -> str:
        def show(address: str, alternative: str) -> str:
            return self.images.show(address, alternative, files, self.tell)

        return html.as_markdown(text, show, self.tell, in_line=in_line)
