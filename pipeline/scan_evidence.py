"""What recognition says of the figures of scanned pages: how sure it is, and what a text layer has.

An existing text layer is a second reader. Where it has the digits that are recognised in the picture, two
readings that know nothing of each other agree, and the figure is proved; where it has other digits the
figure is doubtful, unless arithmetic has decided. No figure is taken from the layer.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from extract.grid import Sheet
from extract.page import Piece
from extract.records import Place, Project
from extract.scan_confidence import lies_in
from pipeline.findings import finding, place_columns
from pipeline.so_far import SoFar
from pipeline.two_readers import figure_places
from schemas.dataset import Row

LAYER, UNSURE = "text_layer_differs", "recognition_unsure"
AGREED = "proved_by_text_layer"
PAGES = "text_layer"
SURE = 0.75
"""Confidence below which a figure that nothing else proves is doubtful."""
KEYS = {"kpi_values": "value_id", "project_amounts": "amount_id", "projects": "project_id"}


@dataclass(frozen=True, slots=True)
class _Said:
    """A figure's place, what is recognised there, and the verdict: agrees, differs, unsure or nothing."""

    place: Place
    observed: str
    expected: str
    verdict: str
    confidence: float


def judge_recognised(
    document_id: str,
    sheets: Sequence[Sheet],
    projects: tuple[Project, ...],
    rows: dict[str, list[Row]],
    so_far: SoFar | None = None,
    pages: Sequence[Sheet] | None = None,
) -> list[Row]:
    """The findings of recognition; statuses of kpi_values, project_amounts and projects change in place.

    `pages` are those of the whole document where `sheets` are those of a stretch of it.
    """
    so_far = so_far or SoFar()
    pieces = {sheet.page: sheet.pieces for sheet in sheets if sheet.pieces}
    told = _layers(document_id, sheets if pages is None else pages) if so_far.is_last else []
    held: dict[tuple[str, str], list[tuple[str, _Said]]] = {}
    for (dataset, record, column), (place, text) in (figure_places(projects, rows) if pieces else {}).items():
        if dataset in KEYS and column != "name" and place.page in pieces:
            said = _said(place, text, pieces[place.page])
            if said is not None:
                held.setdefault((dataset, record), []).append((column, said))
    for dataset, key in KEYS.items() if held else ():
        for row in rows[dataset]:
            figures = held.get((dataset, row[key]), [])
            if row["status"] == "read" and figures and all(s.verdict == "agrees" for _, s in figures):
                row["status"] = "proved"
                so_far.agreed[AGREED] += len(figures)
            elif row["status"] == "read":
                for column, said in figures:
                    if said.verdict in ("differs", "unsure"):
                        row["status"] = "doubtful"
                        told.append(_doubt(dataset, row[key], column, said))
    agreed = so_far.agreed[AGREED]
    if so_far.is_last and agreed:
        message = f"{agreed} figures have the same digits in the picture and in the text layer of the file."
        told.append(finding(AGREED, "info", "documents", document_id, message, observed=str(agreed)))
    return told


def _said(place: Place, text: str, pieces: Sequence[Piece]) -> _Said | None:
    """What recognition says of one figure; None where it has no digits or stands on no piece."""
    own = [piece for piece in pieces if lies_in(piece.box, place.box) and _digits(piece.text)]
    own = [piece for piece in own if _digits(piece.text) in _digits(text)] or own
    if not own or not _digits(text):
        return None
    observed = " ".join(piece.text for piece in own)
    confidence = min(piece.confidence for piece in own)
    layered = [piece for piece in own if piece.layer]
    if layered and any(_digits(piece.layer or "") != _digits(piece.text) for piece in layered):
        expected = " ".join(piece.layer or "" for piece in own)
        return _Said(place, observed, expected, "differs", confidence)
    unsure = next((piece for piece in own if piece.confidence < SURE), None)
    if unsure is not None:
        return _Said(place, observed, unsure.other or "", "unsure", confidence)
    return _Said(place, observed, "", "agrees" if len(layered) == len(own) else "nothing", confidence)


def _doubt(dataset: str, record: str, column: str, said: _Said) -> Row:
    if said.verdict == "differs":
        rule, message = (
            LAYER,
            "The text layer of the file has other digits (expected) than the picture (observed).",
        )
    else:
        rule = UNSURE
        again = " and reads otherwise a second time (expected)" if said.expected else ""
        message = f"Recognition is unsure of the figure, {said.confidence:.2f} of 1{again}."
    made = finding(
        rule, "warning", dataset, record, message,
        column=column, observed=said.observed, expected=said.expected or None,
    )  # fmt: skip
    return made | place_columns(said.place)


def _digits(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKC", text) if char.isdigit())


def _layers(document_id: str, sheets: Sequence[Sheet]) -> list[Row]:
    """One finding for each kind of page that is not typeset text: which pages, and how they were read."""
    meaning = {
        "none": "hold no text",
        "ocr": "are pictures with a text layer that a recogniser left",
        "broken": "have fonts that do not say what is printed",
    }
    found = []
    for layer, words in meaning.items():
        pages = [sheet.page for sheet in sheets if sheet.text_layer == layer and sheet.pieces]
        if pages:
            message = f"{_ranges(pages)} {words}: they were recognised in their picture."
            found.append(
                finding(PAGES, "info", "documents", document_id, message, column=PAGES, observed=layer)
                | {"page": pages[0]}
            )
    return found


def _ranges(pages: list[int]) -> str:
    """[1, 2, 3, 7] → 'pages 1-3, 7'."""
    parts: list[list[int]] = []
    for page in pages:
        if parts and page == parts[-1][-1] + 1:
            parts[-1].append(page)
        else:
            parts.append([page])
    shown = [f"{part[0]}-{part[-1]}" if len(part) > 1 else str(part[0]) for part in parts]
    return f"pages {', '.join(shown)}"
