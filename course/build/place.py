"""The folder that a site is built into, and the files that others keep there."""

from __future__ import annotations

from pathlib import Path

from course import files
from course.build import engine, fingerprint, own_folder, sitemap, stamp, swap
from course.build.paths import ASIDE, CACHE, FINISHED, FOLDER, MARK, NEXT, OTHERS, PROJECT, SITE, STAMP


class SitePlace:
    """Where the site goes, and what others keep there, which no build removes."""

    def __init__(self, folder: Path, site: Path) -> None:
        self.site = site
        self._folder = folder
        self._mark = own_folder.Mark(folder / MARK, folder, site)
        self._carried: list[own_folder.Carried] = []

    def require(self) -> None:
        """Raise NotOursError where someone else's files would be lost."""
        own_folder.require_no_links(self._folder / FOLDER)
        inside = [self._folder / name for name in (FOLDER, *fingerprint.AUTHORED)]
        if any(self.site.resolve().is_relative_to(folder.resolve()) for folder in inside):
            raise own_folder.NotOursError(
                f"`{self.site}` lies in a folder that the course itself needs",
                "name another folder with `--output DIR`",
            )
        own_folder.require_same_disk(self.site, self._folder)
        has_worked = any((self._folder / path).is_file() for path in (MARK, STAMP, CACHE))
        if not has_worked:
            for path in (PROJECT, NEXT, ASIDE):
                own_folder.require(self._folder / path, None)
        if not (self._folder / ASIDE).exists() or self.site.exists() or self.site.is_symlink():
            own_folder.require(self.site, self._made())

    def repair(self) -> None:
        """Mark the site as ours, and put right what an interrupted build left."""
        made = self._made() or {}
        self._mark.write(made)
        swap.repair(self.site, self._folder / ASIDE)
        for leftover in (NEXT, ASIDE):
            self._carry_over(self._folder / leftover, made)

    def fill(self, engine_name: str) -> None:
        """Run the engine, and put what it made in place of the old site."""
        finished, following, aside = (self._folder / path for path in (FINISHED, NEXT, ASIDE))
        files.remove_folder(finished)
        engine.run(engine_name, self._folder / PROJECT)
        sitemap.remove_dates(finished)
        new = own_folder.made_in(finished)
        made = own_folder.both(self._made() or {}, new)
        # an interruption from here on leaves old and new files, and both are known
        self._mark.write(made)
        finished.rename(following)
        self.site.parent.mkdir(parents=True, exist_ok=True)
        swap.put_in_place(following, self.site, aside)
        self._carry_over(aside, made)
        self._mark.write(new)

    def notes(self) -> tuple[str, ...]:
        """Return what the author should know of files that no build made."""
        kept = sorted(path for carried in self._carried for path in carried.kept)
        moved = sorted(path for carried in self._carried for path in carried.moved)
        found = []
        if kept:
            found.append(f"kept in `{self.site}`, though no build made it: {', '.join(kept)}")
        if moved:
            found.append(f"moved out of the way, because the site has such a file too: {', '.join(moved)}")
        return tuple(found)

    def _carry_over(self, old: Path, made: own_folder.Made) -> None:
        self._carried.append(own_folder.carry_over(old, self.site, made, self._folder / OTHERS))

    def _made(self) -> own_folder.Made | None:
        """Return what we made in the site; without a mark, what the last build's stamp vouches for."""
        made = self._mark.read()
        if made is not None or self.site != self._folder / SITE or self.site.is_symlink():
            return made
        try:
            if stamp.read(self._folder / STAMP) is None:
                return None
        except stamp.DamagedStampError:
            return None
        return own_folder.made_before(self.site, (self._folder / STAMP).stat().st_mtime_ns)
