"""Which two documents are compared: by id, by series and year, or two PDF files read for the occasion."""

from __future__ import annotations

import contextlib
import difflib
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from pipeline.parts import part_path, parts_of
from pipeline.refusal import RefusedError
from quality.editions.items import DATASETS
from schemas.dataset import Row

Rows = Mapping[str, list[Row]]


@dataclass(frozen=True)
class Document:
    """One edition as it is compared: its curated rows, and its PDF where that is at hand (for pictures)."""

    document_id: str
    rows: Rows
    pdf: Path | None


def load_document(curated: Path, document_id: str, raw: Path | None = None) -> Document:
    """The rows of a document of curated/. Raises RefusedError that says what to do."""
    known = document_ids(curated)
    if document_id not in known:
        near = difflib.get_close_matches(document_id, known, n=1, cutoff=0.5)
        hint = f"did you mean {near[0]}?" if near else f"known are {', '.join(known[:10])}."
        raise RefusedError(f"There is no document {document_id} in {curated}: {hint}")
    try:
        rows = {name: pq.read_table(part_path(curated, name, document_id)).to_pylist() for name in DATASETS}
    except OSError as error:
        raise RefusedError(
            f"{document_id} is not whole in {curated} ({error}): gyosei run --only {document_id} --force."
        ) from error
    pdf = None if raw is None else raw / rows["documents"][0]["file_name"]
    return Document(document_id, rows, pdf if pdf and pdf.exists() else None)


def document_ids(curated: Path) -> list[str]:
    """The ids of all documents of curated/. Raises RefusedError where there are none."""
    found = [path.stem for path in parts_of(curated, "documents")]
    if not found:
        raise RefusedError(
            f"{curated} holds no documents: run `gyosei run` first, or name it with --curated."
        )
    return found


def series_ids(curated: Path, series: str) -> list[tuple[int, str]]:
    """The editions of a series by fiscal year, the oldest first: year and document id.

    Raises RefusedError for a series that no document has, and for a document without an edition year.
    """
    rows = [
        row
        for document_id in document_ids(curated)
        for row in pq.read_table(part_path(curated, "documents", document_id)).to_pylist()
    ]
    found = [row for row in rows if row["series"] == series]
    if not found:
        named = sorted({row["series"] for row in rows if row["series"]})
        near = difflib.get_close_matches(series, named, n=1, cutoff=0.4)
        hint = f"did you mean {near[0]}?" if near else f"known are {', '.join(named) or 'none'}."
        raise RefusedError(f"No document of {curated} is of the series {series}: {hint}")
    for row in found:
        if row["edition_fiscal_year"] is None:
            raise RefusedError(
                f"{row['document_id']} has no edition year: give it `edition_fiscal_year` in sources.toml."
            )
    return sorted((row["edition_fiscal_year"], row["document_id"]) for row in found)


def several_editions(curated: Path) -> str:
    """The one series of curated/ that has several editions with indicators.

    Raises RefusedError where there is none, or more than one to choose from.
    """
    counts: Counter[str] = Counter()
    for document_id in document_ids(curated):
        [row] = pq.read_table(part_path(curated, "documents", document_id)).to_pylist()
        if row["series"] and row["kpi_count"]:
            counts[row["series"]] += 1
    found = sorted(series for series, count in counts.items() if count > 1)
    if not found:
        raise RefusedError(
            f"No series of {curated} has two editions with indicators: editions of one publication share "
            "`series` in sources.toml."
        )
    if len(found) > 1:
        raise RefusedError(f"Name one of these with --series: {', '.join(found)}.")
    return found[0]


def edition_id(curated: Path, series: str, year: int) -> str:
    """The document of a series for a fiscal year. Raises RefusedError where there is none, or several."""
    editions = series_ids(curated, series)
    found = [document_id for of, document_id in editions if of == year]
    if not found:
        years = ", ".join(str(of) for of, _ in editions)
        raise RefusedError(f"{series} has no edition of {year}: there are those of {years}.")
    if len(found) > 1:
        raise RefusedError(f"{series} has {len(found)} documents of {year}: name one of {', '.join(found)}.")
    return found[0]


