"""What a learner's record and the course must agree on."""

from course.records.item_hash import item_hash
from course.records.lesson_hash import lesson_hash

__all__ = ["item_hash", "lesson_hash"]
