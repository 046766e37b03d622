"""Which cells are figure cells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.numbers import looks_like_figure

FIGURES = [
    "0",
    "5,403",
    "▲ 5,403",
    "△0.5",
    "-",
    "－",
    "―",
    "…",
    "2 (3)",
    "2\n(3)",
    "小学校\n98 (97)",
    "男 1,234\n女 2,345",
    "【小学校】98.0\n【中学校】95.4",
    "女性:86.98\n男性:83.47",
    "121,133\n(a:116,723\nb:4,410)",
    "72 団体",
    "10.0人",
    "29 校",
    "72 団体\n7,306 人\n1,266 回",
    "7,490,000千円\n縮減率 10%",
    "19.7%\n(令和3年度)",
    "現状値から増加",
    "現状値から延伸",
    "維持",
    "増加",
    "減少",
    "現状維持",
    "前年度より増加",
    "80%以上を維持",
    "８０以上",
    "3以下",
    "約300",
    "1.2億円",
    "28万4千人",
    "3年間",
    "326,800（0）",
    "197,770(１)",
    "12.3（速報値）",
    "10①",
    "未実施",
    "集計中",
    "未定",
    "調査中",
    "N/A",
    "皆増",
    "令和7年度\n市民アンケート調査実施後に設定",
    "調査後に設定",
    "男 83.1\n女 86.9",
    "2:30",
    "1:2.5",
    "10～20",
    "／",
    "年3回",
    "実績値 123人",
    "72. 7",
    "10、20",
]
LABELS = [
    "",
    "　",
    "３年度",
    "R6",
    "R6年度\n実 績",
    "令和6年度",
    "平成28年度～令和2年度",
    "2024年",
    "10月",
    "第3回",
    "第2期計画",
    "13予備費",
    "16国庫支出金",
    "1 議会費",
    "22諸収入",
    "事業費",
    "増減",
    "増減額",
    "前年度比",
    "伸率",
    "No.1",
    "ステップ1",
    "基本目標1",
    "1号館",
    "なし",
    "廃止",
    "継続",
    "拡充",
    "改善",
    "縮小",
    "①",
    "A",
    "人",
    "市民の割合",
    "会員の増加",
    "会員の獲得",
    "目標値",
    "現状値",
    "単位",
    "計",
    "合計",
    "×",
    "検討中",
    "3階建ての建物を整備する",
    "65歳健康寿命(要介護2)",
    "東京都",
    "令和7年度までに整備",
    "計画策定",
    "実施",
    "年度",
    "１ 貧困をなくそう",
    "7月から10月にかけて市内の5つの会場で説明会を開催し、延べ300人の参加を得たほか、広報紙に概要を掲載した。",
    "116,839人、" * 10,
]


@pytest.mark.parametrize("text", FIGURES)
def test_figure(text: str) -> None:
    assert looks_like_figure(text)


@pytest.mark.parametrize("text", LABELS)
def test_label(text: str) -> None:
    assert not looks_like_figure(text)


@given(st.text())
def test_never_an_exception(text: str) -> None:
    assert looks_like_figure(text) in (True, False)
