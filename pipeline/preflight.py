"""What is known of a file before it is read: that it is a PDF that opens, its pages and its hash."""

from __future__ import annotations

import hashlib
import mmap
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from extract.user_unit import user_units
from pipeline.printable import one_line
from pipeline.refusal import RefusedError
from pipeline.unpacked_size import MIB, MOST_UNPACKED, largest_stream

MOST_BYTES = 2 << 30
MOST_PAGES = 20_000
"""No book of a municipality comes near it; a file may claim any number."""
LONGEST_SIDE = 100_000.0
"""Points, 35 metres: a longer page is damage or intent; a plan of 3 metres is shorter than 10,000."""
SNIFFED_BYTES = 1024
"""Readers accept a PDF header that stands anywhere in the first 1,024 bytes (ISO 32000, annex H)."""

END_BYTES, LONGEST_PRODUCER = 4096, 200


class UnreadableError(RefusedError):
    """The file cannot be read; the message is one sentence that says what to do."""


@dataclass(frozen=True, slots=True)
class FileFacts:
    """The bytes of a file: their hash (hexadecimal SHA-256) and number."""

    sha256: str
    byte_size: int


@dataclass(frozen=True, slots=True)
class PdfFacts:
    """What a PDF says of itself; `producer` is None when it names none.

    `unusable` are pages that are not to be read, with the reason, by 1-based number. `is_cut`: the file
    ends in the middle, so that things may be missing that nothing else tells of.
    """

    page_count: int
    producer: str | None
    unusable: Mapping[int, str] = field(default_factory=dict)
    is_cut: bool = False


def file_facts(path: Path) -> FileFacts:
    """Hash and size of the file. Raises UnreadableError when it is missing, no file or not readable."""
    if not path.exists():
        raise UnreadableError(f"{path.name} is listed in sources.toml and is not there: add it or unlist it.")
    if not path.is_file():
        raise UnreadableError(f"{path.name} is no file.")
    try:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        return FileFacts(digest, path.stat().st_size)
    except OSError as error:
        raise UnreadableError(f"{path.name} cannot be read: {error.strerror or error}.") from error


def pdf_facts(path: Path) -> PdfFacts:
    """Pages and producer of the PDF. Raises UnreadableError for what cannot be read as one.

    Nothing of it is rendered, executed or followed; only its structure and the sizes of its pages are
    looked at, and how large its streams get when they are unpacked.
    """
    with path.open("rb") as file:
        head = file.read(SNIFFED_BYTES)
    if not head:
        raise UnreadableError(f"{path.name} is empty: fetch it again.")
    if b"%PDF-" not in head:
        raise UnreadableError(f"{path.name} is not a PDF{what_it_is(head)}: replace it by the PDF.")
    if path.stat().st_size > MOST_BYTES:
        raise UnreadableError(
            f"{path.name} is larger than {MOST_BYTES // MIB:,} MiB, and no publication is: split it."
        )
    if largest_stream(path) > MOST_UNPACKED:
        raise UnreadableError(
            f"{path.name} holds a stream that unpacks to more than {MOST_UNPACKED // MIB} MiB, "
            "which no page needs: it is damaged or made to do harm."
        )
    document = _opened(path)
    try:
        pages = len(document)
        if pages == 0:
            raise UnreadableError(f"{path.name} has no pages.")
        if pages > MOST_PAGES:
            raise UnreadableError(
                f"{path.name} has {pages:,} pages, and more than {MOST_PAGES:,} are not read: split it."
            )
        unusable = _unusable_pages(document, path)
        producer = document.get_metadata_value("Producer") or document.get_metadata_value("Creator")
    finally:
        document.close()
    return PdfFacts(pages, one_line(producer.strip(), LONGEST_PRODUCER) or None, unusable, is_cut(path))


def _opened(path: Path) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        # PDFium names a missing page tree a wrong password, too: the file must say that it is encrypted
        code = getattr(error, "err_code", None)
        if code == pdfium.FPDF_ERR_PASSWORD and _holds(path, b"/Encrypt"):
            raise UnreadableError(
                f"{path.name} is encrypted and needs a password: save a copy without password."
            ) from error
        if code == pdfium.FPDF_ERR_SECURITY:
            raise UnreadableError(
                f"{path.name} is encrypted in a way that is not known: save a copy without encryption."
            ) from error
        if is_cut(path):
            raise UnreadableError(
                f"{path.name} ends in the middle and cannot be opened: fetch it again."
            ) from error
        raise UnreadableError(f"{path.name} is damaged and cannot be opened: fetch it again.") from error


def is_cut(path: Path) -> bool:
    """Whether the end that every PDF has is missing."""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - END_BYTES))
        end = file.read()
    return b"%%EOF" not in end and b"startxref" not in end


def _holds(path: Path, word: bytes) -> bool:
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        return data.find(word) >= 0


def _unusable_pages(document: pypdfium2.PdfDocument, path: Path) -> dict[int, str]:
    """Pages that the page tree does not lead to, as where it names itself, and pages of absurd size.

    Raises UnreadableError when there is no other page.
    """
    units = user_units(path)
    unusable: dict[int, str] = {}
    count = len(document)
    for number in range(1, count + 1):
        try:
            longest = max(document.get_page_size(number - 1)) * units.get(number, 1.0)
        except pypdfium2.PdfiumError:
            unusable[number] = "the page tree does not lead to it"
            continue
        if longest > LONGEST_SIDE:
            unusable[number] = f"it is {longest:,.0f} points long, more than {LONGEST_SIDE:,.0f}"
        elif not longest > 0:
            unusable[number] = "it has no size"
    if len(unusable) == count:
        reasons = set(unusable.values())
        why = f": {reasons.pop()}" if len(reasons) == 1 else ""
        raise UnreadableError(f"{path.name} has no page that can be read{why}.")
    return unusable


def what_it_is(head: bytes) -> str:
    """What a file that is no PDF is by its first bytes (' but a web page'), '' where they do not say."""
    start = head.lstrip()[:200].lower()
    if start.startswith((b"<!doctype html", b"<html")):
        return " but a web page"
    if start.startswith(b"pk\x03\x04"):
        return " but a ZIP or Office file"
    if start.startswith((b"\xff\xd8\xff", b"\x89png", b"gif8", b"ii*\x00", b"mm\x00*")):
        return " but a picture"
    return ""
