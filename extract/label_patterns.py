"""What labels look like besides their words: marks, numbering, formulas, years set against each other."""

from __future__ import annotations

import regex

from normalize.years import parse_period

BRACKETS = regex.compile(r"[(\[【〔<≪《「『{][^()\[\]【】〔〕<>≪≫《》「」『』{}]*[)\]】〕>≫》」』}]")
NUMBERING = regex.compile(r"^(?:[(（]?[0-9]{1,2}[)）.．、]|[①-⑳]|[0-9]{1,2}[ 　]|[・●○◎◇◆■□▼▽★☆※]+)")
SYMBOLS = regex.compile(
    r"(?:[A-Z]|[①-⑳]|(?<![ァ-ヶー])[ア-ン])(?:[=÷×/+\-*](?:[A-Z]|[①-⑳]|[ア-ン])|[÷×=+])*$"
)
FORMULA = regex.compile(r"^[A-Z①-⑳ア-ンa-z0-9=÷×/+\-*,.・人口千円%]{1,12}$")
BRACKETED = regex.compile(r"[（(]([^（）()]+?)(?:[:：][^（）()]*)?[）)]")
"""A label wholly in brackets, with its unit: （職員数：人工）."""
LETTER = regex.compile(r"[A-Za-fh-ln-su-z]")
"""A letter in brackets that marks a column for its formulas; g, m and t are units."""
GRADES = frozenset("ABCDES")
"""Marks of an evaluation that are also signs of units."""

NUMBERED = regex.compile(
    r"(?:(?<=[\p{Han}\p{Katakana}])|(?:KPI|KGI|ＫＰＩ)\s*|その)(?:[0-9０-９]{1,2}|\s*[①-⑳])\s*$"
)
"""A label with the number of one of several like it (指標①, 事業2, KPI 1, KPI その1)."""

CIRCLED = regex.compile(r"[①-⑳㉑-㉟❶-❿⓵-⓾]")
"""Marks that formulas refer to (事業費計（千円）①); folding would make digits of the words' own of them."""

ACCOUNT = regex.compile(r"(?:会計|款|項|目|款項|款項目|予算科目|科目)(?:名|名称|別)?")
"""Headers over the accounts of a budget, which hold projects and are no parts of one."""

LISTED = regex.compile(r"[・／/、\n]")
"""What stands between the things that a column holds: 事業名・担当課, each on a line of the cell."""

WITH_UNIT = regex.compile(r"(?:及び|および|並びに|と|[・／/、,，\n（(])\s*単位")
"""A column that holds names with their units (指標名及び単位)."""

SUM_OF_YEARS = regex.compile(
    r"[0-9]{1,2}(?:[かヵカケヶ箇](?:年|年度|年間)|年間)の?(?:(?:総|合|小)?[計額]|累計|総?(?:事業費|経費|コスト))計?"
    r"|[0-9]{1,2}(?:年|年度)の?(?:(?:総|合|小)?[計額]|累計)"
)
"""A column that sums several years (3か年計, 3か年事業費): no value of any year."""

SUM_OF_PARTS = regex.compile(r"(?:合|小)?計$")

PER_ONE = regex.compile(r"(?:当|あ)たり|当り|単位コスト|単位経費")
"""What one unit or person costs: no expense of the project (単位当たりコスト, 市民1人あたり経費)."""

RATIOS = ("率", "比率", "割合")
"""What makes a share of a part or a role of it, where nothing before it compares (受益者負担比率)."""

YEAR = r"(?:(?:令和|平成|昭和|[RHS])?(?:元|[0-9]{1,2})|(?:19|20)[0-9]{2})(?:年度|年)?"
YEARS_COMPARED = regex.compile(rf"\(?({YEAR})([/÷-])({YEAR})\)?(?:[×*]100|比|\(%\))*")
"""A year over or less an earlier one (H22/H21, R6-R5): a ratio or difference, no year of its own."""

OF_A_YEAR = regex.compile(r"対(?:比率?|比?増減率?|差|比較)?|比率?|比(?:増減|削減|減少)率?")
"""What is left of a header that compares with the year it names (H25年度比, 対R元年度比)."""

AND_LATER = ("以降", "以後")
AND_BEFORE = ("まで", "までの累計", "以前", "末まで", "までの実績")
EXPECTED = ("見込", "見込み", "見込値", "見込み値")
DRAFT = ("案",)
LAST = ("最終", "最終予算", "現計", "現額")

TRAILING_UNIT = regex.compile(r"(?:千|百万|万|億)?円$|%$")
"""A unit of money or percent printed behind the words of a header."""

STAGES = regex.compile(r"[(\[]?上段[:は].*下段.*$")
"""What the lines of the cells below are, behind the words of a header (事業費 上段:今年度 下段:前年度)."""

