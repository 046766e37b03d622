"""What is to be read: the PDFs of a raw/ folder with what sources.toml says of them."""

from __future__ import annotations

import difflib
import hashlib
import re
import tomllib
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from pipeline.refusal import RefusedError
from quality.corrections import Correction

SOURCES_FILE = "sources.toml"
LONGEST_ID_BYTES = 180
"""A part's file name is the id with an ending; file systems allow 255 bytes."""

TEXT_KEYS = (
    "municipality",
    "municipality_code",
    "title",
    "series",
    "as_of",
    "source_url",
    "landing_url",
    "license",
    "attribution",
    "notes",
)


HINTS = frozenset({"edition_fiscal_year", "unit", "labels"})
"""What hints may say of a document (docs/adding-a-municipality.md)."""


class SourcesError(RefusedError):
    """raw/ cannot be read; the message is one sentence that says what to do."""


@dataclass(frozen=True)
class Source:
    """One document to read, with what sources.toml says of it; None where it says nothing.

    `fetched_sha256` is the hash of the bytes that its address gave, `replaced_sha256` those of what it
    gave before (fetched.toml).
    """

    document_id: str
    path: Path
    municipality: str | None = None
    municipality_code: str | None = None
    title: str | None = None
    series: str | None = None
    edition_fiscal_year: int | None = None
    as_of: str | None = None
    source_url: str | None = None
    landing_url: str | None = None
    license: str | None = None
    attribution: str | None = None
    notes: str | None = None
    fetched_sha256: str | None = None
    replaced_sha256: tuple[str, ...] = ()
    hints: dict[str, Any] = field(default_factory=dict)
    repair: bool = True
    corrections: tuple[Correction, ...] = ()

    def entry(self) -> dict[str, Any]:
        """What is said of the document, without where it lies: part of what its data depends on."""
        return {f.name: getattr(self, f.name) for f in fields(self) if f.name != "path"} | {
            "file_name": self.path.name
        }


def read_sources(raw: Path) -> tuple[Source, ...]:
    """The documents of a folder, in the order of sources.toml, then unlisted PDFs by name.

    Without sources.toml every PDF of the folder is a document (id = file stem). Listed files need
    not exist: a missing one is reported when it is read. Raises SourcesError.
    """
    if not raw.exists():
        raise SourcesError(f"The folder {raw} does not exist: name the folder of PDFs with --raw.")
    if not raw.is_dir():
        raise SourcesError(f"{raw} is a file: give the folder that holds it with --raw.")
    listing = raw / SOURCES_FILE
    listed = parse_listing(raw, listing.read_bytes()) if listing.exists() else ()
    known = {source.path for source in listed}
    taken = {source.document_id for source in listed}
    found: list[Source] = []
    for path in sorted(raw.iterdir(), key=lambda path: path.name):
        if path.suffix.lower() != ".pdf" or path in known or path.is_dir():
            continue
        document_id = safe_id(path.stem)
        if document_id in taken:
            document_id = safe_id(path.name)
        taken.add(document_id)
        found.append(Source(document_id, path))
    sources = (*listed, *found)
    if not sources:
        raise SourcesError(f"The folder {raw} holds no PDF: put the PDFs there, or name another with --raw.")
    return sources


def chosen(sources: tuple[Source, ...], only: list[str]) -> tuple[Source, ...]:
    """The sources whose ids are named, or all when none is. Raises SourcesError for an unknown id."""
    known = {source.document_id for source in sources}
    for document_id in only:
        if document_id not in known:
            near = difflib.get_close_matches(document_id, known, n=1, cutoff=0.5)
            hint = f"did you mean {near[0]}?" if near else "known are: " + ", ".join(sorted(known)[:10])
            raise SourcesError(f"There is no document {document_id}: {hint}")
    return tuple(source for source in sources if not only or source.document_id in only)


