"""What each witness compares, as tables of figures and verdicts."""

from __future__ import annotations

import pytest

from extract.records import Figure, Project
from tests.quality.budget_table import Cells, indicator, judged_records, judged_table, place, project


def statuses(rows: list[Cells], **options: str) -> dict[str, str]:
    return {name: row["status"] for name, (row, _) in judged_table(rows, **options).items()}  # type: ignore[arg-type]


def rules(rows: list[Cells]) -> set[str]:
    judged = judged_records(tuple(project(row, i) for i, row in enumerate(rows)))
    return {row["rule"] for row in judged.findings}


CHANGES: list[Cells] = [
    ("事業一", "1,200", "1,000", "200", ""),
    ("事業二", "3,456", "4,000", "▲ 544", ""),
    ("事業三", "-", "870", "▲ 870", ""),
    ("事業四", "95", "-", "95", ""),
    ("事業五", "640", "640", "0", ""),
]


def test_change_is_this_minus_last() -> None:
    assert set(statuses(CHANGES).values()) == {"proved"}


def test_a_change_that_contradicts_is_doubtful() -> None:
    wrong = [*CHANGES[:4], ("事業五", "640", "460", "0", "")]
    assert statuses(wrong)["事業五"] == "doubtful"
    assert statuses(wrong)["事業一"] == "proved"


def test_a_change_of_other_columns_contradicts_no_row() -> None:
    """増減 against a column that is not in the table: unsupported, said once."""
    rows: list[Cells] = [(name, this, last, "7,777", "") for name, this, last, _, _ in CHANGES]
    assert set(statuses(rows).values()) == {"read"}
    assert "change_unsupported" in rules(rows)


def test_a_dash_for_the_change_of_a_new_project_says_nothing() -> None:
    rows: list[Cells] = [*CHANGES, ("事業六", "152", "-", "-", "")]
    assert statuses(rows)["事業六"] == "read"


@pytest.mark.parametrize(
    ("kind", "printed", "status"),
    [
        ("to_previous", "86.4", "proved"),
        ("to_previous", "86.3", "doubtful"),
        ("growth", "▲ 13.6", "proved"),
        ("growth", "13.6", "corrected"),
    ],
)
def test_rates_to_the_printed_place(kind: str, printed: str, status: str) -> None:
    sound = {"to_previous": ("120.0", "100.0", "50.0"), "growth": ("20.0", "0.0", "▲ 50.0")}[kind]
    rows: list[Cells] = [
        ("事業一", "1,200", "1,000", "200", sound[0]),
        ("事業五", "640", "640", "0", sound[1]),
        ("事業六", "300", "600", "▲ 300", sound[2]),
        ("事業二", "3,456", "4,000", "▲ 544", printed),
    ]
    assert statuses(rows, ratio_kind=kind)["事業二"] == status


@pytest.mark.parametrize("printed", ["皆増", "-"])
def test_a_rate_in_words_stands_where_last_is_nothing(printed: str) -> None:
    rows: list[Cells] = [
        ("事業一", "1,200", "1,000", "200", "120.0"),
        ("事業二", "800", "1,000", "▲ 200", "80.0"),
        ("事業四", "95", "-", "95", printed),
    ]
    assert statuses(rows)["事業四"] == "proved"


def test_totals_are_the_sums_of_their_lines() -> None:
    rows: list[Cells] = [
        ("事業一", "1,200", "1,000", "", ""),
        ("事業二", "300", "400", "", ""),
        ("小計", "1,500", "1,400", "", ""),
        ("事業三", "70", "80", "", ""),
        ("事業四", "30", "20", "", ""),
        ("小計", "100", "100", "", ""),
        ("合計", "1,600", "1,500", "", ""),
    ]
    table = judged_table(rows)
    assert {amount["status"] for _, amounts in table.values() for amount in amounts} == {"proved"}
    rows[3] = ("事業三", "75", "80", "", "")
    table = judged_table(rows)
    assert table["事業三"][1][0]["status"] == "doubtful"
    assert table["事業一"][1][0]["status"] == "proved"


def expense(line: int, *parts: tuple[str, str], year: int = 2024) -> Project:
    """A project of one expense in 千円 and its components ('' = the whole)."""
    amounts = tuple(
        Figure(text, place(line, i + 1), kind="settlement", component=name, fiscal_year=year, unit="千円")
        for i, (name, text) in enumerate(parts)
    )
    return Project(f"事業{line}", place(line, 0), amounts=amounts)


