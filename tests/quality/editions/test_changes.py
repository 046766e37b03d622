"""Each kind of change from two prints, and what is no change."""

from __future__ import annotations

import pytest

from quality.editions.comparison import MIRRORED
from schemas.dataset import Row
from tests.quality.editions.printed_editions import compared, kinds, kpi, only, project

PAST = {"baseline": 1234, "actual 2023": 1301, "actual 2024": 1342, "target 2027": 1500}
BUDGET = {"settlement 2022": 4310, "settlement 2023": 4686}
NEXT = {"settlement 2023": 4686, "settlement 2024": 3105}
HEADED = {"measure": "基本施策1", "departments": ["企画課"]}


def visitors(name: str = "図書館の利用者数", **said: object) -> Row:
    return kpi(name, said.pop("figures", PAST), **{**HEADED, "description": "来館した人の数。", **said})  # type: ignore[arg-type]


CHANGES = [
    ("renamed", visitors(), visitors("市立図書館の来館者数")),
    ("restated", visitors(), visitors(figures=PAST | {"actual 2024": 1352})),
    ("target_revised", visitors(), visitors(figures=PAST | {"target 2027": 1600})),
    (
        "unit_changed",
        visitors(figures={"actual 2023": 13010, "actual 2024": 13420}),
        visitors(figures={"actual 2023": 13.0, "actual 2024": 13.4}, unit="千人"),
    ),
    ("definition_changed", visitors(), visitors(description="来館した人と貸出の申込みをした人の数。")),
    ("department_changed", visitors(), visitors(departments=["生涯学習課"])),
    ("lifecycle_changed", visitors(), visitors(lifecycle="to_be_removed")),
    ("moved", visitors(), visitors(measure="基本施策2")),
    (
        "definition_changed",
        project("広報事業", BUDGET, summary="広報紙を月に2回発行する。"),
        project("広報事業", NEXT, summary="広報紙を月に1回発行し、動画を配信する。"),
    ),
    ("restated", project("広報事業", BUDGET), project("広報事業", NEXT | {"settlement 2023": 4680})),
]


OTHERS = [
    kpi("人口", {"actual 2024": 51234}, measure="基本施策1"),
    kpi("公園の面積", {"actual 2024": 3.42}, unit="㎡", measure="基本施策2"),
]


@pytest.mark.parametrize(("kind", "before", "after"), CHANGES)
def test_one_change_is_told_once(kind: str, before: Row, after: Row) -> None:
    assert kinds(compared([before, *OTHERS], [after, *OTHERS])) == [kind]


@pytest.mark.parametrize(("kind", "before", "after"), CHANGES)
def test_editions_the_other_way_round_are_the_mirror_image(kind: str, before: Row, after: Row) -> None:
    [there] = compared([before, *OTHERS], [after, *OTHERS]).changes
    [back] = compared([after, *OTHERS], [before, *OTHERS]).changes
    assert back.kind == MIRRORED.get(kind, kind)
    assert (back.before, back.after) == (there.after, there.before)


NO_CHANGE = [
    ("width", visitors("SNS(X・LINE)のフォロワー数"), visitors("ＳＮＳ（Ｘ・ＬＩＮＥ）のフォロワ－数")),
    ("a sign for a unit", visitors(unit="m²"), visitors(unit="㎡")),
    ("another word, same figures", visitors(unit="件"), visitors(unit="回")),
    (
        "order of departments",
        visitors(departments=["企画課", "総務課"]),
        visitors(departments=["総務課", "企画課"]),
    ),
    ("digits", visitors(figures={"actual 2023": 1301}), visitors(figures={"actual 2023": 1301.0})),
    ("no definition printed", visitors(), visitors(description=None)),
    ("no place in the plan printed", visitors(), visitors(measure=None)),
    ("no department printed", visitors(), visitors(departments=[])),
    ("particles of a definition", visitors(), visitors(description="来館した人の数")),
]


@pytest.mark.parametrize(("why", "before", "after"), NO_CHANGE)
def test_no_change(why: str, before: Row, after: Row) -> None:
    comparison = compared([before, *OTHERS], [after, *OTHERS])
    assert kinds(comparison) == []
    assert len(comparison.pairs) == 3


def test_the_order_of_print_is_no_change() -> None:
    items = [visitors(), *OTHERS]
    assert compared(items, items[::-1]).is_same


def test_a_new_year_is_no_change_but_not_the_same() -> None:
    comparison = compared([visitors()], [visitors(figures=PAST | {"actual 2025": 1400})])
    assert (kinds(comparison), comparison.new_figures, comparison.is_same) == ([], 1, False)