def assert_comparable(before: Document, after: Document) -> None:
    """Raises RefusedError where a document could not be read, or there is nothing that both could hold."""
    held = []
    for document in (before, after):
        [row] = document.rows["documents"]
        if row["status"] == "failed":
            raise RefusedError(f"{document.document_id} could not be read: {row['error']}")
        holds = {name for name in ("kpis", "projects") if document.rows[name]}
        if not holds:
            raise RefusedError(
                f"{document.document_id} holds no indicators and no projects: there is nothing to compare."
            )
        held.append(holds)
    if not held[0] & held[1]:
        names = [" and ".join(sorted(holds)) for holds in held]
        raise RefusedError(
            f"{before.document_id} holds {names[0]}, {after.document_id} holds {names[1]}: they cannot be "
            "editions of one publication."
        )


def is_pdf(name: str) -> bool:
    """Whether an argument names a PDF file rather than a document of curated/."""
    return name.lower().endswith(".pdf")


@contextlib.contextmanager
def read_pdfs(paths: list[Path]) -> Iterator[list[Document]]:
    """The documents of PDF files, read into a folder that is gone at the end.

    What a sources.toml beside a file says of it holds here as well. Files of one name are told apart
    by their folders. Raises RefusedError for a file that is not there.
    """
    from pipeline.run import RunOptions, run

    for path in paths:
        if not path.is_file():
            raise RefusedError(f"{path} does not exist: name a PDF, or a document of curated/.")
    if not paths:
        yield []
        return
    ids = _ids(paths)
    with tempfile.TemporaryDirectory(prefix="gyosei-diff-") as folder:
        raw, curated = Path(folder) / "raw", Path(folder) / "curated"
        raw.mkdir()
        entries = []
        for document_id, path in zip(ids, paths, strict=True):
            place = raw / f"{document_id}.pdf"
            if not place.exists():
                place.symlink_to(path.resolve())
                entries.append(_entry(document_id, place, path))
        (raw / "sources.toml").write_text("\n".join(entries), "utf-8")
        run(RunOptions(raw=raw, curated=curated, workers=len(entries)), lambda *_: None)
        yield [
            Document(document_id, load_document(curated, document_id).rows, path)
            for document_id, path in zip(ids, paths, strict=True)
        ]


def _ids(paths: list[Path]) -> list[str]:
    """An id for each file: its stem, with the folder's name where two files have one; equal for one file."""
    from pipeline.sources import safe_id

    stems: dict[str, set[Path]] = {}
    for path in paths:
        stems.setdefault(safe_id(path.stem), set()).add(path.resolve())
    found = []
    for path in paths:
        stem = safe_id(path.stem)
        alone = len(stems[stem]) == 1
        found.append(stem if alone else safe_id(f"{path.resolve().parent.name}_{path.stem}"))
    if len(set(found)) < len({path.resolve() for path in paths}):
        return [f"{document_id}_{number}" for number, document_id in enumerate(found, 1)]
    return found


def _entry(document_id: str, place: Path, path: Path) -> str:
    """The entry of a file for the temporary sources.toml, with what one beside the file says of it."""
    from pipeline.sources import SOURCES_FILE, TEXT_KEYS, read_sources
    from pipeline.toml_text import toml_text

    said: dict[str, Any] = {"file": place.name, "id": document_id}
    if (path.parent / SOURCES_FILE).exists():
        listed = [source for source in read_sources(path.parent) if source.path.resolve() == path.resolve()]
        for source in listed[:1]:
            keys = (*TEXT_KEYS, "edition_fiscal_year")
            said |= {key: value for key in keys if (value := getattr(source, key)) is not None}
            said |= {f"hints.{key}": value for key, value in source.hints.items()}
    return "[[document]]\n" + "".join(f"{key} = {_value(value, toml_text)}\n" for key, value in said.items())


def _value(value: Any, text: Any) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{text(key)} = {text(inner)}" for key, inner in value.items()) + " }"
    return str(text(value))
