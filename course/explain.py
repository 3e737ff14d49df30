"""Every code of a finding, with the function whose docstring explains it."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

from course import artefacts, blind, blueprint, checks, files, lint, parts
from course.artefacts import paper
from course.build import mendable
from course.checks import edit_findings as edits
from course.desk import table_findings
from course.diagnostics import common, plain_words
from course.exercises import dialogue, marks, rating
from course.importing import findings as importing
from course.item_analysis import findings as item_findings
from course.items import best_and_worst, extended_matching, options, single_choice, sort
from course.markdown_reader import findings as markdown
from course.markdown_reader import labels, other_dialects
from course.reading import (
    banks,
    folder,
    framework,
    ignored_files,
    languages,
    organisation,
    quizzes,
    shapes,
    units,
)
from course.yaml_reader import cut_texts
from course.yaml_reader import findings as yaml

Explained = Callable[..., Any]  # finding functions take what each needs; only their docstrings matter here

EXPLANATIONS: dict[str, Explained] = {
    **checks.CHECKS,
    **lint.FLAWS,
    **blind.FINDINGS,
    **blueprint.FINDINGS,
    **item_findings.FINDINGS,
    "alias": yaml.alias,
    "artefact-does-not-add-up": paper.does_not_add_up,
    "bad-anchor": markdown.bad_anchor,
    "bad-competency-id": framework.bad_competency_id,
    "bad-condition": marks.bad_condition,
    "bad-id": yaml.bad_id,
    "bad-section": parts.bad_section,
    "best-is-worst": best_and_worst.best_is_worst,
    "broken-file-link": files.broken_file_link,
    "broken-yaml": yaml.broken_yaml,
    "byte-order-mark": files.byte_order_mark,
    "changed-by-import": importing.changed_by_import,
    "changed-course-id": edits.changed_course_id,
    "computed-minutes": units.computed_minutes,
    "conflict-marker": files.conflict_marker,
    "confused-with-itself": extended_matching.confused_with_itself,
    "control-character": common.control_character,
    "credit-elsewhere": dialogue.credit_elsewhere,
    "duplicate-anchor": markdown.duplicate_anchor,
    "duplicate-key": yaml.duplicate_key,
    "empty-field": yaml.empty_field,
    "empty-file": common.empty_file,
    "file-too-large": files.file_too_large,
    "heading-without-space": markdown.heading_without_space,
    "image-from-elsewhere": markdown.image_from_elsewhere,
    "image-without-alternative": markdown.image_without_alternative,
    "incomplete-container": markdown.incomplete_container,
    "indented-text": markdown.indented_text,
    "invisible-character": common.invisible_character,
    "ignored-file": ignored_files.ignored_file,
    "item-without-key": options.item_without_key,
    "key-beside-votes": best_and_worst.key_beside_votes,
    "lfs-pointer": files.lfs_pointer,
    "link-leaves-course": files.link_leaves_course,
    "markup-in-words": plain_words.markup_in_words,
    "minutes-without-clock": marks.minutes_without_clock,
    "misplaced-container": markdown.misplaced_container,
    "misplaced-heading": markdown.misplaced_heading,
    "missing-field": yaml.missing_field,
    "missing-file": folder.missing_file,
    "missing-front-matter": units.missing_front_matter,
    "missing-unit-page": units.missing_unit_page,
    "not-imported": importing.not_imported,
    "not-shaped": shapes.not_shaped,
    "not-utf8": files.not_utf8,
    "not-one-line": common.not_one_line,
    "only-a-note": markdown.only_a_note,
    "other-dialect": other_dialects.other_dialect,
    "pale-colour": organisation.pale_colour,
    "prompt-without-question": markdown.prompt_without_question,
    "raw-html": markdown.raw_html,
    "repeated-id": parts.repeated_id,
    "reserved-mark": marks.reserved_mark,
    "retired-item": edits.retired_item,
    "retired-lesson": edits.retired_lesson,
    "reused-id": edits.reused_id,
    "shipped-misfit": mendable.shipped_misfit,
    "skipped-heading-level": markdown.skipped_heading_level,
    "stray-container-end": markdown.stray_container_end,
    "retired-exercise": edits.retired_exercise,
    "superseded-item": edits.superseded_item,
    "superseded-rating": edits.superseded_rating,
    "superseded-turn": edits.superseded_turn,
    "taken-path": folder.taken_path,
    "text-beside-wait": dialogue.text_beside_wait,
    "text-cut-by-comment": cut_texts.text_cut_by_comment,
    "text-in-quiz-box": markdown.text_in_quiz_box,
    "text-split-by-comma": cut_texts.text_split_by_comma,
    "todo": yaml.todo,
    "too-few-options": parts.too_few,
    "too-many-parts": parts.too_many,
    "two-keys": single_choice.two_keys,
    "unclosed-container": markdown.unclosed_container,
    "unclosed-front-matter": units.unclosed_front_matter,
    "undefined-label": markdown.undefined_label,
    "uneven-votes": best_and_worst.uneven_votes,
    "unknown-artefact": artefacts.unknown_artefact,
    "unknown-band": rating.unknown_band,
    "unknown-container": markdown.unknown_container,
    "unknown-exercise-type": quizzes.unknown_exercise_type,
    "unknown-field": yaml.unknown_field,
    "unknown-flaw": lint.unknown_flaw,
    "unknown-group": sort.unknown_group,
    "unknown-item-type": banks.unknown_item_type,
    "unknown-mark": paper.unknown_mark,
    "unknown-option": options.unknown_option,
    "unknown-word": yaml.unknown_word,
    "unread-column": importing.unread_column,
    "unreadable-import": importing.unreadable_import,
    "unreadable-file": files.unreadable_file,
    "unsafe-link": markdown.unsafe_link,
    "unused-acceptance": lint.unused_acceptance,
    "unused-label": labels.unused_label,
    "unscorable-item": parts.unscorable,
    "unknown-language": languages.unknown_language,
    "untranslated-language": languages.untranslated_language,
    "unusable-scores": table_findings.unusable_scores,
    "votes-without-panel": best_and_worst.votes_without_panel,
    "windows-line-endings": files.windows_line_endings,
    "wrong-type": yaml.wrong_type,
}


def explain(code: str) -> str | None:
    """Return what a code means, or None for a code that does not exist."""
    explained = EXPLANATIONS.get(code)
    return inspect.getdoc(explained) if explained else None
