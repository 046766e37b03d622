"""What pairs with what: by all evidence together, never by a likeness of names alone."""

from __future__ import annotations

import pytest

from quality.editions.comparison import Comparison
from schemas.dataset import Row
from tests.quality.editions.printed_editions import compared, kinds, kpi, project


def paired(comparison: Comparison) -> dict[str, str]:
    """Former name -> later name of the pairs."""
    before = {item.item_id: item.name for item in comparison.items_before}
    after = {item.item_id: item.name for item in comparison.items_after}
    return {before[pair.before_id]: after[pair.after_id] for pair in comparison.pairs}


RENAMED = [
    ("助詞", "公民連携の推進事業", "公民連携推進事業"),
    ("事務事業", "DX推進事務事業", "DX推進事業"),
    ("等", "市長会参画事業", "市長会等参画事業"),
    ("括弧", "諸税賦課事務", "諸税(軽自動車税・市たばこ税)賦課事務"),
    ("another word", "庁舎維持管理事業", "市役所施設管理事業"),
]


@pytest.mark.parametrize(("why", "before", "after"), RENAMED)
def test_a_renamed_project_is_known_by_the_figure_both_print(why: str, before: str, after: str) -> None:
    others = [project("広報事業", {"settlement 2022": 911, "settlement 2023": 950})]
    comparison = compared(
        [project(before, {"settlement 2022": 4311, "settlement 2023": 4686}, measure="総務"), *others],
        [project(after, {"settlement 2023": 4686, "settlement 2024": 5120}, measure="総務"), *others],
    )
    assert paired(comparison)[before] == after


def test_a_name_much_alike_is_no_pair_where_the_figures_contradict() -> None:
    comparison = compared(
        [project("商店街活性化補助事業", {"settlement 2023": 4686})],
        [project("商店街活性化推進事業", {"settlement 2023": 0, "settlement 2024": 12_300})],
    )
    assert kinds(comparison) == ["removed", "added"]


def test_likeness_of_names_alone_pairs_nothing() -> None:
    comparison = compared(
        [project("商店街活性化補助事業", {"settlement 2022": 4686})],
        [project("商店街活性化推進事業", {"settlement 2024": 12_300})],
    )
    assert kinds(comparison) == ["removed", "added"]


def test_names_that_changed_places_follow_their_figures() -> None:
    first = {"actual 2022": 51_234, "actual 2023": 50_870}
    second = {"actual 2022": 1_204, "actual 2023": 1_377}
    comparison = compared(
        [kpi("図書館の利用者数", first), kpi("図書館の新規利用者数", second)],
        [kpi("図書館の利用者数", second), kpi("図書館の延べ利用者数", first)],
    )
    assert paired(comparison) == {
        "図書館の利用者数": "図書館の延べ利用者数",
        "図書館の新規利用者数": "図書館の利用者数",
    }


def test_the_best_assignment_of_all_beats_the_best_pair() -> None:
    """The first is most like the later 甲乙丙丁事業, but only that one is left for the second."""
    comparison = compared(
        [
            project("地域防災計画推進事業", {"settlement 2023": 1234}, measure="防災"),
            project("地域防災計画推進支援事業", {"settlement 2023": 5678}, measure="防災"),
        ],
        [
            project("地域防災計画推進支援等事業", {"settlement 2023": 1234}, measure="防災"),
            project("防災計画推進支援事業", {"settlement 2023": 5678}, measure="防災"),
        ],
    )
    assert paired(comparison) == {
        "地域防災計画推進事業": "地域防災計画推進支援等事業",
        "地域防災計画推進支援事業": "防災計画推進支援事業",
    }


def test_a_reprint_pairs_with_a_reprint() -> None:
    figures = {"actual 2023": 1301, "target 2027": 1500}
    before = [
        kpi("登録者数", figures, measure="施策1"),
        kpi("登録者数", figures, measure="施策4", is_reprint=True),
    ]
    after = [
        kpi("登録者数", figures, measure="施策3", is_reprint=True),
        kpi("登録者数", figures, measure="施策1"),
    ]
    comparison = compared(before, after)
    items = {item.item_id: item for item in (*comparison.items_before,)}
    later = {item.item_id: item for item in comparison.items_after}
    assert len(comparison.pairs) == 2
    assert all(items[p.before_id].is_reprint == later[p.after_id].is_reprint for p in comparison.pairs)
    assert kinds(comparison) == ["moved"]


def test_projects_of_one_name_pair_by_place_and_figures() -> None:
    """職員給与費 is printed under every 款."""

    def wages(measure: str, amount: int) -> Row:
        return project("職員給与費", {"settlement 2023": amount}, measure=measure)

    places = [("議会費", 1210), ("総務費", 84_551), ("民生費", 30_876), ("土木費", 22_417)]
    comparison = compared([wages(*p) for p in places], [wages(*p) for p in reversed(places)])
    assert comparison.is_same
    assert len(comparison.pairs) == 4


def test_every_pair_says_why() -> None:
    comparison = compared(
        [kpi("参加人数", {"actual 2023": 1301}, measure="施策1", departments=["企画課"])],
        [kpi("参加者数", {"actual 2023": 1301}, measure="施策1", departments=["企画課"])],
    )
    [pair] = comparison.pairs
    assert pair.step == "folded"
    assert {reason.evidence for reason in pair.reasons} >= {
        "name",
        "figures",
        "unit",
        "heading",
        "departments",
    }
    assert all(reason.told.en and reason.told.ja for reason in pair.reasons)
    assert pair.similarity > 0.99


def test_a_pair_with_little_evidence_is_listed_to_be_looked_at() -> None:
    comparison = compared(
        [project("防災備蓄品更新事業", {"settlement 2022": 120}, measure="防災", departments=["防災課"])],
        [project("防災備蓄品更新等事業", {"settlement 2024": 340}, measure="防災", departments=["総務課"])],
    )
    [pair] = comparison.pairs
    assert pair.is_borderline or pair.step == "folded"
    comparison = compared(
        [project("防災備蓄品更新事業", {"settlement 2022": 120}, measure="防災")],
        [project("防災備蓄倉庫更新事業", {"settlement 2024": 340}, measure="防災")],
    )
    [candidate] = comparison.candidates
    assert 0.5 < candidate.similarity < 0.99


def test_editions_without_anything_in_common_have_no_pairs() -> None:
    comparison = compared(
        [project("広報事業", {"settlement 2023": 1})], [project("河川改修事業", {"settlement 2024": 2})]
    )
    assert (comparison.pairs, kinds(comparison)) == ((), ["removed", "added"])


def test_an_empty_edition_is_compared() -> None:
    assert kinds(compared([], [project("広報事業", {"settlement 2023": 1})])) == ["added"]
    assert compared([], []).is_same
