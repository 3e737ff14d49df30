"""Where a build puts its files, as paths from the folder of the course."""

from __future__ import annotations

FOLDER = "build"
PROJECT = f"{FOLDER}/project"
FINISHED = f"{PROJECT}/site"
NEXT = f"{FOLDER}/site-next"
ASIDE = f"{FOLDER}/site-before"
OTHERS = f"{FOLDER}/set-aside"
MARK = f"{FOLDER}/made.json"
CACHE = f"{FOLDER}/kept.sqlite"
STAMP = f"{FOLDER}/stamp.json"
SITE = "site"
