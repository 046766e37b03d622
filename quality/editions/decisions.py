"""What a person has decided about pairs: raw/pairs.toml."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quality.editions.comparison import Item
from quality.editions.words import spelled

KEYS = ("from", "to", "dataset", "before", "after", "same", "before_page", "after_page", "reason")
DATASETS = ("kpi", "project")


class DecisionsError(ValueError):
    """pairs.toml cannot be used; the message is one sentence that says what to do."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One entry: items (by name) of two documents that are the same, or are not.

    One name on each side: a pair, or with `same` false no pair. Several on one side: a merger or a
    split. None on one side: an item that the other edition has not. `number` counts entries from 1.
    """

    number: int
    before_document: str
    after_document: str
    dataset: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    same: bool
    before_page: int | None
    after_page: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision applied to two editions: the ids it is about."""

    decision: Decision
    before_ids: tuple[str, ...]
    after_ids: tuple[str, ...]


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """The entries of pairs.toml; none when there is no such file. Raises DecisionsError."""
    if not path.exists():
        return ()
    try:
        content = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DecisionsError(f"{path} is no valid TOML: {error}.") from error
    entries = content.pop("pair", [])
    if content or not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        wrong = next(iter(content), "pair")
        raise DecisionsError(f"{path} holds `{wrong}`: every decision is a [[pair]].")
    return tuple(
        _decision(f"{path}, pair {number}", number, entry) for number, entry in enumerate(entries, 1)
    )


def _decision(where: str, number: int, entry: Mapping[str, Any]) -> Decision:
    for key in entry:
        if key not in KEYS:
            near = difflib.get_close_matches(key, KEYS, n=1)
            hint = f"did you mean `{near[0]}`?" if near else f"known are {', '.join(KEYS)}."
            raise DecisionsError(f"{where}: unknown key `{key}`: {hint}")
    for key in ("from", "to", "reason"):
        if not isinstance(entry.get(key), str) or not entry[key].strip():
            raise DecisionsError(f"{where}: `{key}` is missing or no text.")
    if entry.get("dataset") not in DATASETS:
        raise DecisionsError(f'{where}: `dataset` must be "kpi" or "project".')
    names = {key: _names(where, key, entry.get(key, [])) for key in ("before", "after")}
    same = entry.get("same", True)
    if not isinstance(same, bool):
        raise DecisionsError(f"{where}: `same` must be true or false.")
    counts = sorted((len(names["before"]), len(names["after"])))
    if counts == [0, 0] or counts[0] > 1:
        raise DecisionsError(
            f"{where}: name one item on one side at least: one and one are a pair, one and several a "
            "merger or a split, one and none an item that the other edition has not."
        )
    if not same and counts != [1, 1]:
        raise DecisionsError(f"{where}: `same = false` needs one name on each side.")
    for key in ("before_page", "after_page"):
        if entry.get(key) is not None and (not isinstance(entry[key], int) or entry[key] < 1):
            raise DecisionsError(f"{where}: `{key}` must be a page, counted from 1.")
    return Decision(
        number, entry["from"], entry["to"], entry["dataset"], names["before"], names["after"], same,
        entry.get("before_page"), entry.get("after_page"), entry["reason"].strip(),
    )  # fmt: skip


def _names(where: str, key: str, value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        value = [value]
    if not isinstance(value, list) or not all(isinstance(name, str) and name.strip() for name in value):
        raise DecisionsError(f"{where}: `{key}` must be a name or a list of names.")
    return tuple(value)


def decided(
    decisions: Sequence[Decision],
    before_document: str,
    after_document: str,
    before: Sequence[Item],
    after: Sequence[Item],
) -> tuple[Decided, ...]:
    """The decisions about two documents with the ids of their items, the other way round as well.

    An indicator that is printed several times is decided for the prints in their order, originals with
    originals and reprints with reprints. Raises DecisionsError where a name is not in its document, or
    is there more often than in the other one and no page says which is meant.
    """
    found: list[Decided] = []
    for entry in decisions:
        about = entry.before_document, entry.after_document
        if about == (before_document, after_document):
            ours, theirs = entry.before, entry.after
            pages = entry.before_page, entry.after_page
        elif about == (after_document, before_document):
            ours, theirs = entry.after, entry.before
            pages = entry.after_page, entry.before_page
        else:
            continue
        one = [_named(entry, name, before_document, before, pages[0]) for name in ours]
        other = [_named(entry, name, after_document, after, pages[1]) for name in theirs]
        found += _applied(entry, one, other)
    return tuple(found)


def _named(entry: Decision, name: str, document: str, items: Sequence[Item], page: int | None) -> list[Item]:
    here = [item for item in items if item.dataset == entry.dataset]
    found = [item for item in here if spelled(item.name) == spelled(name)]
    if page is not None:
        found = [item for item in found if item.place.page == page]
    if not found:
        near = difflib.get_close_matches(name, [item.name for item in here], n=1, cutoff=0.5)
        hint = f"did you mean {near[0]}?" if near else "names are as in the curated dataset."
        on_page = f" on page {page}" if page is not None else ""
        raise DecisionsError(f"pairs.toml, pair {entry.number}: {document} has no {name}{on_page}: {hint}")
    return sorted(found, key=lambda item: (item.is_reprint, item.position))


def _applied(entry: Decision, one: list[list[Item]], other: list[list[Item]]) -> list[Decided]:
    counts = {len(prints) for prints in (*one, *other)}
    if len(counts) > 1:
        raise DecisionsError(
            f"pairs.toml, pair {entry.number}: the names are not printed equally often: say which by "
            "`before_page` and `after_page`."
        )
    return [
        Decided(
            entry,
            tuple(prints[number].item_id for prints in one),
            tuple(prints[number].item_id for prints in other),
        )
        for number in range(counts.pop())
    ]
