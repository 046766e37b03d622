"""The registered publications of a raw/ folder, fetched: one connection a host, several hosts at once."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from pipeline.fetching.download import Downloaded, Limits, Validators, download
from pipeline.fetching.errors import FetchError
from pipeline.fetching.pins import Pin, Replaced, read_pins, write_pins
from pipeline.fetching.session import Session
from pipeline.preflight import file_facts
from pipeline.sources import Source

PARTS_FOLDER = ".fetching"
REPLACED_FOLDER = "replaced"
HOSTS_AT_ONCE = 4

State = Literal["fetched", "unchanged", "replaced", "restored", "failed"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one publication; `message` says why it failed or where the old file is kept.

    fetched: its first time; unchanged: the bytes are those pinned; replaced: other bytes than pinned
    came; restored: the pinned bytes came, the file here had others; failed: nothing changed here.
    """

    document_id: str
    state: State
    url: str
    byte_size: int | None = None
    sha256: str | None = None
    message: str = ""


Progress = Callable[[str, int, int | None], None]
"""Called with the document, the bytes that are there and how many there will be."""


def fetch(
    raw: Path,
    sources: Sequence[Source],
    session: Session,
    limits: Limits,
    today: str,
    progress: Progress = lambda document_id, done, total: None,
) -> Iterator[Outcome]:
    """An outcome for each source, in the order in which they are done; `today` is YYYY-MM-DD.

    Each source has a source_url. Its file in raw/ is replaced whole, pins are written after each.
    Raises RefusedError for unreadable pins and OSError where raw/ cannot be written.
    """
    pins = read_pins(raw)
    by_host: dict[str, list[Source]] = {}
    for source in sources:
        by_host.setdefault(urlsplit(source.source_url or "").netloc, []).append(source)
    with ThreadPoolExecutor(max_workers=HOSTS_AT_ONCE) as pool:
        queues = list(by_host.values())
        running = {
            pool.submit(_receive, raw, queue[0], pins, session, limits, progress): queue for queue in queues
        }
        try:
            while running:
                done = next(as_completed(running))
                queue = running.pop(done)
                source, received = queue.pop(0), done.result()
                if queue:
                    following = pool.submit(_receive, raw, queue[0], pins, session, limits, progress)
                    running[following] = queue
                yield _settled(raw, source, received, pins, today)
        except BaseException:
            session.stop()
            for future in running:
                future.cancel()
            raise
    _forget_folder(raw)


def _receive(
    raw: Path, source: Source, pins: dict[str, Pin], session: Session, limits: Limits, progress: Progress
) -> Downloaded | FetchError | None:
    """What came; None where the server says that it is what is here already."""
    url = source.source_url or ""
    pin = pins.get(source.document_id)
    known = Validators()
    if pin is not None and pin.url == url and _sha256(source.path) == pin.sha256:
        known = Validators(pin.etag, pin.last_modified)
    part = raw / PARTS_FOLDER / f"{source.document_id}.part"
    part.parent.mkdir(parents=True, exist_ok=True)
    try:
        return download(
            session,
            url,
            part,
            known,
            limits,
            lambda done, total: progress(source.document_id, done, total),
        )
    except FetchError as error:
        return error


def _settled(
    raw: Path, source: Source, received: Downloaded | FetchError | None, pins: dict[str, Pin], today: str
) -> Outcome:
    url = source.source_url or ""
    pin = pins.get(source.document_id)
    if isinstance(received, FetchError):
        return Outcome(source.document_id, "failed", url, message=str(received))
    if received is None:
        assert pin is not None
        return Outcome(source.document_id, "unchanged", url, pin.byte_size, pin.sha256)
    here = _sha256(source.path)
    state, message = _state(pin, here, received.sha256), ""
    past = pin.replaced if pin else ()
    kept = ""
    if here is not None and here != received.sha256:
        kept = _keep(raw, source.path, here).relative_to(raw).as_posix()
        message = f"The former file is kept as {kept}."
    if state == "replaced":
        before = pin.sha256 if pin else here or ""
        past = (*past, Replaced(before, kept if before == here else "", today))
    _install(received.path, source.path)
    fetched = pin.fetched if pin and pin.sha256 == received.sha256 and pin.url == url else today
    pins[source.document_id] = Pin(
        url,
        received.sha256,
        received.byte_size,
        fetched,
        received.validators.etag,
        received.validators.last_modified,
        past,
    )
    write_pins(raw, pins)
    return Outcome(source.document_id, state, url, received.byte_size, received.sha256, message)


def _state(pin: Pin | None, here: str | None, came: str) -> State:
    if pin is None:
        return "fetched" if here in (None, came) else "replaced"
    if pin.sha256 != came:
        return "replaced"
    return "unchanged" if here == came else "restored"


def _keep(raw: Path, path: Path, sha256: str) -> Path:
    """Copies a file that will be replaced beside the PDFs, under a name that says which bytes it has."""
    kept = raw / REPLACED_FOLDER / f"{path.stem}.{sha256[:8]}{path.suffix}"
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        staged = kept.with_name(f".{kept.name}.{os.getpid()}")
        shutil.copyfile(path, staged)
        os.replace(staged, kept)
    return kept


def _install(part: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    os.replace(part, target)


def _forget_folder(raw: Path) -> None:
    """Removes the folder of unfinished files when none is left in it."""
    folder = raw / PARTS_FOLDER
    if folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()


def _sha256(path: Path) -> str | None:
    return file_facts(path).sha256 if path.is_file() else None
