"""The folder of the site: files are written whole, and those of a former build that are no longer made go."""

from __future__ import annotations

import json
import os
from pathlib import Path

from pipeline.refusal import RefusedError

MARKER = "gyosei-site.json"
"""Lists the files that a build made; a folder without it is not touched unless it is empty."""


class SiteFolder:
    """Where the site is written. Addresses are relative, with /, and made by addresses.py only."""

    def __init__(self, out: Path) -> None:
        self.out = out
        self._made: set[str] = set()
        self._former = _former_files(out)
        # the marker comes first: a build that was killed can be made again over what it left
        self._mark(self._former)

    def write(self, address: str, content: str) -> None:
        """Writes a page or a script, unless it is there with this content."""
        self._made.add(address)
        path = self.out / address
        encoded = content.encode("utf-8", "replace")
        try:
            if path.stat().st_size == len(encoded) and path.read_bytes() == encoded:
                return
        except OSError:
            pass  # not there yet
        _replace(path, encoded)

    def keep(self, address: str) -> None:
        """Says that a file that something else wrote belongs to the site."""
        self._made.add(address)

    def finish(self) -> int:
        """Removes what a former build made and this one did not; the number of files of the site."""
        for address in sorted(self._former - self._made):
            (self.out / address).unlink(missing_ok=True)
            self._remove_empty((self.out / address).parent)
        self._mark(self._made)
        return len(self._made)

    def _mark(self, files: set[str]) -> None:
        content = json.dumps({"files": sorted(files)}, ensure_ascii=False, indent=0)
        _replace(self.out / MARKER, content.encode() + b"\n")

    def _remove_empty(self, folder: Path) -> None:
        while folder != self.out and folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
            folder = folder.parent


def _replace(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.unfinished")
    temporary.write_bytes(content)
    os.replace(temporary, path)


def _former_files(out: Path) -> set[str]:
    """What a former build made. Raises RefusedError for a folder that holds something else."""
    if not out.exists():
        return set()
    if not out.is_dir():
        raise RefusedError(f"{out} is a file: name a folder for the site with --out.")
    try:
        listed = json.loads((out / MARKER).read_text("utf-8"))["files"]
    except FileNotFoundError:
        if any(out.iterdir()):
            raise RefusedError(
                f"{out} is not empty and holds no site: name an empty or a new folder with --out."
            ) from None
        return set()
    except (ValueError, KeyError, TypeError) as error:
        raise RefusedError(f"{out / MARKER} is damaged: remove the folder {out} and build again.") from error
    return {name for name in listed if isinstance(name, str) and _is_inside(name)}


def _is_inside(address: str) -> bool:
    parts = address.split("/")
    return (
        bool(address) and not address.startswith("/") and not {"..", ""} & set(parts) and "\\" not in address
    )
