"""One document from PDF to rows: read, understood, typed, judged and checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from extract.grid import Sheet
from extract.records import DocumentRecords
from extract.scan import SCANNED
from extract.stretches import LENGTHS, Lengths
from pipeline.broken_text import broken_text
from pipeline.cell_rows import cell_rows
from pipeline.contents import (
    NEEDS_MEMORY,
    Announce,
    Contents,
    LongPages,
    read_contents,
    silent,
    stretches_of,
)
from pipeline.corrections import correction_findings, lost_corrections
from pipeline.evidence import with_evidence
from pipeline.findings import finding, numbered
from pipeline.identity import identify
from pipeline.kpi_rows import kpi_rows
from pipeline.origin import origin_findings
from pipeline.preflight import FileFacts, PdfFacts, UnreadableError, file_facts, pdf_facts
from pipeline.printable import one_line
from pipeline.programme_rows import programme_rows
from pipeline.project_rows import project_rows
from pipeline.scan_evidence import judge_recognised
from pipeline.so_far import SoFar
from pipeline.sources import Source
from pipeline.two_readers import judge_by_second_reader
from pipeline.vocabulary_report import RULE, waiting_message
from quality.corrections import Applied, apply_corrections, is_there
from schemas.checks import ContractError, check_rows
from schemas.dataset import Row, datasets

Rows = dict[str, list[Row]]
"""Rows of one document by dataset; every dataset of the contract occurs."""


def document_rows(
    source: Source,
    reader: str,
    given_up: Mapping[int, str] | None = None,
    announce: Announce = silent,
) -> Rows:
    """All rows of one document. What goes wrong is said in its documents row, never raised.

    A file that cannot be read has status failed; one of which some pages could not be read, partial;
    `given_up` says which are not to be tried, and why. Rows that break the contract make the document failed
    rather than a bad file.
    """
    facts: FileFacts | None = None
    try:
        facts = file_facts(source.path)
        pdf = pdf_facts(source.path)
        contents = read_contents(source, reader, pdf, given_up, announce)
        rows = _rows(source, facts, pdf, contents)
        check_rows(rows)
    except Exception as error:
        return failed_rows(source, reason_of(error), facts)
    return rows


def stretches_of_rows(
    source: Source, reader: str, pages: LongPages, lengths: Lengths = LENGTHS
) -> Iterator[Rows]:
    """The rows of a long document, stretch by stretch; the row of documents comes with the last one.

    Raises UnreadableError when no page could be read, ContractError for rows that break the contract.
    """
    facts, pdf = file_facts(source.path), pdf_facts(source.path)
    so_far = SoFar()
    for contents in stretches_of(source, pages, reader, pdf.is_cut, lengths):
        so_far.is_last = contents.following is None
        rows = _rows(source, facts, pdf, contents, so_far)
        del contents
        check_rows(rows, so_far.tables)
        if not so_far.is_last:
            rows["documents"] = []
        yield rows
        del rows


def reason_of(error: Exception) -> str:
    """Why a document could not be read, in a sentence."""
    if isinstance(error, UnreadableError):
        return str(error)
    if isinstance(error, ContractError):
        return f"What was read breaks the contract: {error}."
    if isinstance(error, MemoryError):
        return f"{NEEDS_MEMORY[:1].upper()}{NEEDS_MEMORY[1:]}."
    return f"Reading it ended in an error of gyosei: {type(error).__name__}: {error}"


def failed_rows(source: Source, error: str, facts: FileFacts | None = None) -> Rows:
    """The rows of a document that could not be read: one of documents with the reason, one finding."""
    rows: Rows = {name: [] for name in datasets()}
    error = one_line(error)
    rows["findings"] = numbered(
        source.document_id,
        [finding("document_failed", "error", "documents", source.document_id, error, column="status")],
    )
    so_far = SoFar()
    so_far.count(rows)
    rows["documents"] = [_document_row(source, facts, None, Contents(), so_far, "failed", error)]
    return rows


def _rows(
    source: Source, facts: FileFacts, pdf: PdfFacts, contents: Contents, so_far: SoFar | None = None
) -> Rows:
    """The rows of a document, or of the next stretch of it; its documents row counts all so far."""
    so_far = so_far or SoFar()
    before = so_far.rows.copy()
    records = contents.records
    identity = identify(source, records.title)
    document: Row = {"document_id": source.document_id}
    edition: Row = document | {
        "municipality_code": identity.municipality_code,
        "edition_fiscal_year": identity.edition_fiscal_year,
    }
    judged = with_evidence(
        source.document_id,
        records,
        project_rows(records.projects, edition, before),
        kpi_rows(records.indicators, edition, before),
        repair=source.repair,
        recognised={sheet.page for sheet in contents.pages if sheet.text_layer in SCANNED},
        so_far=so_far,
    )
    kpis, projects = judged.kpis, judged.projects
    rows: Rows = {name: [] for name in datasets()}
    rows["kpis"] = kpis.kpis
    rows["kpi_values"] = kpis.values
    rows["projects"] = projects.projects
    rows["project_amounts"] = projects.amounts
    rows["cells"] = cell_rows(records.tables, document)
    differing = judge_by_second_reader(
        source.document_id, contents.second, records.projects, rows, so_far, contents.following
    )
    differing += judge_recognised(
        source.document_id, contents.sheets, records.projects, rows, so_far, contents.pages
    )
    applied = _corrected(source, rows, so_far)
    incomplete = contents.incomplete or lost_corrections(so_far.misfits)
    rows["programmes"] = programme_rows(records.programmes, document, before["programmes"])
    told = [kpis.findings, projects.findings, judged.findings, differing, correction_findings(applied)]
    if so_far.is_last:
        told += [_unknown_labels(source, records), broken_text(source.document_id, contents.pages)]
        told.append(origin_findings(source, facts.sha256))
    findings = [row for rows_of_one in told for row in rows_of_one]
    if so_far.is_last and contents.incomplete:
        findings.append(
            finding("document_partial", "error", "documents", source.document_id, contents.incomplete)
        )
    rows["findings"] = numbered(source.document_id, findings, before["findings"])
    so_far.count(rows)
    status = "partial" if incomplete else "ok" if so_far.understood else "no_tables"
    rows["documents"] = [_document_row(source, facts, pdf, contents, so_far, status, incomplete)]
    return rows


def _corrected(source: Source, rows: Rows, so_far: SoFar) -> list[Applied]:
    """What came of the corrections of these rows; with the last ones, of those for no row of the document."""
    left = source.corrections if so_far.corrections is None else so_far.corrections
    now = [correction for correction in left if so_far.is_last or is_there(correction, rows)]
    so_far.corrections = tuple(correction for correction in left if correction not in now)
    applied = apply_corrections(now, rows)
    so_far.misfits += [done for done in applied if done.problem]
    return applied


def _unknown_labels(source: Source, records: DocumentRecords) -> list[Row]:
    return [
        finding(
            RULE,
            "warning",
            "cells",
            unknown.place.table_id,
            waiting_message(unknown.figures),
            column="text",
            observed=unknown.label,
            place=unknown.place,
        )
        for unknown in records.unknown
    ]


def _document_row(
    source: Source,
    facts: FileFacts | None,
    pdf: PdfFacts | None,
    contents: Contents,
    so_far: SoFar,
    status: str,
    error: str | None,
) -> Row:
    identity = identify(source, contents.records.title)
    return {
        "document_id": source.document_id,
        "file_name": source.path.name.encode("utf-8", "replace").decode("utf-8"),
        "sha256": facts.sha256 if facts else None,
        "byte_size": facts.byte_size if facts else None,
        "page_count": pdf.page_count if pdf else None,
        "producer": pdf.producer if pdf else None,
        "text_layer": _text_layer(contents.pages),
        "municipality_code": identity.municipality_code,
        "municipality_name": identity.municipality_name,
        "title": identity.title,
        "series": source.series,
        "edition_fiscal_year": identity.edition_fiscal_year,
        "as_of": source.as_of,
        "source_url": source.source_url,
        "landing_url": source.landing_url,
        "license": source.license,
        "attribution": source.attribution,
        "status": status,
        "error": error,
        "table_count": len(so_far.tables),
        "kpi_count": so_far.rows["kpis"],
        "project_count": so_far.rows["projects"],
        "finding_count": so_far.rows["findings"],
    }


def _text_layer(sheets: tuple[Sheet, ...]) -> str | None:
    """The layer of most pages; pages without any text count only when all are."""
    layers = [sheet.text_layer for sheet in sheets]
    with_text = [layer for layer in layers if layer != "none"] or layers
    return max(sorted(set(with_text)), key=with_text.count) if with_text else None
