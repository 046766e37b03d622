"""Whether a file is what was published: findings from what its address gave, now and before."""

from __future__ import annotations

from pipeline.findings import finding
from pipeline.sources import Source
from schemas.dataset import Row


def origin_findings(source: Source, sha256: str) -> list[Row]:
    """Findings where the publisher replaced the file, or the file is not what was fetched."""
    told: list[Row] = []
    if source.replaced_sha256:
        told.append(
            finding(
                "publication_replaced",
                "warning",
                "documents",
                source.document_id,
                "The publisher replaced this file under its address; the former one is in raw/replaced/.",
                column="sha256",
                observed=source.fetched_sha256,
                expected=source.replaced_sha256[-1],
            )
        )
    if source.fetched_sha256 not in (None, sha256):
        told.append(
            finding(
                "file_not_as_fetched",
                "warning",
                "documents",
                source.document_id,
                "The file in raw/ is not what its address gave: run gyosei fetch, or register it by itself.",
                column="sha256",
                observed=sha256,
                expected=source.fetched_sha256,
            )
        )
    return told
