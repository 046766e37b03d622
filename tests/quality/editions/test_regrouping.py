"""Mergers and splits: by sums and names together, and not by chance."""

from __future__ import annotations

from tests.quality.editions.printed_editions import compared, kinds, kpi, only, project


def test_two_projects_that_became_one() -> None:
    before = [
        project("庁内業務系システム運用保守事務", {"settlement 2022": 130_511, "settlement 2023": 139_220}),
        project("庁内情報系システム運用保守事務", {"settlement 2022": 170_020, "settlement 2023": 182_815}),
        project("広報事業", {"settlement 2023": 4_686}),
    ]
    after = [
        project("庁内システム運用保守事務", {"settlement 2023": 322_035, "settlement 2024": 334_918}),
        project("広報事業", {"settlement 2023": 4_686}),
    ]
    comparison = compared(before, after)
    assert kinds(comparison) == ["merged"]
    merged = only(comparison, "merged")
    assert merged.before_names == ("庁内業務系システム運用保守事務", "庁内情報系システム運用保守事務")
    assert merged.note and merged.note.en == "322,035,000 is the sum of 139,220,000 + 182,815,000"
    assert kinds(compared(after, before)) == ["split"]


def test_one_that_kept_its_name_and_took_up_another() -> None:
    before = [
        project("窓口業務委託事業", {"settlement 2023": 30_512}, measure="窓口"),
        project("証明書発行窓口事業", {"settlement 2023": 8_277}, measure="窓口"),
    ]
    after = [
        project("窓口業務委託事業", {"settlement 2023": 38_789, "settlement 2024": 41_000}, measure="窓口")
    ]
    comparison = compared(before, after)
    assert kinds(comparison) == ["merged"]
    assert comparison.pairs == ()


def test_an_indicator_whose_parts_became_indicators() -> None:
    before = [
        kpi(
            "年間の児童館及び放課後子供教室の利用者数",
            {
                "actual 2024": 134_872,
                "actual 2024 a": 128_134,
                "actual 2024 b": 6_738,
                "target 2027": 143_277,
            },
        )
    ]
    after = [
        kpi("年間の児童館の利用者数", {"actual 2024": 128_134, "target 2027": 136_000}),
        kpi("年間の放課後子供教室の利用者数", {"actual 2024": 6_738, "target 2027": 7_277}),
    ]
    split = only(compared(before, after), "split")
    assert split.after_names == ("年間の児童館の利用者数", "年間の放課後子供教室の利用者数")


def test_sums_of_rounded_figures_may_be_off_by_a_step() -> None:
    before = [
        project("道路維持補修事業", {"settlement 2023": 12_345}),
        project("橋りょう維持補修事業", {"settlement 2023": 2_346}),
    ]
    after = [project("道路・橋りょう維持補修事業", {"settlement 2023": 14_692})]
    assert kinds(compared(before, after)) == ["merged"]


def test_names_without_a_sum_are_no_merger() -> None:
    before = [
        project("道路維持補修事業", {"settlement 2023": 12_345}),
        project("橋りょう維持補修事業", {"settlement 2023": 2_346}),
    ]
    after = [project("道路・橋りょう維持補修事業", {"settlement 2023": 30_000})]
    assert "merged" not in kinds(compared(before, after))


def test_a_sum_without_names_is_no_merger() -> None:
    before = [project("選挙事務", {"settlement 2023": 700}), project("統計調査", {"settlement 2023": 300})]
    after = [project("河川改修工事", {"settlement 2023": 1_000})]
    assert "merged" not in kinds(compared(before, after))


def test_a_part_that_adds_nothing_is_no_part() -> None:
    before = [
        project("図書館運営事業", {"settlement 2023": 4_686}),
        project("図書館運営補助事業", {"settlement 2023": 0}),
        project("図書館資料購入事業", {"settlement 2023": 1_111}),
    ]
    after = [project("図書館運営・資料購入事業", {"settlement 2023": 5_797})]
    merged = only(compared(before, after), "merged")
    assert merged.before_names == ("図書館運営事業", "図書館資料購入事業")


def test_shares_do_not_add_up() -> None:
    before = [
        kpi("満足度(男性)", {"actual 2024": 30.5}, unit="%"),
        kpi("満足度(女性)", {"actual 2024": 40.2}, unit="%"),
    ]
    after = [kpi("満足度", {"actual 2024": 70.7}, unit="%")]
    assert "merged" not in kinds(compared(before, after))
