"""What users pay, what was not spent, and parts of an expense in their own table or by うち."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.records import Figure, Project
from tests.quality.budget_table import judged_records, place


def spent(line: int, budget: str, settled: str, unspent: str, carried: str = "") -> Project:
    amounts = tuple(
        Figure(text, place(line, i), kind=kind, fiscal_year=2024, unit="千円")
        for i, (text, kind) in enumerate([(budget, "current_budget"), (settled, "settlement")], 1)
    )
    told = (("unspent", unspent), ("carried_over", carried))
    checks = tuple(
        Figure(text, place(line, i), unit="千円", tells=tells)
        for i, (tells, text) in enumerate(told, 4)
        if text
    )
    return Project(f"事業{line}", place(line, 0), amounts=amounts, checks=checks)


UNSPENT = (spent(0, "412,330", "377,145", "35,185"), spent(1, "94,500", "90,338", "4,162"))


def test_unspent_is_budget_less_settlement_and_what_is_carried_over() -> None:
    carried = spent(2, "60,350", "46,703", "7,647", "6,000")
    judged = judged_records((*UNSPENT, carried))
    assert {row["status"] for row in judged.projects.amounts} == {"proved"}


def test_an_unspent_sum_that_contradicts() -> None:
    judged = judged_records((*UNSPENT, spent(2, "88,120", "87,006", "1,141")))
    assert [row["status"] for row in judged.projects.amounts] == ["proved"] * 4 + ["doubtful"] * 2
    [told] = [row for row in judged.findings if row["severity"] == "warning"]
    assert told["rule"] == "unspent"


@pytest.mark.parametrize(("rate", "status"), [("24.0%", "proved"), ("42.0%", "doubtful")])
def test_what_users_pay(rate: str, status: str) -> None:
    """42 % of 50 would be 21; no whole expense makes 12 the 42 % of it."""

    def sheet(line: int, whole: str, paid: str, printed: str) -> Project:
        parts = (("", whole), ("うち受益者負担", paid))
        amounts = tuple(
            Figure(text, place(line, i), kind="settlement", component=name, fiscal_year=2024, unit="千円")
            for i, (name, text) in enumerate(parts, 1)
        )
        check = Figure(printed, place(line, 4), kind="settlement", fiscal_year=2024, tells="own_share")
        return Project(f"事業{line}", place(line, 0), amounts=amounts, checks=(check,))

    sound = [sheet(0, "200", "30", "15.0%"), sheet(1, "125", "50", "40.0%")]
    amounts = judged_records((*sound, sheet(2, "50", "12", rate))).projects.amounts
    assert {row["status"] for row in amounts[:4]} == {"proved"}
    assert amounts[5]["status"] == status and amounts[4]["status"] in (status, "read")


def expense(line: int, parts: list[tuple[str, str, str]]) -> Project:
    """A project of one year: component, amount in 千円, table."""
    amounts = tuple(
        Figure(
            text, replace(place(line, i), table_id=table), kind="budget", component=name, fiscal_year=2024,
            unit="千円",
        )
        for i, (name, text, table) in enumerate(parts, 1)
    )  # fmt: skip
    return Project(f"事業{line}", place(line, 0), amounts=amounts)


def test_funds_beside_an_expense_and_its_items_in_a_table_below() -> None:
    """Each project has other funds and items: only where they are printed tells what belongs together."""
    made = (
        expense(0, [("", "64,210", "t1"), ("国", "28,000", "t1"), ("一般財源", "36,210", "t1"),
                    ("旅費", "186", "t2"), ("委託料", "64,024", "t2")]),
        expense(1, [("", "22,916", "t3"), ("一般財源", "22,916", "t3"), ("報酬", "17,640", "t4"),
                    ("旅費", "914", "t4"), ("需用費", "4,362", "t4")]),
        expense(2, [("", "4,380", "t5"), ("その他", "350", "t5"), ("一般財源", "4,030", "t5"),
                    ("需用費", "4,284", "t6"), ("役務費", "96", "t6")]),
    )  # fmt: skip
    judged = judged_records(made)
    assert {row["status"] for row in judged.projects.amounts} == {"proved"}


def test_of_which_that_makes_up_all_of_it() -> None:
    made = tuple(
        expense(n, [("", whole, "t1"), ("うち特定財源", first, "t1"), ("うち一般財源", rest, "t1")])
        for n, (whole, first, rest) in enumerate([("21,480", "3,200", "18,280"), ("9,850", "4,000", "5,850")])
    )
    assert {row["status"] for row in judged_records(made).projects.amounts} == {"proved"}


def test_of_which_that_is_only_a_part_contradicts_nothing() -> None:
    made = tuple(
        expense(n, [("", whole, "t1"), ("うち人件費", "300", "t1"), ("うち委託料", "120", "t1")])
        for n, whole in enumerate(["21,480", "9,850"])
    )
    judged = judged_records(made)
    assert {row["status"] for row in judged.projects.amounts} == {"read"} and not judged.findings


def test_a_rest_by_its_name_is_a_part_of_a_part() -> None:
    """物件費 = その他物件費 where the form lists no other; never one source of funds equal to another."""
    years = [(2020 + n, text) for n, text in enumerate(["275,620", "408,178", "367,342"])]
    amounts = tuple(
        Figure(text, place(0, n), kind="settlement", component=name, fiscal_year=year, unit="千円")
        for n, (year, text, name) in enumerate(
            (year, text, name) for year, text in years for name in ("物件費", "その他物件費")
        )
    )
    judged = judged_records((Project("庁舎管理", place(0, 0), amounts=amounts),))
    assert {row["status"] for row in judged.projects.amounts} == {"proved"}
    renamed = tuple(
        replace(a, component={"物件費": "県支出金"}.get(a.component, "一般財源")) for a in amounts
    )
    judged = judged_records((Project("庁舎管理", place(0, 0), amounts=renamed),))
    assert {row["status"] for row in judged.projects.amounts} == {"read"}


@pytest.mark.parametrize(("recognised", "status"), [((), "proved"), ((1,), "read")])
def test_a_second_print_of_a_recognised_number_proves_nothing(
    recognised: tuple[int, ...], status: str
) -> None:
    """A scanner takes the same shape for the same wrong digit twice; only arithmetic proves what it read."""
    made = tuple(
        expense(n, [("", text, "t1"), ("一般財源", text, "t1")]) for n, text in enumerate(["38", "512", "90"])
    )
    judged = judged_records(made, recognised=recognised)
    assert {row["status"] for row in judged.projects.amounts} == {status}


@pytest.mark.parametrize(("label", "status"), [("主な内訳", "read"), ("内訳", "doubtful")])
def test_main_items_need_not_make_up_the_expense(label: str, status: str) -> None:
    """In the other years they do, and prove it; where they are more than all, they contradict."""

    def year(line: int, whole: str, first: str, second: str) -> tuple[Figure, ...]:
        told = (("", whole), ("手数料", first), ("委託料", second))
        return tuple(
            Figure(
                text, place(line, n), kind="settlement", component=name, fiscal_year=2020 + line, unit="千円",
                labels=(label,) if name else (),
            )
            for n, (name, text) in enumerate(told, 1)
        )  # fmt: skip

    years = [("12,703", "16", "12,687"), ("14,663", "69", "14,594"), ("15,188", "68", "15,120")]
    sound = [figure for line, told in enumerate(years) for figure in year(line, *told)]
    amounts = (*sound, *year(3, "15,487", "124", "15,271"))
    found = judged_records((Project("リサイクル", place(0, 0), amounts=amounts),)).projects.amounts
    assert {row["status"] for row in found[:9]} == {"proved"}
    assert status in {row["status"] for row in found[9:]}
    more = (*sound, *year(3, "15,387", "124", "15,371"))
    found = judged_records((Project("リサイクル", place(0, 0), amounts=more),)).projects.amounts
    assert "doubtful" in {row["status"] for row in found[9:]}
