"""The folders that are passed over where records are looked for: links, hidden ones, and results of ours."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from course.gathering.out_folder import MARK


@dataclass
class PassedOver:
    """Decides which folders are passed over, and remembers those that someone could miss.

    A link could lead in a circle, or to the same files twice.
    """

    links: set[str] = field(default_factory=set)
    hidden: set[str] = field(default_factory=set)

    def passes(self, folder: str, is_hidden_asked: bool = False) -> bool:
        """Say whether a folder that was found, and not named, is passed over."""
        if Path(folder).is_symlink():
            self.links.add(folder)
            return True
        # what another run works in is hidden too, and never missed
        if os.path.basename(folder).startswith(".") and not is_hidden_asked:
            self.hidden.add(folder)
            return True
        return os.path.exists(os.path.join(folder, MARK))

    def __str__(self) -> str:
        """Say what was passed over; empty where that is nothing."""
        counts = ((len(self.links), "link(s) to folders"), (len(self.hidden), "hidden folder(s)"))
        said = " and ".join(f"{count:,} {what}" for count, what in counts if count)
        return f"{said} passed over; name such a folder itself to read it too" if said else ""
