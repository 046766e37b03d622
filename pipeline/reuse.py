"""What need not be read again: a document's data depends on its file, its entry and the software."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from pipeline.parts import digest_of_parts
from pipeline.replacing import MEMORY, write_whole
from pipeline.sources import Source
from schemas.dataset import Row

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


@dataclass(frozen=True, slots=True)
class Remembered:
    """What a former run left of a document: its documents row, row counts, and doubtful rows."""

    document: Row
    counts: dict[str, int]
    doubtful: int


def recall(curated: Path, document_id: str, origin: str) -> Remembered | None:
    """What is remembered of a document; None when its parts were not made from exactly this.

    None, too, when a part was changed, lost or only half replaced since.
    """
    try:
        memory = json.loads(_memory_file(curated, document_id).read_text("utf-8"))
        known = Remembered(memory["document"], memory["counts"], memory["doubtful"])
        is_same = memory["made_from"] == origin and memory["parts"] == digest_of_parts(curated, document_id)
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return known if is_same else None


def remember(curated: Path, document_id: str, origin: str, known: Remembered) -> None:
    """Notes what the parts that now lie in curated/ were made from, and what a summary says of them."""
    memory = {"made_from": origin, "parts": digest_of_parts(curated, document_id)} | asdict(known)
    content = json.dumps(memory, ensure_ascii=False, indent=1).encode("utf-8", "surrogatepass")
    write_whole(_memory_file(curated, document_id), content)


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
