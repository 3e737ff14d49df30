"""Where and with what a figure was measured; no path and no host name."""

from __future__ import annotations

import datetime
import os
import platform
import subprocess
from importlib.metadata import version
from pathlib import Path

import psutil

import course


def described() -> str:
    """Return a line on the machine, our version, and how busy the machine was."""
    memory = psutil.virtual_memory().total / 1e9
    load = os.getloadavg()[0]
    day = datetime.datetime.now(datetime.UTC).date().isoformat()
    machine = f"{_processor()}, {os.cpu_count()} cores, {memory:.0f} GB, {platform.system()}"
    ours = f"course {course.__version__}{_commit()} on Python {platform.python_version()}"
    return f"Measured on {day}: {machine}; load before the run {load:.1f}; {ours}."


def theme() -> str:
    """Return the versions that our own build uses."""
    return f"mkdocs {version('mkdocs')}, mkdocs-material {version('mkdocs-material')}"


def _processor() -> str:
    information = Path("/proc/cpuinfo")
    lines = information.read_text().splitlines() if information.is_file() else []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.processor() or platform.machine())


def _commit() -> str:
    words = ["git", "describe", "--always", "--dirty"]
    try:
        done = subprocess.run(words, capture_output=True, text=True, cwd=Path(__file__).parent)
    except OSError:
        return ""
    return f" ({done.stdout.strip()})" if done.returncode == 0 else ""
