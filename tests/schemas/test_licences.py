"""Licences by the ways in which people write them, and what is printed beside the data."""

from __future__ import annotations

import pytest

from schemas.licences import credit_of, is_known_licence, licence_of, licences

REPORT = {"file_name": "a.pdf", "title": "令和6年度施策報告書", "municipality_name": "○○市"}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("PDL-1.0", "PDL-1.0"),
        ("PDL 1.0", "PDL-1.0"),
        ("公共データ利用規約(第1.0版)", "PDL-1.0"),
        ("ＣＣ ＢＹ", "CC-BY-4.0"),
        ("cc-by-4.0", "CC-BY-4.0"),
        ("CC BY 2.1 JP", "CC-BY-2.1-JP"),
        ("政府標準利用規約（第2.0版）", "GJSTU-2.0"),
        ("", "unknown"),
        (None, "unknown"),
        ("○○市利用規約", "○○市利用規約"),
    ],
)
def test_a_licence_by_its_names(text: str | None, key: str) -> None:
    assert licence_of(text).id == key
    assert is_known_licence(text or "") is (key in licences())


@pytest.mark.parametrize(
    ("more", "source", "processed"),
    [
        ({}, "出典：「令和6年度施策報告書」（○○市）", "「令和6年度施策報告書」（○○市）を加工して作成"),
        (
            {"license": "PDL-1.0", "landing_url": "https://city.example/"},
            "出典：「令和6年度施策報告書」（○○市）（https://city.example/）、公共データ利用規約（第1.0版）"
            "（https://www.digital.go.jp/resources/open_data/public_data_license_v1.0）",
            "「令和6年度施策報告書」（○○市）（https://city.example/）を加工して作成",
        ),
        (
            {"license": "○○市利用規約", "attribution": "○○市企画課"},
            "出典：○○市企画課、○○市利用規約",
            "○○市企画課を加工して作成",
        ),
        ({"title": None, "municipality_name": None}, "出典：「a.pdf」", "「a.pdf」を加工して作成"),
    ],
)
def test_what_is_printed_beside_the_data(more: dict[str, str], source: str, processed: str) -> None:
    credit = credit_of(REPORT | more)
    assert (credit.source, credit.processed) == (source, processed)
