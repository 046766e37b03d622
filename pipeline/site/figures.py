"""What was read of a page, as tables of figures: each figure with its place and what it means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from extract.page import Box
from pipeline.site.curated_data import Document
from pipeline.web.environment import one_line
from pipeline.web.numbers import change, number
from pipeline.web.texts import Text, Texts
from schemas.dataset import Row

MOST_COLUMNS = 9
"""Tables with more kinds of figures are shown with one figure a row."""

DERIVED = {"change_yen": ("change_text", change), "ratio_percent": ("ratio_text", number)}
"""Figures in columns of projects that have no place of their own: the print, and how the number is shown."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that can be pointed at. `meaning` says role, year and part; `printed` is the whole cell."""

    figure_id: str
    shown: Text
    printed: str
    status: str
    box: Box
    meaning: Text
    part: str = ""
    unit: str = ""

    @property
    def is_words(self) -> bool:
        """Whether it is a milestone in words, too long to stand on one line."""
        return is_words(self.shown.ja)


@dataclass(frozen=True, slots=True)
class Line:
    """An indicator, a project or a programme with its figures, a tuple for each column of its table.

    `meaning` says what its one figure is, in a table with a line for each figure.
    """

    record_id: str
    name: str
    name_box: Box | None
    cells: tuple[tuple[Figure, ...], ...]
    address_id: str = ""
    note: Text = field(default_factory=lambda: Text("", ""))
    meaning: Text | None = None


@dataclass(frozen=True, slots=True)
class FigureTable:
    """The lines of one table on one page. `kind` is kpis, projects or programmes; heads name columns."""

    table_id: str
    kind: str
    caption: str
    heads: tuple[Text, ...]
    lines: tuple[Line, ...]

    @property
    def has_meanings(self) -> bool:
        """Whether each line is one figure, with its meaning beside it."""
        return any(line.meaning for line in self.lines)


def is_words(text: str) -> bool:
    """Whether a text is long and mostly no number."""
    return len(text) > 12 and 2 * sum(char.isdigit() or char in ",." for char in text) < len(text)


def tables_of_pages(document: Document, t: Texts) -> dict[int, list[FigureTable]]:
    """The tables of each page that holds any, in the order of print."""
    found: dict[int, list[FigureTable]] = {}
    for page, table in [*_kpi_tables(document, t), *_project_tables(document, t), *_lists(document, t)]:
        found.setdefault(page, []).append(table)
    for tables in found.values():
        tables.sort(key=lambda table: (table.table_id, table.kind))
    return found


def box_of(row: Row) -> Box:
    """The place of a row on its page, in points."""
    return row["x0"], row["y0"], row["x1"], row["y1"]


def value_shown(row: Row, t: Texts) -> Text:
    """A value with its decimals and what is said of it: 95.0, 80以上; the print where there is no number."""
    if row["value"] is None:
        printed = one_line(row["value_text"])
        return Text(printed, printed)
    text = number(row["value"], row["decimals"])
    key = f"qualifier_{row['qualifier']}"
    return t(key, n=text) if row["qualifier"] and key in t else Text(text, text)


def value_meaning(row: Row, t: Texts) -> Text:
    """目標 · 2027年度 · 目標 (令和9年度): role, year, the header as printed."""
    role = t(f"role_{row['role'] or 'none'}")
    year = t("year_n", n=row["fiscal_year"]) if row["fiscal_year"] else Text("", "")
    printed = one_line(row["period"])
    ja = " · ".join(part for part in (role.ja, year.ja, printed) if part)
    return Text(ja, " · ".join(part for part in (role.en, year.en, printed) if part))


def amount_meaning(row: Row, t: Texts) -> Text:
    """2023年度 決算 国: year, kind and component."""
    kind = t(f"kind_{row['kind']}")
    year = t("year_n", n=row["fiscal_year"]) if row["fiscal_year"] else Text("", "")
    return Text(
        " ".join(part for part in (year.ja, kind.ja, row["component"]) if part),
        " ".join(part for part in (year.en, kind.en, row["component"]) if part),
    )


def _kpi_tables(document: Document, t: Texts) -> Iterable[tuple[int, FigureTable]]:
    kpis = {row["kpi_id"]: row for row in document.kpis}
    places = {(row["page"], row["table_id"]) for row in (*document.kpis, *document.kpi_values)}
    for page, table_id in sorted(places):
        values = _of(document.kpi_values, page, table_id)
        here = {row["kpi_id"]: row for row in _of(document.kpis, page, table_id)}
        for row in values:
            here.setdefault(row["kpi_id"], kpis.get(row["kpi_id"], row))
        figures: dict[str, list[tuple[Text, Figure]]] = {kpi_id: [] for kpi_id in here}
        for row in values:
            printed = one_line(row["period"])
            figure = Figure(
                row["value_id"], value_shown(row, t), row["value_text"], row["status"], box_of(row),
                value_meaning(row, t), row["series"], row["unit"] or "",
            )  # fmt: skip
            figures[row["kpi_id"]].append((Text(printed, printed), figure))
        notes = {kpi_id: _kpi_note(row, t) for kpi_id, row in here.items()}
        first = next(iter(here.values()))
        yield page, _table(table_id, "kpis", first, here, figures, notes, page)


def _kpi_note(row: Row, t: Texts) -> Text:
    said = [Text(row["unit"], row["unit"])] if row.get("unit") else []
    if row.get("is_reprint"):
        said.append(t("reprint"))
    if row.get("lifecycle") in ("added", "to_be_removed"):
        said.append(t(f"lifecycle_{row['lifecycle']}"))
    return Text("・".join(text.ja for text in said), ", ".join(text.en for text in said))


