"""Licences of publications, and what to print beside data that was made from them (出典)."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from schemas.dataset import Row


@dataclass(frozen=True, slots=True)
class Licence:
    """A licence: `url` is its text, '' where none is known; `credit` whether it asks for the source."""

    id: str
    title: str
    title_ja: str
    url: str = ""
    names: tuple[str, ...] = ()
    credit: bool = True


@dataclass(frozen=True, slots=True)
class Credit:
    """What stands beside data: `source` (出典：…) and `processed` (…を加工して作成), with the licence."""

    source: str
    processed: str
    licence: Licence


@cache
def licences() -> dict[str, Licence]:
    """The licences of licences.toml by id."""
    text = files("schemas").joinpath("licences.toml").read_text("utf-8")
    return {
        key: Licence(id=key, **{**entry, "names": tuple(entry["names"])})
        for key, entry in tomllib.loads(text).items()
    }


@cache
def _ids() -> dict[str, str]:
    return {_folded(name): key for key, found in licences().items() for name in (key, *found.names)}


def licence_of(text: str | None) -> Licence:
    """The licence that people mean by a text; one that is not known keeps the text as its title."""
    key = _ids().get(_folded(text or ""))
    return licences()[key] if key else Licence(id=text or "", title=text or "", title_ja=text or "")


def is_known_licence(text: str) -> bool:
    """Whether licences.toml has the licence that is meant."""
    return _folded(text) in _ids()


def credit_of(document: Row) -> Credit:
    """What to print beside data of a document: a row of the documents dataset.

    In the wording of 公共データ利用規約 (第1.0版) 1.1: title, publisher, address, licence; and that the
    data was made from it, which must not look like the publisher's own work.
    """
    licence = licence_of(document.get("license"))
    url = document.get("landing_url") or document.get("source_url")
    named = document.get("attribution") or _named(document)
    at = f"（{url}）" if url else ""
    under = ""
    if licence.url:
        under = f"、{licence.title_ja}（{licence.url}）"
    elif licence.id not in ("unknown", ""):
        under = f"、{licence.title_ja}"
    return Credit(f"出典：{named}{at}{under}", f"{named}{at}を加工して作成", licence)


def _named(document: Row) -> str:
    return publication_named(
        document.get("title") or document["file_name"], document.get("municipality_name")
    )


def publication_named(name: str, publisher: str | None) -> str:
    """The publication as 出典 names it: its title in 「」, unless it begins with them, and its publisher."""
    quoted = name if name.startswith("「") else f"「{name}」"
    return f"{quoted}（{publisher}）" if publisher else quoted


def _folded(text: str) -> str:
    return re.sub(r"[\s\-_()ー・]", "", unicodedata.normalize("NFKC", text)).lower()
