"""What is known of a file before it is read: that it is a PDF that opens, its pages and its hash."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from pipeline.refusal import RefusedError

SNIFFED_BYTES = 1024
"""Readers accept a PDF header that stands anywhere in the first 1,024 bytes (ISO 32000, annex H)."""


class UnreadableError(RefusedError):
    """The file cannot be read; the message is one sentence that says what to do."""


@dataclass(frozen=True, slots=True)
class FileFacts:
    """The bytes of a file: their hash (hexadecimal SHA-256) and number."""

    sha256: str
    byte_size: int


@dataclass(frozen=True, slots=True)
class PdfFacts:
    """What a PDF says of itself; `producer` is None when it names none."""

    page_count: int
    producer: str | None


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
    """Pages and producer of the PDF. Raises UnreadableError for what cannot be read as one."""
    with path.open("rb") as file:
        head = file.read(SNIFFED_BYTES)
    if not head:
        raise UnreadableError(f"{path.name} is empty: fetch it again.")
    if b"%PDF-" not in head:
        raise UnreadableError(f"{path.name} is not a PDF{_what_it_is(head)}: replace it by the PDF.")
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        # PDFium names a missing page tree a wrong password, too: the file must say that it is encrypted
        wrong_password = getattr(error, "err_code", None) == pdfium.FPDF_ERR_PASSWORD
        if wrong_password and b"/Encrypt" in path.read_bytes():
            raise UnreadableError(
                f"{path.name} is encrypted and needs a password: save a copy without password."
            ) from error
        raise UnreadableError(f"{path.name} is damaged and cannot be opened: fetch it again.") from error
    try:
        pages = len(document)
        if pages == 0:
            raise UnreadableError(f"{path.name} has no pages.")
        producer = document.get_metadata_value("Producer") or document.get_metadata_value("Creator")
    finally:
        document.close()
    return PdfFacts(pages, _printable(producer) or None)


def _what_it_is(head: bytes) -> str:
    start = head.lstrip()[:200].lower()
    if start.startswith((b"<!doctype html", b"<html")):
        return " but a web page"
    if start.startswith(b"pk\x03\x04"):
        return " but a ZIP or Office file"
    if start.startswith((b"\xff\xd8\xff", b"\x89png", b"gif8", b"ii*\x00", b"mm\x00*")):
        return " but a picture"
    return ""


def _printable(text: str) -> str:
    return "".join(char for char in text if char.isprintable()).strip()
