"""Width, radicals, dashes and white space."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.width import RADICALS, despace, fold, join_lines, plain, unradical

# print, repaired, why
RADICAL_PRINTS = [
    ("⺠⻄⻑⻘", "民西長青", "NFKC leaves U+2E80-2EF3"),
    ("⼀⼆⼗⼋", "一二十八", "Kangxi numerals"),
    ("⻄東京市", "西東京市", "Chromium, IPAex"),
    ("⽣活⽂化課", "生活文化課", "Kangxi inside words"),
    ("神⼾市", "神戸市", "NFKC says 戶"),
    ("⿊⽥", "黒田", "NFKC says 黑"),
    ("⻩⾊", "黄色", "both blocks"),
    ("⾼齢者⽀援", "高齢者支援", "Kangxi"),
    ("⺟⼦", "母子", "NFKC repairs only this one of its block"),
    ("⻝品ロス", "食品ロス", "radical form"),
    ("⻲⼭市", "亀山市", "radical form"),
    ("㎡と㈱と①", "㎡と㈱と①", "compatibility characters stay"),
    ("神社", "神社", "CJK compatibility ideographs stay"),
    ("ＤＸ", "ＤＸ", "width stays"),
]


@pytest.mark.parametrize(("text", "repaired", "why"), RADICAL_PRINTS)
def test_radicals(text: str, repaired: str, why: str) -> None:
    assert unradical(text) == repaired


def test_the_table_covers_both_blocks() -> None:
    kangxi = set(range(0x2F00, 0x2FD6))
    supplement = set(range(0x2E80, 0x2EF4)) - {0x2E80, 0x2E9A}  # no ideograph; not assigned
    assert kangxi | supplement == set(RADICALS)
    differs = {chr(r) for r in kangxi if unicodedata.normalize("NFKC", chr(r)) != RADICALS[r]}
    assert differs == set("⼾⾭⿈⿊⿑")


# print, key
FOLDED = [
    ("ＤＸ推進", "DX推進"),
    ("DX 推進", "DX推進"),
    ("㎡", "m2"),
    ("m²", "m2"),
    ("㈱東京", "(株)東京"),
    ("ｺｰﾄﾞ", "コ-ド"),
    ("コード", "コ-ド"),
    ("転入者－転出者", "転入者-転出者"),
    ("転入者−転出者", "転入者-転出者"),
    ("転入者ー転出者", "転入者-転出者"),
    ("平成28～30", "平成28-30"),
    ("平成28〜30", "平成28-30"),
    ("平成28~30", "平成28-30"),
    ("議　会　費", "議会費"),
    ("公共施設\nマネジメント", "公共施設マネジメント"),
    ("市\u200b民", "市民"),
    ("葛\U000e0100城市", "葛城市"),
    ("か゛", "が"),
    ("⺠⽣費", "民生費"),
    ("", ""),
    ("　 \n", ""),
]


@pytest.mark.parametrize(("text", "key"), FOLDED)
def test_fold(text: str, key: str) -> None:
    assert fold(text) == key


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("　ＤＸ　 推進 ", "DX 推進"),
        ("７２．　７", "72. 7"),
        ("⻑期\n計画", "長期 計画"),
        ("コード－１", "コード-1"),
        ("市\u200b民", "市民"),
        ("", ""),
    ],
)
def test_plain(text: str, read: str) -> None:
    assert plain(text) == read


# print, on one line, where
JOINED = [
    ("公共施設マネジメン\nト課", "公共施設マネジメント課", "departments"),
    ("DX\nPlan", "DX Plan", "two Latin words"),
    ("DX\n推進", "DX推進", "Latin and Japanese"),
    ("推進\nDX", "推進DX", "Japanese and Latin"),
    ("利用\r\n者数", "利用者数", "CR LF"),
    ("利用  \n  者数", "利用者数", "spaces at the break"),
    ("10\n20", "10 20", "two figures"),
    ("年間の利用者数(\n人)", "年間の利用者数( 人)".replace(" ", ""), "bracket and Japanese"),
    ("a\n\nb", "a b", "a blank line"),
    (" 市民の割合 \n", "市民の割合", "ends"),
    ("A\n\nあ\n\nB", "AあB", "blank lines by Japanese"),
    ("広報 紙", "広報 紙", "spaces inside a line stay"),
    ("、\nＡ", "、Ａ", "full-width Latin is Japanese setting"),
    ("", "", "nothing"),
]


@pytest.mark.parametrize(("text", "joined", "where"), JOINED)
def test_join_lines(text: str, joined: str, where: str) -> None:
    assert join_lines(text) == joined


# print, label
DESPACED = [
    ("議　会　費", "議会費"),
    ("合　　計", "合計"),
    ("主 な\n内 訳", "主な内訳"),
    ("DX Plan", "DX Plan"),
    ("DX  Plan", "DX Plan"),
    ("DX 推進", "DX推進"),
    ("令和 ６ 年度", "令和６年度"),
    ("R6年度\n実 績", "R6年度実績"),
    ("( % )", "(%)"),
    (" （ 千円 ） ", "（千円）"),
    ("1 234", "1 234"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "label"), DESPACED)
def test_despace(text: str, label: str) -> None:
    assert despace(text) == label


@given(st.text())
def test_idempotent(text: str) -> None:
    for function in (unradical, plain, fold, despace):
        once = function(text)
        assert function(once) == once


@given(st.text(alphabet="あ市ーDX1 ㎡\n　－~ｶﾞ゛"))
def test_idempotent_on_print(text: str) -> None:
    for function in (unradical, plain, fold, join_lines, despace):
        once = function(text)
        assert function(once) == once
