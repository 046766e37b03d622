"""Comparisons of editions, from curated/changes: one page each, its changes by kind."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from pipeline.site.addresses import comparison_address
from pipeline.web.environment import one_line
from pipeline.web.numbers import change, number
from pipeline.web.texts import Text, Texts
from schemas.dataset import Row


@dataclass(frozen=True, slots=True)
class Side:
    """What one edition says: its text, and where (page 0 where it says nothing)."""

    names: str
    text: str
    page: int
    box: tuple[float, float, float, float] | None


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One change between two editions."""

    kind: str
    kind_text: Text
    dataset: str
    what: Text
    before: Side
    after: Side
    delta: str
    note: str


@dataclass(frozen=True, slots=True)
class ComparisonPage:
    """A comparison of two documents."""

    address: str
    before_id: str
    after_id: str
    lines: tuple[ChangeLine, ...]
    counts: tuple[tuple[str, Text, int], ...]


def comparison_pages(
    name: str, rows: Iterable[Row], known: Collection[str], t: Texts
) -> list[ComparisonPage]:
    """The comparisons of one part: one, or one for each pair of documents where it holds several.

    A part without rows says by its name, <from>__<to>, that these two of the `known` documents are the same.
    """
    pairs: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        pairs.setdefault((row["from_document_id"], row["to_document_id"]), []).append(row)
    if not pairs:
        ends = [i for i in range(len(name)) if name.startswith("__", i)]
        named = [(name[:i], name[i + 2 :]) for i in ends]
        pairs = {pair: [] for pair in named if known and set(pair) <= set(known)}
    pages = []
    for before, after in sorted(pairs):
        lines = tuple(_line(row, t) for row in pairs[before, after])
        counts: dict[str, int] = {}
        for line in lines:
            counts[line.kind] = counts.get(line.kind, 0) + 1
        kinds = tuple((kind, change_name(kind, t), count) for kind, count in counts.items())
        address = comparison_address(name if len(pairs) == 1 else f"{name} {before} {after}")
        pages.append(ComparisonPage(address, before, after, lines, kinds))
    return pages


def change_name(kind: str, t: Texts) -> Text:
    """What a kind of change is called; its code where the texts do not know it."""
    key = f"change_{kind}"
    return t(key) if key in t else Text(kind, kind)


def _line(row: Row, t: Texts) -> ChangeLine:
    role = row.get("role")
    what = [_field(row["field"], t)] if row.get("field") and not role else []
    if row.get("fiscal_year"):
        what.append(t("year_n", n=row["fiscal_year"]))
    if role:
        key = next((key for key in (f"role_{role}", f"kind_{role}") if key in t), "")
        what.append(t(key) if key else Text(role, role))
    if row.get("component"):
        what.append(Text(row["component"], row["component"]))
    delta = row.get("delta")
    shown = change(delta) + (row.get("unit") or "") if delta is not None else ""
    if shown and row.get("delta_percent") is not None:
        shown += f" ({change(row['delta_percent'], 1)}%)"
    return ChangeLine(
        row["kind"], change_name(row["kind"], t), row["dataset"],
        Text(" ".join(text.ja for text in what), " ".join(text.en for text in what)),
        _side(row, "before", "from"), _side(row, "after", "to"), shown, row.get("note") or "",
    )  # fmt: skip


def _field(field: str, t: Texts) -> Text:
    """What differs, where it is no figure; '' for the name, which stands beside it."""
    if field == "name":
        return Text("", "")
    key = f"field_{field}"
    return t(key) if key in t else Text(field, field)


def _side(row: Row, side: str, document: str) -> Side:
    said = row.get(side)
    text = number(said) if isinstance(said, int | float) else one_line(said)
    columns = [f"{document}_{edge}" for edge in ("x0", "y0", "x1", "y1")]
    edges = [row[column] for column in columns if row.get(column) is not None]
    box = (edges[0], edges[1], edges[2], edges[3]) if len(edges) == 4 else None
    names = "、".join(row.get(f"{side}_names") or ())
    return Side(names, "" if text == names else text, row.get(f"{document}_page") or 0, box)