def test_funds_sum_to_the_expense_and_parts_of_parts_are_left_out() -> None:
    made = [
        expense(
            n,
            ("", f"{total}"),
            ("国庫支出金", f"{first}"),
            ("その他", "30"),
            ("うち受益者負担", "9"),
            ("一般財源", f"{rest}"),
        )
        for n, (total, first, rest) in enumerate([(500, 200, 270), (800, 400, 370), (90, 40, 20)])
    ]
    judged = judged_records(tuple(made))
    found = {row["component"]: row["status"] for row in judged.projects.amounts}
    assert found == {
        "": "proved", "国庫支出金": "proved", "その他": "proved", "うち受益者負担": "read",
        "一般財源": "proved",
    }  # fmt: skip


def test_funds_of_which_only_some_are_printed_contradict_nothing() -> None:
    made = [expense(n, ("", "500"), ("国庫支出金", f"{n}7"), ("一般財源", "33")) for n in range(1, 5)]
    judged = judged_records(tuple(made))
    assert {row["status"] for row in judged.projects.amounts} == {"read"}
    assert not judged.findings


def test_series_sum_to_their_total_only_where_they_add_up() -> None:
    counts = indicator(
        "登録数",
        [("121,133 (a:116,723 b:4,410)", "actual", 2022, ""), ("130 (a:100 b:30)", "actual", 2023, "")],
    )
    rates = indicator("割合", [("男性:40.0 女性:60.0", "actual", 2023, "")], line=1, unit="%")
    values = judged_records(indicators=(counts, rates)).kpis.values
    assert {row["status"] for row in values if row["name"] == "登録数"} == {"proved"}
    assert {row["status"] for row in values if row["name"] == "割合"} == {"read"}


@pytest.mark.parametrize(("reprinted", "status"), [("72.7", "proved"), ("77.2", "doubtful")])
def test_a_reprint_equals_its_original(reprinted: str, status: str) -> None:
    sound = [
        indicator(name, [(text, "actual", 2023, "")], line=i, unit="%")
        for i, (name, text) in enumerate([("満足度", "61.0"), ("【再掲】満足度", "61.0"), ("参加率", "12.5")])
    ]
    first = indicator("安心度", [("72.7", "actual", 2023, "")], line=5, unit="%")
    again = indicator("【再掲】安心度", [(reprinted, "actual", 2023, "")], line=6, unit="%")
    values = judged_records(indicators=(*sound, first, again)).kpis.values
    assert {row["status"] for row in values if row["name"] == "安心度"} == {status}


def test_planned_and_actual_of_one_year_are_no_contradiction() -> None:
    first = indicator("箇所数", [("2 (3)", "actual", 2023, "")])
    again = indicator("箇所数", [("2", "actual", 2023, ""), ("3", "target", 2023, "")], line=1)
    judged = judged_records(indicators=(first, again))
    assert not [row for row in judged.findings if row["severity"] != "info"]


def test_a_percentage_that_lost_its_point() -> None:
    values = [("72.7", "baseline", 2021, ""), ("735", "actual", 2022, ""), ("74.0", "actual", 2023, "")]
    judged = judged_records(indicators=(indicator("満足度", values, unit="%"),))
    assert [row["status"] for row in judged.kpis.values] == ["read", "doubtful", "read"]
    assert [row["rule"] for row in judged.findings] == ["percent_range"]


def test_supplementary_budgets() -> None:
    def line(n: int, before: str, extra: str, after: str) -> Project:
        told = ((before, "current_budget"), (extra, "supplementary"), (after, "current_budget"))
        amounts = tuple(
            Figure(text, place(n, i + 1), kind=kind, fiscal_year=2025, unit="千円")
            for i, (text, kind) in enumerate(told)
        )
        return Project(f"事業{n}", place(n, 0), amounts=amounts)

    made = (
        line(1, "100", "25", "125"),
        line(2, "90", "▲ 8", "82"),
        line(3, "0", "70", "70"),
        line(4, "50", "5", "65"),
    )
    judged = judged_records(made)
    by_project = {row["project_id"]: row["status"] for row in judged.projects.projects}
    assert by_project == {"p001": "proved", "p002": "proved", "p003": "proved", "p004": "doubtful"}
