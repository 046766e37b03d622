"""What a person should look at: findings with their places, over all documents."""

from __future__ import annotations

from dataclasses import dataclass

from extract.page import Box
from pipeline.site.curated_data import SEVERITIES, Document
from pipeline.site.figures import box_of
from pipeline.web.texts import Text, Texts
from schemas.dataset import Row, datasets

UNSUPPORTED = "_unsupported"
"""Ends the rule of a finding that a whole table does not bear out what its label promises."""


@dataclass(frozen=True, slots=True)
class Task:
    """A finding as a reader meets it; `page` and `box` are None where it is about the whole document."""

    key: str
    document_id: str
    severity: str
    rule: Text
    rule_code: str
    about: Text
    record_name: str
    observed: str
    expected: str
    corrected: bool
    message: str
    means: Text | None
    page: int | None
    box: Box | None
    finding_id: str


def tasks_of(document: Document, t: Texts) -> list[Task]:
    """The findings of a document that are to be looked at, the gravest first."""
    names = _names(document)
    return [
        Task(
            f"{document.document_id} {row['rule']} {row['record_id']} {row['column'] or ''}",
            document.document_id, row["severity"], rule_name(row["rule"], t), row["rule"], _about(row),
            names.get(row["record_id"], ""), row["observed"] or "", row["expected"] or "",
            row["action"] == "corrected", row["message"], rule_meaning(row["rule"], t), row["page"],
            None if row["page"] is None or row["x0"] is None else box_of(row), row["finding_id"],
        )
        for row in document.work
    ]  # fmt: skip


def rule_name(rule: str, t: Texts) -> Text:
    """What a rule is called; its code where the texts do not know it."""
    key = f"rule_{rule.removesuffix(UNSUPPORTED)}"
    return t(key) if key in t else Text(rule, rule)


def rule_meaning(rule: str, t: Texts) -> Text | None:
    """What a finding of a rule says, in a sentence; None where the texts do not know it."""
    key = "means_unsupported" if rule.endswith(UNSUPPORTED) else f"means_{rule}"
    return t(key) if key in t else None


def order(task: Task) -> tuple[int, str, int, str]:
    """The gravest first, then by document in the order of print."""
    return SEVERITIES.index(task.severity), task.document_id, task.page or 0, task.finding_id


def _about(row: Row) -> Text:
    """指標の値 / 値: the dataset and its column."""
    dataset = datasets()[row["dataset"]]
    column = next((c for c in dataset.columns if c.name == row["column"]), None)
    if column is None:
        return Text(dataset.title_ja, dataset.title)
    return Text(f"{dataset.title_ja} / {column.title_ja}", f"{dataset.title} / {column.title}")


def _names(document: Document) -> dict[str, str]:
    """The name of the indicator or project that a record belongs to, by the id of the record."""
    found: dict[str, str] = {}
    for rows, key in (
        (document.kpis, "kpi_id"),
        (document.kpi_values, "value_id"),
        (document.projects, "project_id"),
        (document.project_amounts, "amount_id"),
        (document.programmes, "programme_id"),
    ):
        found |= {row[key]: row["name"] for row in rows}
    return found
