"""One PDF from its address into a file: resumed where it broke off, tried again, held to limits."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit

import httpx

from pipeline.fetching.errors import FetchError, TemporaryError
from pipeline.fetching.session import Session
from pipeline.preflight import SNIFFED_BYTES, what_it_is

MIB = 2**20
END_BYTES = 4096
"""Within the last bytes of a PDF stands %%EOF; readers look for it in the last 1,024."""

LONGEST_WAIT = 60.0
"""Seconds of Retry-After that are waited; who asks for more is tried again by hand."""

PERMISSION = (401, 402, 403, 407, 451)
GONE = (404, 410)
BUSY = (408, 425, 429, 500, 502, 503, 504)


@dataclass(frozen=True, slots=True)
class Limits:
    """What one PDF may take: bytes, seconds in all, tries."""

    max_bytes: int = 300 * MIB
    seconds: float = 1800.0
    tries: int = 4


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server calls a version of a file by: ETag and Last-Modified, '' where it does not say."""

    etag: str = ""
    last_modified: str = ""

    @property
    def for_range(self) -> str:
        """The value of If-Range, '' where a part cannot be told to be of the same version (RFC 9110)."""
        return self.last_modified if self.etag.startswith("W/") else self.etag or self.last_modified


@dataclass(frozen=True, slots=True)
class Downloaded:
    """A PDF that came whole: where it lies, the hash and number of its bytes, its version."""

    path: Path
    sha256: str
    byte_size: int
    validators: Validators


@dataclass(frozen=True, slots=True)
class _Begun:
    """What is remembered beside a file that broke off: of which address and version it is a part."""

    url: str
    etag: str
    last_modified: str


Progress = Callable[[int, int | None], None]
"""Called with the bytes that are there and how many there will be, None where the server does not say."""


def download(
    session: Session,
    url: str,
    part: Path,
    known: Validators,
    limits: Limits,
    progress: Progress = lambda done, total: None,
) -> Downloaded | None:
    """The PDF in the file `part`, or None where the server says that it still is the `known` version.

    What breaks off stays in `part` and is resumed, now or by the next call. Raises FetchError with a
    sentence that says what to do.
    """
    deadline = time.monotonic() + limits.seconds
    for number in range(1, limits.tries + 1):
        try:
            return _Try(session, url, part, known, limits, progress, deadline).run()
        except TemporaryError as error:
            if number == limits.tries or time.monotonic() > deadline:
                raise FetchError(
                    f"{url} could not be fetched, tries: {number}: {error}. Run `gyosei fetch` again later; "
                    "what has come is kept."
                ) from error
            session.sleep(min(error.wait if error.wait is not None else 2.0 ** (number - 1), LONGEST_WAIT))
    raise AssertionError("there is at least one try")


