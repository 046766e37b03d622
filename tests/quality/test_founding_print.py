"""A settlement report as a scanner left it: signs lost, letters for digits, a comma for a point."""

from __future__ import annotations

import pytest

from tests.quality.budget_table import Cells, judged_records, judged_table, project

SOUND: list[Cells] = [
    ("広報活動事業", "23,418", "24,521", "▲ 1,103", "95.5"),
    ("情報公開事務事業", "1,092", "1,041", "51", "104.9"),
    ("統計調査事業", "6,204", "5,880", "324", "105.5"),
    ("新規事業", "500", "-", "500", "-"),
    ("庁舎管理事業", "14", "15", "▲ 1", "93.3"),
    ("職員研修事務", "8,431", "8,902", "▲ 471", "94.7"),
]


def read_as(name: str, column: int, text: str) -> list[Cells]:
    """The table with one cell read otherwise."""
    rows = []
    for row in SOUND:
        cells = list(row)
        if row[0] == name:
            cells[column] = text
        rows.append((cells[0], cells[1], cells[2], cells[3], cells[4]))
    return rows


@pytest.mark.parametrize(
    ("name", "column", "text", "where", "value"),
    [
        ("広報活動事業", 4, "95,5", "ratio_percent", 95.5),
        ("広報活動事業", 3, "1,103", "change_yen", -1_103_000),
        ("庁舎管理事業", 3, "1", "change_yen", -1_000),
        ("情報公開事務事業", 1, "1,O92", "this", 1_092_000),
        ("情報公開事務事業", 3, "5l", "change_yen", 51_000),
        ("統計調査事業", 2, "5,380", "last", 5_880_000),
        ("統計調査事業", 3, "▲ 324", "change_yen", 324_000),
        ("新規事業", 2, "1", "last", None),
        ("職員研修事務", 3, "▲ 47I", "change_yen", -471_000),
    ],
)
def test_repaired_with_a_proof(name: str, column: int, text: str, where: str, value: float | None) -> None:
    row, amounts = judged_table(read_as(name, column, text))[name]
    found = row[where] if where in row else amounts[0 if where == "this" else 1]["amount_yen"]
    assert found == value
    changed = row if where in row else amounts[0 if where == "this" else 1]
    assert changed["status"] == "corrected"
    printed = {"change_yen": "change_text", "ratio_percent": "ratio_text"}.get(where, "amount_text")
    assert changed[printed] == text


def test_all_at_once() -> None:
    rows = [
        ("広報活動事業", "23,418", "24,521", "▲ 1,103", "95,5"),
        ("情報公開事務事業", "1,O92", "1,041", "51", "104.9"),
        ("統計調査事業", "6,204", "5,880", "324", "105.5"),
        ("新規事業", "500", "1", "500", "-"),
        ("庁舎管理事業", "14", "15", "▲ 1", "93.3"),
        ("職員研修事務", "8,431", "8,902", "471", "94.7"),
    ]
    judged = judged_records(tuple(project(row, i) for i, row in enumerate(rows)))
    mended = {row["observed"]: row["expected"] for row in judged.findings if row["rule"] == "corrected"}
    assert mended == {"95,5": "95.5", "1,O92": "1,092", "1": "-", "471": "▲471"}
    assert all("proved by" in row["message"] for row in judged.findings if row["rule"] == "corrected")
    assert not [row for row in judged.findings if row["severity"] != "info"]
    sound = judged_table(SOUND)
    mended_table = judged_table(rows)
    for name, (row, amounts) in sound.items():
        other, other_amounts = mended_table[name]
        assert [a["amount_yen"] for a in other_amounts] == [a["amount_yen"] for a in amounts]
        assert (other["change_yen"], other["ratio_percent"]) == (row["change_yen"], row["ratio_percent"])


def test_sound_print_is_proved() -> None:
    for row, amounts in judged_table(SOUND).values():
        assert row["status"] == "proved"
        assert {amount["status"] for amount in amounts} == {"proved"}


@pytest.mark.parametrize(
    ("name", "column", "text"), [("広報活動事業", 3, "1,103"), ("情報公開事務事業", 1, "1,O92")]
)
def test_no_repair_leaves_the_print_and_says_doubtful(name: str, column: int, text: str) -> None:
    row, amounts = judged_table(read_as(name, column, text), repair=False)[name]
    assert "doubtful" in {row["status"], *(amount["status"] for amount in amounts)}
    assert row["change_yen"] in (1_103_000, 51_000)


def test_two_readings_are_doubtful_and_named() -> None:
    """Without a ratio the sign may be lost or the years exchanged: nothing decides."""
    rows = [(name, this, last, change, "") for name, this, last, change, _ in SOUND]
    rows[5] = ("職員研修事務", "8,431", "8,902", "471", "")
    judged = judged_records(tuple(project(row, i) for i, row in enumerate(rows)))
    row = judged.projects.projects[5]
    assert (row["change_yen"], row["status"]) == (471_000, "doubtful")
    told = [found for found in judged.findings if found["rule"] == "change"]
    assert len(told) == 1 and "▲471" in told[0]["message"]


def test_a_rate_alone_does_not_decide_which_year_is_misread() -> None:
    """5 for 6 in one year looks like 5 for 6 in the other: both keep the change, and the rounded rate."""
    rows = [*SOUND, ("施設管理事業", "25,730", "26,400", "330", "101.3")]
    row, amounts = judged_table(rows)["施設管理事業"]
    assert [amount["amount_yen"] for amount in amounts] == [25_730_000, 26_400_000]
    assert "doubtful" in {row["status"], *(amount["status"] for amount in amounts)}


@pytest.mark.parametrize("text", ["23,419", "32,418", "2,418"])
def test_an_error_outside_the_known_confusions_is_never_repaired(text: str) -> None:
    row, amounts = judged_table(read_as("広報活動事業", 1, text))["広報活動事業"]
    shown = int(text.replace(",", "")) * 1000
    assert amounts[0]["amount_yen"] == shown
    assert "doubtful" in {row["status"], *(amount["status"] for amount in amounts)}
