"""A long document understood stretch by stretch, as it would be as a whole but for what proves it.

What holds for the document (its title and years, the colours it explains), and what a stretch leaves open
(headings, units, a form's project, a table that is cut), is handed on to the next one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice

from extract.assembly import Assembly, Entry
from extract.context import Context
from extract.cutting import cut_table
from extract.grid import Sheet
from extract.headings import explained_colours
from extract.listed import lists_of, read_lists
from extract.meaning import grid_has_header, sort_table
from extract.once_a_table import forget_tables
from extract.records import DocumentRecords, ReadTable
from extract.stacked import split_stacked_rows
from extract.stretches import LENGTHS, Lengths, Numbers, table_stretches
from extract.tables import Table
from extract.understanding import begin, read_tables, renamed
from schemas.vocabulary import Vocabulary

OPEN = ("project", "sub_project", "block_project", "measure_entry")
"""Fields of Context that hold a project which may get more figures."""
OPENING = 4
"""Pages that say which edition a document is."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """What is understood in a stretch of a document, with its pages that were recognised in their picture.

    `through` is the last page of the stretch; records of the next one may stand on pages from `following` on,
    which are among its sheets as well. Of the last stretch both are None; its records have the labels of the
    whole document that nobody knows.
    """

    records: DocumentRecords
    sheets: tuple[Sheet, ...]
    through: int | None = None
    following: int | None = None

    @property
    def is_last(self) -> bool:
        """Whether the document ends with it."""
        return self.through is None


def outline(sheet: Sheet, vocabulary: Vocabulary) -> Sheet:
    """What of a page is told of the document as a whole: how it was read, and what it says of colours."""
    lines = tuple(
        line for line in sheet.outside if explained_colours([replace(sheet, outside=(line,))], vocabulary)
    )
    return replace(sheet, grids=(), outside=lines, pieces=sheet.pieces[:1])


def understand_stretches(
    sheets: Iterable[Sheet],
    outlines: Sequence[Sheet],
    vocabulary: Vocabulary,
    hints: Mapping[str, object] | None = None,
    lengths: Lengths = LENGTHS,
) -> Iterator[Stretch]:
    """The records of a document, stretch by stretch, in reading order; the last one says that it is the last.

    `sheets` are taken as they are needed. `outlines` are all pages, at least in outline. `hints` are as in
    extract.understanding.
    """
    hints = hints or {}
    pages = iter(sheets)
    opening = list(islice(pages, OPENING))
    context = begin(opening, hints)
    assembly = Assembly(explained_colours(outlines, vocabulary))
    kept: dict[int, Sheet] = {}
    listing: list[Sheet] = []
    numbers = Numbers()

    def keeping() -> Iterator[Sheet]:
        for sheet in chain(opening, pages):
            if sheet.grids:
                kept[sheet.page] = sheet
            if lists_of(sheet):
                listing.append(sheet)
            yield sheet

    found = table_stretches(
        keeping(),
        lambda grid: grid_has_header(grid, vocabulary, context.year),
        split_stacked_rows,
        lambda table: cut_table(table, sort_table(renamed(table, hints), vocabulary, context.year)),
        lengths,
        numbers,
    )
    for stretch in found:
        read = tuple(
            ReadTable(_slender(one.table), one.header)
            for one in read_tables(stretch.tables, kept, vocabulary, hints, context, assembly)
        )
        ended = sum(stretch.through is None or sheet.page <= stretch.through for sheet in listing)
        lists = read_lists(listing[:ended], context, assembly, vocabulary, numbers.taken)
        del listing[:ended]
        numbers.taken += len(lists)
        read = (*read, *lists)
        if stretch.through is None:
            records = replace(assembly.records(context.title), tables=read)
            yield Stretch(records, tuple(sheet for sheet in kept.values() if sheet.pieces))
            return
        open_ones = _open_entries(assembly, context, stretch.through - lengths.held)
        records = replace(assembly.hand_over(open_ones), tables=read, title=context.title)
        _reopen(assembly, context, open_ones)
        following = min([stretch.following or stretch.through + 1, *map(_first_page, open_ones)])
        through = stretch.through
        own = tuple(sheet for page, sheet in kept.items() if page <= through and sheet.pieces)
        # nothing of a stretch is held while the next one is read
        forget_tables()
        del read, stretch
        for page in [page for page in kept if page < following]:
            del kept[page]
        yield Stretch(records, own, through, following)
        del records, own


def _slender(table: Table) -> Table:
    """The table without the grids that its cells were made of: it is read, and they would double them."""
    return replace(
        table, parts=tuple(replace(part, grid=replace(part.grid, cells=())) for part in table.parts)
    )


def _open_entries(assembly: Assembly, context: Context, after: int) -> list[Entry]:
    """The projects from the one on that a form names and may go on with, where it begins after this page."""
    names = [entry for name in OPEN if (entry := getattr(context, name)) is not None]
    for at, entry in enumerate(assembly.projects):
        if entry.place.page > after and any(entry is name for name in names):
            return assembly.projects[at:]
    return []


def _reopen(assembly: Assembly, context: Context, open_ones: Sequence[Entry]) -> None:
    """Gives a form that is no longer held an entry of the same name for what may follow."""
    fresh: list[Entry] = []
    for name in OPEN:
        entry: Entry | None = getattr(context, name)
        if entry is not None and not any(entry is other for other in open_ones):
            fresh.append(entry.continued())
            setattr(context, name, fresh[-1])
    assembly.projects[:0] = fresh


def _first_page(entry: Entry) -> int:
    own = (entry.change, entry.ratio, entry.execution_rate, entry.share)
    figures = [*entry.amounts, *entry.checks, *(figure for figure in own if figure is not None)]
    return min([entry.place.page, *(figure.place.page for figure in figures)])
