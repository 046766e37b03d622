"""Indicators and projects over the editions of a publication: what one page is about."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.site.addresses import item_address
from pipeline.site.curated_data import Document
from schemas.dataset import Row

RECORDS = (("kpis", "kpi_id", "kpi_values"), ("projects", "project_id", "project_amounts"))


@dataclass(frozen=True)
class Occurrence:
    """An indicator or a project as often as a document prints it, with its figures."""

    document: Document
    record_id: str
    record: Row
    figures: tuple[Row, ...]


@dataclass(frozen=True)
class Item:
    """One indicator (kind kpis) or project (kind projects): its prints, oldest edition first."""

    kind: str
    occurrences: tuple[Occurrence, ...]
    address: str

    @property
    def latest(self) -> Occurrence:
        """The first print in the latest edition: it names the page."""
        last = self.occurrences[-1].document.document_id
        return next(one for one in self.occurrences if one.document.document_id == last)


def items_of(documents: Sequence[Document]) -> list[Item]:
    """The items of a publication's editions, in the order of print of the latest edition that has each.

    Prints belong together when name and unit are the same (widths and spaces aside) and they are the
    same of several such in their edition; reprints (再掲) belong to the first of their name.
    """
    grouped: dict[tuple[str, str, str, int], list[Occurrence]] = {}
    for document in documents:
        for kind, id_column, figure_dataset in RECORDS:
            figures: dict[str, list[Row]] = {}
            for row in getattr(document, figure_dataset):
                figures.setdefault(row[id_column], []).append(row)
            seen: Counter[tuple[str, str]] = Counter()
            for record in getattr(document, kind):
                name = _folded(record["name"]), _folded(record.get("unit") or "")
                number = 0 if record.get("is_reprint") else seen[name]
                if not record.get("is_reprint"):
                    seen[name] += 1
                record_id = record[id_column]
                held = tuple(figures.get(record_id, ()))
                one = Occurrence(document, record_id, record, held)
                grouped.setdefault((kind, *name, number), []).append(one)
    items = []
    for (kind, *_), occurrences in grouped.items():
        ordered = _originals_first(documents, occurrences)
        last = ordered[-1].document.document_id
        named = next(one for one in ordered if one.document.document_id == last)
        items.append(Item(kind, ordered, item_address(last, named.record_id)))
    position = {document.document_id: index for index, document in enumerate(documents)}
    items.sort(
        key=lambda item: (-position[item.latest.document.document_id], item.kind, item.latest.record_id)
    )
    return items


def addresses_of(items: Sequence[Item]) -> dict[tuple[str, str], str]:
    """The page of each print: (document_id, kpi_id or project_id) → address."""
    return {
        (one.document.document_id, one.record_id): item.address for item in items for one in item.occurrences
    }


def _originals_first(documents: Sequence[Document], found: list[Occurrence]) -> tuple[Occurrence, ...]:
    order = {document.document_id: index for index, document in enumerate(documents)}

    def place(one: Occurrence) -> tuple[int, bool]:
        return order[one.document.document_id], bool(one.record.get("is_reprint"))

    return tuple(sorted(found, key=place))


def _folded(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())
