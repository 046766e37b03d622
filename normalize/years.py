"""Years and dates in labels: R6年度 実績, 策定時 (令和5年12月), ３年度, 2021（R3）, 平成28年度～令和2年度.

A fiscal year (年度) runs from April to March; a label that names a month names a date, not a year.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from normalize.eras import ERAS, is_beyond, nearest_year, to_gregorian_year
from normalize.numerals import parse_numeral
from normalize.width import DASHES, WAVES, unradical

_LONG = "|".join(era.name for era in ERAS)
_SHORT = "".join(sign for era in ERAS for sign in era.short)
_COUNT = r"元|\d{1,2}|[一二三四五六七八九十]{1,3}"


def _year(tag: str) -> str:
    return (
        rf"(?:(?:FY)?(?P<west{tag}>(?:18|19|20)\d\d)(?!\d|[,.]\d{{3}})"
        rf"|(?P<era{tag}>{_LONG}|(?<![A-Za-z])[{_SHORT}]\.?(?=\d|元))(?P<count{tag}>{_COUNT})(?!\d))"
    )


_SUFFIX = r"(?P<suffix{tag}>年度|年|会計年度)?"
_DATE = re.compile(
    _year("")
    + _SUFFIX.format(tag="")
    + rf"(?:(?:(?P<open>[(\[])|[・/=]){_year('2')}{_SUFFIX.format(tag='2')}(?(open)[)\]])"
    + rf"{_SUFFIX.format(tag='3')})?"
    + r"(?:[./]?(?P<month>1[0-2]|0?[1-9])月(?:(?P<day>3[01]|[12]\d|0?[1-9])日)?"
    r"|[./](?P<dot_month>1[0-2]|0?[1-9])(?![\d月])(?:[./](?P<dot_day>3[01]|[12]\d|0?[1-9])(?!\d))?)?"
    r"(?P<tail>末日現在|末日|末現在|末時点|末|時点|現在)?"
)
_BARE = re.compile(
    r"(?<![\d.,第全約])(?P<count>元|\d{1,2})年(?:度|(?P<month>1[0-2]|0?[1-9])月)(?P<tail>末現在|末時点|末|時点|現在)?"
)
_SHORT_FY = re.compile(r"FY['’‘]?(\d\d)(?!\d)")
_BEFORE_WORD = re.compile(r"\s*(\d\d)(?=(?:当初|決算|予算|実績|目標|見込|計画|補正)\D*$)")
_NEAR = 4
"""Years from the edition within which a number right before 決算 or 目標 (25決算) counts as a year."""
_APOSTROPHE = re.compile(r"['’‘](?P<count>\d\d)(?:年度)?(?!\d)")
_RELATIVE = re.compile(
    r"(?<!対)(?P<word>前々年度|翌々年度|本年度|今年度|当年度|当該年度|現年度|前年度|前年(?=(?:同期の?)?(?:当初|予算|決算|実績))|昨年度|翌年度|次年度|来年度)(?!比|対比|増減|差|同(?!期の?(?:予算|決算|実績|現計|補正後))|より|から|繰越|へ?の?繰越|までの)"
)
_RANGE = re.compile(
    rf"^(?P<first>.+?)(?:[{re.escape(WAVES)}→⇒➡]|から|[{re.escape(DASHES)}](?=[\d{_SHORT}{_LONG[0]}平令昭]))(?P<last>.+)$"
)
LONGEST_RANGE = 120
"""Characters of a label that may be a range of years; prose is none, and holds any number of waves."""
_EMPTY_BRACKETS = re.compile(r"[(\[【〔](?:[・、,:]*)[)\]】〕]")


@dataclass(frozen=True, slots=True)
class Period:
    """What a label says about time.

    `fiscal_year`: the 年度 it names (of a range the last), None where it names none. `as_of`:
    'YYYY-MM' or 'YYYY-MM-DD' where it names a month. `era_given`: an era or a full Gregorian year is
    printed. `relative`: 本年度, 前年度 … as printed. `rest`: the label without all this and without
    spaces, half width. `first_year`/`last_year`: the ends of a range. `beyond_era`: the year lies
    after its era's end (平成36年度). `mismatch`: wareki and seireki beside each other disagree.
    `calendar`: the year is a 年, not a 年度.
    """

    fiscal_year: int | None
    as_of: str | None
    era_given: bool
    relative: str | None
    rest: str
    first_year: int | None = None
    last_year: int | None = None
    beyond_era: bool = False
    mismatch: bool = False
    calendar: bool = False


@dataclass(frozen=True, slots=True)
class _Found:
    fiscal_year: int | None
    as_of: str | None
    beyond: bool
    mismatch: bool
    calendar: bool


def compact(text: str) -> str:
    """`text` in half width without white space, dashes kept: what the rules for dates read."""
    return "".join(unicodedata.normalize("NFKC", unradical(text)).split())


def parse_period(text: str, edition_year: int | None = None) -> Period:
    """What the label `text` says about time; see Period. Never raises.

    `edition_year` gives the era to a year printed without one ('３年度', '20年度決算'): the era whose
    year lies closest to the edition. Sources: headers of KPI tables, 決算・予算 tables, 評価シート.
    """
    line = _SHORT_FY.sub(r"20\1年度", compact(text))
    ranged = _RANGE.match(line) if len(line) <= LONGEST_RANGE else None
    if ranged:
        period = _parse_range(ranged, edition_year)
        if period:
            return period
    founds: list[_Found] = []

    def take(match: re.Match[str]) -> str:
        found = _read(match)
        if found is None:
            return match[0]
        founds.append(found)
        return ""

    rest = _DATE.sub(take, line)
    era_given = bool(founds)
    if not era_given:
        rest = _APOSTROPHE.sub(lambda m: _take_bare(m, 2000, founds), rest, count=1)
    if not founds and edition_year is not None:
        rest = _BARE.sub(lambda m: _take_bare(m, edition_year, founds), rest)
    if not founds and edition_year is not None:
        rest = _year_before_word(text, rest, edition_year, founds)
    relative = _RELATIVE.search(rest)
    if relative:
        rest = rest[: relative.start()] + rest[relative.end() :]
    while _EMPTY_BRACKETS.search(rest):
        rest = _EMPTY_BRACKETS.sub("", rest)
    years = [f.fiscal_year for f in founds if f.fiscal_year is not None]
    dates = [f.as_of for f in founds if f.as_of is not None]
    return Period(
        years[0] if years else None,
        dates[0] if dates else None,
        era_given,
        relative["word"].replace("前年度", "前年").replace("前年", "前年度") if relative else None,
        rest,
        beyond_era=any(f.beyond for f in founds),
        mismatch=any(f.mismatch for f in founds),
        calendar=bool(founds) and all(f.calendar for f in founds),
    )


def _count(printed: str) -> int:
    if printed == "元":
        return 1
    value = parse_numeral(printed)
    return int(value) if value is not None else 0


def _gregorian(match: re.Match[str], tag: str) -> tuple[int, bool] | None:
    """Gregorian year and whether it lies beyond its era, of the year group `tag`."""
    if match[f"west{tag}"]:
        return int(match[f"west{tag}"]), False
    if not match[f"era{tag}"]:
        return None
    sign, count = match[f"era{tag}"].rstrip("."), _count(match[f"count{tag}"])
    if count < 1:
        return None
    return to_gregorian_year(sign, count), is_beyond(sign, count)


def _read(match: re.Match[str]) -> _Found | None:
    read = _gregorian(match, "")
    if read is None:
        return None
    year, beyond = read
    other = _gregorian(match, "2")
    suffixes = [match["suffix"], match["suffix2"], match["suffix3"]]
    month = match["month"] or match["dot_month"]
    if month:
        day = match["day"] or match["dot_day"]
        as_of = f"{year}-{int(month):02d}" + (f"-{int(day):02d}" if day else "")
        fiscal = None
        if any(s and s.endswith("年度") for s in suffixes):
            # 令和6年度4月: the month belongs to the fiscal year
            fiscal, as_of = year, f"{year if int(month) >= 4 else year + 1}" + as_of[4:]
        return _Found(fiscal, as_of, beyond, bool(other and other[0] != year), False)
    if (
        match["west"]
        and not any(suffixes)
        and not other
        and not match[0].startswith("FY")
        and match["tail"] is None
    ):
        # a bare 2024 is a year only where nothing else stands beside it or it heads a label
        alone = match.start() == 0 or match.string[match.start() - 1] in "(["
        if not alone or re.match(r"[\d,.%人件円]", match.string[match.end() :]):
            return None
    calendar = "年" in suffixes and not any(s and s.endswith("年度") for s in suffixes)
    # 平成31(令和元)年度: the second names the same year; 31 and 元 both give 2019
    return _Found(year, None, beyond, bool(other and other[0] != year), calendar)


def _take_bare(match: re.Match[str], edition_year: int, founds: list[_Found]) -> str:
    count = _count(match["count"])
    if count < 1:
        return match[0]
    if match.re is _APOSTROPHE:
        founds.append(_Found(2000 + count, None, False, False, False))
        return ""
    era, year = nearest_year(count, edition_year)
    month = match["month"]
    if month:
        founds.append(_Found(None, f"{year}-{int(month):02d}", is_beyond(era, count), False, True))
    else:
        founds.append(_Found(year, None, is_beyond(era, count), False, False))
    return ""


def _whole_year(first: str | None, last: str | None) -> int | None:
    """The year that runs from April to March, or from January to December, between two dates."""
    if first is None or last is None or first[8:] not in ("", "01") or last[8:] not in ("", "31"):
        return None
    start, end = int(first[:4]), int(last[:4])
    months = (first[5:7], last[5:7], end - start)
    return start if months in (("04", "03", 1), ("01", "12", 0)) else None


def _year_before_word(text: str, rest: str, edition_year: int, founds: list[_Found]) -> str:
    """`rest` without the two digits of 25決算, whose year goes to `founds`; 12 決算 is numbered."""
    match = _BEFORE_WORD.match(unicodedata.normalize("NFKC", text))
    if match is None or not rest.startswith(match[1]):
        return rest
    era, year = nearest_year(int(match[1]), edition_year)
    if abs(year - edition_year) > _NEAR:
        return rest
    founds.append(_Found(year, None, is_beyond(era, int(match[1])), False, False))
    return rest[len(match[1]) :]


def _parse_range(match: re.Match[str], edition_year: int | None) -> Period | None:
    first = parse_period(match["first"], edition_year)
    last = parse_period(match["last"], edition_year)
    start, end = first.fiscal_year, last.fiscal_year
    if end is not None and start is None:
        bare = re.search(r"(\d{1,2}|元)年?度?$", match["first"])
        era = re.match(rf"({_LONG}|[{_SHORT}])", compact(match["first"]))
        if bare and not era:
            start = nearest_year(_count(bare[1]), end)[1]
            first = Period(start, None, False, None, match["first"][: bare.start()])
    if start is not None and end is None:
        # the end of R5(1月~12月) is a month, that of 10年~15% no year
        bare_end = re.match(r"(\d{1,2}|元)年?度?(?![\d月日.,%])", match["last"])
        if bare_end:
            count = _count(bare_end[1])
            # 令和4~8年度: the second year is of the same era; 2021~25: of the same century
            seireki = re.search(r"(?:18|19|20)\d\d年?度?$", match["first"])
            end = start // 100 * 100 + count if seireki else nearest_year(count, start)[1]
            last = Period(end, None, False, None, match["last"][bare_end.end() :])
    if start is None and end is None and (whole := _whole_year(first.as_of, last.as_of)):
        rest = _EMPTY_BRACKETS.sub("", first.rest + last.rest)
        return Period(
            whole, None, first.era_given, None, rest, whole, whole, calendar=str(first.as_of)[5:7] == "01"
        )
    if start is None or end is None or end < start:
        return None
    rest = _EMPTY_BRACKETS.sub("", first.rest + last.rest)
    return Period(
        end,
        last.as_of,
        first.era_given or last.era_given,
        None,
        rest,
        start,
        end,
        first.beyond_era or last.beyond_era,
        first.mismatch or last.mismatch,
    )
