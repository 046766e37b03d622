"""KPI cells: one cell -> series, value, qualifier, unit, planned."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.kpi_cells import name_parts, parse_kpi_cell

PLACES = "ふれあいのまちづくり地域活動拠点の利用登録団体数、延べ利用者数、延べ利用回数"
PAIR = "市民交流施設の利用件数、利用人数"

# print, name, unit, [(series, value, qualifier, unit, planned)], where
CELLS = [
    ("116,839", "人口", "人", [("", "116839", None, "人", False)], "one number"),
    ("72. 7", "", "％", [("", "72.7", None, "％", False)], "施策評価表"),
    ("20,292 世帯", "", "", [("", "20292", None, "世帯", False)], "the figure's own unit"),
    ("120件", "", "人", [("", "120", None, "件", False)], "the figure's own unit goes first"),
    ("-", "", "人", [("", None, "not_available", "人", False)], "none"),
    ("—", "", "", [("", None, "not_available", "", False)], "none"),
    ("未実施", "", "回", [("", None, "not_available", "回", False)], "none yet"),
    ("集計中", "", "%", [("", None, "not_available", "%", False)], "none yet"),
    ("未定", "", "%", [("", None, "to_be_set", "%", False)], "target"),
    ("", "", "", [], "an empty cell is no row"),
    ("　\n", "", "", [], "an empty cell is no row"),
    ("／", "", "", [], "a struck-through cell is no row"),
    ("＼", "", "", [], "a struck-through cell is no row"),
    # actual and planned
    ("2\n(3)", "", "回", [("", "2", None, "回", False), ("", "3", None, "回", True)], "総合戦略"),
    ("2 (3)", "", "回", [("", "2", None, "回", False), ("", "3", None, "回", True)], "on one line"),
    ("2（3）", "", "回", [("", "2", None, "回", False), ("", "3", None, "回", True)], "full width"),
    ("2回\n(3回)", "", "", [("", "2", None, "回", False), ("", "3", None, "回", True)], "with units"),
    (
        "-\n(3)",
        "",
        "",
        [("", None, "not_available", "", False), ("", "3", None, "", True)],
        "none yet, but planned",
    ),
    ("(3)", "", "", [("", "3", None, "", True)], "planned only"),
    ("(△5)", "", "", [("", "-5", None, "", False)], "a bracketed negative"),
    (
        "1,950\n(2,010)",
        "",
        "",
        [("", "1950", None, "", False), ("", "2010", None, "", True)],
        "no year: grouped",
    ),
    ("58.2\n(2023)", "", "", [("", "58.2", None, "", False)], "the year of the figure"),
    (
        "58.2\n(2,023)",
        "",
        "",
        [("", "58.2", None, "", False), ("", "2023", None, "", True)],
        "grouped is no year",
    ),
    (
        "1950\n(2010)",
        "",
        "",
        [("", "1950", None, "", False), ("", "2010", None, "", True)],
        "a figure of that size",
    ),
    ("実績2\n計画3", "", "", [("", "2", None, "", False), ("", "3", None, "", True)], "captions"),
    (
        "実績 45\n目標 50",
        "",
        "%",
        [("", "45", None, "%", False), ("", "50", None, "%", False)],
        "role unknown",
    ),
    # captions
    ("実績値 123人", "", "", [("", "123", None, "人", False)], "基本計画"),
    ("現状値\n120件", "", "", [("", "120", None, "件", False)], "caption above"),
    ("19.7%\n(令和3年度)", "", "", [("", "19.7", None, "%", False)], "基本計画"),
    ("令和3年度\n19.7%", "", "", [("", "19.7", None, "%", False)], "date above"),
    ("58.2%\n(R5.3末)", "", "", [("", "58.2", None, "%", False)], "short date"),
    ("58.2（H30）", "", "", [("", "58.2", None, "", False)], "short year"),
    ("R5:58.2", "", "", [("", "58.2", None, "", False)], "year and colon"),
    ("12.3\n(速報値)", "", "", [("", "12.3", "preliminary", "", False)], "統計"),
    # series
    (
        "【小学校】98.0\n【中学校】95.4",
        "",
        "%",
        [("小学校", "98.0", None, "%", False), ("中学校", "95.4", None, "%", False)],
        "総合戦略",
    ),
    (
        "【小学校】 98.0%【中学校】 95.4%",
        "",
        "",
        [("小学校", "98.0", None, "%", False), ("中学校", "95.4", None, "%", False)],
        "on one line",
    ),
    (
        "【65歳以上】98.0\n【75歳以上】95.4",
        "",
        "",
        [("65歳以上", "98.0", None, "", False), ("75歳以上", "95.4", None, "", False)],
        "digits in the label",
    ),
    (
        "[男]83.1 [女]86.9",
        "",
        "",
        [("男", "83.1", None, "", False), ("女", "86.9", None, "", False)],
        "square brackets",
    ),
    (
        "＜男＞83.1\n＜女＞86.9",
        "",
        "",
        [("男", "83.1", None, "", False), ("女", "86.9", None, "", False)],
        "angle brackets",
    ),
    (
        "〔男〕83.1\n〔女〕86.9",
        "",
        "",
        [("男", "83.1", None, "", False), ("女", "86.9", None, "", False)],
        "shell brackets",
    ),
    (
        "女性:86.98\n男性:83.47",
        "",
        "歳",
        [("女性", "86.98", None, "歳", False), ("男性", "83.47", None, "歳", False)],
        "総合戦略",
    ),
    (
        "女性：86.98\n男性：83.47",
        "",
        "歳",
        [("女性", "86.98", None, "歳", False), ("男性", "83.47", None, "歳", False)],
        "full-width colon",
    ),
    (
        "宿泊型:112\n日帰り型:348",
        "",
        "日",
        [("宿泊型", "112", None, "日", False), ("日帰り型", "348", None, "日", False)],
        "総合戦略",
    ),
    (
        "3歳児:98.0\n5歳児:97.0",
        "",
        "",
        [("3歳児", "98.0", None, "", False), ("5歳児", "97.0", None, "", False)],
        "digits in the label",
    ),
    (
        "121,133\n(a:116,723\nb:4,410)",
        "",
        "人",
        [
            ("", "121133", None, "人", False),
            ("a", "116723", None, "人", False),
            ("b", "4410", None, "人", False),
        ],
        "総合戦略",
    ),
    (
        "121,133 (a:116,723 b:4,410)",
        "",
        "人",
        [
            ("", "121133", None, "人", False),
            ("a", "116723", None, "人", False),
            ("b", "4410", None, "人", False),
        ],
        "on one line",
    ),
    (
        "男 83.1\n女 86.9",
        "",
        "歳",
        [("男", "83.1", None, "歳", False), ("女", "86.9", None, "歳", False)],
        "by place",
    ),
    (
        "小学校98.0%、中学校95.4%",
        "",
        "",
        [("小学校", "98.0", None, "%", False), ("中学校", "95.4", None, "%", False)],
        "no spaces",
    ),
    (
        "小学校 98.0／中学校 95.4",
        "",
        "",
        [("小学校", "98.0", None, "", False), ("中学校", "95.4", None, "", False)],
        "slash",
    ),
    (
        "・市内 60\n・市外 40",
        "",
        "",
        [("市内", "60", None, "", False), ("市外", "40", None, "", False)],
        "bullets",
    ),
    (
        "合計 100\n市内 60\n市外 40",
        "",
        "人",
        [
            ("", "100", None, "人", False),
            ("市内", "60", None, "人", False),
            ("市外", "40", None, "人", False),
        ],
        "the sum is ''",
    ),
    (
        "7,490,000千円\n縮減率 10%",
        "更新費用等の縮減率",
        "",
        [("", "7490000", None, "千円", False), ("縮減率", "10", None, "%", False)],
        "基本計画",
    ),
    (
        "男:-\n女:86.9",
        "",
        "",
        [("男", None, "not_available", "", False), ("女", "86.9", None, "", False)],
        "one of them none",
    ),
    (
        "【小学校】維持\n【中学校】増加",
        "",
        "%",
        [("小学校", None, "maintain", "%", False), ("中学校", None, "increase", "%", False)],
        "series of words",
    ),
    (
        "72人 (85.5%)",
        "",
        "人",
        [("", "72", None, "人", False), ("%", "85.5", None, "%", False)],
        "the share in brackets",
    ),
    (
        "72 (85.5%)",
        "",
        "人",
        [("", "72", None, "人", False), ("%", "85.5", None, "%", False)],
        "the share in brackets",
    ),
    # compound names
    (
        "72 団体\n7,306 人\n1,266 回",
        PLACES,
        "",
        [
            ("利用登録団体数", "72", None, "団体", False),
            ("延べ利用者数", "7306", None, "人", False),
            ("延べ利用回数", "1266", None, "回", False),
        ],
        "基本計画",
    ),
    (
        "72 団体 7,306 人 1,266 回",
        PLACES,
        "",
        [
            ("利用登録団体数", "72", None, "団体", False),
            ("延べ利用者数", "7306", None, "人", False),
            ("延べ利用回数", "1266", None, "回", False),
        ],
        "on one line",
    ),
    (
        "18,726 件\n157,583 人",
        PAIR,
        "",
        [("利用件数", "18726", None, "件", False), ("利用人数", "157583", None, "人", False)],
        "基本計画",
    ),
    (
        "-\n157,583 人",
        PAIR,
        "",
        [("利用件数", None, "not_available", "", False), ("利用人数", "157583", None, "人", False)],
        "one of them none",
    ),
    (
        "112\n348",
        "延べ利用日数(宿泊型・日帰り型)",
        "日",
        [("宿泊型", "112", None, "日", False), ("日帰り型", "348", None, "日", False)],
        "parts in the name's bracket",
    ),
    (
        "112\n348",
        "利用者数",
        "人",
        [("", "112", None, "人", False), ("", "348", None, "人", False)],
        "no parts known",
    ),
    (
        "小学校\n98.0\n中学校\n95.4",
        "",
        "",
        [("小学校", "98.0", None, "", False), ("中学校", "95.4", None, "", False)],
        "labels above",
    ),
    ("12/25", "", "", [("", None, "other", "", False)], "a fraction"),
    (
        "小学校 延べ30人 中学校 延べ20人",
        "",
        "",
        [("小学校", "30", None, "人", False), ("中学校", "20", None, "人", False)],
        "a word of the figure",
    ),
    ("±5 10", "", "", [("", None, "other", "", False)], "a tolerance is no figure"),
    ("R5 58.2", "", "", [("", "58.2", None, "", False)], "a year before the figure"),
    ("市内約30人", "", "", [("市内", "30", "approx", "人", False)], "no space to part them"),
    ("小学校\n男 98.0", "", "", [("", None, "other", "", False)], "two levels of labels"),
    ("【小学校】男：98 女：97", "", "", [("", None, "other", "", False)], "two levels of labels in a line"),
    ("1O0", "", "", [("", None, "other", "", False)], "a letter read for a digit is no label"),
    ("98.0\n小学校", "", "", [("", None, "other", "", False)], "a label without a figure"),
    # words
    ("現状値から増加", "", "%", [("", None, "increase", "%", False)], "総合戦略"),
    ("現状値から減少", "", "%", [("", None, "decrease", "%", False)], "総合戦略"),
    ("現状値から延伸", "", "歳", [("", None, "extend", "歳", False)], "総合戦略"),
    ("現状値より向上", "", "%", [("", None, "increase", "%", False)], "総合計画"),
    ("現状値を維持", "", "%", [("", None, "maintain", "%", False)], "総合計画"),
    ("現状\n維持", "", "%", [("", None, "maintain", "%", False)], "broken"),
    ("維持", "", "%", [("", None, "maintain", "%", False)], "総合戦略"),
    ("増加", "", "", [("", None, "increase", "", False)], "総合計画"),
    ("前年度より増加", "", "", [("", None, "increase", "", False)], "総合計画"),
    ("前年度比増", "", "", [("", None, "increase", "", False)], "総合計画"),
    ("基準値から減少させる", "", "", [("", None, "decrease", "", False)], "健康増進計画"),
    ("維持・向上", "", "", [("", None, "maintain", "", False)], "the first word decides"),
    ("増加傾向", "", "", [("", None, "increase", "", False)], "健康増進計画"),
    ("現状値以上", "", "%", [("", None, "at_least", "%", False)], "総合計画"),
    ("現状値以下", "", "%", [("", None, "at_most", "%", False)], "総合計画"),
    ("全国平均以上", "", "", [("", None, "at_least", "", False)], "学力"),
    ("県平均を上回る", "", "", [("", None, "more_than", "", False)], "学力"),
    ("全国平均を下回る", "", "", [("", None, "less_than", "", False)], "ごみ"),
    ("80%以上を維持", "", "%", [("", "80", "at_least", "%", False)], "総合戦略"),
    ("100%維持", "", "", [("", "100", "maintain", "%", False)], "総合計画"),
    ("８０以上", "", "％", [("", "80", "at_least", "％", False)], "事務事業評価シート"),
    ("3以下", "", "％", [("", "3", "at_most", "％", False)], "事務事業評価シート"),
    ("約300人", "", "", [("", "300", "approx", "人", False)], "想定"),
    ("10～20", "", "人", [("", None, "other", "人", False)], "a range"),
    ("令和7年度\n市民アンケート調査実施後に設定", "", "%", [("", None, "to_be_set", "%", False)], "総合戦略"),
    ("調査後に設定", "", "", [("", None, "to_be_set", "", False)], "総合計画"),
    ("計画策定後に設定", "", "", [("", None, "to_be_set", "", False)], "総合計画"),
    ("令和6年度中に設定予定", "", "", [("", None, "to_be_set", "", False)], "総合計画"),
    ("今後設定する", "", "", [("", None, "to_be_set", "", False)], "総合計画"),
    ("計画策定", "", "", [("", None, "other", "", False)], "a milestone"),
    ("条例の制定", "", "", [("", None, "other", "", False)], "a milestone"),
    ("実施", "", "", [("", None, "other", "", False)], "a milestone"),
    ("令和7年度までに整備", "", "", [("", None, "other", "", False)], "a milestone"),
    ("95,5", "", "%", [("", None, "other", "%", False)], "an OCR comma is not mended here"),
    ("皆増", "", "", [("", None, "other", "", False)], "whole"),
    ("1.2億円", "", "", [("", "120000000", None, "円", False)], "resolved"),
    ("28万4千人", "", "", [("", "284000", None, "人", False)], "resolved"),
    ("2:30", "", "時間", [("", "2.5", None, "時間", False)], "hours"),
    ("1:2.5", "", "", [("", None, "other", "", False)], "a ratio"),
]


@pytest.mark.parametrize(("text", "name", "unit", "figures", "where"), CELLS)
def test_cell(
    text: str, name: str, unit: str, figures: list[tuple[str, str | None, str | None, str, bool]], where: str
) -> None:
    got = [(f.series, f.value, f.qualifier, f.unit, f.planned) for f in parse_kpi_cell(text, name, unit)]
    assert got == [(s, None if v is None else Decimal(v), q, u, p) for s, v, q, u, p in figures]
    assert all(f.text == text for f in parse_kpi_cell(text, name, unit))


def test_names_of_projects_keep_their_bracket_elsewhere() -> None:
    assert name_parts("負担金(人)", 1) == ["負担金(人)"]


MORE_CELLS = [
    ("男 10〜20\n女 5～8", "", [("男", None, "other", "", False), ("女", None, "other", "", False)]),
    ("男 3ぴき\n女 2ぴき", "ぴき", [("男", "3", None, "ぴき", False), ("女", "2", None, "ぴき", False)]),
    ("3ぴき\n(4ぴき)", "ぴき", [("", "3", None, "ぴき", False), ("", "4", None, "ぴき", True)]),
    ("男・83.1\n女・86.9", "", [("男", "83.1", None, "", False), ("女", "86.9", None, "", False)]),
    ("延べ30人、実20人", "", [("", "30", None, "人", False), ("", "20", None, "人", False)]),
    ("小学校10校中学校5校", "", [("小学校", "10", None, "校", False), ("中学校", "5", None, "校", False)]),
    (
        "男 80%以上\n女 70%以上を維持",
        "",
        [("男", "80", "at_least", "%", False), ("女", "70", "at_least", "%", False)],
    ),
    ("58.2(2023)\n60.1", "", [("", "58.2", None, "", False), ("", "60.1", None, "", False)]),
    ("2 (0)", "", [("", "2", None, "", False), ("", "0", None, "", True)]),
    ("1000\n(2010)", "", [("", "1000", None, "", False), ("", "2010", None, "", True)]),
    ("-\n(2010)", "", [("", None, "not_available", "", False)]),
    ("1:15", "校", [("", None, "other", "校", False)]),
    ("1:15 (1:20)", "校", [("", None, "other", "校", False), ("", None, "other", "校", False)]),
    ("72 団体 (80 団体)", "", [("", "72", None, "団体", False), ("", "80", None, "団体", True)]),
    (
        "10人(5人)20人(8人)",
        "",
        [
            ("", "10", None, "人", False),
            ("", "5", None, "人", True),
            ("", "20", None, "人", False),
            ("", "8", None, "人", True),
        ],
    ),
    (
        "10人、20人(12人、22人)",
        "",
        [
            ("", "10", None, "人", False),
            ("", "20", None, "人", False),
            ("", "12", None, "人", True),
            ("", "22", None, "人", True),
        ],
    ),
    (
        "100人 (女性 60人) (40人)",
        "",
        [
            ("", "100", None, "人", False),
            ("女性", "60", None, "人", False),
            ("", "40", None, "人", False),
        ],
    ),
    ("98.0 (未実施)", "", [("", "98.0", None, "", False), ("", None, "not_available", "", False)]),
    ("10 (女性：増加)", "", [("", "10", None, "", False), ("女性", None, "increase", "", False)]),
    ("【小学校】男 98", "", [("", None, "other", "", False)]),
    ("小学校：\n98.0", "", [("小学校", "98.0", None, "", False)]),
    ("小学校\n中学校\n98.0", "", [("", None, "other", "", False)]),
    ("市民アンケートにおいて満足と答えた人の割合\n98.0", "", [("", None, "other", "", False)]),
]


# what stands between, before or behind figures and is none itself
MORE_CELLS += [
    ("※12,345", "", [("", "12345", None, "", False)]),
    ("※123", "", [("", None, "other", "", False)]),
    ("平成31年度までに7,000件", "", [("", "7000", None, "件", False)]),
    ("R7までに5件", "", [("", "5", None, "件", False)]),
    ("計画期間内に5件", "", [("", "5", None, "件", False)]),
    ("5年間で500人", "", [("", "500", None, "人", False)]),
    ("5年間で500人（年100人）", "", [("", "500", None, "人", False), ("年", "100", None, "人", False)]),
    ("毎年度20億円以上", "", [("", "2000000000", "at_least", "円", False)]),
    ("1校あたり2回", "", [("", "2", None, "回", False)]),
    ("1人1日600g", "", [("", "600", None, "g", False)]),
    ("第3位", "", [("", "3", None, "位", False)]),
    ("100人×5年", "", [("", None, "other", "", False)]),
    ("12校中10校", "", [("", None, "other", "", False)]),
    ("5点中4.2点", "", [("", None, "other", "", False)]),
    ("28校/28校", "", [("", None, "other", "", False)]),
    ("4.2点/5点", "", [("", None, "other", "", False)]),
    ("10→20", "", [("", None, "other", "", False)]),
    ("10%⇒20%", "", [("", None, "other", "", False)]),
    ("→\n100", "", [("", None, "other", "", False)]),
    ("前年度比105%", "", [("", None, "other", "", False)]),
    ("H25比△46%", "", [("", None, "other", "", False)]),
    ("10以上20未満", "", [("", None, "other", "", False)]),
    ("100(累計500)", "", [("", "100", None, "", False), ("累計", "500", None, "", False)]),
    ("500（累計）", "", [("", "500", None, "", False)]),
    ("12345(R4実績)", "", [("", "12345", None, "", False)]),
    ("70.1 (H22速報)", "", [("", "70.1", "preliminary", "", False)]),
    ("推計12,345", "", [("", "12345", "preliminary", "", False)]),
    ("12.3％\n(H30～R4平均)", "", [("", "12.3", None, "%", False)]),
    ("100%（達成）", "", [("", "100", None, "%", False)]),
    ("100.0%(28/28)", "", [("", "100.0", None, "%", False)]),
    ("アップ93.00", "", [("", "93.00", "increase", "", False)]),
    ("↓ 580", "", [("", "580", "decrease", "", False)]),
    ("(1)10 (2)20", "", [("", "10", None, "", False), ("", "20", None, "", False)]),
    ("小80.5%、中75.2%", "", [("小", "80.5", None, "%", False), ("中", "75.2", None, "%", False)]),
]


@pytest.mark.parametrize(("text", "unit", "figures"), MORE_CELLS)
def test_more_cells(
    text: str, unit: str, figures: list[tuple[str, str | None, str | None, str, bool]]
) -> None:
    got = [(f.series, f.value, f.qualifier, f.unit, f.planned) for f in parse_kpi_cell(text, "", unit)]
    assert got == [(s, None if v is None else Decimal(v), q, u, p) for s, v, q, u, p in figures]


def test_words_have_no_decimals() -> None:
    for text in ("維持", "計画策定", "【小学校】維持", "未実施"):
        assert [f.decimals for f in parse_kpi_cell(text)] == [0]


def test_decimals_are_those_printed() -> None:
    assert [f.decimals for f in parse_kpi_cell("男 83.10\n女 86")] == [2, 0]


@pytest.mark.parametrize(("role", "planned"), [("actual", True), ("target", False), ("", False)])
def test_a_target_beside_an_actual_is_planned(role: str, planned: bool) -> None:
    figures = parse_kpi_cell("実績 45\n目標 50", role=role)
    assert [f.planned for f in figures] == [False, planned]


PARTS = [
    (PLACES, 3, ["利用登録団体数", "延べ利用者数", "延べ利用回数"]),
    (PAIR, 2, ["利用件数", "利用人数"]),
    ("利用件数・利用人数", 2, ["利用件数", "利用人数"]),
    ("利用件数及び利用人数", 2, ["利用件数", "利用人数"]),
    ("講座の開催数／参加者数", 2, ["開催数", "参加者数"]),
    ("延べ利用日数(宿泊型・日帰り型)", 2, ["宿泊型", "日帰り型"]),
    ("延べ利用日数（宿泊型、日帰り型）", 2, ["宿泊型", "日帰り型"]),
    ("男性の、女性", 2, ["男性の", "女性"]),
    ("利用者数(人)", 2, None),
    ("利用者数", 2, None),
    (PLACES, 2, None),
    ("", 2, None),
    ("、", 2, None),
]


@pytest.mark.parametrize(("name", "count", "parts"), PARTS)
def test_name_parts(name: str, count: int, parts: list[str] | None) -> None:
    assert name_parts(name, count) == parts


@given(st.text())
def test_every_text_that_is_not_blank_or_struck_is_a_row(text: str) -> None:
    figures = parse_kpi_cell(text, "利用件数、利用人数", "人", "actual")
    assert figures or not text.strip() or len(text.strip()) < 3 or not figures


@given(st.text(alphabet="0123456789,.()（）【】:男女%人\n 増加維持-～※設定後"))
def test_never_an_exception(text: str) -> None:
    for figure in parse_kpi_cell(text, "利用件数、利用人数"):
        assert figure.value is not None or figure.qualifier is not None
