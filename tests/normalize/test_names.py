"""Names: marks, reprints, note marks, units."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.names import parse_name
from normalize.width import join_lines, unradical

# print, name, unit, reprint, where
NAMES = [
    ("人口(人)", "人口", "人", False, "総合戦略"),
    ("◆人口(人)", "人口", "人", False, "総合戦略"),
    ("◆ 人口（人）", "人口", "人", False, "総合戦略"),
    ("◎ＤＸ推進事業", "ＤＸ推進事業", "", False, "programmes"),
    ("○デジタルマップ等アプリの導入", "デジタルマップ等アプリの導入", "", False, "programmes"),
    ("■相談支援", "相談支援", "", False, "programmes"),
    ("□安心くるメール", "安心くるメール", "", False, "programmes"),
    ("・市民まつりの実施", "市民まつりの実施", "", False, "lists"),
    ("①防災訓練の参加者数", "防災訓練の参加者数", "", False, "numbered"),
    ("❶防災訓練の参加者数", "防災訓練の参加者数", "", False, "numbered"),
    ("(1) 防災訓練の参加者数", "防災訓練の参加者数", "", False, "numbered"),
    ("◆①防災訓練の参加者数(人)", "防災訓練の参加者数", "人", False, "two marks"),
    ("●◆参加者数", "参加者数", "", False, "two marks"),
    ("▲減少率", "減少率", "", False, "a mark, no sign"),
    ("【再掲】人口(人)", "人口", "人", True, "総合戦略"),
    ("人口(人)【再掲】", "人口", "人", True, "at the end"),
    ("人口【再掲】(人)", "人口", "人", True, "before the unit"),
    ("◆【再掲】人口", "人口", "", True, "behind the mark"),
    ("【再掲】◆人口", "人口", "", True, "before the mark"),
    ("人口（再掲）", "人口", "", True, "round brackets"),
    ("人口(再掲)", "人口", "", True, "round brackets"),
    ("［再掲］人口", "人口", "", True, "square brackets"),
    ("〔再掲〕人口", "人口", "", True, "shell brackets"),
    ("＜再掲＞人口", "人口", "", True, "angle brackets"),
    ("〈再掲〉人口", "人口", "", True, "angle brackets"),
    ("【再 掲】人口", "人口", "", True, "spaced"),
    ("【再\n掲】人口", "人口", "", True, "broken"),
    ("【一部再掲】人口", "人口", "", True, "partly"),
    ("人口【再掲：基本目標1】", "人口", "", True, "with its place"),
    ("再掲 人口", "人口", "", True, "without brackets"),
    ("人口※再掲", "人口", "", True, "with ※"),
    (
        "年間の家庭ごみ一人一日あたり排出量(再生資源を除く)(g)",
        "年間の家庭ごみ一人一日あたり排出量(再生資源を除く)",
        "g",
        False,
        "not a unit, then a unit",
    ),
    ("65歳健康寿命(要介護2)", "65歳健康寿命(要介護2)", "", False, "no unit"),
    ("65歳健康寿命(要介護2)(歳)", "65歳健康寿命(要介護2)", "歳", False, "no unit, then a unit"),
    (
        "市の人口の社会増減(転入者－転出者)の過去5年間平均数(人)",
        "市の人口の社会増減(転入者－転出者)の過去5年間平均数",
        "人",
        False,
        "a bracket in the middle",
    ),
    (
        "産後ケア事業の年間延べ利用日数(宿泊型・日帰り型)(日)",
        "産後ケア事業の年間延べ利用日数(宿泊型・日帰り型)",
        "日",
        False,
        "parts, then a unit",
    ),
    (
        "ボール遊びができる公園の数(累計)(か所)",
        "ボール遊びができる公園の数(累計)",
        "か所",
        False,
        "累計 is no unit",
    ),
    ("市民一人あたりの公園緑地面積(m²)", "市民一人あたりの公園緑地面積", "m²", False, "the square stays"),
    ("市民一人あたりの公園緑地面積（㎡）", "市民一人あたりの公園緑地面積", "㎡", False, "as printed"),
    ("市民一人あたりの年間CO2排出量(kg-CO2)", "市民一人あたりの年間CO2排出量", "kg-CO2", False, "CO2"),
    ("市民一人あたりの年間CO2排出量(t)", "市民一人あたりの年間CO2排出量", "t", False, "CO2"),
    ("駅の1日あたり平均乗降人員数(人)", "駅の1日あたり平均乗降人員数", "人", False, "digits stay"),
    ("利用者数（人／日）", "利用者数", "人／日", False, "a divided unit"),
    ("利用者数（単位：人）", "利用者数", "人", False, "単位"),
    ("利用者数 単位：人", "利用者数", "人", False, "単位 without a bracket"),
    ("利用者数【人】", "利用者数", "人", False, "fat brackets"),
    ("利用者数［千人］", "利用者数", "千人", False, "square brackets"),
    ("利用者数\n(人)", "利用者数", "人", False, "unit on a line of its own"),
    ("利用者数( 人 )", "利用者数", "人", False, "spaced"),
    ("マイナンバーカード※の所有者数", "マイナンバーカードの所有者数", "", False, "note mark inside"),
    ("マイナンバーカード※1の所有者数", "マイナンバーカードの所有者数", "", False, "numbered note mark"),
    ("所有者数※１", "所有者数", "", False, "full width"),
    ("所有者数*", "所有者数", "", False, "asterisk"),
    ("所有者数(注1)", "所有者数", "", False, "注"),
    ("所有者数①", "所有者数", "", False, "circled note"),
    ("所有者数¹(人)", "所有者数", "人", False, "superscript note"),
    ("公共施設マネジメン\nト推進事業", "公共施設マネジメント推進事業", "", False, "a word broken over lines"),
    ("AI・RPA\n利用推進事業", "AI・RPA利用推進事業", "", False, "broken after Latin"),
    ("DX Plan\nUpdate", "DX Plan Update", "", False, "Latin words"),
    ("⻑寿⽀援課の件数(件)", "長寿支援課の件数", "件", False, "radicals"),
    (
        "市公式ＳＮＳ（安心くるメール・Ｘ・ＬＩＮＥ）のフォロワー数(人)",
        "市公式ＳＮＳ（安心くるメール・Ｘ・ＬＩＮＥ）のフォロワー数",
        "人",
        False,
        "width stays",
    ),
    ("16国庫支出金", "16国庫支出金", "", False, "a number printed in the cell is part of the name"),
    (
        "諸税(軽自動車税・市たばこ税)賦課事務",
        "諸税(軽自動車税・市たばこ税)賦課事務",
        "",
        False,
        "a bracket inside",
    ),
    (
        "２歳６か月児歯科健康診査事業（母子保健）",
        "２歳６か月児歯科健康診査事業（母子保健）",
        "",
        False,
        "digits first",
    ),
    ("県営事業負担金（公園）", "県営事業負担金（公園）", "", False, "a subject"),
    ("長寿命化した公園数(公園)", "長寿命化した公園数", "公園", False, "counted"),
    ("公園数(累計)(公園)", "公園数(累計)", "公園", False, "counted, behind another bracket"),
    ("基金（国）", "基金（国）", "", False, "国 is no unit in a name"),
    ("(人)", "(人)", "", False, "a bracket alone is the name"),
    ("◆", "◆", "", False, "a mark alone stays"),
    ("", "", "", False, "blank"),
]


@pytest.mark.parametrize(("text", "name", "unit", "reprint", "where"), NAMES)
def test_name(text: str, name: str, unit: str, reprint: bool, where: str) -> None:
    parsed = parse_name(text)
    assert (parsed.name, parsed.unit, parsed.is_reprint) == (name, unit, reprint)
    assert parsed.name_text == join_lines(unradical(text))


def test_marks_are_kept_in_order() -> None:
    assert parse_name("◆【再掲】カード※1の数(人)").marks == ("【再掲】", "◆", "※1")


def test_a_name_of_one_character_has_its_unit() -> None:
    name = parse_name("水(t)")
    assert (name.name, name.unit) == ("水", "t")


def test_a_mark_alone_is_the_name() -> None:
    assert parse_name("◆").marks == ()


def test_names_of_projects_have_no_unit() -> None:
    name = parse_name("◆講座(人)", has_unit=False)
    assert (name.name, name.unit, name.marks) == ("講座(人)", "", ("◆",))


@given(st.text())
def test_idempotent_and_never_an_exception(text: str) -> None:
    name = parse_name(text)
    assert name.name == "" or name.name_text


@given(st.text(alphabet="◆【再掲】人口(人)※1①市民の数"))
def test_a_name_holds_nothing_more_to_take_off_in_front(text: str) -> None:
    once = parse_name(text).name
    assert not once.startswith("◆") or once == join_lines(text)
