"""The language of the theme's own words: its nearest, and a file that names the language of the course."""

from __future__ import annotations

import json

from course.targets.site.interface import ENGLISH, direction_of

# what the theme has, in `partials/languages/`; anything else would stop it
_OF_THEME = frozenset(
    (
        *(
            "af",
            "ar",
            "az",
            "be",
            "bg",
            "bn",
            "ca",
            "cs",
            "cy",
            "da",
            "de",
            "el",
            "en",
            "eo",
            "es",
            "et",
            "eu",
        ),
        *(
            "fa",
            "fi",
            "fr",
            "gl",
            "he",
            "hi",
            "hr",
            "hu",
            "hy",
            "id",
            "is",
            "it",
            "ja",
            "ka",
            "kn",
            "ko",
            "lb",
        ),
        *("lt", "lv", "mk", "mn", "ms", "my", "nb", "nl", "nn", "pl", "pt-BR", "pt", "ro", "ru", "sa", "sh"),
        *(
            "si",
            "sk",
            "sl",
            "sq",
            "sr",
            "sv",
            "ta",
            "te",
            "th",
            "tl",
            "tr",
            "uk",
            "ur",
            "uz",
            "vi",
            "zh-Hant",
        ),
        *("zh-TW", "zh", "ku-IQ"),
    )
)


def language_file(language: str) -> tuple[str, bytes] | None:
    """Return the file by which the theme knows a language that it does not have; None where it has it.

    The theme says its words in the nearest language, and the page says the language of the course.
    """
    if language in _OF_THEME:
        return None
    base = language.partition("-")[0]
    nearest = base if base in _OF_THEME else ENGLISH
    own = json.dumps({"language": language, "direction": direction_of(language)})
    text = (
        f'{{% import "partials/languages/{nearest}.html" as nearest %}}\n'
        f"{{% macro t(key) %}}{{{{ {own}[key] or nearest.t(key) }}}}{{% endmacro %}}\n"
    )
    return f"overrides/partials/languages/{language}.html", text.encode()
