"""Whose document it is and of which year: from sources.toml, else from its title."""

from __future__ import annotations

from dataclasses import dataclass

from normalize.municipalities import code_of, municipality_in, name_of
from normalize.years import parse_period
from pipeline.sources import Source


@dataclass(frozen=True, slots=True)
class Identity:
    """What sets a document apart; None where neither sources.toml nor the title says it."""

    title: str | None
    municipality_code: str | None
    municipality_name: str | None
    edition_fiscal_year: int | None


def identify(source: Source, printed_title: str) -> Identity:
    """The identity of a document whose first page shows `printed_title` ('' when it shows none)."""
    title = source.title or printed_title or None
    code, name = source.municipality_code, source.municipality
    if code is None and name is None and title:
        name = municipality_in(title)
    if code is None and name is not None:
        code = code_of(name)
    if code is not None and source.municipality is None:
        name = name_of(code)
    year = source.edition_fiscal_year
    if year is None and title:
        year = parse_period(title, None).fiscal_year
    return Identity(title, code, name, year)