def test_added_and_removed() -> None:
    before = [visitors(), kpi("待機児童数", {"actual 2024": 12}, lifecycle="to_be_removed")]
    after = [visitors(), kpi("電子申請の件数", {"actual 2024": "-", "actual 2025": 310}, unit="件")]
    comparison = compared(before, after)
    assert kinds(comparison) == ["removed", "added"]
    assert only(comparison, "removed").before_names == ("待機児童数",)
    told = only(comparison, "removed").note
    assert told and "to be removed" in told.en and "削除予定" in told.ja


def test_what_both_print_of_a_figure_is_kept() -> None:
    change = only(compared([visitors()], [visitors(figures=PAST | {"actual 2024": 1352})]), "restated")
    assert (change.fiscal_year, change.role, change.before, change.after) == (2024, "actual", "1342", "1352")
    assert (change.delta, change.delta_percent, change.unit) == (10, pytest.approx(0.745156), "人")
    assert change.before_place and change.after_place and change.before_place.page == 1


def test_the_factor_of_a_unit_is_found_in_the_figures() -> None:
    before = kpi("CO2排出量", {"actual 2023": 2.94, "actual 2024": 2.81}, unit="t")
    after = kpi("CO2排出量", {"actual 2023": 2940, "actual 2024": 2810}, unit="kg-CO2")
    comparison = compared([before], [after])
    assert (comparison.pairs[0].factor, kinds(comparison)) == (1000, ["unit_changed"])
    assert "multiplied by 1,000, found in 2 figures" in only(comparison, "unit_changed").note.en  # type: ignore[union-attr]


def test_a_figure_that_differs_beyond_the_rounding_of_the_new_unit_is_restated() -> None:
    before = kpi("利用者数", {"actual 2022": 51_234, "actual 2023": 48_800, "actual 2024": 47_100})
    after = kpi("利用者数", {"actual 2022": 51.2, "actual 2023": 48.8, "actual 2024": 49.0}, unit="千人")
    change = only(compared([before], [after]), "restated")
    assert (change.fiscal_year, change.delta, change.unit) == (2024, 1.9, "千人")


def test_a_heading_with_another_name_moves_nothing() -> None:
    names = ["図書館の利用者数", "公民館の利用者数", "体育館の利用者数"]
    before = [kpi(n, {"actual 2024": 100 + i}, measure="施策6 デジタル化の推進") for i, n in enumerate(names)]
    after = [
        kpi(n, {"actual 2024": 100 + i}, measure="施策6 デジタル化・DXの推進") for i, n in enumerate(names)
    ]
    comparison = compared(before, after)
    assert kinds(comparison) == []
    assert [(r.what, r.items) for r in comparison.renamings] == [("heading", 3)]


def test_a_plan_replaced_by_its_outcome_is_no_restatement() -> None:
    before = kpi("意見交換の回数", {"actual 2023": 2, "planned 2024": 3}, unit="回")
    after = kpi("意見交換の回数", {"actual 2023": 2, "actual 2024": 4}, unit="回")
    comparison = compared([before], [after])
    assert kinds(comparison) == []
    assert [(p.state, p.fiscal_year) for p in comparison.pairs[0].points] == [
        ("same", 2023),
        ("updated", 2024),
    ]


def test_an_outcome_so_far_beside_its_plan_is_restated_and_the_plan_told() -> None:
    before = kpi("意見交換の回数", {"baseline": 1, "actual 2024": 2, "planned 2024": 3}, unit="回")
    after = kpi("意見交換の回数", {"baseline": 1, "actual 2024": 3}, unit="回")
    change = only(compared([before], [after]), "restated")
    assert (change.before, change.after) == ("2", "3")
    assert change.note and "a plan of 3" in change.note.en


def test_another_unit_of_the_whole_table_is_one_change() -> None:
    before = [project(f"事業{n}", {"settlement 2023": 12_345 + n * 1000}) for n in range(4)]
    after = [
        project(f"事業{n}", {"settlement 2023": round((12_345 + n * 1000) / 1000)}, unit_text="百万円")
        for n in range(4)
    ]
    comparison = compared(before, after)
    assert kinds(comparison) == ["unit_changed"]
    assert comparison.changes[0].before_names == comparison.changes[0].after_names == ()


def test_changes_that_matter_most_come_first() -> None:
    before = [visitors(), kpi("待機児童数", {"actual 2024": 12}), *OTHERS]
    after = [
        visitors("図書館の延べ来館者数", departments=["生涯学習課"], figures=PAST | {"actual 2024": 1300}),
        *OTHERS,
    ]
    comparison = compared(before, after)
    assert kinds(comparison) == ["removed", "restated", "renamed", "department_changed"]
    assert [change.change_id for change in comparison.changes] == ["c0001", "c0002", "c0003", "c0004"]
