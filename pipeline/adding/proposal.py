"""What a PDF says of itself on its first pages: title, edition, municipality."""

from __future__ import annotations

import multiprocessing
import re
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

import pypdfium2

from normalize.municipalities import municipality_in
from normalize.width import fold
from normalize.years import parse_period

SPAWN = multiprocessing.get_context("spawn")
FIRST_PAGES = 2
SECONDS = 120.0
MOST_TITLE = 120
"""Characters of a title; what is longer is a paragraph in large print."""

_YEAR = r"(?:令和|平成|昭和|[RHS])?\s*(?:[元\d一二三四五六七八九十]+)\s*年(?:度)?(?:版)?"
_DATED = re.compile(rf"{_YEAR}(?:\s*\d+\s*月)?(?:\s*\d+\s*日)?")
_INNER_BRACKETS = re.compile(r"[(（][^()（）]*[)）]")
_SAYS_TIME = re.compile(rf"{_YEAR}|\d\s*月|^.\d{{4}}.$")


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the first pages say; None where they do not. `problem` says why nothing could be read."""

    title: str | None = None
    edition_fiscal_year: int | None = None
    municipality: str | None = None
    problem: str | None = None


def propose(path: Path) -> Proposal:
    """The proposal for a PDF, read in a process of its own: one that hangs or crashes costs nothing else."""
    mine, theirs = SPAWN.Pipe(duplex=False)
    process = SPAWN.Process(target=_answer, args=(theirs, path), daemon=True)
    process.start()
    theirs.close()
    try:
        if not mine.poll(SECONDS):
            return Proposal(problem=f"they were not read after {SECONDS:g} seconds")
        answer = mine.recv()
        assert isinstance(answer, Proposal)
        return answer
    except EOFError:
        return Proposal(problem="reading them ended the process")
    finally:
        process.kill()
        process.join()
        mine.close()


def _answer(connection: Connection, path: Path) -> None:
    connection.send(read_proposal(path))


def read_proposal(path: Path) -> Proposal:
    """The proposal for a PDF, read here; what cannot be read is its `problem`."""
    from extract.headings import document_title, stated_year
    from extract.sheet import read_sheets
    from pipeline.preflight import UnreadableError, pdf_facts

    try:
        pages = pdf_facts(path).page_count
        sheets = list(read_sheets(path, "pdfium", list(range(1, min(pages, FIRST_PAGES) + 1))))
    except UnreadableError as error:
        return Proposal(problem=str(error))
    except Exception as error:
        return Proposal(problem=f"{type(error).__name__}: {error}")
    printed = [line.text for sheet in sheets for line in sheet.outside]
    title = _title(document_title(sheets), _own_title(path), "".join(printed))
    year = parse_period(title, None).fiscal_year if title else None
    named = next((name for text in (title or "", *printed) if (name := municipality_in(text))), None)
    return Proposal(title, year or stated_year(sheets), named)


def _own_title(path: Path) -> str:
    """The title in the metadata of the PDF, '' where it has none."""
    document = pypdfium2.PdfDocument(path)
    try:
        return str(document.get_metadata_value("Title"))
    finally:
        document.close()


def _title(largest: str, own: str, printed: str) -> str | None:
    """The title in the metadata where the first pages print it, else their largest text near the top."""
    own = " ".join(own.split())
    is_printed = len(own) > 3 and "".join(fold(own).split()) in "".join(fold(printed).split())
    return (own if is_printed else " ".join(largest.split()))[:MOST_TITLE] or None


def series_title(title: str, municipality: str) -> str:
    """What the titles of all editions share: the title without its years and its publisher.

    '令和6年度施策報告書(令和5年度振り返り)' -> '施策報告書'.
    """
    plain, before = title, ""
    while plain != before:
        before = plain
        plain = _INNER_BRACKETS.sub(_without_time, plain)
    plain = _DATED.sub("", plain)
    if municipality:
        plain = plain.replace(municipality, "")
    plain = re.sub(r"[「」『』]", "", plain)
    return re.sub(r"\s+", " ", plain).strip(" 　・、。-－:：")


def _without_time(bracket: re.Match[str]) -> str:
    """Nothing for a bracket that says a time, else the bracket in other brackets, so that it is done."""
    text = bracket[0]
    return "" if _SAYS_TIME.search(text) else f"［{text[1:-1]}］"
