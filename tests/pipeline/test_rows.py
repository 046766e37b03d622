"""Records become typed rows: a cell with several figures is several rows, nothing is dropped."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.records import Figure, Indicator, Place, Project
from normalize.money import parse_amounts
from pipeline.kpi_rows import kpi_rows
from pipeline.project_rows import component_of, project_rows
from schemas.dataset import Row

HERE = Place(3, (10.004, 20.0, 30.001, 40.0), "t001")
DOCUMENT: Row = {"document_id": "d", "municipality_code": None, "edition_fiscal_year": 2024}


def value(text: str, role: str = "actual", **said: str) -> Figure:
    return Figure(text, HERE, period="令和6年度", role=role, fiscal_year=2024, **said)  # type: ignore[arg-type]


def amount(text: str, component: str = "", series: str = "", unit: str = "千円") -> Figure:
    return Figure(text, HERE, kind="budget", component=component, fiscal_year=2024, unit=unit, series=series)


def indicator(*figures: Figure, name: str = "◆子どもの人数（人）") -> Indicator:
    return Indicator(name, HERE, departments_text="企画課、財政課", values=figures)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("116,512", [("actual", "", 116512.0, None)]),
        ("2\n(3)", [("actual", "", 2.0, None), ("planned", "", 3.0, None)]),
        (
            "【小学校】98.0\n【中学校】95.4",
            [("actual", "小学校", 98.0, None), ("actual", "中学校", 95.4, None)],
        ),
        ("-", [("actual", "", None, "not_available")]),
        ("80以上を維持", [("actual", "", 80.0, "at_least")]),
        ("0", [("actual", "", 0.0, None)]),
    ],
)
def test_values_of_one_cell(text: str, rows: list[tuple[str, str, float | None, str | None]]) -> None:
    made = kpi_rows((indicator(value(text)),), DOCUMENT).values
    assert [(row["role"], row["series"], row["value"], row["qualifier"]) for row in made] == rows
    assert {row["value_text"] for row in made} == {text}
    assert {row["status"] for row in made} == {"read"}


def test_an_indicator_keeps_its_print() -> None:
    [kpi] = kpi_rows((indicator(value("1")),), DOCUMENT).kpis
    assert (kpi["name"], kpi["unit"], kpi["name_text"]) == ("子どもの人数", "人", "◆子どもの人数（人）")
    assert kpi["departments"] == ["企画課", "財政課"]
    assert (kpi["page"], kpi["x0"], kpi["x1"], kpi["table_id"]) == (3, 10.0, 30.01, "t001")


def test_ids_count_in_the_order_of_print() -> None:
    made = kpi_rows((indicator(value("1"), value("2")), indicator(value("3"))), DOCUMENT)
    assert [row["kpi_id"] for row in made.kpis] == ["k001", "k002"]
    ids = [(row["kpi_id"], row["value_id"]) for row in made.values]
    assert ids == [("k001", "v0001"), ("k001", "v0002"), ("k002", "v0003")]


def test_a_value_without_a_role_is_doubtful_with_a_finding() -> None:
    made = kpi_rows((indicator(value("12", role="")),), DOCUMENT)
    assert made.values[0]["status"] == "doubtful"
    assert [(found["rule"], found["record_id"]) for found in made.findings] == [("role_unknown", "v0001")]


@pytest.mark.parametrize(
    ("text", "component", "series", "rows"),
    [
        ("4,686", "", "", [("", 4_686_000)]),
        ("▲ 44", "一般財源", "", [("一般財源", -44_000)]),
        ("326,800（0）", "", "一財", [("", 326_800_000), ("一財", 0)]),
        ("(債) 10,800\n(他) 30,000", "地方債/その他", "", [("地方債", 10_800_000), ("その他", 30_000_000)]),
        ("(ふるさと基金) 500", "地方債/その他", "", [("その他", 500_000)]),
        ("-", "", "", [("", None)]),
    ],
)
def test_amounts_of_one_cell(
    text: str, component: str, series: str, rows: list[tuple[str, int | None]]
) -> None:
    project = Project("窓口改善事業", HERE, amounts=(amount(text, component, series),))
    made = project_rows((project,), DOCUMENT)
    assert [(row["component"], row["amount_yen"]) for row in made.amounts] == rows
    assert {row["status"] for row in made.amounts} == {"read"}


@pytest.mark.parametrize("text", ["95,5", "8O%"])
def test_a_misread_value_is_doubtful_and_not_guessed(text: str) -> None:
    made = kpi_rows((indicator(value(text)),), DOCUMENT)
    [row] = made.values
    assert (row["value"], row["value_text"], row["status"]) == (None, text, "doubtful")
    assert [found["observed"] for found in made.findings] == [text]


@pytest.mark.parametrize("text", ["", "  ", "計画を策定", "第3期計画の策定"])
def test_words_and_blanks_are_no_doubt(text: str) -> None:
    made = kpi_rows((indicator(value(text)),), DOCUMENT)
    assert [row["qualifier"] for row in made.values] == (["other"] if text.strip() else [])
    assert made.findings == []


def test_a_mark_is_part_of_the_name_of_its_component() -> None:
    figure = amount("(債) 10,800 (他) 30,000", "その他/地方債")
    parts = parse_amounts(figure.text, figure.unit)
    assert [component_of(figure, part) for part in parts] == ["地方債", "その他"]


def test_what_is_no_amount_is_kept_doubtful_with_a_finding() -> None:
    unread = (amount("別紙のとおり"), amount("1O0"))
    project = Project("窓口改善事業", HERE, amounts=unread, change=amount("別紙"))
    made = project_rows((project,), DOCUMENT)
    assert [(row["amount_yen"], row["status"]) for row in made.amounts] == [(None, "doubtful")] * 2
    assert made.projects[0]["status"] == "doubtful"
    assert {found["column"] for found in made.findings} == {"amount_yen", "change_yen"}


def test_sums_are_no_projects() -> None:
    project = Project("窓口改善事業", HERE, amounts=(amount("1"),))
    made = project_rows((replace(project, name_text="合　計", is_total=True), project), DOCUMENT)
    assert [row["name"] for row in made.projects] == ["窓口改善事業"]


def test_change_and_ratio() -> None:
    project = Project(
        "窓口改善事業",
        HERE,
        change=amount("▲ 2,243"),
        ratio=Figure("191.8", HERE),
        ratio_kind="to_previous",
    )
    [row] = project_rows((project,), DOCUMENT).projects
    assert (row["change_yen"], row["ratio_percent"], row["ratio_kind"]) == (-2_243_000, 191.8, "to_previous")
    assert row["status"] == "read"
