"""The pictures of the desk: those that the tool makes, small, and each shown with its words."""

from __future__ import annotations

import re

from tools.desk_pictures import FOLDER, LARGEST, PICTURES

PAGE = FOLDER.parent / "pages" / "2-supervisors.md"


def test_the_page_for_supervisors_shows_every_picture_of_the_desk_with_its_words() -> None:
    shown = dict(re.findall(r"^!\[([^\]]+)\]\(\.\./images/(desk-[a-z]+)\.webp\)$", PAGE.read_text(), re.M))

    assert sorted(shown.values()) == sorted(picture.name for picture in PICTURES)
    assert sorted(path.stem for path in FOLDER.glob("desk-*")) == sorted(shown.values())


def test_every_picture_of_the_desk_is_small_enough_to_be_loaded_with_its_page() -> None:
    for picture in PICTURES:
        content = (FOLDER / f"{picture.name}.webp").read_bytes()
        assert (content[:4], content[8:12]) == (b"RIFF", b"WEBP")
        assert len(content) <= LARGEST, picture.name
