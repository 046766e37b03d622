"""Departments: one cell -> the departments it names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.departments import ends_as_department, split_departments

# print, departments, where
CELLS = [
    ("教育委員会\n教育総務課", ["教育委員会教育総務課"], "a 課 of the 教育委員会"),
    ("都\n市\n建\n設\n部", ["都市建設部"], "written downwards"),
    ("企画調整課", ["企画調整課"], "one"),
    ("防災防犯課", ["防災防犯課"], "one word of two matters"),
    ("関係各課", ["関係各課"], "基本計画"),
    ("指導室", ["指導室"], "教育委員会"),
    ("福祉事務所", ["福祉事務所"], "事業一覧"),
    ("図書館", ["図書館"], "総合戦略"),
    ("公民館", ["公民館"], "施設"),
    ("クリーンセンター", ["クリーンセンター"], "施設"),
    ("消防本部", ["消防本部"], "事業一覧"),
    ("環境政策局", ["環境政策局"], "政令市"),
    ("公共施設マネジメント担当", ["公共施設マネジメント担当"], "総合戦略"),
    ("行財政局行政監察部庶務課", ["行財政局行政監察部庶務課"], "政令市: 局, 部 and 課 in one"),
    ("デジタル統括本部企画調整課", ["デジタル統括本部企画調整課"], "政令市"),
    ("デジタル統括本部\n企画調整課", ["デジタル統括本部企画調整課"], "a 課 under its 本部"),
    ("総務部\n企画課", ["総務部企画課"], "a 課 under its 部"),
    ("総務部 企画課", ["総務部企画課"], "a 課 behind its 部"),
    ("総務部\n企画部", ["総務部", "企画部"], "two 部"),
    ("消防本部\n予防課", ["消防本部", "予防課"], "a 本部 that stands for itself"),
    ("行財政局\n行政監察部\n庶務課", ["行財政局行政監察部庶務課"], "局, 部 and 課 on lines"),
    ("公共施設マネジメン\nト課", ["公共施設マネジメント課"], "broken inside a word"),
    ("公共施設\nマネジメント課", ["公共施設マネジメント課"], "broken after 設"),
    ("保健福祉セン\nター", ["保健福祉センター"], "broken inside a word"),
    (
        "企画政策課\n公共施設マネジメント課\n関係各課",
        ["企画政策課", "公共施設マネジメント課", "関係各課"],
        "one a line",
    ),
    (
        "企画政策課\n公共施設マネジメ\nント課\n関係各課",
        ["企画政策課", "公共施設マネジメント課", "関係各課"],
        "one of them broken",
    ),
    ("企画課\n生涯学習課", ["企画課", "生涯学習課"], "one a line"),
    ("行政経営課、管財課", ["行政経営課", "管財課"], "、"),
    ("行政経営課，管財課", ["行政経営課", "管財課"], "full-width comma"),
    ("行政経営課, 管財課", ["行政経営課", "管財課"], "comma"),
    ("行政経営課／管財課", ["行政経営課", "管財課"], "full-width slash"),
    ("行政経営課/管財課", ["行政経営課", "管財課"], "slash"),
    ("行政経営課　管財課", ["行政経営課", "管財課"], "a space"),
    ("行政経営課及び管財課", ["行政経営課", "管財課"], "及び"),
    ("行政経営課と管財課", ["行政経営課", "管財課"], "と"),
    ("企 画 課", ["企画課"], "justified"),
    ("生活文化スポーツ課・健康課", ["生活文化スポーツ課", "健康課"], "a dot between two"),
    ("公民連携・行革推進課", ["公民連携・行革推進課"], "a dot inside one"),
    ("商工・観光課・農林課", ["商工・観光課", "農林課"], "both"),
    ("支所・出張所", ["支所", "出張所"], "names that are an ending"),
    ("部・課", ["部・課"], "a kind, no department, before the dot"),
    (
        "子育て支援課・児童青少年課・こども\n家庭センター・健康課",
        ["子育て支援課", "児童青少年課", "こども家庭センター", "健康課"],
        "dots and a break",
    ),
    ("子育て支援課\n・健康課", ["子育て支援課", "健康課"], "a bullet on the second line"),
    ("・子育て支援課\n・健康課", ["子育て支援課", "健康課"], "bullets"),
    ("○企画課\n管財課", ["企画課", "管財課"], "the leading one marked"),
    ("企画課(政策係)", ["企画課(政策係)"], "a bracket"),
    ("企画課\n(政策係)", ["企画課(政策係)"], "a bracket on its own line"),
    ("企画課\n（政策係）", ["企画課（政策係）"], "a full-width bracket on its own line"),
    ("企画課（政策\n係）", ["企画課（政策係）"], "a bracket broken"),
    ("企画課(政策課\n管理課)", ["企画課(政策課管理課)"], "an open bracket goes on"),
    ("企画課(係)\n管財課", ["企画課(係)", "管財課"], "a closed bracket does not"),
    ("企画課\n企画課", ["企画課"], "each once"),
    ("企画課 ほか", ["企画課ほか"], "and others"),
    ("主管：企画課", ["企画課"], "a caption"),
    ("企画課※", ["企画課"], "a note mark"),
    ("⽣活⽂化課", ["生活文化課"], "radicals"),
    ("-", [], "none"),
    ("―", [], "none"),
    ("", [], "blank"),
    ("　\n", [], "blank"),
    ("市民", ["市民"], "no ending: as printed"),
]


@pytest.mark.parametrize(("text", "departments", "where"), CELLS)
def test_departments(text: str, departments: list[str], where: str) -> None:
    assert list(split_departments(text)) == departments


@pytest.mark.parametrize(
    ("text", "ending"),
    [
        ("企画課", True),
        ("企画課(政策係)", True),
        ("センター", True),
        ("公共施設マネジメン", False),
        ("", False),
        ("DX推進室", True),
    ],
)
def test_ending(text: str, ending: bool) -> None:
    assert ends_as_department(text) is ending


@given(st.text())
def test_never_an_exception(text: str) -> None:
    assert all(split_departments(text))


@given(
    st.lists(
        st.sampled_from(["企画課", "公民連携・行革推進課", "こども家庭センター", "指導室"]),
        max_size=4,
        unique=True,
    ),
    st.sampled_from("、/\n，"),
)
def test_a_list_reads_back(departments: list[str], separator: str) -> None:
    assert list(split_departments(separator.join(departments))) == departments
