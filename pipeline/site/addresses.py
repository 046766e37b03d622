"""Addresses of pages within the site: plain file names, whatever a document is called."""

from __future__ import annotations

import hashlib
import re

PLAIN = re.compile("[a-z0-9][a-z0-9_-]{0,79}")
"""Names that every file system and address knows as they are, whatever the case of letters."""

RESERVED = re.compile("(con|prn|aux|nul|com[0-9]|lpt[0-9])", re.IGNORECASE)
"""Names that Windows keeps for devices."""


def slug(name: str) -> str:
    """A file name for `name`: itself where it is plain, else what is plain of it and a hash of the whole."""
    if PLAIN.fullmatch(name) and not RESERVED.fullmatch(name):
        return name
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:10]
    kept = re.sub("[^a-z0-9]+", "-", name.lower()).strip("-")[:40]
    return f"{kept}-{digest}" if kept else digest


def document_address(document_id: str, part: int = 1) -> str:
    """The page of a document; long ones have several parts."""
    return f"documents/{slug(document_id)}{'' if part == 1 else f'-part{part}'}.html"


def publication_address(key: tuple[str, str]) -> str:
    """The page that lists indicators and projects of a publication."""
    return f"publications/{slug(chr(31).join(key))}.html"


def item_address(document_id: str, item_id: str) -> str:
    """The page of an indicator or a project (k001, p001) that is named by its latest edition."""
    return f"items/{slug(document_id)}/{slug(item_id)}.html"


def picture_address(document_id: str, sha256: str, dpi: int, page: int) -> str:
    """The picture of a page. The hash makes it another one when the PDF is another."""
    return f"{picture_folder(document_id, sha256, dpi)}/{page:04d}.webp"


def picture_folder(document_id: str, sha256: str, dpi: int) -> str:
    """The folder of a document's pictures."""
    return f"pictures/{slug(document_id)}/{sha256[:10]}-{dpi}"


def comparison_address(name: str) -> str:
    """The page of a comparison of two editions."""
    return f"comparisons/{slug(name)}.html"
