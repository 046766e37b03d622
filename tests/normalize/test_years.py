"""Years and dates in labels."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.eras import to_wareki
from normalize.years import Period, parse_period

# print, edition, fiscal year, as of, rest, where
LABELS = [
    ("令和6年度", None, 2024, None, "", "headers"),
    ("令和６年度", None, 2024, None, "", "full width"),
    ("令和 6 年度", None, 2024, None, "", "justified"),
    ("令和元年度", None, 2019, None, "", "元年"),
    ("令和元年度決算額", None, 2019, None, "決算額", "budget tables"),
    ("令和七年度", None, 2025, None, "", "kanji numerals"),
    ("令和二十年度", None, 2038, None, "", "kanji numerals"),
    ("平成30年度", None, 2018, None, "", "headers"),
    ("昭和63年度", None, 1988, None, "", "headers"),
    ("大正15年度", None, 1926, None, "", "headers"),
    ("明治33年度", None, 1900, None, "", "headers"),
    ("R6年度\n実 績", None, 2024, None, "実績", "事務事業評価シート"),
    ("Ｒ５年度実績", None, 2023, None, "実績", "事務事業評価シート"),
    ("Ｒ９年度見込", 2025, 2027, None, "見込", "事務事業評価シート"),
    ("R6", None, 2024, None, "", "short"),
    ("R6実績", None, 2024, None, "実績", "short"),
    ("R.6", None, 2024, None, "", "with a dot"),
    ("H30", None, 2018, None, "", "short"),
    ("H30年度", None, 2018, None, "", "short"),
    ("S60", None, 1985, None, "", "short"),
    ("令6", None, 2024, None, "", "short era"),
    ("平30年度", None, 2018, None, "", "short era"),
    ("R元", None, 2019, None, "", "short 元"),
    ("R元年度決算", None, 2019, None, "決算", "short 元"),
    ("R4当初予算", None, 2022, None, "当初予算", "budget tables"),
    ("目標\n(令和9年度)", None, 2027, None, "目標", "総合戦略"),
    ("目標値（R9）", None, 2027, None, "目標値", "総合計画"),
    ("現状値 (令和3年度)", None, 2021, None, "現状値", "基本計画"),
    ("策定時\n(令和5年12月)", None, None, "2023-12", "策定時", "総合戦略"),
    ("令和6年度 (令和6年10月)", None, 2024, "2024-10", "", "総合戦略"),
    ("令和6年度\n(令和6年10月末現在)", None, 2024, "2024-10", "", "総合戦略"),
    ("令和5年（2023年）12月", None, None, "2023-12", "", "titles"),
    ("令和6年（2024年）10月末時点　実績値", None, None, "2024-10", "実績値", "titles"),
    ("令和6年10月末", None, None, "2024-10", "", "notes"),
    ("令和6年10月1日現在", None, None, "2024-10-01", "", "population"),
    ("2024年4月1日", None, None, "2024-04-01", "", "notes"),
    ("2024/4/1", None, None, "2024-04-01", "", "notes"),
    ("2024.4.1現在", None, None, "2024-04-01", "", "notes"),
    ("R5.4.1現在", None, None, "2023-04-01", "", "notes"),
    ("R4.8策定", None, None, "2022-08", "策定", "plans"),
    ("H31.4", None, None, "2019-04", "", "plans"),
    ("Ｈ３１．４", None, None, "2019-04", "", "full width"),
    ("R5/3", None, None, "2023-03", "", "slash"),
    ("令和6年度末", None, 2024, None, "", "目標"),
    ("令和6年度末時点", None, 2024, None, "", "目標"),
    ("令和6年度4月", None, 2024, "2024-04", "", "a month of the fiscal year"),
    ("令和6年度2月", None, 2024, "2025-02", "", "a month of the fiscal year"),
    ("平成31(令和元)年度", None, 2019, None, "", "the year of two eras"),
    ("平成31年度(令和元年度)", None, 2019, None, "", "the year of two eras"),
    ("平成31・令和元年度", None, 2019, None, "", "the year of two eras"),
    ("平成31/令和元年度", None, 2019, None, "", "the year of two eras"),
    ("令和4（2022）年度", None, 2022, None, "", "基本計画"),
    ("令和4年度(2022年度)", None, 2022, None, "", "wareki and seireki"),
    ("2021（R3）", None, 2021, None, "", "headers"),
    ("2021(令和3)年度", None, 2021, None, "", "headers"),
    ("2024年度", None, 2024, None, "", "headers"),
    ("２０２４年度", None, 2024, None, "", "full width"),
    ("FY2023", None, 2023, None, "", "slides"),
    ("2030年", None, 2030, None, "", "plans"),
    ("令和6年", None, 2024, None, "", "calendar year"),
    ("2024", None, 2024, None, "", "a bare year heads a column"),
    ("実績(2024)", None, 2024, None, "実績", "in brackets"),
    ("平成36年度", None, 2024, None, "", "beyond its era"),
    ("令和６年度事業名", None, 2024, None, "事業名", "form labels"),
    (
        "平成31年度施策評価表(平成30年度振り返り)",
        None,
        2019,
        None,
        "施策評価表(振り返り)",
        "the first year counts",
    ),
    (
        "令和6年度施策報告書(令和5年度振り返り)",
        None,
        2024,
        None,
        "施策報告書(振り返り)",
        "the first year counts",
    ),
    ("３年度", 2025, 2021, None, "", "事業評価書"),
    ("９年度", 2025, 2027, None, "", "事業評価書"),
    ("20年度決算", 2013, 2008, None, "決算", "事務事業評価シート"),
    ("25年度見込み", 2013, 2013, None, "見込み", "事務事業評価シート"),
    ("R6.3月末", None, None, "2024-03", "", "a point and 月"),
    ("FY23", None, 2023, None, "", "two digits behind FY"),
    ("FY'23実績", None, 2023, None, "実績", "two digits behind FY"),
    ("25決算", 2014, 2013, None, "決算", "right before the word, near the edition"),
    ("25決算", 2024, None, None, "25決算", "far from the edition"),
    ("12 決算", 2000, None, None, "12決算", "numbered"),
    ("R5(1月～12月)", None, 2023, None, "(1月~12月)", "months are no years"),
    ("元年度決算", 2020, 2019, None, "決算", "事務事業評価シート"),
    ("5年12月", 2024, None, "2023-12", "", "era by the edition"),
    ("5年度末", 2024, 2023, None, "", "era by the edition"),
    ("5年", 2024, None, None, "5年", "a duration"),
    ("'24年度", None, 2024, None, "", "apostrophe"),
    ("’23", None, 2023, None, "", "apostrophe"),
    ("３年度", None, None, None, "3年度", "no edition, no era"),
    ("20年度決算", None, None, None, "20年度決算", "no edition, no era"),
    ("10月", None, None, None, "10月", "no year"),
    ("目標値", 2024, None, None, "目標値", "no year"),
    ("第3次計画", 2024, None, None, "第3次計画", "no year"),
    ("過去5年間平均", 2024, None, None, "過去5年間平均", "no year"),
    ("20,292", 2024, None, None, "20,292", "a figure"),
    ("2,024", 2024, None, None, "2,024", "a figure"),
    ("2024人", 2024, None, None, "2024人", "a figure"),
    ("利用者2024", 2024, None, None, "利用者2024", "a figure"),
    ("20240", 2024, None, None, "20240", "a figure"),
    ("SDGs3", None, None, None, "SDGs3", "no era"),
    ("PDCAR6", None, None, None, "PDCAR6", "no era"),
    ("令和0年度", None, None, None, "令和0年度", "no year 0"),
    ("0年度", 2024, None, None, "0年度", "no year 0"),
    ("第1年度", 2024, None, None, "第1年度", "an ordinal"),
    ("", None, None, None, "", "blank"),
]


@pytest.mark.parametrize(("text", "edition", "fiscal_year", "as_of", "rest", "where"), LABELS)
def test_label(
    text: str, edition: int | None, fiscal_year: int | None, as_of: str | None, rest: str, where: str
) -> None:
    period = parse_period(text, edition)
    assert (period.fiscal_year, period.as_of, period.rest) == (fiscal_year, as_of, rest)


# print, edition, first, last, rest
RANGES = [
    ("平成28年度～令和2年度", None, 2016, 2020, ""),
    ("H28→R2", None, 2016, 2020, ""),
    ("R2⇒R6年度", None, 2020, 2024, ""),
    ("R5.4～R6.3", None, 2023, 2023, ""),
    ("令和5年4月1日～令和6年3月31日", None, 2023, 2023, ""),
    ("R5.1～R5.12", None, 2023, 2023, ""),
    ("平成28年度〜令和2年度", None, 2016, 2020, ""),
    ("平成28年度から令和2年度", None, 2016, 2020, ""),
    ("令和 5 年度～ 令和 9 年度", None, 2023, 2027, ""),
    ("令和4～8年度", None, 2022, 2026, ""),
    ("令和4年度～8年度", None, 2022, 2026, ""),
    ("令和4－8年度", None, 2022, 2026, ""),
    ("平成30～令和4年度", None, 2018, 2022, ""),
    ("R4～R8", None, 2022, 2026, ""),
    ("R4-R8", None, 2022, 2026, ""),
    ("2021～2025年度", None, 2021, 2025, ""),
    ("2021～25年度", None, 2021, 2025, ""),
    ("28年度～30年度", 2018, 2016, 2018, ""),
    ("3～7年度", 2024, 2021, 2025, ""),
    ("28～令和2年度", None, 2016, 2020, ""),
    ("計画期間(令和4年度～令和8年度)", None, 2022, 2026, "計画期間"),
    ("令和4年度～令和8年度実績", None, 2022, 2026, "実績"),
]


@pytest.mark.parametrize(("text", "edition", "first", "last", "rest"), RANGES)
def test_range(text: str, edition: int | None, first: int, last: int, rest: str) -> None:
    period = parse_period(text, edition)
    assert (period.first_year, period.last_year, period.fiscal_year, period.rest) == (first, last, last, rest)


@pytest.mark.parametrize(
    "text",
    [
        "10～20",
        "令和8年度～令和4年度",
        "～",
        "計画～令和8年度",
        "令和4年度～未定",
        "3～7",
        "転入者～転出者",
        "令和4年度～",
        "～令和8年度",
    ],
)
def test_no_range(text: str) -> None:
    period = parse_period(text)
    assert (period.first_year, period.last_year) == (None, None)


RELATIVE = [
    ("本年度", "本年度", ""),
    ("今年度", "今年度", ""),
    ("当年度", "当年度", ""),
    ("前年度", "前年度", ""),
    ("前年度決算額", "前年度", "決算額"),
    ("前年当初", "前年度", "当初"),
    ("前年同月", None, "前年同月"),
    ("翌年度", "翌年度", ""),
    ("前々年度", "前々年度", ""),
    ("翌々年度予算", "翌々年度", "予算"),
    ("来年度", "来年度", ""),
    ("昨年度\n実績", "昨年度", "実績"),
    ("当該年度", "当該年度", ""),
    ("次年度", "次年度", ""),
    ("本 年 度", "本年度", ""),
    ("現年度", "現年度", ""),
    ("前年度比", None, "前年度比"),
    ("対前年度比", None, "対前年度比"),
    ("対前年度", None, "対前年度"),
    ("前年度増減", None, "前年度増減"),
    ("翌年度繰越額", None, "翌年度繰越額"),
    ("前年度より", None, "前年度より"),
    ("前年度へ繰越", None, "前年度へ繰越"),
    ("年度", None, "年度"),
    ("(本年度)予算", "本年度", "予算"),
]


@pytest.mark.parametrize(("text", "relative", "rest"), RELATIVE)
def test_relative(text: str, relative: str | None, rest: str) -> None:
    period = parse_period(text, 2024)
    assert (period.relative, period.rest, period.fiscal_year) == (relative, rest, None)


RECORDS = [
    ("'24年度", None, Period(2024, None, False, None, "")),
    ("5年度", 2024, Period(2023, None, False, None, "")),
    ("36年度", 2016, Period(2024, None, False, None, "", beyond_era=True)),
    ("5年12月", 2024, Period(None, "2023-12", False, None, "", calendar=True)),
    ("36年12月", 2016, Period(None, "2024-12", False, None, "", beyond_era=True, calendar=True)),
    ("令和6年10月", None, Period(None, "2024-10", True, None, "")),
    ("R.6", None, Period(2024, None, True, None, "")),
    ("3～7年度", 2024, Period(2025, None, False, None, "", 2021, 2025)),
    ("3年度末～7年度", 2024, Period(2025, None, False, None, "", 2021, 2025)),
    ("4年度～8", 2024, Period(2026, None, False, None, "", 2022, 2026)),
    ("令和4～8年度", None, Period(2026, None, True, None, "", 2022, 2026)),
    ("2000～05年度", None, Period(2005, None, True, None, "", 2000, 2005)),
    ("令和6年度～令和6年度", None, Period(2024, None, True, None, "", 2024, 2024)),
    ("令和4年度～令和6年度3月", None, Period(2024, "2025-03", True, None, "", 2022, 2024)),
    ("R6.4～7年度", 2024, Period(None, "2024-04", True, None, "~7年度")),
    ("令和5年(2023年)12月", None, Period(None, "2023-12", True, None, "")),
    ("2019年(令和元年度)", None, Period(2019, None, True, None, "")),
    ("実績FY2023", None, Period(2023, None, True, None, "実績")),
    ("実績令和6年度", None, Period(2024, None, True, None, "実績")),
    ("'24年度'25年度", None, Period(2024, None, False, None, "'25年度")),
    ("令和十十年度", None, Period(None, None, False, None, "令和十十年度")),
]


@pytest.mark.parametrize(("text", "edition", "period"), RECORDS)
def test_the_whole_record(text: str, edition: int | None, period: Period) -> None:
    assert parse_period(text, edition) == period


# print, edition, era given, beyond, mismatch, calendar
FLAGS = [
    ("令和6年度", None, True, False, False, False),
    ("2024年度", None, True, False, False, False),
    ("6年度", 2024, False, False, False, False),
    ("36年度", 2016, False, True, False, False),
    ("平成36年度", None, True, True, False, False),
    ("平成36年12月", None, True, True, False, False),
    ("H33", None, True, True, False, False),
    ("令和5年（2023年）", None, True, False, False, True),
    ("令和5年（2022年）", None, True, False, True, True),
    ("令和5年（2022年）12月", None, True, False, True, False),
    ("令和4（2021）年度", None, True, False, True, False),
    ("2030年", None, True, False, False, True),
    ("令和6年10月", None, True, False, False, False),
    ("目標", None, False, False, False, False),
    ("平成28年度～平成36年度", None, True, True, False, False),
    ("平成33年度～平成36年度", None, True, True, False, False),
    ("令和4(2021)年度～令和8年度", None, True, False, True, False),
    ("令和4年度～令和8(2025)年度", None, True, False, True, False),
    ("3～7年度", 2024, False, False, False, False),
    ("5年12月", 2024, False, False, False, True),
]


@pytest.mark.parametrize(("text", "edition", "era", "beyond", "mismatch", "calendar"), FLAGS)
def test_flags(
    text: str, edition: int | None, era: bool, beyond: bool, mismatch: bool, calendar: bool
) -> None:
    period = parse_period(text, edition)
    assert (period.era_given, period.beyond_era, period.mismatch, period.calendar) == (
        era,
        beyond,
        mismatch,
        calendar,
    )


@given(st.dates(min_value=date(1868, 10, 23), max_value=date(2060, 12, 31)))
def test_every_printed_day_reads_back(day: date) -> None:
    era, year = to_wareki(day)
    printed = f"{era}{'元' if year == 1 else year}年{day.month}月{day.day}日"
    period = parse_period(printed)
    assert (period.as_of, period.rest, period.fiscal_year) == (day.isoformat(), "", None)
    assert parse_period(f"{day.year}年{day.month}月{day.day}日").as_of == day.isoformat()


@given(st.integers(1868, 2060))
def test_every_fiscal_year_reads_back(year: int) -> None:
    assert parse_period(f"{year}年度").fiscal_year == year


@given(st.text(), st.one_of(st.none(), st.integers(1990, 2040)))
def test_never_an_exception(text: str, edition: int | None) -> None:
    parse_period(text, edition)


@given(
    st.text(alphabet="令和平成RH0123456789元年度月～()（）.末実績"),
    st.one_of(st.none(), st.integers(1990, 2040)),
)
def test_never_an_exception_on_print(text: str, edition: int | None) -> None:
    period = parse_period(text, edition)
    assert period.first_year is None or period.last_year is None or period.first_year <= period.last_year
