"""The build step of wheels and editable installs: bundle the browser code, ship the course."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

# a build backend does not put the project's own folder on the path
sys.path.insert(0, str(Path(__file__).parent))

from tools import bundle, node
from tools.node_packages import BundleError

SHIPPED = "course/shipped"
# in the bundle already
NOT_SHIPPED = frozenset(bundle.SOURCES)


class CourseBuild(BuildHookInterface[BuilderConfig]):
    """Bundle first; then put course, quizzes and templates into the wheel."""

    def dependencies(self) -> list[str]:
        """Ask for a Node of our own only when there is work for it and the machine has none."""
        return [] if bundle.is_fresh(Path(self.root)) else node.missing()

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Bundle, and name what the wheel ships; an editable install reads the project's folders."""
        root = Path(self.root)
        try:
            bundle.make(root)
        except BundleError as problem:
            self.app.abort(f"error: {problem}")
        if version != "editable":
            build_data["force_include"].update(shipped(root))

    def clean(self, versions: list[str]) -> None:
        """Remove the bundle."""
        shutil.rmtree(Path(self.root) / bundle.TEMPLATES / "bundle", ignore_errors=True)


def shipped(root: Path) -> dict[str, str]:
    """Map each folder that the wheel ships to its place in the wheel."""
    templates = sorted(path.name for path in (root / bundle.TEMPLATES).iterdir())
    sources = [f"{bundle.TEMPLATES}/{name}" for name in templates if name not in NOT_SHIPPED]
    return {str(root / source): f"{SHIPPED}/{source}" for source in ["content", "docs", "quizzes", *sources]}
