"""What stands around the tables: titles, captions, the goal and measure, the key to colours."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import regex

from extract.grid import Line, Rgb, Sheet
from extract.labels import Label, parse_label
from normalize.money import money_unit
from normalize.units import is_unit
from normalize.width import fold
from normalize.years import parse_period
from schemas.vocabulary import Vocabulary

_ERALESS = regex.compile(r"(?<![\d令和平成昭RHS.])(\d{1,2})年度")
_EXPLICIT = regex.compile(r"(?:令和|平成|昭和|[RHS])(?:元|\d{1,2})年度?|(?:19|20)\d\d年度?")
_MADE = regex.compile(
    r"[(（][^()（）]*(?:[(（][^()（）]*[)）][^()（）]*)?(?:策定|改定|改訂|作成|公表)[^()（）]*[)）]|[^、。「」（）()]*?\d月(?:策定|改定|改訂)"
)
LONGEST_HEADING = 300
"""Characters of a line that may be a heading with all that stands in its brackets."""
_DATED = regex.compile(r"(?:時点|現在)")
_FAR = 120.0
"""How far two colours may lie apart (Euclid in RGB) and still be called by the same word."""


def document_title(sheets: Sequence[Sheet]) -> str:
    """The largest text near the top of the first page, lines of the same size joined."""
    if not sheets:
        return ""
    lines = [ln for ln in sheets[0].outside if ln.box[1] < sheets[0].height * 0.6 and len(fold(ln.text)) > 3]
    lines += _lines_over_tables(sheets[0])
    if not lines:
        cells = [c for g in sheets[0].grids for c in g.cells if c.text and c.column_span >= g.columns]
        return "".join(cells[0].text.split("\n")) if cells else ""
    largest = max(ln.size for ln in lines)
    big = [ln for ln in lines if ln.size > largest * 0.97]
    big.sort(key=lambda ln: (ln.box[1], ln.box[0]))
    first = big[0]
    title = [first.text]
    for line in big[1:]:
        if line.box[1] - first.box[3] > largest * 1.2:
            break
        title.append(line.text)
        first = line
    return "".join(title).strip()


def _lines_over_tables(sheet: Sheet) -> list[Line]:
    """The lines of cells over all columns at the top of a page: spreadsheets set their titles in such."""
    over = [c for g in sheet.grids for c in g.cells if c.row == 0 and c.column_span == g.columns > 1]
    return [ln for c in over for ln in c.lines if ln.box[1] < sheet.height * 0.3 and len(fold(ln.text)) > 3]


def stated_year(sheets: Sequence[Sheet]) -> int | None:
    """The fiscal year that the title or the first page's lines state.

    Their first year, else that of the day which the first page says its figures are of
    (令和7年10月末時点).
    """
    title = document_title(sheets)
    for text in (title, *(ln.text for s in sheets[:1] for ln in s.outside)):
        year = _year_said(text)
        if year is not None:
            return year
    for line in (ln for s in sheets[:1] for ln in s.outside):
        dated = parse_period(line.text, None).as_of if _DATED.search(fold(line.text)) else None
        if dated:
            first_quarter = dated[5:7] in ("01", "02", "03")
            return int(dated[:4]) - (1 if first_quarter else 0)
    return _labelled_year(sheets[0]) if sheets else None


_YEAR_OF_REVIEW = regex.compile(
    r"(?:評価|事後評価|検証|点検)?対象年度|(?:実績|決算|事業実施|実施)年度|評価年度"
)
"""What a form calls the year its figures are of; of several, that of what is reviewed."""


def _labelled_year(sheet: Sheet) -> int | None:
    """The year beside a form's label 評価対象年度."""
    found: dict[str, int] = {}
    for grid in sheet.grids:
        by_place = {(c.row, c.column): c for c in grid.cells}
        for cell in grid.cells:
            label = fold(cell.text)
            beside = by_place.get((cell.row, cell.column + cell.column_span))
            if beside is None or not _YEAR_OF_REVIEW.fullmatch(label):
                continue
            year = parse_period(beside.text, None).fiscal_year if len(beside.text) < 20 else None
            if year is not None:
                found.setdefault("review" if label == "評価年度" else "reviewed", year)
    return found.get("reviewed", found.get("review"))


def document_year(sheets: Sequence[Sheet]) -> int | None:
    """A fiscal year near those of a document, to find the era of years printed without one.

    The stated year, else the latest one that the first pages print with an era or in full; else,
    where only years without an era occur, Reiwa while they stay small and Heisei otherwise (25年度 is
    2013: in Reiwa it would lie far ahead of any plan).
    """
    stated = stated_year(sheets)
    if stated is not None:
        return stated
    explicit: list[int] = []
    eraless: list[int] = []
    for sheet in sheets[:4]:
        for text in _texts(sheet):
            folded = fold(text)
            if len(folded) > 40:
                continue
            if _EXPLICIT.search(folded):
                year = parse_period(text, None).fiscal_year
                if year is not None:
                    explicit.append(year)
            eraless += [int(m.group(1)) for m in _ERALESS.finditer(folded)]
    if explicit:
        return max(explicit)
    if eraless:
        latest = max(eraless)
        return (2018 if latest <= 15 else 1988) + latest
    return None


