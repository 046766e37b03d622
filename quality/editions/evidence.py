"""What speaks for and against two items being the same, in natural units of log odds.

Weights are set by what a coincidence would take: a name that only these two have is worth most, then
figures of several digits that both editions print, a definition, the place in the plan, the
departments. What almost every item has (市民の割合, 100, アンケート) is worth little. How well they part
the same from the different is measured on invented editions (benchmarks/comparing).
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz

from quality.editions.comparison import Figure, Reason
from quality.editions.printed import TARGET, Key, Printed
from quality.editions.scales import agree, factor_by_units
from quality.editions.telling import number, tell
from quality.editions.words import bare

EXACT_ALONE, EXACT, FOLDED = 8.0, 5.0, 4.5
SAYS_MORE = 0.85
"""Likeness of names of which one adds a bracket: 65歳健康寿命, 65歳健康寿命(要介護2以上)."""

NAME_SLOPE, NAME_EVEN, NAME_CAP = 12.0, 0.62, 4.0
DIGITS = (0.2, 0.4, 0.8, 1.4, 2.2, 2.8, 3.2)
"""Least weight of an equal figure by its significant digits (0 for a zero, then 1 to 6 and more)."""

FEW, FIGURE_CAP = 20, 6.0
"""Editions of fewer items are taken for this many when it is asked how rare a figure is."""

TELLING = 1.4
"""An equal figure of this weight makes contradictions count half."""

FIGURES_CAP, FIGURES_FLOOR = 9.0, -4.5
NEAR, FAR = -0.4, -2.0
"""A figure that differs by less than 30 %, as a restated one may; by more, or a dash or zero on one side."""

ABSENT, USUAL = -1.5, 0.7
"""A figure that one item has and the other has not, though so many items of its edition print it."""

REWRITTEN, OTHER_TEXT = -1.0, -2.0
"""Definitions that have little in common (below 80 %, below 50 %): few are written anew in a year."""

BEYOND = ("figures", "text", "heading", "departments")
"""Evidence beyond the name: a renamed item needs some of it."""

_BRACKET = re.compile(r"\([^()]*\)")

Weighed = tuple[str, float, str, Mapping[str, object]]
"""Evidence, weight, phrase, words of the phrase: told only for the pairs that are kept."""


@dataclass(frozen=True)
class Commonness:
    """How often names, parts of names, figures and texts occur: what is frequent proves little."""

    items: int
    bigrams: Counter[str]
    names: Counter[str]
    figures: Counter[tuple[Key, float]]
    texts: Counter[str]
    usual: frozenset[Key]
    departments: Mapping[str, str]
    headings: Mapping[str, str]

    @cached_property
    def rarities(self) -> Mapping[str, float]:
        """How telling each pair of characters is: high for one that few names have."""
        return {bigram: math.log(1 + self.items / count) for bigram, count in self.bigrams.items()}

    def rarity(self, value: float) -> float:
        """The weight of a figure that two items share: how many such items there are for each such figure."""
        digits = significant(value)
        rare = (digits - 0.5) * math.log(10) - math.log(max(FEW, self.items / 2))
        return min(FIGURE_CAP, max(DIGITS[digits], rare))

    def telling(self, bigrams: Iterable[str]) -> float:
        """How telling pairs of characters are together."""
        rarities = self.rarities
        return sum(rarities[bigram] for bigram in bigrams)

    @cached_property
    def whole_names(self) -> dict[str, float]:
        """How telling whole names are, by their bare form; filled as they are asked for."""
        return {}

    def telling_name(self, printed: Printed) -> float:
        """How telling the name of an item is as a whole."""
        found = self.whole_names.get(printed.bare)
        if found is None:
            found = self.whole_names[printed.bare] = self.telling(printed.bigrams)
        return found


def commonness(
    before: Sequence[Printed],
    after: Sequence[Printed],
    departments: Mapping[str, str],
    headings: Mapping[str, str],
) -> Commonness:
    """Counts over both editions; departments and headings map former names to later ones."""
    bigrams: Counter[str] = Counter()
    figures: Counter[tuple[Key, float]] = Counter()
    names: Counter[str] = Counter()
    texts: Counter[str] = Counter()
    usual: list[frozenset[Key]] = []
    for side in (before, after):
        keys = Counter(key for printed in side for key in printed.figures if key[0] != TARGET)
        usual.append(frozenset(key for key, count in keys.items() if count >= USUAL * len(side)))
        here: Counter[tuple[Key, float]] = Counter()
        called: Counter[str] = Counter()
        told: Counter[str] = Counter()
        for printed in side:
            bigrams.update(printed.bigrams)
            called[printed.spelled] += 1
            told[printed.text] += 1
            here.update((key, f.value) for key, f in printed.figures.items() if f.value is not None)
        # a name, figure or text is as common as on the side where it is more frequent
        figures |= here
        names |= called
        texts |= told
    return Commonness(
        items=len(before) + len(after),
        bigrams=bigrams,
        names=names,
        figures=figures,
        texts=texts,
        usual=usual[0] & usual[1],
        departments=departments,
        headings=headings,
    )


def weigh(before: Printed, after: Printed, common: Commonness) -> list[Weighed]:
    """Every piece of evidence about two items."""
    weighed = [_name(before, after, common)]
    weighed += _figures(before, after, common)
    weighed += _unit(before, after)
    weighed += _heading(before, after, common)
    weighed += _departments(before, after, common)
    weighed += _text(before, after, common)
    if before.item.is_reprint != after.item.is_reprint:
        weighed.append(("reprint", -3.0, "reprint_differs", {}))
    return weighed


def reasons(weighed: Sequence[Weighed]) -> tuple[Reason, ...]:
    """The evidence in words, the weightiest first."""
    ordered = sorted(weighed, key=lambda entry: -abs(entry[1]))
    return tuple(
        Reason(evidence, round(weight, 2), tell(phrase, **words))
        for evidence, weight, phrase, words in ordered
    )


def total(weighed: Sequence[Weighed]) -> float:
    """The evidence together."""
    return sum(entry[1] for entry in weighed)


def beyond_name(weighed: Sequence[Weighed]) -> float:
    """The evidence that does not come from the name, the unit or the position."""
    return sum(entry[1] for entry in weighed if entry[0] in BEYOND)


def similarity(score: float) -> float:
    """A score as a number between 0 and 1; 0.5 where nothing speaks for either."""
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, score)))), 4)


def name_similarity(before: Printed, after: Printed, common: Commonness) -> float:
    """How alike two names are, 0 to 1: by letters, and by the parts that few other names have."""
    if before.spelled == after.spelled:
        return 1.0
    if before.folded == after.folded:
        return 0.98
    if _one_says_more(before.spelled, after.spelled):
        return SAYS_MORE
    by_letters = fuzz.ratio(before.bare, after.bare) / 100
    shared = common.telling(before.bigrams & after.bigrams)
    every = common.telling_name(before) + common.telling_name(after)
    return round(0.5 * by_letters + 0.5 * (2 * shared / every if every else 0.0), 4)


def _one_says_more(one: str, other: str) -> bool:
    """Whether the names are the same but for brackets that only one of them has."""
    mine, theirs = set(_BRACKET.findall(one)), set(_BRACKET.findall(other))
    return (mine < theirs or theirs < mine) and bare(_BRACKET.sub("", one)) == bare(_BRACKET.sub("", other))


def _name(before: Printed, after: Printed, common: Commonness) -> Weighed:
    alike = name_similarity(before, after, common)
    if alike == 1.0:
        alone = common.names[before.spelled] == 1
        return "name", EXACT_ALONE if alone else EXACT, "name_exact", {}
    if before.folded == after.folded:
        return "name", FOLDED, "name_folded", {}
    weight = max(-NAME_CAP, min(NAME_CAP, NAME_SLOPE * (alike - NAME_EVEN)))
    return "name", weight, "name_like", {"percent": round(100 * alike)}


def _figures(before: Printed, after: Printed, common: Commonness) -> list[Weighed]:
    theirs = after.figures
    equal, near, far = 0.0, 0, 0
    shared, matched, best, example = 0, 0, 0.0, ""
    for key, figure in before.figures.items():
        other = theirs.get(key)
        if other is None or (figure.value is None and other.value is None):
            continue
        if figure.value is None or other.value is None:
            far += key[0] != TARGET
            continue
        shared += 1
        factor = _factor(before, after, figure, other)
        value = figure.value * factor
        if agree(value, figure.resolution * factor, other.value, other.resolution):
            often = max(common.figures[key, figure.value], common.figures[key, other.value], 1)
            weight = common.rarity(figure.value) / often * (0.5 if key[0] == TARGET else 1.0)
            equal, matched = equal + weight, matched + 1
            if weight > best:
                best, example = weight, _shown(key, other)
        elif key[0] != TARGET:
            if abs(value - other.value) <= 0.3 * max(abs(value), abs(other.value)):
                near += 1
            else:
                far += 1
    absent = sum(_only_one(before.figures.get(key), theirs.get(key)) for key in common.usual)
    against = NEAR * near + FAR * far + ABSENT * absent
    if equal >= TELLING:
        against /= 2
    weight = max(FIGURES_FLOOR, min(FIGURES_CAP, equal + against))
    if matched:
        words = {"equal": matched, "shared": shared, "example": example or "0"}
        return [("figures", weight, "figures_equal", words)]
    if shared:
        return [("figures", weight, "figures_differ", {"shared": shared})] if weight else []
    return [("figures", weight, "figures_dash", {})] if weight else []


def _only_one(one: Figure | None, other: Figure | None) -> bool:
    """Whether one item has a figure where the other has not even a dash."""
    if (one is None) == (other is None):
        return False
    figure = one or other
    return bool(figure and figure.value)


def _factor(before: Printed, after: Printed, figure: Figure, other: Figure) -> float:
    if before.item.dataset == "project" or figure.unit == other.unit:
        return 1.0
    factor = factor_by_units(figure.unit, other.unit)
    return 1.0 if factor is None else float(factor)


def _shown(key: Key, figure: Figure) -> str:
    year = f"{key[1]} " if key[1] else ""
    return f"{year}{number(figure.value or 0.0)}"


def significant(value: float) -> int:
    """Significant digits of a figure up to 6, 0 for zero: 120 -> 2, 90.7 -> 3, 51500 -> 3."""
    digits = f"{abs(value):.6f}".replace(".", "").strip("0")
    return min(len(DIGITS) - 1, len(digits))


def _unit(before: Printed, after: Printed) -> list[Weighed]:
    one, other = before.item.unit, after.item.unit
    if not one or not other:
        return []
    factor = factor_by_units(one, other)
    if factor == 1:
        return [("unit", 1.0, "unit_same", {"unit": other})]
    words = {"before": one, "after": other}
    if factor is not None:
        return [("unit", 0.4, "unit_scaled", words)]
    return [("unit", -2.0, "unit_differs", words)]


def _heading(before: Printed, after: Printed, common: Commonness) -> list[Weighed]:
    wide, narrow = (_later(part, common.headings) for part in before.heading)
    other_wide, other_narrow = after.heading
    if narrow and other_narrow:
        if narrow == other_narrow and (not wide or not other_wide or wide == other_wide):
            return [("heading", 1.5, "heading_same", {})]
        if wide and wide == other_wide:
            return [("heading", -0.3, "heading_wide", {})]
        return [("heading", -0.8, "heading_differs", {})]
    if wide and other_wide:
        if wide == other_wide:
            return [("heading", 0.8, "heading_same", {})]
        return [("heading", -0.8, "heading_differs", {})]
    return []


def _departments(before: Printed, after: Printed, common: Commonness) -> list[Weighed]:
    one = {common.departments.get(name, name) for name in before.departments}
    other = after.departments
    if not one or not other:
        return []
    if one == other:
        return [("departments", 1.0, "departments_same", {})]
    if one & other:
        return [("departments", 0.5, "departments_partly", {})]
    return [("departments", -0.7, "departments_differ", {})]


def _text(before: Printed, after: Printed, common: Commonness) -> list[Weighed]:
    one, other = before.text, after.text
    if len(one) < 8 or len(other) < 8:
        return []
    if one == other:
        return [("text", 3.0 / max(1, common.texts[one]), "text_same", {})]
    alike = fuzz.ratio(one, other) / 100
    words = {"percent": round(100 * alike)}
    if alike >= 0.8:
        often = max(common.texts[one], common.texts[other])
        return [("text", 2.0 * (alike - 0.6) / 0.4 / often, "text_like", words)]
    return [
        ("text", REWRITTEN, "text_like", words) if alike >= 0.5 else ("text", OTHER_TEXT, "text_differs", {})
    ]


def _later(part: str | None, renamed: Mapping[str, str]) -> str | None:
    return None if part is None else renamed.get(part, part)
