"""A new entry at the end of sources.toml; what stands there, its order and its comments stay."""

from __future__ import annotations

from pathlib import Path

from pipeline.refusal import RefusedError
from pipeline.replacing import write_whole
from pipeline.sources import SOURCES_FILE, parse_listing
from pipeline.toml_text import toml_text

HEADING = """\
# The PDFs of this folder, and what they do not say of themselves. One [[document]] per PDF; written by
# `gyosei add`, to be edited by people. A PDF that is not listed is read too, with its stem as id.
"""

KEYS = (
    *("file", "id", "municipality", "municipality_code", "title", "series", "edition_fiscal_year", "as_of"),
    *("source_url", "landing_url", "license", "attribution", "notes"),
)
"""Of an entry, in the order in which they are written."""

Entry = dict[str, str | int]
"""What sources.toml says of a document, by its keys."""


def entry_text(entry: Entry) -> str:
    """The entry as it is written; keys without a value are left out."""
    lines = [f"{key} = {toml_text(entry[key])}" for key in KEYS if entry.get(key) not in (None, "")]
    return "\n".join(["[[document]]", *lines, ""])


def append_entry(raw: Path, entry: Entry) -> str:
    """Writes the entry to the end of raw/sources.toml, which is replaced whole; returns its text.

    Raises RefusedError where the file would no longer be one that can be read, and changes nothing then.
    """
    path = raw / SOURCES_FILE
    before = path.read_bytes() if path.exists() else HEADING.encode()
    if before and not before.endswith(b"\n"):
        before += b"\n"
    newline = "\r\n" if b"\r\n" in before else "\n"
    text = entry_text(entry)
    after = before + (newline + text.replace("\n", newline)).encode()
    listed = parse_listing(raw, after)
    if not listed or listed[-1].path.name != entry["file"]:
        raise RefusedError(f"{path} ends in something that no entry can follow: put the entry there by hand.")
    write_whole(path, after)
    return text
