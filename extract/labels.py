"""What one label says: the words of the vocabulary in it, its years, units and notes.

A label is a header cell ('R6年度\\n決算'), a row label ('（差引）一般財源（B）'), a form's label
('令和６年度事業名') or a caption ('（単位：千円）'). Japanese is head-final, so the last word decides
what the label names (目標値の説明 is a description) and the words before it qualify.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

import regex

from extract.component_names import component_name, component_names
from extract.label_patterns import (
    AND_BEFORE,
    AND_LATER,
    BRACKETED,
    BRACKETS,
    CIRCLED,
    DEPARTMENT,
    DIFFERENCE,
    DRAFT,
    EXPECTED,
    FORMULA,
    GRADES,
    GROWTH,
    LAST,
    LETTER,
    LETTERED,
    LISTED,
    MONTH,
    NOTE,
    NUMBERED,
    NUMBERING,
    OF_A_YEAR,
    ONE_SIGN,
    PER_ONE,
    RATIOS,
    STAFF_RATE,
    STAFF_TIME,
    STAGES,
    SUM_OF_PARTS,
    SUM_OF_YEARS,
    SYMBOLS,
    TRAILING_UNIT,
    WITH_UNIT,
    lists_years,
    stages_told,
    years_compared,
)
from extract.segments import divides_money, segment
from normalize.units import UNITS, is_unit, is_unit_bracket, parse_unit
from normalize.width import fold
from normalize.years import parse_period
from schemas.vocabulary import Vocabulary, Word

NAMES = ("project_name", "indicator_name", "sub_project_name", "item_name")
"""Fields that name the row of a list."""

_NAMING = ("sub_project_name", "project_name", "indicator_name", "item_name")
"""Fields that name a row; of two in one header ('事業名・指標') the first here names the column."""

_NAMED_ITSELF = (*_NAMING, "departments", "measure", "goal", "basic_project")
_OF = ("の", "に", "における")
"""Words between two names that make one of them (本事業における指標), where a list of both has none."""

ITSELF = ("内容", "名称", "名", "項目")
"""What follows the word for a thing and still means the thing: 成果指標の内容, 細事業名称."""

NAMED = ("project_name", "sub_project_name", "departments", "measure", "goal", "basic_project")
"""Fields whose values often end in the very word that heads them (…事業, …課): see `_guess`."""


@dataclass(frozen=True, slots=True)
class Label:
    """What a label says; empty strings and None where it is silent.

    `known`: every word of it is in the vocabulary (or it is a year, a date or a unit alone).
    `guessed`: only its last word is known; good enough for a header over figures, not more.
    `component` is the part of an amount as printed, without its marks and notes; `part` is a
    component named in brackets beside the whole ('経費（一財）'), whose figure is bracketed too, `second` a
    comparison named there ('決算額（構成比）').
    """

    text: str
    field: str = ""
    role: str = ""
    kind: str = ""
    group: str = ""
    comparison: str = ""
    whole: bool = False
    component: str = ""
    part: str = ""
    second: str = ""
    unit: str = ""
    year: int | None = None
    as_of: str | None = None
    relative: str = ""
    total: bool = False
    known: bool = False
    guessed: bool = False

    @property
    def says_figures(self) -> bool:
        """The label gives meaning to figures."""
        return bool(
            self.role or self.kind or self.comparison or self.whole or self.component or self.group
        ) or (self.year is not None or bool(self.relative) or self.as_of is not None)


def parse_label(text: str, vocabulary: Vocabulary, edition_year: int | None = None) -> Label:
    """What the label `text` says. `edition_year` resolves years without an era ('20年度')."""
    return _parse(text, _Key(vocabulary), edition_year)


class _Key:
    """Makes a vocabulary hashable by identity, for the cache."""

    __slots__ = ("vocabulary",)

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary

    def __hash__(self) -> int:
        return id(self.vocabulary)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and other.vocabulary is self.vocabulary


@lru_cache(maxsize=8192)
def _parse(text: str, key: _Key, edition_year: int | None) -> Label:
    vocabulary = key.vocabulary
    folded = NOTE.sub("", fold(CIRCLED.sub("", text))) or fold(text)
    folded = folded.replace("(案)", "案")
    folded = STAGES.sub("", folded) or folded
    shown = " ".join(text.split())
    if not folded or len(folded) > 60:
        return Label(shown)
    if folded.upper() in vocabulary.total_words:
        return Label(shown, total=True, known=True)
    corner = _corner(text, vocabulary)
    if corner:
        return Label(shown, field=corner, known=True)
    exact = vocabulary.words.get(folded.upper())
    if exact is not None and not exact.filler:
        return _meaning(Label(shown, known=True), (exact,), text)
    if lists_years(folded) and not years_compared(folded, edition_year):
        return Label(shown, field="ignored", known=True)
    if compared := years_compared(folded, edition_year):
        if compared == "ignored":
            return Label(shown, field="ignored", known=True)
        return Label(shown, comparison=compared, known=True)
    if folded.lstrip("(").startswith("上段"):
        stages = [_parse(words, key, edition_year) for words in stages_told(folded)]
        if stages and all(lb.known and lb.says_figures for lb in stages):
            return replace(stages[0], text=shown)
    inside = vocabulary.words.get(folded[1:-1].upper()) if BRACKETS.fullmatch(folded) else None
    if inside is not None and inside.field:
        return _meaning(Label(shown, known=True), (inside,), text)  # （単位） at the head of a column
    notes = [m.group()[1:-1] for m in BRACKETS.finditer(folded)]
    main = BRACKETS.sub("", BRACKETS.sub("", folded))
    main = NUMBERING.sub("", main)
    label = Label(shown)
    period = parse_period(main, edition_year)
    if period.fiscal_year is not None or period.as_of or period.relative:
        label = replace(label, year=period.fiscal_year, as_of=period.as_of, relative=period.relative or "")
        main = fold(period.rest)
    label = _read_notes(label, notes, vocabulary, edition_year)
    main = main.strip("・、,:=-/+×÷")
    if main in vocabulary.reviews and label.year is not None:
        return replace(label, role="actual", known=True)
    if label.year is not None and OF_A_YEAR.fullmatch(main):
        return replace(label, year=None, field="ignored", known=True)
    if _sums_years(main, label, edition_year):
        return replace(label, year=None, relative="", field="ignored", known=True)
    if SUM_OF_YEARS.fullmatch(main):
        return replace(label, field="ignored", known=True)
    if label.unit and len(main) > 2:
        main = regex.sub(r"[、,・]?単位$", "", main)
    if label.unit and LETTERED.search(main):
        return replace(label, known=True)
    if divides_money(main, vocabulary):
        return replace(label, field="ignored", known=True)
    if regex.search(r"[\p{Han}\p{Hiragana}\p{Katakana}]", main):
        main = SYMBOLS.sub("", main) or main
    if not main:
        label = replace(
            label,
            known=bool(label.year or label.as_of or label.relative or label.unit or label.kind or label.role),
        )
        bracketed = None if label.known else BRACKETED.fullmatch(text.strip())
        said = _parse(bracketed[1], key, edition_year) if bracketed is not None else label
        return replace(said, text=shown) if said.known and said.field not in NAMES else label
    upper = main.upper()
    if upper in vocabulary.total_words:
        return replace(label, total=True, known=True)
    words = segment(upper, vocabulary)
    if words is None and (cut := TRAILING_UNIT.search(upper)) is not None:
        # 決算額円, 執行率%: the unit stands behind the words, without brackets
        words = segment(upper[: cut.start()], vocabulary)
        if words and not all(w.filler for w in words):
            label = replace(label, unit=label.unit or cut.group().lower())
        else:
            words = None
    if words is None and (cut := SUM_OF_PARTS.search(upper)) is not None:
        # 人件費計, 予算現額計: a part of the amount, or the amount, that has parts of its own
        words = segment(upper[: cut.start()], vocabulary)
        words = words if words and (words[-1].component or words[-1].kind or words[-1].whole) else None
    if words is None and NUMBERED.search(text):
        words = segment(regex.sub(r"(?:その)?[0-9]{1,2}$", "", upper), vocabulary)
    if words and not all(w.filler for w in words):
        return _meaning(replace(label, known=True), words, text)
    if words:
        return replace(label, known=label.says_figures)
    if DEPARTMENT.fullmatch(upper) and not ONE_SIGN.fullmatch(upper):
        return replace(label, field="departments", known=True)
    unit = _captioned_unit(main) if "単位" in main else main if _is_unit_alone(main) else ""
    if unit:
        return replace(label, unit=label.unit or unit, known=True)
    return _guess(label, upper, vocabulary, text)


def _sums_years(main: str, label: Label, edition_year: int | None) -> bool:
    """Whether a header stands for several years together: R9以降, or R5まで where that year is past."""
    if label.year is None and not label.relative:
        return False
    past = label.year is None or (edition_year is not None and label.year <= edition_year)
    return main in AND_LATER or (past and main in AND_BEFORE)


def _corner(text: str, vocabulary: Vocabulary) -> str:
    """The field of the rows where the corner of a table names rows and columns: 区分＼年度."""
    parts = [fold(part).upper() for part in regex.split(r"[＼\\\n]", text) if part.strip()]
    if len(parts) != 2:
        return ""
    fields = [word.field if (word := vocabulary.words.get(part)) is not None else "" for part in parts]
    return next((f for f in fields if f in NAMES), "") if "year" in fields else ""


def _captioned_unit(text: str) -> str:
    """The unit in '単位:千円', '' where the word 単位 says something else (単位あたりコスト)."""
    unit = parse_unit(text)
    return unit if is_unit(unit) else ""


def _is_unit_alone(text: str) -> bool:
    """Whether a label is a unit and nothing else; 総人口 is none although 人口 counts something."""
    if text in GRADES or not is_unit(text):
        return False
    return text in UNITS or not regex.fullmatch(r"\p{Han}{3,}", text)


def _read_notes(label: Label, notes: list[str], vocabulary: Vocabulary, edition_year: int | None) -> Label:
    """The label with what its brackets add: a unit, a date, a part of the amount, a kind."""
    for note in (n.removeprefix("=") for n in notes):
        period = parse_period(note, edition_year)
        if period.fiscal_year is not None or period.as_of:
            label = replace(
                label,
                year=label.year if label.year is not None else period.fiscal_year,
                as_of=label.as_of or period.as_of,
            )
            note = fold(period.rest)
        note = MONTH.sub("", note)
        if not note or LETTER.fullmatch(note):
            continue
        if regex.fullmatch(r"[A-Z](?:[÷×/+*-][A-Z])+", note):
            continue
        words = segment(note.upper(), vocabulary)
        if not any(word.role or word.kind for word in words or ()):
            unit = _captioned_unit(note) if "単位" in note else note if is_unit_bracket(note) else ""
            if unit:
                label = replace(label, unit=label.unit or unit)
                continue
            if FORMULA.match(note):
                continue
        if not words or all(word.filler for word in words):
            continue
        said = _meaning(Label(note), words, note)
        if note in EXPECTED:
            said = replace(said, role="planned")
        label = replace(
            label,
            kind=label.kind or said.kind,
            role=label.role or said.role,
            part=label.part or said.component,
            second=label.second or (said.comparison if said.comparison == "share" else ""),
        )
    return label


def _meaning(label: Label, words: tuple[Word, ...], text: str) -> Label:
    """The label with the facets of its words; a text field at the end silences the rest."""
    noted = label
    telling = [w for w in words if not w.filler]
    if len(telling) > 1 and telling[-1].text == "額" and telling[-2].component:
        telling.pop()  # 一般財源額 is that part, no whole
    word_texts = {w.text for w in telling if w.component}
    head = telling[-1]
    names = [w.field for w in telling if w.field in _NAMING]
    if head.text == "区分" and telling[0].field in NAMED:
        return replace(label, field="ignored")  # 事業区分 is the class of a project, not its name
    several = len(names) > 1 and len(names) == len(telling) and not any(w.text in _OF for w in words)
    if several and regex.search(r"[・／/、\n]", CIRCLED.sub("", text).strip()):
        return replace(label, field=min(names, key=_NAMING.index))
    offices = [w for w in telling if w.field == "departments"]
    if len(names) == 1 == len(offices) and len(telling) == 2 and LISTED.search(text):
        return replace(label, field=names[0])
    if names and head.field == "unit" and WITH_UNIT.search(text):
        return replace(label, field=names[0])
    if len(telling) == 2 and telling[0].field in _NAMED_ITSELF and head.text in ITSELF:
        return replace(label, field=telling[0].field, role="", kind="", part="")
    if len(telling) > 1 and head.text in RATIOS and not telling[-2].comparison:
        return replace(label, field="ignored", role="", kind="", part="")
    if head.field:
        if head.field in NAMED and any(w.role for w in telling[:-1]):
            return replace(label, known=False)
        return replace(label, field=head.field, role="", kind="", part="")
    for word in telling:
        label = replace(
            label,
            role=word.role or label.role,
            kind=word.kind or label.kind,
            group=word.group or label.group,
            comparison=word.comparison or label.comparison,
            whole=label.whole or word.whole,
        )
        if word.component:
            label = replace(label, component=component_names(text, word_texts))
        if word.field and word is not head:
            label = replace(label, field="")
    if label.whole and PER_ONE.search(fold(text)):
        return Label(label.text, field="ignored", unit=label.unit, known=label.known)
    if label.kind == "budget":
        # 予算額（当初）, 予算額（案）, 予算額（最終）: the bracket says which
        brackets = [m.group()[1:-1] for m in BRACKETS.finditer(fold(text))]
        if noted.kind in ("initial_budget", "current_budget", "supplementary"):
            label = replace(label, kind=noted.kind)
        elif any(b in DRAFT for b in brackets):
            label = replace(label, kind="initial_budget")
        elif any(b in LAST for b in brackets):
            label = replace(label, kind="current_budget")
    if label.role == "actual" and noted.role == "planned":
        # 実績（見込）: not yet an actual
        label = replace(label, role="planned")
    return label


_LONGEST_REST = 6
"""How much of a label beside its year may be unknown for it still to head a column of that year."""


def _guess(label: Label, upper: str, vocabulary: Vocabulary, text: str) -> Label:
    """The label by its last word alone, for headers that the vocabulary does not know whole."""
    if "÷" in upper:
        return label  # how something is computed
    if STAFF_TIME.search(upper) or STAFF_RATE.search(upper):
        return replace(label, field="ignored", known=True)
    if GROWTH.search(upper):
        return replace(label, comparison="growth", guessed=True)
    for length in range(min(len(upper) - 1, vocabulary.longest), 1, -1):
        word = vocabulary.words.get(upper[-length:])
        if word is None or word.filler:
            continue
        if word.component:
            break
        if word.field in NAMED and not word.text.endswith(("名", "名称", "部署")):
            before = upper[-length - 1]
            if length < 3 or not regex.match(r"\p{Hiragana}", before):
                continue
        guess = replace(_meaning(label, (word,), text), guessed=True)
        if PER_ONE.search(upper) and (word.whole or word.text == "単価"):
            return replace(guess, known=True)
        compares = upper.startswith("対") and (guess.role or guess.kind)  # 対基準値 is no baseline
        return replace(label, field="ignored", guessed=True) if compares else guess
    if DIFFERENCE.search(upper):
        return replace(label, field="ignored", guessed=True)
    if upper.endswith(vocabulary.item_suffixes) and not upper.endswith(("課名", "部名", "局名", "係名")):
        return replace(label, field="item_name", guessed=True)
    if upper.startswith("うち") or upper.endswith(vocabulary.component_suffixes):
        return replace(label, component=component_name(text), guessed=True)
    if label.year is not None and len(upper) <= _LONGEST_REST:
        return replace(label, guessed=True)
    return label
