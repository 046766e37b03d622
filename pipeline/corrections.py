"""corrections.toml of a raw/ folder, given to the documents that it is about."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pipeline.findings import finding
from pipeline.sources import Source, SourcesError
from quality.corrections import Applied, CorrectionsError, read_corrections
from schemas.dataset import Row

CORRECTIONS_FILE = "corrections.toml"


def with_corrections(sources: tuple[Source, ...], raw: Path, *, repair: bool) -> tuple[Source, ...]:
    """The sources with their corrections, and whether repairs are made. Raises SourcesError.

    A correction of a document that does not exist is an error: nobody would see that it is not applied.
    """
    try:
        corrections = read_corrections(raw / CORRECTIONS_FILE)
    except CorrectionsError as error:
        raise SourcesError(str(error)) from error
    known = {source.document_id for source in sources}
    for correction in corrections:
        if correction.document not in known:
            where = f"{raw / CORRECTIONS_FILE}, correction {correction.number}"
            raise SourcesError(f"{where}: there is no document {correction.document}.")
    return tuple(
        replace(
            source,
            repair=repair,
            corrections=tuple(c for c in corrections if c.document == source.document_id),
        )
        for source in sources
    )


def correction_findings(applied: list[Applied]) -> list[Row]:
    """A finding for each correction: what was corrected, or an error that it no longer fits."""
    found: list[Row] = []
    for done in applied:
        correction = done.correction
        said = f"{correction.reason} (correction {correction.number}, {correction.source})"
        place = {
            key: done.row[key] for key in ("page", "x0", "y0", "x1", "y1", "table_id")
        } if done.row else {}  # fmt: skip
        dataset, record, column = done.dataset, correction.record, correction.column
        if done.row is None:
            dataset, record, column = "documents", correction.document, ""
        rule, severity, action = ("corrected_by_hand", "info", "corrected")
        if done.problem:
            rule, severity, action = ("correction_lost", "error", "flagged")
            said = f"{done.problem} Not applied: {said}"
        found.append(
            finding(
                rule, severity, dataset, record, said, column=column or None,
                observed=correction.printed, expected=str(correction.value), action=action,
            )
            | place
        )  # fmt: skip
    return found


def lost_corrections(applied: list[Applied]) -> str | None:
    """Why a document is not complete: corrections that no longer fit, in a sentence; None where all do."""
    lost = [done for done in applied if done.problem]
    if not lost:
        return None
    first = lost[0]
    more = f" ({len(lost)} corrections no longer fit)" if len(lost) > 1 else ""
    return (
        f"Correction {first.correction.number} of {CORRECTIONS_FILE} was not applied: {first.problem}{more}"
    )
