"""The tables of an export for research, with what each column holds; the codebook is made of this."""

from __future__ import annotations

TABLES: dict[str, dict[str, str]] = {
    "trainers": {
        "trainer": "number of the trainer in this export, drawn by chance; another export has other numbers",
    },
    "responses": {
        "trainer": "as in trainers.csv",
        "order": "1 for the trainer's first response in this table, 2 for the next, and so on",
        "week": "ISO week such as 2026-W19, or the first and the last of weeks that five trainers share",
        "kind": "item, dialogue or rating",
        "of": "the item, dialogue/turn or exercise/element",
        "revision": "current: as the course asks it now; earlier: it has changed since",
        "unit": "the unit that asks it",
        "strand": "knowledge or judgement; empty for ratings",
        "mode": "how an item was asked: practice, check, placement or review; empty where not known, or rare",
        "reference": "of a rating, what the authors give",
        "picked": "ids that were picked, spaces between; empty for earlier ones",
        "score_milli": "credit of an item in thousandths",
        "credits_milli": "credit for each competency in thousandths, as ID:credit, spaces between",
        "value": "of a rating, 1 to 5",
        "dont_know": "1: answered with I don't know",
        "revealed": "1: the answer was shown instead of given",
        "evidence": "1: a first or long unseen answer; 0: practice",
        "certainty": "1 guessed, 2 fairly sure, 3 sure; empty where not asked, or rare",
        "seconds": "time to the answer in whole seconds, at most 600",
    },
    "observations": {
        "trainer": "as in trainers.csv",
        "week": "ISO week of the observation, or the first and the last of weeks that five trainers share",
        "kind": "competency or element of an instrument",
        "subject": "which",
        "value_milli": "1000 to 5000; empty where rare",
        "occasion": "session, recording or role-play; empty where not known, or rare",
    },
    "items": {
        "item": "the item, as in `of`",
        "unit": "its unit",
        "strand": "knowledge or judgement",
        "level": "know, judge or plan",
        "competencies": "what it shows, spaces between",
        "answers": "ids that an answer may name, spaces between",
        "key": "ids of the key, spaces between; for matching card=target; empty for best and worst",
    },
}
