"""Definitions: when what is measured is another, and when only the words are."""

from __future__ import annotations

import pytest

from quality.editions.definitions import reworded

COUNT = "市民説明会を開いた回数。"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (COUNT, COUNT + "オンラインの説明会を含む。"),
        ("65歳以上の人の数。", "70歳以上の人の数。"),
        (
            "認定証の件数。令和6年度の欄は10月時点。",
            "認定証の件数。令和7年度からは前年度1年間の件数に改めた。",
        ),
        (COUNT, "市民説明会を開いた回数。HPなどで公表した回数は令和7年度から数えない。"),
        (
            "扶養是正調査を7月から8月に、未申告調査を9月に行う。",
            "定額減税の調整給付に要する税額の計算を行う。",
        ),
        ("過去1年間に利用した人の割合。", "過去3年間に利用した人の割合。"),
    ],
)
def test_redefined(before: str, after: str) -> None:
    assert reworded(before, after).redefined
    assert reworded(after, before).redefined


@pytest.mark.parametrize(
    ("before", "after", "edited"),
    [
        (COUNT, COUNT, False),
        (COUNT, "市民説明会を\n開いた回数。", False),
        (COUNT, "市民説明会を開いた、回数", True),
        ("アンケート調査による。", "アンケ－ト調査による。", False),
        ("施設及び公園の数。", "施設、公園の数。", True),
        (COUNT + "令和6年度は年度内に計3回開く予定。", COUNT + "令和7年度は年度内に計4回開く予定。", True),
        (COUNT, COUNT + "令和7年度は年度内に計4回開く予定。", True),
        (COUNT, COUNT + "令和6年度の欄は、収集量の確定に伴い昨年度公表した値から改めた。", True),
        ("策定時は令和4年度の実績。", "策定時は令和5年度の実績。", True),
        (None, COUNT, False),
        (COUNT, None, False),
    ],
)
def test_only_worded_otherwise(before: str | None, after: str | None, edited: bool) -> None:
    found = reworded(before, after)
    assert (found.redefined, found.edited) == (False, edited)


def test_a_correction_of_a_figure_is_told() -> None:
    told = "令和6年度の欄は、集計の誤りにより昨年度公表した値から訂正した。"
    assert reworded(COUNT, COUNT + told).explains == told
    assert reworded(COUNT, COUNT).explains == ""