_STAGE = regex.compile(r"([上中下])段[:/は]?(.+?)(?=[、,・/]?[上中下]段|[()]|$)")
_ORDERS = ("上下", "上中下")

LETTERED = regex.compile(r"\p{Han}[×÷][A-Z]{1,2}$")
"""How a row is worked out from another one that has a letter (平均給与×Ｈ), beside its unit."""

MONTH = regex.compile(r"^[0-9]{1,2}月(?=補正)")
"""The month of the assembly that a budget was amended in (9月補正後)."""

NOTE = regex.compile(r"[※*]\d*$|注\d*\)?$")

LEADING_YEAR = regex.compile(
    r"^(?:(?:令和|平成|昭和|[RHSＲＨＳ])(?:元|[0-9０-９]{1,2})|(?:19|20)[0-9]{2}|[0-9０-９]{1,2})年度(?:の)?(?=.)"
)


DEPARTMENT = regex.compile(
    r"(?:現?(?:所管|担当|主管|所属)(?:部|局|課|室|係|署|区|所|名|等|担当|組織|部門|機関|班|[・/、])*"
    r"|(?:実施|回答|要求|執行|作成|記入|取組|推進|評価|事業|予算|連携|協力)(?:所管|担当|主管)"
    r"(?:部|局|課|室|係|所|名|等|部署|部門|[・/、])+"
    r"|(?:実施|回答|要求|執行|作成|記入|取組|推進|評価)(?:部局|部署|所属|部課)[名等]*"
    r"|(?:実施|回答|要求|執行|作成|記入)課[名等]*"
    r"|[部局課室]等?名?|[部局課室](?:[部局課室係班区署所]|グループ|[・/、等])+(?:名|名称)"
    r"|[部局課](?:[・/、]?[局課室係所])+等?)"
)
"""Words for departments, alone or joined (課所名, 担当室課, 関係課等); 局 or 区 alone may be a unit."""
ONE_SIGN = regex.compile(r"[部局課室係班]")
STAFF_TIME = regex.compile(
    r"(?:職員|従事|嘱託|任用).*(?:時間数?|人数|人員数?|人工数?|工数|日数|職員数)$|^正?規?職員数$"
    r"|^(?:所要)?(?:人工数?|人員数?|工数)$"
)
"""The hours and heads that the staff cost of a form is worked out from: neither money nor a result."""
STAFF_RATE = regex.compile(
    r"(?:平均|[1一]人(?:当たり|あたり|当り)の?).*(?:職員|人件|給与)|(?:職員|人件|給与).*(?:平均.*|単価)$"
)
"""What one member of staff costs, by which the hours are multiplied."""
STAFF = regex.compile(r"(?:職員|嘱託員?|臨時|アルバイト|パート)$")
"""Who is paid: the words are heads in a column of persons, and a part of the staff cost below 人件費."""
DIFFERENCE = regex.compile(r"(?:との|の)差(?:異|額)?$|差異$|かい離$")
GROWTH = regex.compile(r"(?:増減|伸び?|増加).{0,3}率$")


_ONE_YEAR = r"(?:令和|平成|昭和|[RHS])(?:元|[0-9]{1,2})(?:年度|年)?|(?:19|20)[0-9]{2}(?:年度|年)?"
_YEARS_LISTED = regex.compile(rf"\(?({_ONE_YEAR})(?:[/・、,]({_ONE_YEAR}))+\)?")


def lists_years(folded: str) -> bool:
    """Whether a header names several years (R2/R3/R4), no one year twice (H31/R1)."""
    match = _YEARS_LISTED.fullmatch(folded)
    years = [*match.captures(1), *match.captures(2)] if match is not None else []
    return len({parse_period(year).fiscal_year for year in years}) > 1


def years_compared(folded: str, edition_year: int | None) -> str:
    """What a header says that sets a year against an earlier one, '' where it does not.

    'to_previous' (H22/H21), 'change' (R6-R5), 'ignored' where more than a year lies between.
    """
    match = YEARS_COMPARED.fullmatch(folded)
    if match is None:
        return ""
    later, earlier = (parse_period(match.group(k), edition_year).fiscal_year for k in (1, 3))
    if later is None or earlier is None or later <= earlier:
        return ""
    if later - earlier > 1:
        return "ignored"
    return "change" if match.group(2) == "-" else "to_previous"


def stages_told(folded: str) -> tuple[str, ...]:
    """What the figures of one cell are from the top, where a text says so ('上段:計画 下段:実績')."""
    stages = _STAGE.findall(folded)
    return tuple(words for _, words in stages) if "".join(stage for stage, _ in stages) in _ORDERS else ()