def parse_listing(raw: Path, content_bytes: bytes) -> tuple[Source, ...]:
    """The documents that the bytes of a sources.toml list for the folder `raw`. Raises SourcesError."""
    listing = raw / SOURCES_FILE
    try:
        content = tomllib.loads(content_bytes.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SourcesError(f"{listing} is no valid TOML: {error}.") from error
    entries = content.pop("document", [])
    if content or not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        wrong = next(iter(content), "document")
        raise SourcesError(f"{listing} holds `{wrong}`: every document is a [[document]] with a `file`.")
    sources: list[Source] = []
    for number, entry in enumerate(entries, 1):
        source = _source(raw, f"{listing}, document {number}", entry)
        for other in sources:
            if other.document_id == source.document_id:
                raise SourcesError(
                    f"{listing}, document {number}: the id {source.document_id} is already taken; "
                    "give one of them another `id`."
                )
        sources.append(source)
    return tuple(sources)


def _source(raw: Path, where: str, entry: dict[str, Any]) -> Source:
    allowed = {"file", "id", "edition_fiscal_year", "hints", *TEXT_KEYS}
    for key in entry:
        if key not in allowed:
            near = difflib.get_close_matches(key, sorted(allowed), n=1)
            hint = f"did you mean `{near[0]}`?" if near else "known are " + ", ".join(sorted(allowed)) + "."
            raise SourcesError(f"{where}: unknown key `{key}`: {hint}")
    file = entry.get("file")
    if not isinstance(file, str) or not file:
        raise SourcesError(f"{where}: `file` is missing: name the PDF in {raw}.")
    if Path(file).is_absolute() or ".." in Path(file).parts:
        raise SourcesError(f"{where}: `file` must lie in {raw}, not at {file}.")
    for key in (*TEXT_KEYS, "id"):
        if key in entry and not isinstance(entry[key], str):
            raise SourcesError(f"{where}: `{key}` must be a text in quotes.")
    year = entry.get("edition_fiscal_year")
    if year is not None and (not isinstance(year, int) or not 1945 <= year <= 2100):
        raise SourcesError(f"{where}: `edition_fiscal_year` must be a western year like 2024.")
    code = entry.get("municipality_code")
    if code is not None and not re.fullmatch("[0-9]{6}", code):
        raise SourcesError(f"{where}: `municipality_code` must be six digits with the check digit in quotes.")
    as_of = entry.get("as_of")
    if as_of is not None and not re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", as_of):
        raise SourcesError(f"{where}: `as_of` must be like 2024, 2024-10 or 2024-10-31.")
    hints = entry.get("hints", {})
    if not isinstance(hints, dict):
        raise SourcesError(f"{where}: `hints` must be a table.")
    unknown_hints = sorted(set(hints) - HINTS)
    if unknown_hints:
        raise SourcesError(
            f"{where}: unknown hint {unknown_hints[0]!r}; hints are {', '.join(sorted(HINTS))}."
        )
    document_id = entry.get("id", Path(file).stem)
    if document_id != safe_id(document_id):
        raise SourcesError(f"{where}: `id` {document_id!r} cannot be a file name: choose a plainer one.")
    texts = {key: entry[key] for key in TEXT_KEYS if entry.get(key)}
    return Source(document_id, raw / file, edition_fiscal_year=year, hints=hints, **texts)


def safe_id(stem: str) -> str:
    """The stem as an id that can be a file name everywhere: no separators, control characters, dots first."""
    text = stem.encode("utf-8", "replace").decode("utf-8")
    text = re.sub(r"[/\\\x00-\x1f\x7f-\x9f]", "_", text)
    text = re.sub(r"^[.\s]+", "_", text) or "_"
    encoded = text.encode("utf-8")
    if len(encoded) <= LONGEST_ID_BYTES:
        return text
    digest = hashlib.sha256(encoded).hexdigest()[:8]
    return encoded[: LONGEST_ID_BYTES - 9].decode("utf-8", "ignore") + "-" + digest
