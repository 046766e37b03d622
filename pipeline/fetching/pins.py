"""raw/fetched.toml: which bytes each address gave, and what its publisher replaced since."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.refusal import RefusedError
from pipeline.replacing import write_whole
from pipeline.sources import Source
from pipeline.toml_text import toml_text

PINS_FILE = "fetched.toml"

HEADING = """\
# What `gyosei fetch` fetched: written by it, kept with the PDFs. A table a document: its address, the
# SHA-256 of the bytes that came from it, and what the server called that version. Where other bytes came
# later, `replaced` says what was there before and where that file is kept.
"""


@dataclass(frozen=True, slots=True)
class Replaced:
    """A publication that its publisher replaced: the bytes before, where they are kept, when it was seen."""

    sha256: str
    file: str
    noticed: str


@dataclass(frozen=True, slots=True)
class Pin:
    """What an address gave; `fetched` is the day (YYYY-MM-DD), `replaced` earlier bytes, oldest first."""

    url: str
    sha256: str
    byte_size: int
    fetched: str
    etag: str = ""
    last_modified: str = ""
    replaced: tuple[Replaced, ...] = ()


def read_pins(raw: Path) -> dict[str, Pin]:
    """The pins of a raw/ folder by document id, none where nothing was fetched.

    Raises RefusedError where the file is not as `write_pins` writes it.
    """
    path = raw / PINS_FILE
    if not path.exists():
        return {}
    try:
        content = tomllib.loads(path.read_text("utf-8"))
        return {
            document_id: Pin(
                **{
                    **entry,
                    "replaced": tuple(Replaced(**replaced) for replaced in entry.get("replaced", ())),
                }
            )
            for document_id, entry in content.items()
        }
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, TypeError, AttributeError) as error:
        raise RefusedError(
            f"{path} cannot be read ({error}): restore it, or delete it and fetch anew."
        ) from error


def write_pins(raw: Path, pins: Mapping[str, Pin]) -> None:
    """Replaces raw/fetched.toml, documents by id. Raises OSError."""
    text = [HEADING]
    for document_id in sorted(pins):
        pin = pins[document_id]
        name = toml_text(document_id)
        text.append(f"[{name}]")
        for key in ("url", "sha256", "byte_size", "fetched", "etag", "last_modified"):
            value = getattr(pin, key)
            if value != "":
                text.append(f"{key} = {toml_text(value)}")
        for replaced in pin.replaced:
            text.append(f"[[{name}.replaced]]")
            text += [f"{key} = {toml_text(getattr(replaced, key))}" for key in ("sha256", "file", "noticed")]
        text.append("")
    write_whole(raw / PINS_FILE, "\n".join(text).encode())


def with_pins(raw: Path, sources: Sequence[Source]) -> tuple[Source, ...]:
    """The sources with what is pinned of them: the hash of what was fetched, hashes of what it replaced."""
    pins = read_pins(raw)
    return tuple(
        replace(
            source,
            fetched_sha256=pins[source.document_id].sha256,
            replaced_sha256=tuple(old.sha256 for old in pins[source.document_id].replaced),
        )
        if source.document_id in pins
        else source
        for source in sources
    )
