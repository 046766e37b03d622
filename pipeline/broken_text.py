"""Findings about pages whose fonts do not say what their characters mean."""

from __future__ import annotations

from collections.abc import Sequence

from extract.grid import Sheet
from pipeline.findings import finding
from schemas.dataset import Row

RULE = "text_layer_broken"


def broken_text(document_id: str, sheets: Sequence[Sheet]) -> list[Row]:
    """One finding a page with a broken text layer: what is read there is U+FFFD, not a guess.

    Pages that were recognised in their picture are read, and give none.
    """
    return [
        finding(
            RULE, "warning", "documents", document_id,
            f"The text of the page cannot be read: {'; '.join(sheet.notes)}.",
            column="text_layer", observed=sheet.text_layer,
        )
        | {"page": sheet.page}
        for sheet in sheets
        if sheet.text_layer == "broken" and not sheet.pieces
    ]  # fmt: skip
