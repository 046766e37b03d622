"""Cells that hold more than one number, or words for a target: labels and figures in order of print."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from normalize.printed_number import WORDS, Number, alternatives, by_word, parse_number, strip_notes
from normalize.units import is_unit
from normalize.width import fold, plain
from normalize.years import parse_period

_DIRECTION = by_word("direction")
_AFTER = by_word("after")
_NUMERAL = r"[▲△▼▽+±\-−]?\s?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\s?\.\s?\d+)?(?:[万億千](?:[\d,.]+[万千]?)*)?"
_BEFORE = alternatives([word for words in WORDS["before"].values() for word in words])
_PREFIX = re.compile(rf"(?:{alternatives(WORDS['prefix']['plain'])})\s?")
_WHOLE = WORDS["caption"]["whole"]
_FIGURES_OWN = re.compile(
    rf"(?:{_BEFORE})$"
    rf"|(?:^|(?<=\s))(?:{alternatives([word for word in WORDS['prefix']['plain'] if word not in _WHOLE])})$"
)
_BOUND = alternatives(list(_AFTER))
_FIGURE = re.compile(rf"(?:(?:{_BEFORE})\s?)?(?:{_NUMERAL}(?:\s?~\s?{_NUMERAL})?|-+(?![\d.])|…)")
_UNIT = re.compile(r"\s?(?P<unit>[^\s\d()【】\[\]、,:;~]{1,14})")
_TAIL = re.compile(rf"\s?(?:{_BOUND})(?:を維持|に維持|を確保|を目指す|とする)?|(?:を維持|維持|に維持)")
_LABEL = re.compile(
    r"(?:【(?P<fat>[^】]{1,20})】|\[(?P<square>[^\]]{1,20})\]|<(?P<angle>[^>]{1,20})>|〔(?P<shell>[^〕]{1,20})〕)\s?:?\s?"
)
_COLON = re.compile(r"(?P<label>[^\d\s:、()][^:、()\n]{0,19}|\d{1,2}[^\d:、()\s.,%][^:、()\n]{0,17}):\s?")
_WORD = re.compile(
    r"(?P<label>[^\d\s:、,/・.()▲△▼▽+±\-−~][^\d:、()▲△▼▽+±~\n]{0,19}?)\s?(?=[▲△▼▽+±\-−]?\s?\d)"
)
# A comma, slash or dot between digits parts nothing: 95,5 is a misread figure, 12/25 a fraction.
_SEPARATOR = re.compile(r"(?:[\s、;。]|(?<!\d)[,/・]|[,/・](?!\d))+")
# A letter between digits is one of them misread (1O0), no label.
_LETTER_IN_FIGURE = re.compile(r"(?<=\d)[A-Za-z](?=[\d.,])")
_TOKEN = re.compile(r"\S+(?=\s)")
_CAPTION_LINE = re.compile(r"[^\d▲△()%~]{1,16}")
_DIRECTED = re.compile(
    rf"^(?P<lead>.{{0,16}}?)(?P<word>{alternatives(list(_DIRECTION))})(?P<tail>(?:傾向|・|、|又は|または|及び|and|以上|以下|{alternatives(list(_DIRECTION))})*)"
    r"(?:する|させる|した|すること|を目指す|をめざす|を図る|に努める|していく|とする|を継続|等)?(?:こと)?。?$"
)
_COMPARED = re.compile(
    r"(?:現状|現況|現在|基準|策定|当初|前年|昨年|前回|計画|目標|全国|国|県|都|府|道|市|平均|実績|水準|年度|値|時|期|比|数|率|者|%)(?:値|度|並み|平均|水準|実績|の値)?(?:より|から|に比べて?|と比べて?|と比較して|比で?|を|の|に|で|は|が|も|対比)?(?:更に|さらに)?(?:\d.*)?$"
)
_BOUNDED = re.compile(
    r"^(?P<lead>\D{1,14}?(?:値|度|平均|水準|実績|時|現状|県|国|市))(?:を|の)?(?P<word>以上|以下|未満|超|上回る|下回る)(?:を維持|とする|こと)?$"
)
_TO_BE_SET = re.compile(
    r"(?:後|予定|今後|別途|新たに|改めて|別に|において|にて|時に|時点で|を踏まえ|により|で|に)(?:.{0,16})(?:設定|決定|定める|策定予定|設定予定)"
    r"|(?:設定|決定)(?:予定|する|します|する予定)|^目標値?(?:は)?.{0,6}(?:未設定|設定)"
)


_DEADLINE = re.compile(
    r"^(?P<until>\S{2,14}?)(?:まで|迄)(?:の間)?に?、?|^(?:計画|目標)?期間(?:内|中)?(?:に|で)|^\d{1,2}[か箇ヵヶ]?年間で"
)
_JOINED = re.compile(r"(?:[×=→⇒➡]|のうち|まで|比|[あ当]たり|[にで])$|^[×=→⇒➡]")
"""What stands between figures that are no list: 12校中10校, 100人×5年, 10→20, H25比△46%."""
_RANK = re.compile(r"第(?=\d+位)")
_SHARE = re.compile(r"\d[\d,]*\s?[^\s\d/]{0,4}/\s?\d[\d,]*\s?[^\s\d/]{0,4}")
"""What a rate is the share of, in brackets behind it: 100%(3/3)."""
_NUMBERED = re.compile(r"^\s*\(1\)(?=[^()]+\(2\)[^()]+)", re.S)
_NOTED = re.compile(
    rf"(?P<word>{alternatives(WORDS['remark']['preliminary'])})|(?:年)?(?:実績値?|調査|国勢調査|国調|平均値?|累計値?|確定値?|年平均|年間|(?:概ね|一部)?達成|未達成)"
)


@dataclass(frozen=True, slots=True)
class Item:
    """One figure of a cell: the label printed with it ('' = none), the number, and whether in brackets.

    `loose`: nothing but its place sets the label off (ステップ1, 男 83.1), no bracket or colon.
    """

    label: str
    number: Number
    bracketed: bool
    loose: bool = False


def direction_of(text: str) -> str | None:
    """The qualifier of a target in words: 現状値から増加 -> increase, 現状値以上 -> at_least, None for none.

    Of several words the first printed decides (維持・向上 is maintain). Source: 総合戦略 and 総合計画.
    """
    key = fold(text)
    bounded = _BOUNDED.match(key)
    if bounded:
        return {"上回る": "more_than", "下回る": "less_than"}.get(bounded["word"]) or _AFTER[bounded["word"]]
    found = _DIRECTED.match(key)
    if found is None:
        return None
    word, lead = found["word"], found["lead"]
    if len(word) == 1 and not re.search(r"(?:比|より|から)$", lead):
        return None
    if lead and not _COMPARED.search(lead):
        return None
    return _DIRECTION[word]


def is_to_be_set(text: str) -> bool:
    """Whether the text says that the figure will be set later ('令和7年度市民アンケート調査実施後に設定')."""
    return bool(_TO_BE_SET.search(fold(text)))


def read_items(text: str, unit: str = "") -> list[Item] | None:
    """The figures of a cell with their labels, in order of print; None when any of it is something else.

    Captions that only name a date ('(令和3年度)', 'R5末') are passed over. `unit` as in parse_number.
    """
    bare, _ = strip_notes(text)
    half = "\n".join(plain(line) for line in re.sub("[〜～]", "~", bare).splitlines())
    half = _RANK.sub("", _without_deadline(half))
    if _NUMBERED.match(half):
        half = re.sub(r"(?:^|(?<=[\s\S]))\((\d)\)", "\n", half).strip()
    items: list[Item] = []
    caption = ""
    for body, bracketed in _pieces(half):
        if _is_date(body):
            continue
        if not bracketed and not re.search(r"[\w*…―-]", body):
            return None
        if bracketed and items and _SHARE.fullmatch(body):
            continue
        if bracketed and items and (noted := _noted(body)) is not None:
            if noted and items[-1].number.qualifier is None:
                items[-1] = replace(items[-1], number=items[-1].number._replace(qualifier="preliminary"))
            continue
        if bracketed and is_unit(body) and not re.search(r"\d", body):
            return None  # 千回 in brackets behind a name is its unit, not a thousand
        found = _read_piece(body, unit, bracketed)
        if not found:
            # a line of its own may name the figure on the next: 小学校 / 98.0
            if caption or bracketed or not _CAPTION_LINE.fullmatch(body):
                return None
            caption = body.strip("【】[]<>〔〕:・ ")
            continue
        if caption and not found[0].label:
            found[0] = replace(found[0], label=caption)
        elif caption:
            return None
        caption = ""
        items.extend(found)
    if caption or _is_one_range(items):
        return None
    return items or None


def _without_deadline(text: str) -> str:
    """`text` without the time by which a target is to be met: R7までに5件, 計画期間内に3件, 5年間で500人."""
    match = _DEADLINE.match(text)
    if match is None or (match["until"] is not None and not _is_date(match["until"])):
        return text
    return text[match.end() :]


def _noted(body: str) -> bool | None:
    """What a bracket of a year and a word says of the figure before it, None where it is another figure.

    True: the figure is preliminary (H22速報); False: no more than of when it is (R4実績, R3~R7累計).
    """
    match = _NOTED.fullmatch(fold(parse_period(body).rest))
    return None if match is None else match["word"] is not None


def _is_one_range(items: list[Item]) -> bool:
    """Whether two bounds make one range: 10以上20未満."""
    if len(items) != 2 or any(item.label or item.bracketed for item in items):
        return False
    low, high = (item.number.qualifier for item in items)
    return low in ("at_least", "more_than") and high in ("at_most", "less_than")


def _pieces(text: str) -> list[tuple[str, bool]]:
    """Lines, and within them what stands in round brackets; a bracket may run over lines.

    A bracket directly before a figure or word is its label's: (男)83.1.
    """
    pieces: list[tuple[str, bool]] = []
    position = 0
    for bracket in re.finditer(r"\(([^()]*)\)", text):
        pieces += [(line, False) for line in text[position : bracket.start()].split("\n")]
        pieces += [(line, True) for line in bracket[1].split("\n")]
        position = bracket.end()
    pieces += [(line, False) for line in text[position:].split("\n")]
    return [(line.strip(), bracketed) for line, bracketed in pieces if line.strip()]


def _is_date(text: str) -> bool:
    period = parse_period(text)
    named = period.fiscal_year is not None or period.as_of is not None
    return named and not period.rest and not re.fullmatch(r"[\d,.]+", text)


def _read_piece(body: str, unit: str, bracketed: bool) -> list[Item] | None:
    whole = parse_number(body, unit)
    if whole is not None:
        return [Item("", whole, bracketed)]
    items: list[Item] = []
    position, parted = 0, True
    while position < len(body):
        gap = _SEPARATOR.match(body, position)
        if gap:
            position, parted = gap.end(), True
            continue
        dated = _TOKEN.match(body, position)
        if dated and _is_date(dated[0]):
            position = dated.end()
            continue
        if _LETTER_IN_FIGURE.match(body, position):
            return None
        read = _read_label(body, position)
        if read is None:
            return None
        label, loose, position = read
        if loose and (_JOINED.search(label) or (label == "中" and not parted)):
            return None
        parted = False
        figure = _read_figure(body, position, unit)
        if figure is None:
            directed = direction_of(body[position:]) if label else None
            if directed is None:
                return None
            return [*items, Item(label, Number(None, 0, directed, "", body[position:]), bracketed)]
        number, position = figure
        items.append(Item(label, number, bracketed, loose))
    return None if _is_fraction(body, items) else items


def _is_fraction(body: str, items: list[Item]) -> bool:
    """Whether two figures are one as a share of the other: 28校/28校, 4.2点/5点."""
    if len(items) != 2 or any(item.label for item in items) or not re.search(r"[^\s\d]/\d", body):
        return False
    units = {fold(item.number.unit) for item in items}
    return len(units) == 1 and units != {""}


def _read_label(body: str, position: int) -> tuple[str, bool, int] | None:
    """The label at `position` ('' = none), whether it is loose, its end; None for two levels of labels."""
    label, loose = "", False
    for pattern in (_LABEL, _COLON, _WORD):
        found = pattern.match(body, position)
        if found is None or (pattern is _WORD and label):
            continue
        text = next(group for group in found.groups() if group is not None).strip()
        loose = pattern is _WORD
        position = found.end()
        owned = _FIGURES_OWN.search(text)
        if loose and owned:
            # 小学校 延べ30人, 市内約30人: 延べ and 約 belong to the figure
            text = text[: owned.start()].strip()
            position = found.start("label") + owned.start()
        if label and text:
            return None
        label = text
    return ("" if _is_date(label) else label.strip("・: ")), loose, position


def _read_figure(body: str, position: int, unit: str) -> tuple[Number, int] | None:
    """The number at `position` with its unit and bound, and where it ends."""
    prefix = _PREFIX.match(body, position)
    starts = [position] if prefix is None else [position, prefix.end()]
    for figure in filter(None, (_FIGURE.match(body, start) for start in starts)):
        ends = [figure.end()]
        printed = _UNIT.match(body, figure.end())
        if printed:
            word = printed["unit"]
            for length in range(len(word), 0, -1):
                if is_unit(word[:length]) or word[:length] == fold(unit):
                    ends.insert(0, printed.start("unit") + length)
                    break
        for end in ends:
            tail = _TAIL.match(body, end)
            for stop in [tail.end(), end] if tail else [end]:
                number = parse_number(body[position:stop], unit)
                if number is not None:
                    return number, stop
    return None
