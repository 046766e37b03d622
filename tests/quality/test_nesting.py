"""Lines that are parts of a line above them, and totals that count such lines once."""

from __future__ import annotations

from dataclasses import replace

from extract.records import Figure, Project
from tests.quality.budget_table import Cells, judged_records, judged_table, place, project

NESTED: list[Cells] = [
    ("1 市税", "9,472", "9,118", "", ""),
    ("市民税", "6,527", "6,203", "", ""),
    ("固定資産税", "2,945", "2,915", "", ""),
    ("2 地方譲与税", "678", "651", "", ""),
    ("3 地方交付税", "1,481", "1,397", "", ""),
    ("普通交付税", "1,380", "1,301", "", ""),
    ("特別交付税", "101", "96", "", ""),
    ("合計", "11,631", "11,166", "", ""),
]


def statuses(rows: list[Cells]) -> dict[str, set[str]]:
    return {
        name: {amount["status"] for amount in amounts} for name, (_, amounts) in judged_table(rows).items()
    }


def test_parts_are_known_by_their_sums_and_totals_count_them_once() -> None:
    assert set().union(*statuses(NESTED).values()) == {"proved"}


def test_a_part_that_does_not_fit_is_doubtful() -> None:
    wrong = list(NESTED)
    wrong[2] = ("固定資産税", "2,945", "2,951", "", "")
    assert "doubtful" in statuses(wrong)["固定資産税"]
    assert statuses(wrong)["普通交付税"] == {"proved"}


def test_two_lines_that_happen_to_be_equal_are_no_heading_and_part() -> None:
    rows: list[Cells] = [("事業一", "400", "300", "", ""), ("事業二", "400", "300", "", "")]
    assert set().union(*statuses(rows).values()) == {"read"}


def test_sub_projects_sum_to_the_project_that_they_name() -> None:
    rows: list[Cells] = [
        ("デジタル化推進事業", "36,208", "36,247", "", ""),
        ("人材育成", "24,105", "32,837", "", ""),
        ("実証", "12,103", "3,410", "", ""),
    ]
    made = [project(row, i) for i, row in enumerate(rows)]
    made = [made[0], *(replace(p, basic_project="デジタル化推進事業") for p in made[1:])]
    judged = judged_records(tuple(made))
    assert {row["status"] for row in judged.projects.amounts} == {"proved"}


def supplementary(name: str, before: str, extra: str, after: str, line: int, total: bool = False) -> Project:
    told = ((before, "current_budget"), (extra, "supplementary"), (after, "current_budget"))
    amounts = tuple(
        Figure(text, place(line, i + 1), kind=kind, fiscal_year=2025, unit="千円")
        for i, (text, kind) in enumerate(told)
        if text
    )
    return Project(name, place(line, 0), amounts=amounts, is_total=total)


def test_only_what_changes_is_listed_in_a_supplementary_budget() -> None:
    """The budget before and after is that of all 款, listed or not; the supplement is that of the listed."""
    made = (
        supplementary("国庫支出金", "704,746", "21,993", "726,739", 0),
        supplementary("県支出金", "406,783", "2,547", "409,330", 1),
        supplementary("町債", "386,700", "14,300", "401,000", 2),
        supplementary("歳入合計", "4,820,000", "38,840", "4,858,840", 3, total=True),
    )
    judged = judged_records(made)
    assert {row["status"] for row in judged.projects.amounts} == {"proved"}
    assert not [row for row in judged.findings if not row["rule"].startswith(("proved_by", "compared_by"))]


def test_a_row_named_like_a_total_may_be_a_line_of_the_next() -> None:
    rows: list[Cells] = [
        ("人件費", "671", "678", "", ""),
        ("扶助費", "1,038", "1,057", "", ""),
        ("投資的経費", "402", "487", "", ""),
        ("その他", "1,282", "1,271", "", ""),
        ("歳出計", "3,393", "3,493", "", ""),
    ]
    made = [project(row, i) for i, row in enumerate(rows)]
    made[2], made[4] = replace(made[2], is_total=True), replace(made[4], is_total=True)
    judged = judged_records(tuple(made))
    assert {row["status"] for row in judged.projects.amounts} == {"proved"}
    assert "total_unsupported" not in {row["rule"] for row in judged.findings}


def test_the_difference_of_two_totals() -> None:
    rows: list[Cells] = [
        ("市税", "1,482", "1,490", "", ""),
        ("交付税", "612", "605", "", ""),
        ("歳入計", "2,094", "2,095", "", ""),
        ("人件費", "671", "678", "", ""),
        ("物件費", "1,423", "1,442", "", ""),
        ("歳出計", "2,094", "2,120", "", ""),
        ("収支差引", "0", "▲ 25", "", ""),
    ]
    made = [replace(project(row, i), is_total=row[0][-1] in "計引") for i, row in enumerate(rows)]
    rules = {row["rule"]: row["message"] for row in judged_records(tuple(made)).findings}
    assert "total_unsupported" not in rules and "total" not in rules
