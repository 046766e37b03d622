"""Witnesses that prove no figure: two calendars, counts, years, another edition's print."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from extract.grid import Cell, Grid, Line
from extract.records import DocumentRecords, Figure, Indicator, ReadTable
from extract.tables import Part, Table
from pipeline.label_evidence import label_findings
from quality.counts import above_their_count, row_counts
from quality.eras import year_labels
from quality.other_edition import compared
from quality.relations import Verdict
from schemas.dataset import Row
from tests.quality.budget_table import indicator, judged_records, place


@pytest.mark.parametrize(
    ("label", "verdict"),
    [
        ("2023年度（令和5年度）", Verdict.PROVED),
        ("R6(2024)", Verdict.PROVED),
        ("令和6年度（2023年度）", Verdict.CONTRADICTED),
        ("平成30年度 (2019)", Verdict.CONTRADICTED),
    ],
)
def test_wareki_and_seireki(label: str, verdict: Verdict) -> None:
    figure = Figure("12", place(0, 1), role="actual", fiscal_year=2023, labels=(label,))
    records = DocumentRecords(indicators=(Indicator("件数", place(0, 0), values=(figure,)),))
    assert [found.verdict for found in year_labels(records)] == [verdict]


def test_a_label_in_one_calendar_says_nothing() -> None:
    figure = Figure("12", place(0, 1), labels=("令和6年度", "実績"))
    records = DocumentRecords(indicators=(Indicator("件数", place(0, 0), values=(figure,)),))
    assert not year_labels(records)


def test_figures_under_a_label_of_two_years_are_doubtful() -> None:
    made = indicator("件数", [("12", "actual", 2023, ""), ("15", "actual", 2024, "")])
    first, second = made.values
    made = replace(made, values=(replace(first, labels=("令和6年度（2023年度）",)), second))
    judged = judged_records(indicators=(made,))
    assert [row["status"] for row in judged.kpis.values] == ["doubtful", "read"]
    assert [row["rule"] for row in judged.findings if row["severity"] == "warning"] == ["wareki"]


@pytest.mark.parametrize(
    ("text", "doubtful"), [("19", False), ("20", True), ("【小学校】12【中学校】8", True)]
)
def test_there_cannot_be_more_than_all(text: str, doubtful: bool) -> None:
    made = indicator("達成した学校の数", [(text, "actual", 2023, "")], unit="校")
    about = "正答率が平均を超えた学校の数。小学校は全12校、中学校は全7校を対象とする。"
    made = replace(made, description=about)
    judged = judged_records(indicators=(made,))
    assert ("doubtful" in {row["status"] for row in judged.kpis.values}) == doubtful


def test_a_count_of_another_thing_bounds_nothing() -> None:
    made = replace(
        indicator("参加者数", [("300", "actual", 2023, "")], unit="人"), description="全12校で実施"
    )
    assert {row["status"] for row in judged_records(indicators=(made,)).kpis.values} == {"read"}
    assert not above_their_count(())


def captioned(caption: str, count: int) -> DocumentRecords:
    """A table of `count` indicators under a caption."""
    box = (0.0, 0.0, 100.0, 20.0)
    cell = Cell(0, 0, 1, 1, box, "指標")
    grid = Grid(1, (0.0, 100.0), (0.0, 20.0), (cell,))
    table = Table("t001", (cell,), ((0,),), (1,), (Part(grid, 0, (Line(caption, box, 10.0),)),))
    made = tuple(indicator(f"指標{n}", [("1", "actual", 2023, "")], n) for n in range(count))
    return DocumentRecords(indicators=made, tables=(ReadTable(table, (False,)),))


@pytest.mark.parametrize(
    ("caption", "count", "rules"),
    [
        ("重要業績評価指標（全3指標）", 3, ["agreed_by_count"]),
        ("重要業績評価指標（全3指標）", 2, ["count"]),
        ("重要業績評価指標 その3", 2, []),
        ("3指標を掲げる", 2, []),
    ],
)
def test_a_caption_says_how_many_rows_there_are(caption: str, count: int, rules: list[str]) -> None:
    records = captioned(caption, count)
    assert [row["rule"] for row in label_findings("d", records, (), [], [])] == rules
    assert len(row_counts(records)) == len(rules)


def test_a_year_far_from_its_edition_is_doubtful() -> None:
    rows = [
        {"value_id": f"v{n}", "fiscal_year": year, "edition_fiscal_year": 2024, "status": "read"}
        | {column: 1 for column in ("page", "x0", "y0", "x1", "y1", "table_id")}
        for n, year in enumerate((2000, 2040, 1947, 2105))
    ]
    told = label_findings("d", DocumentRecords(), (), rows, [])
    assert [row["status"] for row in rows] == ["read", "read", "doubtful", "doubtful"]
    assert {row["rule"] for row in told} == {"year"}


def value(number: float | None, **told: Any) -> Row:
    row = {
        "value_id": "v0001", "name": "人口", "unit": "人", "role": "actual", "fiscal_year": 2023,
        "period": "令和5年度", "series": "", "value": number, "decimals": 0,
    }  # fmt: skip
    return row | told


@pytest.mark.parametrize(
    ("own", "other", "verdict"),
    [
        (value(120), value(120, name="人 口", period="R5年度"), Verdict.PROVED),
        (value(120), value(121), Verdict.CONTRADICTED),
        (value(12.3, decimals=1), value(12.34, decimals=2), Verdict.PROVED),
        (value(12.4, decimals=1), value(12.34, decimals=2), Verdict.CONTRADICTED),
        (value(120), value(120, role="target"), None),
        (value(120, role="target"), value(140, role="target"), None),
        (value(120), value(120, fiscal_year=2022), None),
        (value(120), value(120, unit="世帯"), None),
        (value(120), value(None), None),
    ],
)
def test_what_two_editions_print_of_one_year(own: Row, other: Row, verdict: Verdict | None) -> None:
    found = compared([own], [], {"other": ([other], [])})
    assert [c.verdict for c in found] == ([] if verdict is None else [verdict])


def test_last_year_of_an_edition_is_this_year_of_the_former() -> None:
    def amount(year: int, yen: int, name: str = "広報事業") -> Row:
        return {
            "amount_id": f"a{year}", "name": name, "kind": "initial_budget", "component": "",
            "fiscal_year": year, "amount_yen": yen,
        }  # fmt: skip

    found = compared(
        [], [amount(2025, 7), amount(2024, 5)], {"old": ([], [amount(2024, 5), amount(2023, 4)])}
    )
    assert [(c.key[1], c.verdict) for c in found] == [("a2024", Verdict.PROVED)]
    twice = [amount(2024, 5), amount(2024, 6)]
    assert not compared([], [amount(2024, 5)], {"old": ([], twice)})