def _project_tables(document: Document, t: Texts) -> Iterable[tuple[int, FigureTable]]:
    projects = {row["project_id"]: row for row in document.projects}
    places = {(row["page"], row["table_id"]) for row in (*document.projects, *document.project_amounts)}
    for page, table_id in sorted(places):
        amounts = _of(document.project_amounts, page, table_id)
        here = {row["project_id"]: row for row in _of(document.projects, page, table_id)}
        own = list(here)
        for row in amounts:
            here.setdefault(row["project_id"], projects.get(row["project_id"], row))
        figures: dict[str, list[tuple[Text, Figure]]] = {project_id: [] for project_id in here}
        for row in amounts:
            text = number(row["amount_yen"]) or one_line(row["amount_text"])
            meaning = amount_meaning(row, t)
            figure = Figure(
                row["amount_id"], Text(text, text), row["amount_text"], row["status"], box_of(row), meaning,
                "", "円" if row["amount_yen"] is not None else "",
            )  # fmt: skip
            figures[row["project_id"]].append((meaning, figure))
        derived = derived_places(_of(document.cells, page, table_id), [here[name] for name in own])
        for project_id in own:
            figures[project_id] += _derived(here[project_id], derived[project_id], t)
        empty = dict.fromkeys(here, Text("", ""))
        first = next(iter(here.values()))
        yield page, _table(table_id, "projects", first, here, figures, empty, page)


def _derived(row: Row, derived: dict[str, Box], t: Texts) -> Iterable[tuple[Text, Figure]]:
    """Change and ratio as printed; they stand where `derived` says, else where the project does."""
    for column, (text_column, shown) in DERIVED.items():
        text = row[text_column]
        if text is None:
            continue
        ratio = row["ratio_kind"] or "none"
        head = t("head_change_yen" if column == "change_yen" else f"head_ratio_{ratio}")
        value = shown(row[column]) or one_line(text)
        unit = ""
        if row[column] is not None:
            unit = "円" if column == "change_yen" else "%"
        place = derived.get(column) or box_of(row)
        figure_id = f"{row['project_id']}-{column}"
        yield head, Figure(figure_id, Text(value, value), text, row["status"], place, head, "", unit)


def derived_places(cells: Sequence[Row], projects: Sequence[Row]) -> dict[str, dict[str, Box]]:
    """Where change and ratio of each project of one table on one page are printed: project_id → column → box.

    It is the cell level with the project that holds exactly this print. Where several do (0 beside 0),
    it is that in the column in which most others of the table stand alone.
    """
    found: dict[str, dict[str, Box]] = {row["project_id"]: {} for row in projects}
    for column, (text_column, _) in DERIVED.items():
        matches: dict[str, list[Row]] = {}
        for row in projects:
            text = (row[text_column] or "").strip()
            middle = (row["y0"] + row["y1"]) / 2
            level = [cell for cell in cells if text and cell["y0"] <= middle <= cell["y1"]]
            matches[row["project_id"]] = [cell for cell in level if cell["text"].strip() == text]
        alone = Counter(held[0]["column"] for held in matches.values() if len(held) == 1)
        usual = alone.most_common(1)[0][0] if alone else None
        for project_id, held in matches.items():
            fitting = held if len(held) == 1 else [cell for cell in held if cell["column"] == usual]
            if len(fitting) == 1:
                found[project_id][column] = box_of(fitting[0])
    return found


def _lists(document: Document, t: Texts) -> Iterable[tuple[int, FigureTable]]:
    places = dict.fromkeys((row["page"], row["table_id"]) for row in document.programmes)
    for page, table_id in places:
        rows = _of(document.programmes, page, table_id)
        lines = []
        for row in rows:
            meaning = "：".join(part for part in (row["mark"], row["mark_meaning"]) if part)
            note = Text(meaning, meaning)
            if row["is_reprint"]:
                note = Text(f"{meaning}・{t('reprint').ja}", f"{meaning}, {t('reprint').en}")
            lines.append(Line(row["programme_id"], one_line(row["name"]), box_of(row), (), "", note))
        yield page, FigureTable(table_id, "programmes", one_line(rows[0]["measure"]), (), tuple(lines))


def _of(rows: Sequence[Row], page: int, table_id: str) -> list[Row]:
    return [row for row in rows if row["page"] == page and row["table_id"] == table_id]


def _table(
    table_id: str,
    kind: str,
    first: Row,
    records: dict[str, Row],
    figures: dict[str, list[tuple[Text, Figure]]],
    notes: dict[str, Text],
    page: int,
) -> FigureTable:
    """A column for each head; with too many of them, or several figures a head, a line for each figure."""
    heads = tuple(dict.fromkeys(head for told in figures.values() for head, _ in told))
    caption = one_line(first.get("measure") or first.get("goal") or "")
    lines: list[Line] = []
    is_wide = len(heads) <= MOST_COLUMNS
    for record_id, row in records.items():
        box = box_of(row) if row["page"] == page and "name_text" in row else None
        name, held, note = one_line(row["name"]), figures[record_id], notes[record_id]
        if is_wide or not held:
            cells = tuple(tuple(f for head, f in held if head == one) for one in heads if is_wide)
            lines.append(Line(record_id, name, box, cells or ((),) * (not is_wide), record_id, note))
            continue
        for index, (head, figure) in enumerate(held):
            first_id, first_box = (record_id, box) if index == 0 else ("", None)
            lines.append(Line(first_id, name, first_box, ((figure,),), first_id, note, head))
    if not is_wide:
        heads = (Text("値", "value"),)
    return FigureTable(table_id, kind, caption, heads, tuple(lines))
