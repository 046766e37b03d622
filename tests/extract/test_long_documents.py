"""A document understood in stretches says what it says as a whole; tables are cut where they are too long."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

import pytest

from extract.grid import Line, Sheet
from extract.long_documents import Stretch, outline, understand_stretches
from extract.records import DocumentRecords, Project
from extract.stretches import Lengths
from extract.understanding import understand
from pipeline.cell_rows import cell_rows
from schemas.dataset import Row
from schemas.vocabulary import load_vocabulary
from tests.extract.printed import Rows, caption, grid, line, sheet, title

WORDS = load_vocabulary()
HEADER = ["事業名", "令和5年度決算額(千円)", "令和6年度予算額(千円)"]
GROUPS = ["施策", *HEADER]
Page = Rows | tuple[Rows, Sequence[Line]]


def pages(*printed: Page, open_bottom: Sequence[int] = ()) -> list[Sheet]:
    """One grid a page, some with lines outside it; those whose numbers are given are open at the bottom."""
    made = []
    for number, page in enumerate(printed, 1):
        rows, outside = page if isinstance(page, tuple) else (page, ())
        first = (title("令和6年度 事業一覧"),) if number == 1 else ()
        made.append(
            sheet(
                *([grid(rows, page=number, open_bottom=number in open_bottom)] if rows else ()),
                outside=(*first, *outside),
                page=number,
            )
        )
    return made


def stretches(sheets: Sequence[Sheet], least: int, most: int, held: int = 1) -> list[Stretch]:
    outlines = [outline(one, WORDS) for one in sheets]
    return list(understand_stretches(iter(sheets), outlines, WORDS, None, Lengths(least, most, held)))


def cells(records: Sequence[DocumentRecords]) -> list[Row]:
    rows = [row for one in records for row in cell_rows(one.tables, {})]
    return sorted(rows, key=lambda row: (row["table_id"], row["row"], row["column"]))


def assert_same(sheets: Sequence[Sheet], found: Sequence[Stretch]) -> None:
    """All that is understood, and every cell, is as when the document is understood as a whole."""
    whole, parts = understand(sheets, WORDS), [one.records for one in found]
    assert tuple(i for one in parts for i in one.indicators) == whole.indicators
    assert tuple(p for one in parts for p in one.projects) == whole.projects
    assert tuple(p for one in parts for p in one.programmes) == whole.programmes
    assert cells(parts) == cells([whole])
    assert {one.title for one in parts} == {whole.title}
    assert parts[-1].unknown == whole.unknown
    assert [one.is_last for one in found] == [False] * (len(found) - 1) + [True]


def cuts(found: Sequence[Stretch]) -> list[str]:
    """The tables that go on in the next stretch."""
    return [read.table.id for one in found for read in one.records.tables if read.table.goes_on]


def listed(*names: str) -> list[list[str]]:
    return [[name, f"{len(name)}00", f"{len(name) + 1}00"] for name in names]


def test_a_stretch_ends_where_no_table_goes_on() -> None:
    """Pages 1-2 and 3-4 are a table each: three pages are not enough, so that the stretch has four."""
    sheets = pages(
        [HEADER, *listed("甲事業")],
        listed("乙事業"),
        [["事業名", "決算額", "予算額"], *listed("丙事業")],
        listed("丁事業"),
        [],
        [["指標名", "基準値", "目標値"], ["満足度（％）", "50", "60"]],
    )
    found = stretches(sheets, least=3, most=9)
    assert [one.through for one in found] == [4, None]
    assert [[read.table.id for read in one.records.tables] for one in found] == [["t001", "t002"], ["t003"]]
    assert cuts(found) == []
    assert_same(sheets, found)


def test_a_table_that_would_be_too_long_begins_a_stretch() -> None:
    long = [listed(f"{n}事業") for n in "乙丙丁"]
    sheets = pages(
        ([["指標名", "基準値", "目標値"], ["満足度", "50", "60"]], []), [HEADER, *listed("甲事業")], *long
    )
    found = stretches(sheets, least=9, most=4)
    assert ([one.through for one in found], cuts(found)) == ([1, None], [])
    assert_same(sheets, found)


@pytest.mark.parametrize("most", [1, 2, 3])
@pytest.mark.parametrize("again", [False, True], ids=["header once", "header on each page"])
def test_a_table_is_cut_and_goes_on_under_its_header(again: bool, most: int) -> None:
    head = [HEADER] if again else []
    sheets = pages([HEADER, *listed("甲事業")], *([*head, *listed(f"{n}事業", f"{n}費")] for n in "乙丙丁戊"))
    found = stretches(sheets, least=1, most=most)
    assert cuts(found) == ["t001"] * (len(found) - 1)
    assert len(found) == -(-len(sheets) // most)
    assert_same(sheets, found)
    amounts = [a for one in found for project in one.records.projects for a in project.amounts]
    assert {(a.fiscal_year, a.kind) for a in amounts} == {(2023, "settlement"), (2024, "budget")}


@pytest.mark.parametrize("most", [1, 2])
def test_a_merged_label_holds_over_the_cut(most: int) -> None:
    """The label is printed once, merged over rows of three pages; its cell is told once, as a whole."""
    sheets = pages(
        [GROUPS, ["施策一 健康", *listed("甲事業")[0]], ["^", *listed("乙事業")[0]]],
        [["", *listed("丙事業")[0]], ["^", *listed("丁事業")[0]]],
        [["", *listed("戊事業")[0]], ["施策二 道路", *listed("己事業")[0]]],
    )
    found = stretches(sheets, least=1, most=most)
    assert len(cuts(found)) == len(found) - 1 > 0
    assert_same(sheets, found)
    measures = {p.name_text: p.measure for one in found for p in one.records.projects}
    assert measures == dict.fromkeys([f"{n}事業" for n in "甲乙丙丁戊"], "施策一 健康") | {
        "己事業": "施策二 道路"
    }
    (label,) = [row for row in cells([one.records for one in found]) if row["text"] == "施策一 健康"]
    assert (label["row"], label["row_span"], label["page"]) == (1, 5, 1)


def test_a_name_merged_over_rows_is_not_cut() -> None:
    """The rows of the last project of a page wait for the next stretch: more of them may follow."""
    head = ["事業名", "区分", "令和5年度決算額(千円)"]
    first: Rows = [head, ["甲事業", "国", "1"], ["^", "県", "2"], ["乙事業", "国", "3"], ["^", "県", "4"]]
    then: Rows = [["", "その他", "5"], ["丙事業", "国", "6"], ["^", "県", "7"]]
    sheets = pages(first, then)
    found = stretches(sheets, least=1, most=1)
    assert cuts(found) == ["t001"]
    assert_same(sheets, found)
    assert [(p.name_text, len(p.amounts)) for one in found for p in one.records.projects] == [
        ("甲事業", 2), ("乙事業", 3), ("丙事業", 2),
    ]  # fmt: skip
    assert [len(one.records.projects) for one in found] == [1, 2]


def test_a_row_that_the_edge_cuts_is_made_whole_over_the_cut() -> None:
    sheets = pages(
        [HEADER, *listed("甲事業"), ["乙丙丁", "1", "2"]],
        [["戊己事業", "", ""], *listed("丙事業")],
        open_bottom=[1],
    )
    found = stretches(sheets, least=1, most=1)
    assert cuts(found) == ["t001"]
    assert_same(sheets, found)
    assert "乙丙丁\n戊己事業" in {p.name_text for one in found for p in one.records.projects}


def test_a_header_in_the_middle_of_a_table_holds_over_the_cut() -> None:
    other = ["事業名", "令和3年度決算額(千円)", "令和4年度決算額(千円)"]
    sheets = pages(
        [HEADER, *listed("甲事業"), other, *listed("乙事業", "丙事業")], listed("丁事業"), listed("戊事業")
    )
    found = stretches(sheets, least=1, most=1)
    assert len(cuts(found)) == 2
    assert_same(sheets, found)
    years = {p.name_text: [a.fiscal_year for a in p.amounts] for one in found for p in one.records.projects}
    assert (years["甲事業"], years["戊事業"]) == ([2023, 2024], [2021, 2022])


@pytest.mark.parametrize("rows", [1, 2, 3])
def test_a_name_above_rows_of_figures_holds_over_the_cut(rows: int) -> None:
    """An indicator in a band over its rows of 目標 and 実績: a page may end anywhere among them."""
    head = ["区分", "令和4年度", "令和5年度", "令和6年度"]
    printed = [head]
    for n in range(1, 6):
        printed += [
            ["", f"第{n}の利用者数（人）", "<", "<"],
            ["目標", f"{n}0", f"{n}1", f"{n}2"],
            ["実績", f"{n}3", f"{n}4", ""],
        ]
    cut_at = 3 + rows
    sheets = pages(printed[:cut_at], printed[cut_at:])
    found = stretches(sheets, least=1, most=1)
    assert_same(sheets, found)
    indicators = [i for one in found for i in one.records.indicators]
    assert [(i.name_text, len(i.values)) for i in indicators] == [
        (f"第{n}の利用者数（人）", 5) for n in range(1, 6)
    ]


def test_a_part_of_the_row_above_is_not_cut_from_it() -> None:
    head = ["事業名", "区分", "令和5年度", "令和6年度"]
    rows = [[f"第{n}事業", "決算額", "10", "20"] for n in (1, 2, 3)]
    parts = [["", "うち一般財源", "4", "5"]]
    sheets = pages([head, *(r for row in rows[:2] for r in (row, *parts))], [rows[2], *parts])
    found = stretches(sheets, least=1, most=1)
    assert_same(sheets, found)


def form(name: str, *amounts: str) -> Rows:
    return [["事業名", name], *(["令和5年度決算額(千円)", amount] for amount in amounts)]


@pytest.mark.parametrize("held", [0, 1, 2])
def test_a_form_may_go_on_in_the_next_stretch(held: int) -> None:
    """Its project waits where it was named on a page that is held; else it goes on under the same name."""
    cost = [
        ["財源内訳", "令和5年度決算額(千円)", "令和6年度予算額(千円)"],
        ["国庫支出金", "7", "1"],
        ["一般財源", "8", "2"],
    ]
    sheets = pages(form("甲事業", "1"), cost, form("乙事業", "2"), cost)
    found = stretches(sheets, least=1, most=1, held=held)
    assert cuts(found) == []
    if held:
        assert_same(sheets, found)
    projects = [p for one in found for p in one.records.projects]
    assert figures(projects) == figures(understand(sheets, WORDS).projects)
    assert {page for _, _, page in figures(projects)} == {1, 2, 3, 4}


def figures(projects: Sequence[Project]) -> list[tuple[str, str, int]]:
    return [(p.name_text, a.text, a.place.page) for p in projects for a in p.amounts]


def test_what_a_stretch_says_holds_in_the_next_one() -> None:
    """Units, headings, colours and unknown labels: the colours are explained on the last page."""
    rows = [["事業名", "令和5年度決算額", "謎の欄"], ["甲事業", "5", "6"]]
    sheets = pages(
        (rows, [caption("（単位：千円）"), caption("施策 健康づくり", y=70.0)]),
        ([["事業名", "令和5年度決算額", "謎の欄"], ["乙事業", "5", "6"]], [caption("別の表")]),
        ([], [line("追加項目は黄色で示す。", 40.0, 60.0)]),
    )
    found = stretches(sheets, least=1, most=1)
    assert len(found) > 1
    assert_same(sheets, found)
    second = [project for one in found for project in one.records.projects][1]
    assert [a.unit for a in second.amounts] == ["千円"]
    assert [(u.label, u.figures) for u in found[-1].records.unknown] == [("謎の欄", 2)]


@pytest.mark.parametrize("count", [0, 1, 2, 5])
def test_a_document_without_tables_is_understood(count: int) -> None:
    sheets = pages(*[[]] * count)
    found = stretches(sheets, least=2, most=3)
    assert len(found) == max(1, -(-count // 2))
    assert_same(sheets, found)


def test_lists_that_are_no_tables_follow_those_of_their_stretch() -> None:
    """Their ids go on; nothing of them is in two stretches, and the figures are those of the whole."""

    def listing(n: int) -> tuple[Rows, Sequence[Line]]:
        names = ("防犯灯整備事業", "図書館運営事業", "道路補修事業", "公園管理事業")
        lines = [line("令和6年度 当初予算の概要", 40.0, 60.0)]
        for k, name in enumerate(names):
            lines += [
                line(f"第{n}{name}", 60.0, 100.0 + 20 * k),
                line(f"{n}{k},000千円", 0.0, 100.0 + 20 * k, right=400.0),
            ]
        return [], [replace(one, box=(340.0, *one.box[1:])) if one.box[0] == 0.0 else one for one in lines]

    sheets = pages(
        [HEADER, *listed("甲事業")], listing(1), listing(2), [HEADER, *listed("乙事業")], listing(3)
    )
    whole = understand(sheets, WORDS)
    found = stretches(sheets, least=2, most=3)
    projects = [p for one in found for p in one.records.projects]
    assert len(whole.projects) == 14 and len(found) > 1
    assert sorted(figures(projects)) == sorted(figures(whole.projects))
    ids = [read.table.id for one in found for read in one.records.tables]
    assert ids == [f"t{n:03d}" for n in range(1, len(whole.tables) + 1)]


def test_no_more_pages_are_taken_than_a_stretch_needs() -> None:
    taken: list[int] = []
    sheets = pages(*([HEADER, *listed(f"第{n}事業")] for n in range(40)))

    def take() -> Iterator[Sheet]:
        for one in sheets:
            taken.append(one.page)
            yield one

    found = understand_stretches(take(), [], WORDS, None, Lengths(3, 5, 1))
    reached = [len(taken) for _ in found]
    assert [b - a for a, b in pairwise(reached)][:-1] == [5] * (len(reached) - 2)
    assert reached[0] <= 7
