"""Lists of programmes as rows."""

from __future__ import annotations

from extract.records import Programme
from normalize.names import parse_name
from pipeline.findings import place_columns
from schemas.dataset import Row


def programme_rows(programmes: tuple[Programme, ...], document: Row, before: int = 0) -> list[Row]:
    """The lines of the lists of programmes, in the order of print, after `before` others."""
    rows = []
    for number, programme in enumerate(programmes, before + 1):
        name = parse_name(programme.name_text)
        rows.append(
            document
            | {
                "programme_id": f"g{number:03d}",
                "measure": programme.measure or None,
                "mark": programme.mark or None,
                "mark_meaning": programme.mark_meaning or None,
                "is_reprint": name.is_reprint,
                "name": name.name,
            }
            | place_columns(programme.place)
        )
    return rows
