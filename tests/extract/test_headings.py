"""Titles, the year of an edition, units of captions, explained colours and headings of groups."""

from __future__ import annotations

import pytest

from extract.headings import (
    bracket_legend,
    caption_unit,
    department_heading,
    document_title,
    document_year,
    explained_colours,
    heading_level,
    lifecycle_of,
    stated_year,
)
from schemas.vocabulary import load_vocabulary
from tests.extract.printed import caption, grid, line, sheet, title

WORDS = load_vocabulary()


def year_of(*outside: str, cells: list[str] | None = None) -> int | None:
    lines = [caption(text, 40.0 + 12 * i) for i, text in enumerate(outside)]
    return document_year([sheet(*([grid([cells])] if cells else []), outside=lines)])


def test_the_title_is_the_largest_text_at_the_top() -> None:
    page = sheet(
        outside=[
            line("資料１", 500.0, 20.0),
            title("令和６年度"),
            line("主要事業一覧", 40.0, 50.0, size=16.0),
        ]
    )
    assert document_title([page]) == "令和６年度主要事業一覧"
    assert document_title([]) == ""


@pytest.mark.parametrize(
    ("printed", "year"),
    [
        ("令和６年度 事務事業評価シート", 2024),
        ("平成20年度決算 行政評価", 2008),
        ("重要業績評価指標（令和７年10月末時点）", 2025),
        ("重要業績評価指標（令和７年２月末時点）", 2024),
        ("総合戦略（令和５年12月策定）", None),
        ("主要事業の概要", None),
        ("令和６年度　事務事業評価シート（令和５年度実施事業）", 2023),
        ("2024年度 施策評価調書【2023年度実績】", 2023),
        ("令和６年度　評価シート（令和７年３月作成）", 2024),
    ],
)
def test_the_year_that_a_title_names(printed: str, year: int | None) -> None:
    assert year_of(printed) == year


def test_the_latest_printed_year_where_no_title_names_one() -> None:
    assert year_of("主要事業", cells=["R4年度決算", "5年度予算", "R6年度予算"]) == 2024


@pytest.mark.parametrize(("cells", "year"), [(["5年度", "6年度"], 2024), (["24年度", "25年度"], 2013)])
def test_years_without_any_era(cells: list[str], year: int) -> None:
    assert year_of("主要事業", cells=cells) == year


@pytest.mark.parametrize(
    ("printed", "unit"),
    [
        ("（単位：千円）", "千円"),
        ("単位 百万円", "百万円"),
        ("[円]", "円"),
        ("事業の概要", ""),
        ("10千円を超える", ""),
    ],
)
def test_units_of_captions(printed: str, unit: str) -> None:
    assert caption_unit([caption(printed)]) == unit


def test_the_nearest_caption_gives_the_unit() -> None:
    assert caption_unit([caption("（単位：円）", 40), caption("（単位：千円）", 60)]) == "千円"


def test_colours_that_a_note_explains() -> None:
    note = caption("※追加項目は黄色、削除予定の項目はグレーで表示")
    explained = explained_colours([sheet(outside=[note])], WORDS)
    assert lifecycle_of((255, 255, 0), explained) == "added"
    assert lifecycle_of((190, 190, 190), explained) == "to_be_removed"
    assert lifecycle_of(None, explained) == "current"
    assert lifecycle_of((0, 0, 255), explained) == "current"


def test_colours_that_nothing_explains_mean_nothing() -> None:
    assert (
        lifecycle_of((255, 255, 0), explained_colours([sheet(outside=[caption("黄色い帽子")])], WORDS))
        == "current"
    )


def test_a_legend_of_brackets() -> None:
    label = bracket_legend("［ ］内は令和７年度当初予算額", WORDS, 2026)
    assert label is not None and (label.kind, label.year) == ("initial_budget", 2025)
    assert bracket_legend("［ ］内は担当課", WORDS, 2026) is None
    assert bracket_legend("当初予算額", WORDS, 2026) is None


@pytest.mark.parametrize(
    ("printed", "department"),
    [
        ("【総務部】", "総務部"),
        ("総務課", "総務課"),
        ("≪教育委員会≫", ""),
        ("1 福祉の充実", ""),
        ("保健センター", "保健センター"),
    ],
)
def test_departments_over_groups_of_rows(printed: str, department: str) -> None:
    assert department_heading(printed) == department


@pytest.mark.parametrize(
    ("printed", "level"),
    [
        ("基本目標１ 安心して暮らせるまち", "goal"),
        ("■ 施策２ 子育て支援", "measure"),
        ("具体的施策①", "measure"),
        ("概要", ""),
    ],
)
def test_levels_of_headings(printed: str, level: str) -> None:
    assert heading_level(printed, WORDS) == level


@pytest.mark.parametrize(
    ("row", "year"),
    [
        (["評価対象年度", "令和５年度", "担当課", "総務課"], 2023),
        (["評価年度", "令和６年度", "対象年度", "令和５年度"], 2023),
        (["評価年度", "令和６年度", "担当課", "総務課"], 2024),
        (["目標年度", "令和８年度", "担当課", "総務課"], None),
    ],
)
def test_the_year_that_a_form_states(row: list[str], year: int | None) -> None:
    assert stated_year([sheet(grid([row]))]) == year


def test_a_title_in_a_cell_over_the_whole_table() -> None:
    page = sheet(
        grid([["令和５年度　事務事業評価シート", "<"], ["事務事業名", "防災"]]), outside=[line("1", 290, 820)]
    )
    assert document_title([page]) == "令和５年度　事務事業評価シート"
    assert stated_year([page]) == 2023
