"""Folders that are not local: raw/ and curated/ at any URL that fsspec knows (s3://, memory://, sftp:// …).

A `RemotePath` has of `pathlib.Path` what a run asks of a folder and its files. What differs is said where
it differs: there is no lock, and a change of several files is not one change (docs/reliability.md).
"""

from __future__ import annotations

import contextlib
import posixpath
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import IO, Any, cast

from pipeline.refusal import RefusedError
from pipeline.sources import Source

LOCAL = ("file", "local")
IN_PROCESS = ("memory",)
"""File systems that no other process can see."""
UNFINISHED = ".unfinished"


CHUNK = 2**20
"""Bytes of a file that are held at a time where it is compared or copied."""

Content = bytes | Path
"""What a file is to hold: bytes, or what another local file holds."""


class FetchError(RefusedError):
    """A document cannot be fetched from where it lies; the message says why."""


@dataclass(frozen=True, order=True, slots=True)
class RemotePath:
    """A file or folder at a URL ('s3://bucket/raw/a.pdf')."""

    url: str

    @property
    def protocol(self) -> str:
        return self.url.partition("://")[0]

    @property
    def name(self) -> str:
        return posixpath.basename(self.url)

    @property
    def stem(self) -> str:
        return PurePosixPath(self.name).stem

    @property
    def suffix(self) -> str:
        return PurePosixPath(self.name).suffix

    @property
    def parent(self) -> RemotePath:
        return RemotePath(self.url.rpartition("/")[0])

    def __truediv__(self, name: str) -> RemotePath:
        return RemotePath(f"{self.url.rstrip('/')}/{name}")

    def __str__(self) -> str:
        return self.url

    def relative_to(self, other: RemotePath) -> PurePosixPath:
        """The path below a folder."""
        return PurePosixPath(self.url.removeprefix(other.url).lstrip("/"))

    def exists(self) -> bool:
        return bool(self._system.exists(self.url))

    def is_dir(self) -> bool:
        return bool(self._system.isdir(self.url))

    def iterdir(self) -> Iterator[RemotePath]:
        """What lies in the folder; nothing where there is none."""
        with contextlib.suppress(FileNotFoundError):
            for entry in self._system.ls(self.url, detail=False, refresh=True):
                yield self / posixpath.basename(str(entry).rstrip("/"))

    def glob(self, pattern: str) -> Iterator[RemotePath]:
        """What lies in the folder under such a name."""
        return (path for path in self.iterdir() if fnmatchcase(path.name, pattern))

    def read_bytes(self) -> bytes:
        return bytes(self._system.cat_file(self.url))

    def read_text(self, encoding: str = "utf-8") -> str:
        return self.read_bytes().decode(encoding)

    def unlink(self, missing_ok: bool = False) -> None:
        try:
            self._system.rm_file(self.url)
        except FileNotFoundError:
            if not missing_ok:
                raise

    def write_aside(self, content: Content) -> None:
        """Replaces the file by one written beside it; left alone when it holds these bytes already."""
        with contextlib.suppress(OSError):
            if self._system.size(self.url) == size_of(content):
                with self._system.open(self.url, "rb") as held:
                    if same_bytes(held, content):
                        return
        aside = self.parent / f".{self.name}{UNFINISHED}"
        self._system.makedirs(self.parent.url, exist_ok=True)
        if isinstance(content, Path):
            self._system.put_file(str(content), aside.url)
        else:
            self._system.pipe_file(aside.url, content)
        self._system.mv(aside.url, self.url)

    def version(self) -> str:
        """What changes when the file does, as its file system tells it (an ETag, a time), '' for no file."""
        with contextlib.suppress(OSError):
            return str(self._system.ukey(self.url))
        return ""

    def copy_to(self, target: Path) -> None:
        """Copies the file to a local one. Raises FetchError, FileNotFoundError where there is none."""
        try:
            self._system.get_file(self.url, str(target))
        except FileNotFoundError:
            raise
        except Exception as error:
            # drivers raise errors of their own kinds, from boto's to aiohttp's
            raise FetchError(f"{self.url} cannot be fetched: {type(error).__name__}: {error}") from error

    @property
    def _system(self) -> Any:
        return file_system(self.url)


def size_of(content: Content) -> int:
    """How many bytes it is."""
    return content.stat().st_size if isinstance(content, Path) else len(content)


def same_bytes(held: IO[bytes], content: Content) -> bool:
    """Whether a file of the same size, open for reading, holds these bytes."""
    if not isinstance(content, Path):
        return held.read() == content
    with content.open("rb") as other:
        return all(part == other.read(len(part)) for part in iter(lambda: held.read(CHUNK), b""))


@lru_cache(maxsize=32)
def _connected(root: str) -> Any:
    from fsspec.core import url_to_fs

    try:
        return url_to_fs(root)[0]
    except ImportError as error:
        protocol = root.partition("://")[0]
        extra = "pip install 'gyosei[s3]'" if protocol in ("s3", "s3a") else str(error)
        raise RefusedError(f"{protocol}:// needs a driver that is not installed: {extra}") from error
    except ValueError as error:
        raise RefusedError(f"{root} is no address that can be read: {error}.") from error


def file_system(url: str) -> Any:
    """The fsspec file system of a URL. Raises RefusedError where none is known or its driver is absent."""
    protocol, _, rest = url.partition("://")
    return _connected(f"{protocol}://{rest.partition('/')[0]}/")


def place(text: str) -> Path:
    """A local folder, or one at a URL (a RemotePath, which has of a Path what a run asks of it)."""
    protocol, separator, rest = text.partition("://")
    if not separator:
        return Path(text)
    if protocol in LOCAL:
        return Path(rest)
    return cast(Path, RemotePath(text.rstrip("/")))


def remote(path: object) -> RemotePath | None:
    """The path as a RemotePath, None for a local one."""
    return path if isinstance(path, RemotePath) else None


@contextlib.contextmanager
def at_hand(source: Source) -> Iterator[Source]:
    """The source with its file on this machine: a copy that goes in the end where it lies elsewhere.

    A file that is not there is not there in the copy either. Raises FetchError.
    """
    if remote(source.path) is None:
        yield source
        return
    with tempfile.TemporaryDirectory(prefix="gyosei-") as folder:
        yield copied(source, Path(folder))


def copied(source: Source, folder: Path) -> Source:
    """The source with its file copied into a folder. Raises FetchError."""
    path = remote(source.path)
    if path is None:
        return source
    target = folder / path.name
    with contextlib.suppress(FileNotFoundError):
        path.copy_to(target)
    return replace(source, path=target)


@contextlib.contextmanager
def visible(sources: list[Source]) -> Iterator[list[Source]]:
    """The sources, those that only this process can see copied to where its workers see them."""
    with contextlib.ExitStack() as stack:
        found = []
        for source in sources:
            path = remote(source.path)
            if path is not None and path.protocol in IN_PROCESS:
                folder = Path(tempfile.mkdtemp(prefix="gyosei-"))
                stack.callback(shutil.rmtree, folder, ignore_errors=True)
                source = copied(source, folder)
            found.append(source)
        yield found
