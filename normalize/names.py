"""Names of indicators and projects: marks, 【再掲】 and the unit in the last bracket come off."""

from __future__ import annotations

import re
from dataclasses import dataclass

from normalize.units import is_unit_bracket, parse_unit
from normalize.width import fold, join_lines, unradical

_MARKS = "◆◇◎○●■□▲△▼▽★☆◉◯▪▫▶►▷・•･※＊*➢✓✔⚫⚪"
_LEADING = re.compile(rf"^(?:[{re.escape(_MARKS)}\s]+|[①-⑳㉑-㊿❶-❿⓵-⓾]\s*|[(（]\s*\d{{1,2}}\s*[)）]\s*)")
_REPRINT = re.compile(
    r"[【\[［(（〔〈<＜]\s*(?:一部)?\s*再\s*掲?(?:\s*載)?\s*(?:[:：][^】\])）]*)?[】\]］)）〕〉>＞]|[※＊*]\s*再掲|^再掲[\s:：]|㊢|再掲$"
)
_NOTE = re.compile(
    r"[(（\[［]\s*[※＊*]\s*[0-9０-９]*\s*[)）\]］]|[※＊*]\s*[0-9０-９]*(?:[,、][0-9０-９]+)*(?=$|[^0-9０-９])|[(（]?注\s*[0-9０-９]+[)）]?|[¹²³⁴⁵⁶⁷⁸⁹](?=$|[（(])|[①-⑳]$"
)
_LAST_BRACKET = re.compile(r"\s*[(（\[［〔【]([^()（）\[\]［］〔〕【】]*)[)）\]］〕】]$")
_UNIT_AFTER_COLON = re.compile(r"\s*[:：]?\s*単位\s*[:：]\s*(\S+)$")


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it is compared and as printed.

    `name` is without marks, 【再掲】, note marks and unit; `name_text` as printed on one line; `unit` as
    printed ('' = none); `marks` what was taken off, in order; `is_reprint` whether 【再掲】 was there.
    """

    name: str
    name_text: str
    unit: str
    marks: tuple[str, ...]
    is_reprint: bool


def parse_name(text: str, *, has_unit: bool = True) -> Name:
    """The name printed in a cell, its unit and marks; see Name.

    Only a bracket that holds a unit of units.toml is one: '65歳健康寿命(要介護2)' has none,
    '排出量(再生資源を除く)(g)' has g; names of projects have none (`has_unit` False). Line breaks
    inside a word are joined. Sources: KPI tables and lists of 事務事業.
    """
    printed = join_lines(unradical(text))
    marks: list[str] = []

    def take(match: re.Match[str]) -> str:
        marks.append(match[0].strip())
        return ""

    name, reprints = _REPRINT.subn(take, printed)
    for _ in range(2):  # a mark may stand behind a note
        before = None
        while before != name:
            before = name
            name = _LEADING.sub(take, name.strip(), count=1)
        name = _NOTE.sub(take, name).strip()
    name, unit = _cut_unit(name) if has_unit else (name, "")
    if not fold(name):
        return Name(printed, printed, "", (), False)
    return Name(name, printed, unit, tuple(marks), bool(reprints))


def _cut_unit(name: str) -> tuple[str, str]:
    """Name and unit: the last bracket where it holds one, or what 単位： says at the end."""
    bracket = _LAST_BRACKET.search(name)
    if bracket and bracket.start() > 0 and is_unit_bracket(bracket[1], name[: bracket.start()]):
        return name[: bracket.start()].strip(), parse_unit(bracket[1])
    caption = _UNIT_AFTER_COLON.search(name)
    return (name[: caption.start()].strip(), caption[1]) if caption else (name, "")
