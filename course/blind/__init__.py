"""The blind check: how far the options of a course give its keys away to someone who reads no stem."""

from course.blind.findings import (
    easy_turns,
    find,
    key_given_away,
    key_taken_back,
    keys_given_away,
    one_sided_family,
    rule_finds_keys,
)
from course.blind.rendering import render, render_json
from course.blind.report import Report, measure

__all__ = [
    "FINDINGS",
    "Report",
    "find",
    "measure",
    "render",
    "render_json",
]

FINDINGS = {
    "easy-turns": easy_turns,
    "key-given-away": key_given_away,
    "key-taken-back": key_taken_back,
    "keys-given-away": keys_given_away,
    "one-sided-family": one_sided_family,
    "rule-finds-keys": rule_finds_keys,
}
