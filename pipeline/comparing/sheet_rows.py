"""What stands in the sheets of the workbook of a comparison: rows as dicts by the keys of workbook.toml."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from normalize.width import join_lines
from pipeline.comparing.labels import label
from quality.editions.comparison import KINDS, Comparison, Figure, Item

Cell = str | float | int | None
SheetRow = dict[str, Cell]

EDITION = (
    ("文書ID", "document_id"),
    ("表題", "title"),
    ("団体", "municipality_name"),
    ("年度版", "edition_fiscal_year"),
    ("時点", "as_of"),
    ("ファイル", "file_name"),
    ("出典", "attribution"),
)
STATES = ("reached", "on_way", "away", "missed", "not_measured", "no_target", "unclear")


@dataclass(frozen=True, slots=True)
class SummaryRow:
    """One row of the first sheet; a heading stands over the rows below it."""

    cells: tuple[Cell, ...] = ()
    is_heading: bool = False


def summary_rows(comparison: Comparison) -> Iterator[SummaryRow]:
    """The first sheet: editions, changes by kind, the sums that reconcile, indicators by state."""
    one, other = comparison.before, comparison.after
    yield SummaryRow(("比較した版", "前年度版", "当年度版"), True)
    for told, name in EDITION:
        yield SummaryRow((told, getattr(one, name), getattr(other, name)))
    yield SummaryRow()
    counts = Counter((change.kind, change.dataset) for change in comparison.changes)
    yield SummaryRow(("変更の種類", *(label("dataset", d, "ja") for d in ("kpi", "project")), "計"), True)
    for kind in KINDS:
        both = counts[kind, "kpi"], counts[kind, "project"]
        if any(both):
            yield SummaryRow((label("kind", kind, "ja"), *both, sum(both)))
    by_dataset = Counter(change.dataset for change in comparison.changes)
    yield SummaryRow(("計", by_dataset["kpi"], by_dataset["project"], len(comparison.changes)))
    yield SummaryRow()
    yield from _sums(comparison)
    yield from _states(comparison)
    for note in comparison.notes:
        yield SummaryRow(("注意", note.ja))


def _sums(comparison: Comparison) -> Iterator[SummaryRow]:
    sums = comparison.sums
    if sums is None:
        return
    before = f"{sums.before_year or ''}年度 {label('role', sums.before_kind, 'ja')}"
    after = f"{sums.after_year or ''}年度 {label('role', sums.after_kind, 'ja')}"
    yield SummaryRow(("事務事業", "件数", "増減額（円）"), True)
    for told, count, change in (
        ("新規", sums.new_count, sums.new),
        ("継続", sums.continuing_count, sums.continuing),
        ("統合・分割", sums.regrouped_count, sums.regrouped),
        ("終了", sums.ended_count, sums.ended),
        ("差引（新規＋継続＋統合・分割＋終了）", None, sums.difference),
        (f"前年度版の計（{before}）", None, sums.before_total),
        (f"当年度版の計（{after}）", None, sums.after_total),
    ):
        yield SummaryRow((told, count, change))
    yield SummaryRow(("検算（当年度版の計－前年度版の計）", "一致" if sums.reconciles else "不一致"))
    if sums.without_amount:
        yield SummaryRow(("金額の記載がない事業", sums.without_amount))
    yield SummaryRow()


def _states(comparison: Comparison) -> Iterator[SummaryRow]:
    lines = [line for line in comparison.progress if not line.is_reprint]
    if not lines:
        return
    yield SummaryRow(("指標の状況（再掲を除く）", "件数"), True)
    counts = Counter(line.state for line in lines)
    for state in STATES:
        if counts[state]:
            yield SummaryRow((label("state", state, "ja"), counts[state]))
    yield SummaryRow()


def change_rows(comparison: Comparison) -> Iterator[SheetRow]:
    """The changes, those that matter most first."""
    for change in comparison.changes:
        yield {
            "change_id": change.change_id,
            "tier": change.tier,
            "dataset": label("dataset", change.dataset, "ja"),
            "kind": label("kind", change.kind, "ja"),
            "before_names": "\n".join(change.before_names),
            "after_names": "\n".join(change.after_names),
            "fiscal_year": change.fiscal_year,
            "role": label("role", change.role, "ja"),
            "component": change.component,
            "before": _shown(change.field, change.before),
            "after": _shown(change.field, change.after),
            "delta": change.delta,
            "delta_percent": change.delta_percent,
            "unit": change.unit,
            "similarity": change.similarity,
            "note": change.note.ja if change.note else "",
            "before_page": change.before_place.page if change.before_place else None,
            "after_page": change.after_place.page if change.after_place else None,
        }


def _shown(field: str, text: str | None) -> str | None:
    if field == "lifecycle":
        return label("lifecycle", text, "ja")
    return text if text is None else join_lines(text)


def progress_rows(comparison: Comparison) -> Iterator[SheetRow]:
    """The indicators of the later edition with their way to the target, in the order of print."""
    items = _by_id(comparison.items_after)
    for line in comparison.progress:
        item = items[line.item_id]
        yield {
            "item_id": line.item_id,
            "heading": _heading(item),
            "name": line.name,
            "is_reprint": "再掲" if line.is_reprint else "",
            "component": line.component,
            "unit": line.unit,
            "direction": label("direction", line.direction, "ja"),
            "baseline": _printed(line.baseline),
            "before_year": line.before_latest.fiscal_year if line.before_latest else None,
            "before_latest": _printed(line.before_latest),
            "year": line.latest.fiscal_year if line.latest else None,
            "latest": _printed(line.latest),
            "change": line.change,
            "change_percent": line.change_percent,
            "target_year": line.target.fiscal_year if line.target else None,
            "target": _printed(line.target),
            "before_percent": line.before_percent,
            "percent": line.percent,
            "state": label("state", line.state, "ja"),
            "page": item.place.page,
        }


def project_rows(comparison: Comparison) -> Iterator[SheetRow]:
    """The projects with their amounts, the greatest difference first."""
    ours, theirs = _by_id(comparison.items_before), _by_id(comparison.items_after)
    for row in comparison.projects:
        item = theirs[row.after_ids[0]] if row.after_ids else ours[row.before_ids[0]]
        yield {
            "group": label("group", row.group, "ja"),
            "heading": _heading(item),
            "name": row.name,
            "departments": "、".join(item.departments),
            "before_yen": row.before_yen,
            "after_yen": row.after_yen,
            "change_yen": row.change_yen,
            "change_percent": row.change_percent,
            "before_page": row.before_places[0].page if row.before_places else None,
            "after_page": row.after_places[0].page if row.after_places else None,
        }


def figure_rows(comparison: Comparison) -> Iterator[SheetRow]:
    """Every figure of every pair in both editions, in the order of print."""
    names = {item.item_id: item.name for item in comparison.items_after}
    for pair in comparison.pairs:
        for point in pair.points:
            one, other = point.before, point.after
            figure = other or one
            yield {
                "pair_id": pair.pair_id,
                "dataset": label("dataset", pair.dataset, "ja"),
                "name": names[pair.after_id],
                "role": label("role", point.role, "ja"),
                "fiscal_year": point.fiscal_year,
                "component": point.component,
                "before_text": one.text if one else None,
                "after_text": other.text if other else None,
                "before_value": one.value if one else None,
                "after_value": other.value if other else None,
                "delta": point.delta,
                "percent": point.percent,
                "unit": "円" if pair.dataset == "project" else figure.unit if figure else None,
                "state": label("point", point.state, "ja"),
                "before_page": one.place.page if one else None,
                "after_page": other.place.page if other else None,
            }


def pair_rows(comparison: Comparison) -> Iterator[SheetRow]:
    """The pairs with their evidence."""
    ours, theirs = _by_id(comparison.items_before), _by_id(comparison.items_after)
    for pair in comparison.pairs:
        yield {
            "pair_id": pair.pair_id,
            "dataset": label("dataset", pair.dataset, "ja"),
            "before_name": ours[pair.before_id].name,
            "after_name": theirs[pair.after_id].name,
            "step": label("step", pair.step, "ja"),
            "similarity": pair.similarity,
            "name_similarity": pair.name_similarity,
            "is_borderline": "要確認" if pair.is_borderline else "",
            "reasons": "\n".join(reason.told.ja for reason in pair.reasons),
            "notes": "\n".join(note.ja for note in pair.notes),
        }


def candidate_rows(comparison: Comparison) -> Iterator[SheetRow]:
    """The items of which a person should say whether they are the same."""
    ours, theirs = _by_id(comparison.items_before), _by_id(comparison.items_after)
    for candidate in comparison.candidates:
        yield {
            "dataset": label("dataset", candidate.dataset, "ja"),
            "before_name": ours[candidate.before_id].name,
            "after_name": theirs[candidate.after_id].name,
            "paired": "同一と判定" if candidate.paired else "別と判定",
            "similarity": candidate.similarity,
            "reasons": "\n".join(reason.told.ja for reason in candidate.reasons),
        }


def _by_id(items: tuple[Item, ...]) -> Mapping[str, Item]:
    return {item.item_id: item for item in items}


def _heading(item: Item) -> str:
    return "\n".join(part for part in item.heading if part)


def _printed(figure: Figure | None) -> Cell:
    """The figure as a number, or its print where it is a word or a dash."""
    if figure is None:
        return None
    return figure.value if figure.value is not None and figure.qualifier is None else figure.text
