"""Simplified forms that recognition prints become the Japanese ones, and nothing else changes."""

from __future__ import annotations

import pytest

from extract.japanese_forms import forms, japanese


@pytest.mark.parametrize(
    ("recognised", "printed"),
    [
        ("减额", "減額"),
        ("总务费", "総務費"),
        ("高齡者福祉費", "高齢者福祉費"),
        ("5雜入", "5雑入"),
        ("確保·育成", "確保・育成"),
        ("後期高齢者", "後期高齢者"),
        ("統-・標準化", "統一・標準化"),
        ("小平市-般会計", "小平市一般会計"),
        ("パネルの-日あたり", "パネルの一日あたり"),
        ("1-日", "1-日"),
        ("デ一タセンタ一", "データセンター"),
        ("プラン-東京", "プラン-東京"),
        ("オンライン化すベき", "オンライン化すべき"),
        ("ヘルスケア", "ヘルスケア"),
        ("入力システム", "入力システム"),
        ("出カ", "出カ"),
        ("入カ率", "入力率"),
        ("(転入者一転出者)", "(転入者－転出者)"),
        ("(小学校統一基準)", "(小学校統一基準)"),
        ("進抄管理", "進捗管理"),
        ("圈域", "圏域"),
        ("再生可能工ネルギ一等", "再生可能エネルギー等"),
        ("プラン一覧", "プラン一覧"),
        ("再生可能工ネ", "再生可能エネ"),
        ("着工ライン", "着工ライン"),
        ("-", "-"),
        ("▲1,234.5", "▲1,234.5"),
        ("", ""),
    ],
)
def test_forms_are_restored(recognised: str, printed: str) -> None:
    assert japanese(recognised) == printed


def test_what_is_put_in_is_printed_in_japan_and_never_replaced_itself() -> None:
    table = forms()
    assert len(table) > 300
    assert not set(table.values()) & set(table)
    for printed in table.values():
        assert printed.encode("shift_jis")
    for form, printed in table.items():
        assert len(form) == len(printed) == 1
