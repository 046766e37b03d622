"""What need not be read again: a document's data depends on its file, its entry and the software."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from pipeline.parts import digest_of_parts, write_whole
from pipeline.sources import Source

ROOMS = ("extract", "normalize", "pipeline", "quality", "schemas")
LIBRARIES = (
    *(
        "camelot-py",
        "mojimoji",
        "numpy",
        "onnxruntime",
        "opencv-python-headless",
        "pdfminer-six",
        "pdfplumber",
    ),
    *("pyarrow", "pypdfium2", "rapidocr", "regex"),
)
MEMORY = ".gyosei"
"""Folder in curated/ that remembers what the parts were made from. It may be deleted at any time."""


@cache
def software_fingerprint() -> str:
    """One hash over the sources and data files of gyosei and the versions of what it reads with."""
    digest = hashlib.sha256()
    root = Path(__file__).resolve().parent.parent
    for room in ROOMS:
        for path in sorted((root / room).rglob("*")):
            if path.suffix in {".py", ".toml", ".csv", ".tsv"}:
                digest.update(f"{path.relative_to(root).as_posix()}\n".encode())
                digest.update(hashlib.sha256(path.read_bytes()).digest())
    for library in LIBRARIES:
        digest.update(f"{library} {_version(library)}\n".encode())
    return digest.hexdigest()


def made_from(source: Source, sha256: str, reader: str) -> str:
    """One hash over all that the data of a document depends on."""
    entry = json.dumps(source.entry(), ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256("\n".join([sha256, reader, entry, software_fingerprint()]).encode()).hexdigest()


def is_current(curated: Path, source: Source, origin: str) -> bool:
    """True when the parts that lie in curated/ were made from exactly this and are untouched since."""
    try:
        memory = json.loads(_memory_file(curated, source.document_id).read_text("utf-8"))
        remembered = (memory["made_from"], memory["parts"])
    except (OSError, ValueError, KeyError, TypeError):
        return False
    return remembered == (origin, digest_of_parts(curated, source.document_id))


def remember(curated: Path, source: Source, origin: str) -> None:
    """Notes what the parts that now lie in curated/ were made from."""
    memory = {"made_from": origin, "parts": digest_of_parts(curated, source.document_id)}
    write_whole(_memory_file(curated, source.document_id), json.dumps(memory, indent=1).encode())


def forget(curated: Path, document_id: str) -> None:
    """Removes what is remembered of a document."""
    _memory_file(curated, document_id).unlink(missing_ok=True)


def _memory_file(curated: Path, document_id: str) -> Path:
    return curated / MEMORY / f"{document_id}.json"


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return "absent"
