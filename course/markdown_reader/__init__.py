"""Markdown as a course uses it: one dialect for lessons and for the texts of items."""

from course.markdown_reader.lesson import read_blocks
from course.markdown_reader.text import read_line, read_question, read_text, read_words

__all__ = ["read_blocks", "read_line", "read_question", "read_text", "read_words"]
