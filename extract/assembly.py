"""Indicators and projects while a document is read: names first, figures as they come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

import regex

from extract.grid import Rgb
from extract.headings import Explained
from extract.records import DocumentRecords, Figure, Indicator, Place, Programme, Project, Unknown
from normalize.numbers import parse_number

_DEPARTMENT = regex.compile(
    r"\s*(?:[【〔\[［<＜]([^【】〔〕\[\]［］<>＜＞]{1,30}(?:課|室|局|部|所|係|館|園|センター|委員会|署|校|院))[】〕\]］>＞]"
    r"|[（(]([^（()）]{1,30}(?:課|室|局|部))[）)]"
    r"|\n\s*[（(]([^（()）\n]{1,30}(?:センター|事務局|委員会|署))[）)])\s*$"
)
"""A department printed behind a name, in brackets."""
_MARK = regex.compile(
    r"^\s*(?:[（(]\d{1,2}[）)]\s*)?[【〔\[［(（<＜]?(?:新|拡|継|充|重|新規|拡充|継続|一部新規|一部拡充|重点|一新"
    r"|縮小|廃止|拡大|見直し|統合|組替|臨時|休止|完了|終了)"
    r"(?:[】〕\]］)）>＞]\s*|[ \u3000\n]+)(?=\S{3})"
)
"""Whether a project is new or goes on, printed before its name."""
_LAST_MARK = regex.compile(
    r"(?<=\S{2})\s*[【〔\[［<＜](?:新|拡|継|充|(?:新\s*規|拡\s*充|継\s*続|一\s*部\s*新\s*規|一\s*部\s*拡\s*充|重\s*点|縮\s*小|廃\s*止))"
    r"[】〕\]］>＞]\s*$"
)
"""The same behind its name."""


@dataclass
class Entry:
    """One indicator or project that is being read."""

    name_text: str
    place: Place
    measure: str = ""
    goal: str = ""
    basic_project: str = ""
    summary: str = ""
    activity: str = ""
    description: str = ""
    unit_text: str = ""
    departments_text: str = ""
    fill_rgb: Rgb | None = None
    lifecycle: str = "current"
    values: list[Figure] = field(default_factory=list)
    amounts: list[Figure] = field(default_factory=list)
    checks: list[Figure] = field(default_factory=list)
    loose: list[int] = field(default_factory=list)
    dated: set[int] = field(default_factory=set)
    change: Figure | None = None
    ratio: Figure | None = None
    ratio_kind: str = ""
    execution_rate: Figure | None = None
    share: Figure | None = None
    is_total: bool = False
    group: str = ""
    listed: bool = False
    from_form: bool = False
    table_id: str = ""

    def __post_init__(self) -> None:
        self.name_text = _MARK.sub("", self.name_text)
        match = _DEPARTMENT.search(self.name_text)
        if match:
            self.name_text = self.name_text[: match.start()]
            self.departments_text = next(name for name in match.groups() if name)
        self.name_text = _LAST_MARK.sub("", self.name_text)

    def continued(self) -> Entry:
        """The same project without its figures."""
        return replace(
            self,
            values=[],
            amounts=[],
            checks=[],
            loose=[],
            dated=set(),
            change=None,
            ratio=None,
            execution_rate=None,
            share=None,
            listed=False,
        )


@dataclass
class Assembly:
    """All entries of a document in reading order."""

    colours: tuple[Explained, ...]
    indicators: list[Entry] = field(default_factory=list)
    projects: list[Entry] = field(default_factory=list)
    programmes: list[Programme] = field(default_factory=list)
    unknown: list[Unknown] = field(default_factory=list)
    by_cell: dict[tuple[str, int, int], Entry] = field(default_factory=dict)

    def start_indicator(self, name: str, place: Place, goal: str, measure: str) -> Entry:
        entry = Entry(name, place, measure=measure, goal=goal)
        self.indicators.append(entry)
        return entry

    def start_project(self, name: str, place: Place, measure: str, basic_project: str) -> Entry:
        entry = Entry(name, place, measure=measure, basic_project=basic_project)
        self.projects.append(entry)
        return entry

    def settle_funds(self, table_id: str) -> None:
        """Gives the funds of a list the year and kind of the expense that they pay for.

        財源内訳 under a header without a year belongs to one of the amounts of the row. Arithmetic
        decides which (their sum), else the latest year.
        """
        for entry in self.projects:
            if entry.from_form and entry.loose:
                wholes = [a for i, a in enumerate(entry.amounts) if not a.component and i not in entry.loose]
                _take_kind_of_year(entry, wholes)
                _take_kind_of_sum(entry, wholes)
                entry.loose.clear()
        entries = [e for e in self.projects if e.table_id == table_id and e.loose]
        votes: Counter[tuple[int | None, str]] = Counter()
        seen: Counter[tuple[int | None, str]] = Counter()
        for entry in entries:
            wholes = [a for i, a in enumerate(entry.amounts) if not a.component and i not in entry.loose]
            _take_kind_of_year(entry, wholes)
            total = _sum([entry.amounts[i] for i in entry.loose])
            for whole in wholes:
                key = (whole.fiscal_year, whole.kind)
                seen[key] += 1
                if total is not None and _value(whole) == total:
                    votes[key] += 1
        if not seen:
            return
        own = {e.amounts[i].kind for e in entries for i in e.loose}
        best = max(votes or seen, key=lambda k: (votes[k], k[0] or 0, k[1] in own, seen[k]))
        for entry in entries:
            for i in entry.loose:
                entry.amounts[i] = replace(entry.amounts[i], fiscal_year=best[0], kind=best[1])
            entry.loose.clear()

    def records(self, title: str) -> DocumentRecords:
        """The records as they are when the document has been read to its end."""
        self._count_unknown()
        return DocumentRecords(
            indicators=tuple(_indicator(e) for e in self.indicators if e.values),
            projects=tuple(_project(e) for e in self.projects if e.amounts or e.change or e.listed),
            programmes=tuple(self.programmes),
            unknown=tuple(self.unknown),
            title=title,
        )

    def hand_over(self, kept: Sequence[Entry]) -> DocumentRecords:
        """The records so far without the last projects, which are `kept`; they are forgotten here.

        Labels that nobody knows are counted on.
        """
        self._count_unknown()
        projects = self.projects[: len(self.projects) - len(kept)]
        made = DocumentRecords(
            indicators=tuple(_indicator(e) for e in self.indicators if e.values),
            projects=tuple(_project(e) for e in projects if e.amounts or e.change or e.listed),
            programmes=tuple(self.programmes),
        )
        self.indicators.clear()
        self.projects[:] = kept
        self.programmes.clear()
        self.by_cell.clear()
        return made

    def _count_unknown(self) -> None:
        """Makes one of all places of a label that nobody knows: the first, with all figures."""
        counted: dict[str, Unknown] = {}
        for item in self.unknown:
            held = counted.get(item.label)
            counted[item.label] = replace(held, figures=held.figures + item.figures) if held else item
        self.unknown[:] = counted.values()


def _take_kind_of_year(entry: Entry, wholes: Sequence[Figure]) -> None:
    """Gives funds that name their year the kind of its amount: the only one, or the one they sum to."""
    dated = [i for i in entry.loose if i in entry.dated]
    settled: dict[int, str] = {}
    for i in list(entry.loose):
        year = entry.amounts[i].fiscal_year
        if i in entry.dated and year is not None:
            kinds = {w.kind for w in wholes if w.fiscal_year == year}
            if len(kinds) > 1:
                parts = [entry.amounts[k] for k in dated if entry.amounts[k].fiscal_year == year]
                kinds = {w.kind for w in wholes if w.fiscal_year == year and _value(w) == _sum(parts)}
            settled[i] = kinds.pop() if len(kinds) == 1 else entry.amounts[i].kind
            entry.loose.remove(i)
    for i, kind in settled.items():
        entry.amounts[i] = replace(entry.amounts[i], kind=kind)


def _take_kind_of_sum(entry: Entry, wholes: Sequence[Figure]) -> None:
    """Gives the funds of a form that name no year those of the one amount that they sum to.

    A slip prints 予算額 and 決算額 and then the funds of one of them without a word which.
    """
    total = _sum([entry.amounts[i] for i in entry.loose])
    paid = {(w.fiscal_year, w.kind) for w in wholes if total is not None and _value(w) == total}
    if len(paid) == 1:
        year, kind = paid.pop()
        for i in entry.loose:
            entry.amounts[i] = replace(entry.amounts[i], fiscal_year=year, kind=kind)


def _settled_kinds(amounts: Sequence[Figure]) -> tuple[Figure, ...]:
    """The amounts without what was only asked for (要求額), where the list also says what was granted.

    A list of requests alone gives them as the initial budget they became part of. Of several stages
    (要求額, 部長査定, 市長査定) the last one is the budget.
    """
    granted = {a.fiscal_year for a in amounts if a.kind in ("initial_budget", "budget", "current_budget")}
    kept = [a for a in amounts if a.kind != "requested" or a.fiscal_year not in granted]
    last = {(a.fiscal_year, a.component): a for a in kept if _is_stage(a)}
    return tuple(
        replace(a, kind="initial_budget") if a.kind == "requested" else a
        for a in kept
        if not _is_stage(a) or last[a.fiscal_year, a.component] is a
    )


_STAGE = regex.compile(r"査定|内示")


def _is_stage(amount: Figure) -> bool:
    """Whether an amount is of a stage on the way to the budget."""
    assessed = amount.kind == "initial_budget" and any(_STAGE.search(text) for text in amount.labels)
    return assessed or amount.kind == "requested"


def _value(figure: Figure) -> Decimal | None:
    number = parse_number(figure.text)
    return number.value if number is not None else None


def _sum(figures: Sequence[Figure]) -> Decimal | None:
    values = [v for v in map(_value, figures) if v is not None]
    return sum(values, Decimal(0)) if values else None


def _indicator(e: Entry) -> Indicator:
    return Indicator(
        name_text=e.name_text,
        place=e.place,
        unit_text=e.unit_text,
        goal=e.goal,
        measure=e.measure,
        description=e.description,
        departments_text=e.departments_text,
        fill_rgb=e.fill_rgb,
        lifecycle=e.lifecycle,
        values=tuple(e.values),
        checks=tuple(e.checks),
    )


def _project(e: Entry) -> Project:
    return Project(
        name_text=e.name_text,
        place=e.place,
        measure=e.measure,
        basic_project=e.basic_project,
        summary=e.summary,
        activity=e.activity,
        departments_text=e.departments_text,
        amounts=_settled_kinds(e.amounts),
        change=e.change,
        ratio=e.ratio,
        ratio_kind=e.ratio_kind,
        execution_rate=e.execution_rate,
        share=e.share,
        is_total=e.is_total,
        group=e.group,
        checks=tuple(e.checks),
    )
