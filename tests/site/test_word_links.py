"""Words of the glossary in a lesson: each is a link once, and only where one reads."""

from __future__ import annotations

from markupsafe import Markup

from course.model.framework import Term
from course.model.prose import NO_PROSE
from course.source import NOWHERE
from course.targets.site.word_links import LinkedWords

WORDS = LinkedWords(
    (
        Term("plan", "Relapse plan", ("relapse prevention plan",), NO_PROSE, NOWHERE),
        Term("r-and-r", "Rest & recovery", (), NO_PROSE, NOWHERE),
        Term("person", "Participant", (), NO_PROSE, NOWHERE, is_unlinked=True),
    )
)


def test_a_word_is_linked_at_its_first_use_whatever_it_is_called() -> None:
    lesson = WORDS.on("modules/one/lesson.html")

    assert lesson.linked(Markup("<p>Two relapse prevention plans, one relapse plan.</p>")) == (
        '<p>Two <a class="imr-word" href="../../glossary.html#plan">relapse prevention plans</a>,'
        " one relapse plan.</p>"
    )
    assert lesson.linked(Markup("<p>The relapse plan, and rest &amp; recovery.</p>")) == (
        '<p>The relapse plan, and <a class="imr-word" href="../../glossary.html#r-and-r">rest &amp; recovery'
        "</a>.</p>"
    )


def test_nothing_is_linked_in_links_code_headings_attributes_other_words_or_when_switched_off() -> None:
    html = Markup(
        '<h3>Relapse plan</h3><p><a href="x">the relapse plan</a> <code>relapse plan</code>'
        '<img alt="relapse plan"> relapse planning, pre-relapse plan, a participant</p>'
    )

    assert WORDS.on("lesson.html").linked(html) == html
    assert LinkedWords(()).on("lesson.html").linked(html) == html
