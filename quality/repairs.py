"""Repairs: the one reading of a misread figure that arithmetic leaves.

A contradiction says that one of its figures is wrong, not which. For each figure there is one number that
would fulfil the relation; it explains the contradiction only if every other relation of it and of its
neighbours holds as well. One explanation, and a known confusion turns its print into it: repaired. Anything
else stays as printed and is doubtful.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from quality.confusions import Confusion, moved_digits, other_readings
from quality.ledger import read_again
from quality.relations import Key, Relation, Value, Verdict, fails, fulfilling, holds, judged, with_number

FEW = 12
"""Figures of a relation up to which exchanged ones are tried in pairs."""


@dataclass(frozen=True, slots=True)
class Repair:
    """Figures read anew with the relations that prove them; several where a digit had moved."""

    values: tuple[Value, ...]
    kind: str
    proof: tuple[Relation, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """One figure that, with another number, would make everything around it hold."""

    key: Key
    number: Decimal


class Web:
    """The relations of a document by the figures that they touch."""

    def __init__(self, relations: Sequence[Relation], values: Mapping[Key, Value]) -> None:
        self.relations = tuple(relations)
        self.values = dict(values)
        self.touching: dict[Key, list[Relation]] = {}
        for relation in self.relations:
            for key in relation.keys:
                self.touching.setdefault(key, []).append(relation)

    def around(self, keys: Iterable[Key]) -> list[Relation]:
        """The relations of these figures, and those of the figures that they are compared with."""
        near = [relation for key in keys for relation in self.touching.get(key, ())]
        wide = [r for relation in near for key in relation.keys for r in self.touching[key]]
        return list(dict.fromkeys([*near, *wide]))

    def verdict(self, relation: Relation) -> Verdict:
        return judged(relation, self.values)

    def fit(self, changed: Mapping[Key, Value]) -> tuple[Relation, ...]:
        """The relations of these figures that hold with them changed; empty when any around them fails."""
        tried = {**self.values, **changed}
        around = self.around(changed)
        for relation in around:
            verdict = judged(relation, tried)
            # What failed must hold, not fall silent, as a rate does beside a negative amount.
            if fails(verdict) or (fails(self.verdict(relation)) and not holds(verdict)):
                return ()
        proved = tuple(r for r in around if set(r.keys) & set(changed) and holds(judged(r, tried)))
        return proved if all(any(key in r.keys for r in proved) for key in changed) else ()


def explanations(web: Web, broken: Relation) -> list[Explanation]:
    """The figures of a contradicted relation that, alone, can be what is wrong with it."""
    found: list[Explanation] = []
    for key in broken.keys:
        # A rate leaves a span of numbers; a failing sum of the same figure names the one in it.
        failing = [r for r in web.touching[key] if r is broken or fails(web.verdict(r))]
        wanted = dict.fromkeys(fulfilling(relation, web.values, key) for relation in failing)
        fitting = (n for n in wanted if n is not None and web.fit({key: with_number(web.values[key], n)}))
        found.extend(Explanation(key, number) for number in fitting)
    return found


def repair_of(web: Web, broken: Relation) -> Repair | None:
    """The repair of a contradiction, None where there is none or more than one."""
    found = explanations(web, broken)
    if len(found) > 1 or _is_swapped(web, broken):
        return None
    if found:
        return _single(web, found[0].key, found[0].number)
    return _moved(web, broken)


def _is_swapped(web: Web, broken: Relation) -> bool:
    """Whether two figures that changed places would explain the contradiction as well."""
    failing = [r for key in broken.keys for r in web.touching[key] if r is broken or fails(web.verdict(r))]
    keys = dict.fromkeys(key for relation in failing if len(relation.keys) <= FEW for key in relation.keys)
    for first, second in combinations(keys, 2):
        left, right = web.values[first], web.values[second]
        if web.fit({first: with_number(left, right.number), second: with_number(right, left.number)}):
            return True
    return False


def unread_repair(web: Web, key: Key) -> Repair | None:
    """The reading of a figure that could not be read (95,5; 1,O92), proved by a relation."""
    return _single(web, key, None)


def named_readings(web: Web, broken: Relation) -> list[str]:
    """Readings within the known confusions that would explain a contradiction, for its message."""
    named: list[str] = []
    for explanation in explanations(web, broken):
        value = web.values[explanation.key]
        for confusion in other_readings(value.text):
            again = read_again(value, confusion.text)
            if again is not None and again[0] == explanation.number:
                named.append(f"{value.text.strip()} as {confusion.text}")
    return named


def _single(web: Web, key: Key, number: Decimal | None) -> Repair | None:
    value = web.values[key]
    if not value.is_whole:
        return None
    fitting: list[tuple[Confusion, Value, tuple[Relation, ...]]] = []
    for confusion in other_readings(value.text):
        again = read_again(value, confusion.text)
        if again is None or (number is not None and again[0] != number):
            continue
        is_dash = again[1] is not None and again[1].value is None
        anew = with_number(value, again[0], text=confusion.text, is_dash=is_dash)
        proof = web.fit({key: anew})
        if proof:
            fitting.append((confusion, anew, proof))
    if not fitting or len({(anew.number, anew.is_dash) for _, anew, _ in fitting}) > 1:
        return None
    confusion, anew, proof = fitting[0]
    if anew.is_dash and not _prints_dashes(web, value):
        return None
    return Repair((anew,), confusion.kind, proof)


def _prints_dashes(web: Web, value: Value) -> bool:
    """Whether none is printed as a dash, and never as 0, in this kind of column of the document."""
    column = [v for v in web.values.values() if v.key[2] == value.key[2] and v.key != value.key]
    return not any(v.number == 0 and not v.is_dash and not v.is_unread for v in column)


def _moved(web: Web, broken: Relation) -> Repair | None:
    """A digit grouped into the neighbouring cell; the neighbours of a print are neighbours in its line."""
    found: list[Repair] = []
    if len(broken.keys) > FEW:
        return None
    for first in broken.keys:
        for second in broken.keys:
            left, right = web.values[first], web.values[second]
            if first == second or not (left.is_whole and right.is_whole):
                continue
            for texts in moved_digits(left.text, right.text):
                anew = [_again(value, text) for value, text in zip((left, right), texts, strict=True)]
                if anew[0] is None or anew[1] is None:
                    continue
                proof = web.fit({first: anew[0], second: anew[1]})
                mended = [relation for relation in proof if fails(web.verdict(relation))]
                if len(mended) > 1:
                    found.append(Repair((anew[0], anew[1]), "digit in the neighbouring cell", proof))
    return found[0] if len(found) == 1 else None


def _again(value: Value, text: str) -> Value | None:
    again = read_again(value, text)
    return None if again is None else with_number(value, again[0], text=text)
