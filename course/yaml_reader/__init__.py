"""YAML as an author wrote it: fields are taken from a mapping, and what is left over is unknown.

Values are read from the node tree, so every one of them knows its place,
`no` stays a word, and a key that is there twice is found.
"""

from course.yaml_reader.mapping import Mapping, read_list, read_mapping

__all__ = ["Mapping", "read_list", "read_mapping"]
