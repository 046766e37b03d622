"""One document from PDF to rows: read, understood, typed, judged and checked."""

from __future__ import annotations

from collections.abc import Mapping

from extract.grid import Sheet
from extract.records import DocumentRecords
from extract.scan import SCANNED
from pipeline.broken_text import broken_text
from pipeline.cell_rows import cell_rows
from pipeline.contents import (
    NEEDS_MEMORY,
    Announce,
    Contents,
    PagesRead,
    contents_of,
    read_contents,
    silent,
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
from pipeline.sources import Source
from pipeline.two_readers import judge_by_second_reader
from pipeline.vocabulary_report import RULE, waiting_message
from quality.corrections import apply_corrections
from schemas.checks import ContractError, check_rows
from schemas.dataset import Row, datasets

Rows = dict[str, list[Row]]
"""Rows of one document by dataset; every dataset of the contract occurs."""


def document_rows(
    source: Source,
    reader: str,
    given_up: Mapping[int, str] | None = None,
    announce: Announce = silent,
    pages: PagesRead | None = None,
) -> Rows:
    """All rows of one document. What goes wrong is said in its documents row, never raised.

    A file that cannot be read has status failed; one of which some pages could not be read, partial;
    `given_up` says which are not to be tried, and why. Where `pages` were read before, none is read. Rows
    that break the contract make the document failed rather than a bad file.
    """
    facts: FileFacts | None = None
    try:
        facts = file_facts(source.path)
        pdf = pdf_facts(source.path)
        if pages is None:
            contents = read_contents(source, reader, pdf, given_up, announce)
        else:
            contents = contents_of(source, pages, reader, pdf.is_cut)
        rows = _rows(source, facts, pdf, contents)
        check_rows(rows)
    except UnreadableError as error:
        return failed_rows(source, str(error), facts)
    except ContractError as error:
        return failed_rows(source, f"What was read breaks the contract: {error}.", facts)
    except MemoryError:
        return failed_rows(source, f"{NEEDS_MEMORY[:1].upper()}{NEEDS_MEMORY[1:]}.", facts)
    except Exception as error:
        reason = f"Reading it ended in an error of gyosei: {type(error).__name__}: {error}"
        return failed_rows(source, reason, facts)
    return rows


def failed_rows(source: Source, error: str, facts: FileFacts | None = None) -> Rows:
    """The rows of a document that could not be read: one of documents with the reason, one finding."""
    rows: Rows = {name: [] for name in datasets()}
    error = one_line(error)
    rows["findings"] = numbered(
        source.document_id,
        [finding("document_failed", "error", "documents", source.document_id, error, column="status")],
    )
    rows["documents"] = [_document_row(source, facts, None, Contents(), rows, "failed", error)]
    return rows


def _rows(source: Source, facts: FileFacts, pdf: PdfFacts, contents: Contents) -> Rows:
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
        project_rows(records.projects, edition),
        kpi_rows(records.indicators, edition),
        repair=source.repair,
        recognised={sheet.page for sheet in contents.sheets if sheet.text_layer in SCANNED},
    )
    kpis, projects = judged.kpis, judged.projects
    rows: Rows = {name: [] for name in datasets()}
    rows["kpis"] = kpis.kpis
    rows["kpi_values"] = kpis.values
    rows["projects"] = projects.projects
    rows["project_amounts"] = projects.amounts
    rows["cells"] = cell_rows(records.tables, document)
    differing = judge_by_second_reader(source.document_id, contents.second, records.projects, rows)
    differing += judge_recognised(source.document_id, contents.sheets, records.projects, rows)
    applied = apply_corrections(source.corrections, rows)
    corrected = correction_findings(applied)
    incomplete = contents.incomplete or lost_corrections(applied)
    rows["programmes"] = programme_rows(records.programmes, document)
    told = (
        *(kpis.findings, projects.findings, judged.findings, differing, corrected),
        *(_unknown_labels(source, records), broken_text(source.document_id, contents.sheets)),
        origin_findings(source, facts.sha256),
    )
    findings = [row for rows_of_one in told for row in rows_of_one]
    if contents.incomplete:
        findings.append(
            finding("document_partial", "error", "documents", source.document_id, contents.incomplete)
        )
    rows["findings"] = numbered(source.document_id, findings)
    understood = records.indicators or records.projects or records.programmes
    status = "partial" if incomplete else "ok" if understood else "no_tables"
    rows["documents"] = [_document_row(source, facts, pdf, contents, rows, status, incomplete)]
    return rows


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
    rows: Mapping[str, list[Row]],
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
        "text_layer": _text_layer(contents.sheets),
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
        "table_count": len({row["table_id"] for row in rows["cells"]}),
        "kpi_count": len(rows["kpis"]),
        "project_count": len(rows["projects"]),
        "finding_count": len(rows["findings"]),
    }


def _text_layer(sheets: tuple[Sheet, ...]) -> str | None:
    """The layer of most pages; pages without any text count only when all are."""
    layers = [sheet.text_layer for sheet in sheets]
    with_text = [layer for layer in layers if layer != "none"] or layers
    return max(sorted(set(with_text)), key=with_text.count) if with_text else None
