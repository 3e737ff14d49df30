"""The small values a record is made of, each with the limits that its schema states."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from course.records.canonical import LARGEST_NUMBER

# `$` matches before a last line feed in Python and not in JavaScript; this ends a text in both
_END = r"(?![\s\S])"

# UUID of version 7 (RFC 9562) in lower case: its text sorts by the millisecond in which it was made
Uuid7 = Annotated[
    str,
    Meta(
        pattern="^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
        min_length=36,
        max_length=36,
    ),
]
# 128 random bits in lower-case base32 without padding
Token = Annotated[str, Meta(pattern="^[a-z2-7]{26}$", min_length=26, max_length=26)]
Hash = Annotated[str, Meta(pattern="^sha256:[0-9a-f]{64}$", min_length=71, max_length=71)]
# the id of something in the course
Name = Annotated[str, Meta(pattern=f"^[A-Za-z0-9][A-Za-z0-9._-]{{0,99}}{_END}")]
Code = Annotated[str, Meta(pattern=f"^[a-z][a-z0-9.-]{{0,63}}{_END}")]
Namespace = Annotated[str, Meta(pattern=f"^[a-z0-9-]+([.][a-z0-9-]+)+{_END}", max_length=100)]
Version = Annotated[str, Meta(pattern=f"^[0-9]{{1,6}}[.][0-9]{{1,6}}[.][0-9]{{1,6}}{_END}")]
Label = Annotated[str, Meta(min_length=1, max_length=100)]
Words = Annotated[str, Meta(max_length=20_000)]
Locale = Annotated[str, Meta(pattern=f"^[A-Za-z]{{2,8}}(-[A-Za-z0-9]{{1,8}})*{_END}", max_length=35)]
# every day of the Gregorian calendar, and no other; years divisible by four have a 29th of February,
# full centuries only where they are divisible by four hundred
_YEAR = "[0-9]{4}"
_LEAP = "([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)"
_IN_EVERY_YEAR = (
    "(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8])"
)
Day = Annotated[
    str,
    Meta(pattern=f"^({_YEAR}-({_IN_EVERY_YEAR})|{_LEAP}-02-29)$", min_length=10, max_length=10),
]

DAY = 86_400_000  # in milliseconds, as every moment is

# milliseconds since 1970 in UTC, up to the end of the year 9999
Moment = Annotated[int, Meta(ge=0, le=253_402_300_799_999)]
Count = Annotated[int, Meta(ge=0, le=LARGEST_NUMBER)]
Ordinal = Annotated[int, Meta(ge=1, le=LARGEST_NUMBER)]
Milli = Annotated[int, Meta(ge=0, le=1000)]
Minutes = Annotated[int, Meta(ge=0, le=100_000)]
