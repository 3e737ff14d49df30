"""What each file of a course may hold, as JSON Schemas for editors and as tables for the docs.

Both come from the readers themselves (`yaml_reader/asked.py`).
"""

from course.schemas.files import FILES, shape_of
from course.schemas.json_schema import json_schema
from course.schemas.table import table

__all__ = ["FILES", "json_schema", "shape_of", "table"]