@dataclass(slots=True)
class _Try:
    session: Session
    url: str
    part: Path
    known: Validators
    limits: Limits
    progress: Progress
    deadline: float

    def run(self) -> Downloaded | None:
        offset, begun = self._so_far()
        with self.session.get(self.url, self._headers(offset, begun)) as response:
            status = response.status_code
            if status == 304 and not offset:
                return None
            if status == 416 or (status == 206 and not self._continues(response, offset)):
                self._discard()
                raise TemporaryError("the server could not go on where the transfer broke off")
            if status not in (200, 206):
                raise _refusal(self.url, response)
            if status == 200:
                offset = 0
            total = self._total(response, offset)
            validators = Validators(
                response.headers.get("etag", ""), response.headers.get("last-modified", "")
            )
            # what is unpacked on the way cannot be gone on with: a range counts the packed bytes
            self._remember(Validators() if _is_encoded(response) else validators)
            size = self._receive(response, offset, total)
        if total is not None and size < total:
            raise TemporaryError(f"only {size:,} of {total:,} bytes came")
        return self._finished(size, validators)

    def _so_far(self) -> tuple[int, _Begun | None]:
        """How much of the file is here already, and of which version; nothing where that is not known."""
        try:
            begun = _Begun(**json.loads(_memory(self.part).read_text("utf-8")))
            size = self.part.stat().st_size
        except (OSError, ValueError, TypeError):
            return 0, None
        resumable = begun.url == self.url and Validators(begun.etag, begun.last_modified).for_range
        return (size, begun) if size and resumable else (0, None)

    def _headers(self, offset: int, begun: _Begun | None) -> dict[str, str]:
        headers = {"Accept": "application/pdf, */*;q=0.1", "Accept-Encoding": "identity"}
        if begun is not None:
            headers["Range"] = f"bytes={offset}-"
            headers["If-Range"] = Validators(begun.etag, begun.last_modified).for_range
            return headers
        if self.known.etag:
            headers["If-None-Match"] = self.known.etag
        if self.known.last_modified:
            headers["If-Modified-Since"] = self.known.last_modified
        return headers

    def _continues(self, response: httpx.Response, offset: int) -> bool:
        told = re.match(r"bytes (\d+)-", response.headers.get("content-range", ""))
        return offset > 0 and told is not None and int(told.group(1)) == offset

    def _total(self, response: httpx.Response, offset: int) -> int | None:
        """The length that the file will have, None where the server does not say or encodes the body."""
        length = response.headers.get("content-length", "")
        if not length.isdecimal() or _is_encoded(response):
            return None
        total = offset + int(length)
        if total > self.limits.max_bytes:
            self._discard()
            raise FetchError(
                f"{self.url} has {total / MIB:,.0f} MiB and {self._allowed} MiB are allowed: "
                "if it is right, give --max-size."
            )
        return total

    def _receive(self, response: httpx.Response, offset: int, total: int | None) -> int:
        size = offset
        head = b""
        if offset:
            with self.part.open("rb") as file:
                head = file.read(SNIFFED_BYTES)
        with self.part.open("ab" if offset else "wb") as file:
            for chunk in response.iter_bytes():
                file.write(chunk)
                size += len(chunk)
                if len(head) < SNIFFED_BYTES:
                    head += chunk[: SNIFFED_BYTES - len(head)]
                    if len(head) >= SNIFFED_BYTES:
                        self._check_head(head, response)
                if size > self.limits.max_bytes:
                    self._discard()
                    raise FetchError(
                        f"{self.url} does not end and {self._allowed} MiB are allowed: "
                        "if it is right, give --max-size."
                    )
                self.progress(size, total)
                if self.session.stopped.is_set():
                    raise FetchError(f"{self.url} was stopped: run `gyosei fetch` again to go on.")
                if time.monotonic() > self.deadline:
                    raise FetchError(
                        f"{self.url} was not here after {self.limits.seconds:g} seconds ({size:,} bytes): "
                        "run `gyosei fetch` again to go on."
                    )
            _sync(file)
        self._check_head(head, response)
        return size

    def _check_head(self, head: bytes, response: httpx.Response) -> None:
        if b"%PDF-" in head:
            return
        self._discard()
        told = response.headers.get("content-type", "").partition(";")[0].strip()
        kind = what_it_is(head) or (f" but {told}" if told and told != "application/pdf" else "")
        raise FetchError(
            f"{self.url} is not a PDF{kind}: open it in a browser and register the address of the PDF itself."
        )

    def _finished(self, size: int, validators: Validators) -> Downloaded:
        with self.part.open("rb") as file:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
            file.seek(max(0, size - END_BYTES))
            whole = b"%%EOF" in file.read()
        if not whole:
            self._discard()
            raise FetchError(
                f"{self.url} ends before its end ({size:,} bytes, no %%EOF): the publisher's file or server "
                "is damaged; try again later, or tell them."
            )
        _memory(self.part).unlink(missing_ok=True)
        return Downloaded(self.part, sha256, size, validators)

    @property
    def _allowed(self) -> str:
        return f"{self.limits.max_bytes / MIB:,.0f}"

    def _remember(self, validators: Validators) -> None:
        self.part.parent.mkdir(parents=True, exist_ok=True)
        begun = _Begun(self.url, validators.etag, validators.last_modified)
        _memory(self.part).write_text(json.dumps(asdict(begun)), "utf-8")

    def _discard(self) -> None:
        self.part.unlink(missing_ok=True)
        _memory(self.part).unlink(missing_ok=True)


def _is_encoded(response: httpx.Response) -> bool:
    return bool(response.headers.get("content-encoding", "identity") != "identity")


def _memory(part: Path) -> Path:
    return part.with_name(part.name + ".json")


def _refusal(url: str, response: httpx.Response) -> FetchError | TemporaryError:
    status = response.status_code
    host = urlsplit(url).hostname
    if status in BUSY:
        return TemporaryError(f"{host} answers {status} ({response.reason_phrase})", _retry_after(response))
    if status in GONE:
        return FetchError(
            f"{url} is not there ({status}): look for its new address on the publisher's pages and change "
            "source_url in sources.toml."
        )
    if status in PERMISSION:
        return FetchError(
            f"{host} does not let programs fetch {url} ({status}): save the PDF with a browser and register "
            "it with `gyosei add FILE`."
        )
    return FetchError(f"{host} answers {url} with {status} ({response.reason_phrase}): nothing was fetched.")


def _retry_after(response: httpx.Response) -> float | None:
    """The seconds that Retry-After asks for, given as a number or as a date."""
    told = response.headers.get("retry-after", "").strip()
    if told.isdecimal():
        return float(told)
    with contextlib.suppress(ValueError, TypeError):
        until = parsedate_to_datetime(told)
        return max(0.0, (until.astimezone(UTC) - datetime.now(UTC)).total_seconds())
    return None


def _sync(file: BinaryIO) -> None:
    file.flush()
    os.fsync(file.fileno())