_REVIEWED = regex.compile(
    r"(?:評価|検証|点検|マネジメント|調書|シ-ト).*[(【<\[]((?:令和|平成|R|H|20)[0-9元]{1,4}年度)の?(?:実施|実績|決算|事業|取組|対象|分|事後)"
)
"""A review made in one year of what was done in another: 令和６年度 評価シート（令和５年度実施事業）."""


def _year_said(text: str) -> int | None:
    """The fiscal year a heading names, by itself or by a date in it ('令和6年10月末時点').

    The day a plan was made or revised ('令和5年12月策定') says nothing about the edition.
    """
    folded = fold(text)
    if len(folded) > LONGEST_HEADING or not _EXPLICIT.search(folded):
        return None
    reviewed = _REVIEWED.search(folded)
    if reviewed is not None:
        return parse_period(reviewed[1], None).fiscal_year
    told = _MADE.sub("", folded)
    if len(told) > 60 or not _EXPLICIT.search(told):
        return None
    period = parse_period(told, None)
    if period.fiscal_year is not None and "年度" in told:
        return period.fiscal_year
    if period.as_of:
        year, month = int(period.as_of[:4]), int(period.as_of[5:7])
        return year if month >= 4 else year - 1
    return period.fiscal_year


def _texts(sheet: Sheet) -> Iterable[str]:
    for line in sheet.outside:
        yield line.text
    for grid in sheet.grids:
        for cell in grid.cells:
            if cell.text:
                yield cell.text


def caption_unit(lines: Sequence[Line]) -> str:
    """The money unit that the nearest caption states ('(単位：千円)'), '' where none does."""
    for line in reversed(lines):
        unit = money_unit(line.text) if _states_unit(line.text) else ""
        if unit:
            return unit
    return ""


_UNIT_LINE = regex.compile(
    r"(?:^|[(（\[［【])\s*単位\s*[:：]\s*([^\s、,，・()（）\]］】]{1,8})\s*[)）\]］】]?$"
)
"""A line that states a unit, or a heading that ends with one (延長保育事業（単位：人）)."""


def count_unit(lines: Sequence[Line]) -> str:
    """The unit, none of money, that a line states for all figures below it ('（単位：人）'), else ''."""
    found = [m.group(1) for ln in lines if (m := _UNIT_LINE.search(ln.text.strip()))]
    return found[-1] if found and is_unit(found[-1]) and not money_unit(f"({found[-1]})") else ""


def _states_unit(text: str) -> bool:
    folded = fold(text)
    return "単位" in folded or bool(regex.search(r"[(（\[【](?:千円|百万円|万円|億円|円)[)）\]】]", folded))


@dataclass(frozen=True, slots=True)
class Explained:
    """A colour that the document explains: rows filled with it are of this lifecycle."""

    rgb: Rgb
    lifecycle: str


def explained_colours(sheets: Sequence[Sheet], vocabulary: Vocabulary) -> tuple[Explained, ...]:
    """What the notes outside the tables say about colours ('追加項目は黄色、削除予定の項目はグレー')."""
    found: dict[str, Explained] = {}
    for sheet in sheets:
        for line in sheet.outside:
            if "色" not in line.text and "網" not in line.text and "グレー" not in line.text:
                continue
            for clause in regex.split(r"[、。,]", line.text):
                colour = next((c for c in vocabulary.colours if c in clause), None)
                kind = next((k for k, ws in vocabulary.shading.items() if any(w in clause for w in ws)), None)
                if colour and kind:
                    found.setdefault(colour, Explained(vocabulary.colours[colour], kind))
    return tuple(found.values())


def lifecycle_of(fill: Rgb | None, explained: Sequence[Explained]) -> str:
    """current, or what the document says of rows filled so."""
    if fill is None or not explained or min(fill) > 245:
        return "current"
    near = min(explained, key=lambda e: _distance(e.rgb, fill))
    return near.lifecycle if _distance(near.rgb, fill) <= _FAR else "current"


def _distance(a: Rgb, b: Rgb) -> float:
    return float(sum((x - y) ** 2 for x, y in zip(a, b, strict=True)) ** 0.5)


_LEGEND = regex.compile(r"^.*[［\[（(〔]\s*[］\])）〕]\s*(?:内|書き|は)+[はの、:：]*\s*(.+)$")


def bracket_legend(text: str, vocabulary: Vocabulary, year: int | None) -> Label | None:
    """What figures in brackets are, where a note says so ('［ ］内は令和７年度当初予算額')."""
    match = _LEGEND.match(text.strip())
    if match is None:
        return None
    label = parse_label(match.group(1), vocabulary, year)
    return label if label.says_figures else None


def department_heading(text: str) -> str:
    """The department that a heading over a group of rows names ('【総務部】'), else ''."""
    match = regex.fullmatch(
        r"[\s■□◆◇●○◎▼▶★☆・]*[【〔\[《＜<]?([^【】〔〕\[\]《》＜＞<>\n]{2,20})[】〕\]》＞>]?\s*", text
    )
    name = "".join(match.group(1).split()) if match else ""
    return name if regex.search(r"(?:部|局|課|室|センター|委員会|事務局)$", name) else ""


def heading_level(text: str, vocabulary: Vocabulary) -> str:
    """'goal', 'measure' or '' by the words a heading begins with."""
    plain = regex.sub(r"^[\s<＜【「『■●◆○◇]+", "", text)
    if any(plain.startswith(p) for p in vocabulary.measure_prefixes):
        return "measure"
    if any(plain.startswith(p) for p in vocabulary.goal_prefixes):
        return "goal"
    return ""
