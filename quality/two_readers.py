"""The second reader as a witness: is the cell of a figure read alike by two independent parsers?

Both read the same text layer. That they agree says that the figure was read as the file has it, not that
the print is right or that the right column was meant; so agreement proves no figure, while a
disagreement makes it doubtful, whoever is right.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from extract.agreement import Disagreement, bare
from extract.page import Box
from extract.records import Place
from quality.relations import Key, Verdict

SLACK = 1.0
"""Points: provenance is rounded, and a cell's box may be a part of the ruled one."""


@dataclass(frozen=True, slots=True)
class Said:
    """What the second reader says of one figure, and where it reads otherwise (None: nowhere)."""

    verdict: Verdict
    disagreement: Disagreement | None = None


def two_readers(
    figures: Mapping[Key, tuple[Place, str]], compared: Collection[int], disagreements: Sequence[Disagreement]
) -> dict[Key, Said]:
    """The verdict on each figure: proved where both readers have its cell alike, contradicted where not.

    `figures` gives place and printed text; `compared` are the numbers of the pages that both readers read,
    on all others the witness is silent. A table that only one reader has contradicts all its figures.
    """
    by_page: dict[int, list[Disagreement]] = {}
    for found in disagreements:
        by_page.setdefault(found.page, []).append(found)
    said: dict[Key, Said] = {}
    for key, (place, text) in figures.items():
        against = next((d for d in by_page.get(place.page, ()) if concerns(d, place.box, text)), None)
        if against is not None:
            said[key] = Said(Verdict.CONTRADICTED, against)
        else:
            said[key] = Said(Verdict.PROVED if place.page in compared else Verdict.SILENT)
    return said


def concerns(found: Disagreement, box: Box, text: str) -> bool:
    """Whether a disagreement is about the cell that a figure of this box and text was read from.

    Where borders differ, the cells themselves say what is read otherwise. A figure inside a larger cell
    must be part of its text: tables stand in cells of forms.
    """
    if found.kind == "columns" or not _holds(found.box, box):
        return False
    if found.kind == "grid_missing":
        return True
    return not found.first or _alike(found.box, box) or bare(text) in bare(found.first)


def _holds(outer: Box, inner: Box) -> bool:
    x, y = (inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2
    return outer[0] <= x <= outer[2] and outer[1] <= y <= outer[3]


def _alike(one: Box, two: Box) -> bool:
    return all(abs(a - b) <= SLACK for a, b in zip(one, two, strict=True))
