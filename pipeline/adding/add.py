"""gyosei add: a publication into raw/, with what can be known of it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from normalize.municipalities import Municipality
from pipeline.adding.listing import Entry, append_entry
from pipeline.adding.municipality import meant
from pipeline.adding.places import free_name, name_in_address
from pipeline.adding.proposal import Proposal, propose, series_title
from pipeline.fetching.pins import read_pins
from pipeline.fetching.session import check_url
from pipeline.preflight import SNIFFED_BYTES, file_facts, what_it_is
from pipeline.refusal import RefusedError
from pipeline.sources import SOURCES_FILE, Source, parse_listing, safe_id
from schemas.licences import is_known_licence, licence_of, publication_named


@dataclass(frozen=True, slots=True)
class Told:
    """What the person said of the publication: keys of sources.toml, only those that were given."""

    municipality: str | None = None
    edition_fiscal_year: int | None = None
    texts: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Added:
    """What was registered: the entry, its text in sources.toml, keys that are proposals, things to know."""

    entry: Entry
    text: str
    proposed: tuple[str, ...]
    notes: tuple[str, ...]


Receive = Callable[[Source], None]
"""Fetches a source into its path. Raises RefusedError where it does not come."""


def is_address(what: str) -> bool:
    """Whether a person means an address rather than a file."""
    return "://" in what


def add_file(raw: Path, file: Path, told: Told) -> Added:
    """Registers a PDF; it is copied into raw/ unless it lies there. Raises RefusedError."""
    check_is_pdf(file)
    listed = _listed(raw)
    body = meant(told.municipality) if told.municipality else None
    inside = file.resolve().parent == raw.resolve()
    _refuse_known(raw, file, listed)
    proposal = propose(file)
    body = body or _named(proposal)
    name = file.name if inside else free_name(f"{file.stem}.pdf", _taken(raw, listed), body.code)
    target = raw / name
    if not inside:
        _copy(file, target)
    return _register(raw, name, body, proposal, told, listed)


def add_address(raw: Path, url: str, told: Told, receive: Receive | None) -> Added:
    """Registers an address and fetches it with `receive`; None registers it alone. Raises RefusedError."""
    check_url(url, [])
    listed = _listed(raw)
    body = meant(told.municipality) if told.municipality else None
    for source in listed:
        if source.source_url == url:
            raise RefusedError(
                f"{url} is registered as {source.document_id}: fetch it with "
                f"`gyosei fetch {source.document_id}`."
            )
    told = Told(told.municipality, told.edition_fiscal_year, {**told.texts, "source_url": url})
    begun = [document_id for document_id, pin in read_pins(raw).items() if pin.url == url]
    unlisted = [name for name in begun if name not in {source.document_id for source in listed}]
    code = body.code if body else None
    wanted = name_in_address(url)
    name = f"{unlisted[0]}.pdf" if unlisted else free_name(wanted, _taken(raw, listed), code)
    if receive is None:
        if body is None:
            raise RefusedError("Say whose it is with --municipality: the PDF is not here to say it.")
        return _register(raw, name, body, Proposal(), told, listed)
    raw.mkdir(parents=True, exist_ok=True)
    receive(Source(safe_id(Path(name).stem), raw / name, source_url=url))
    _refuse_known(raw, raw / name, listed)
    proposal = propose(raw / name)
    return _register(raw, name, body or _named(proposal), proposal, told, listed)


def check_is_pdf(file: Path) -> None:
    """Passes for a file that begins like a PDF. Raises RefusedError."""
    if not file.exists():
        raise RefusedError(f"{file} does not exist: name a PDF, or an address that begins with https://.")
    if not file.is_file():
        raise RefusedError(f"{file} is no file: name a PDF.")
    try:
        with file.open("rb") as opened:
            head = opened.read(SNIFFED_BYTES)
    except OSError as error:
        raise RefusedError(f"{file} cannot be read: {error.strerror or error}.") from error
    if b"%PDF-" not in head:
        raise RefusedError(f"{file.name} is not a PDF{what_it_is(head)}: name the PDF.")


def _listed(raw: Path) -> tuple[Source, ...]:
    listing = raw / SOURCES_FILE
    return parse_listing(raw, listing.read_bytes()) if listing.exists() else ()


def _taken(raw: Path, listed: Sequence[Source]) -> list[str]:
    here = [path.name for path in raw.iterdir()] if raw.is_dir() else []
    return [*here, *(source.path.name for source in listed), *(f"{s.document_id}.pdf" for s in listed)]


def _refuse_known(raw: Path, file: Path, listed: Sequence[Source]) -> None:
    """Refuses what is registered already, by its place or by its bytes."""
    facts = file_facts(file)
    for source in listed:
        if source.path.resolve() == file.resolve():
            raise RefusedError(
                f"{file.name} is registered as {source.document_id}: edit its entry in {raw / SOURCES_FILE}."
            )
        same_size = source.path.is_file() and source.path.stat().st_size == facts.byte_size
        if same_size and file_facts(source.path).sha256 == facts.sha256:
            raise RefusedError(
                f"{file.name} holds the same bytes as {source.path.name}, registered as "
                f"{source.document_id}: edit its entry in {raw / SOURCES_FILE}."
            )


def _named(proposal: Proposal) -> Municipality:
    if proposal.municipality is None:
        raise RefusedError("The first pages name no municipality: say whose it is with --municipality.")
    return meant(proposal.municipality)


def _copy(file: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    staged = target.with_name(f".{target.name}.{os.getpid()}.unfinished")
    try:
        shutil.copyfile(file, staged)
        os.replace(staged, target)
    finally:
        staged.unlink(missing_ok=True)


def _register(
    raw: Path, name: str, body: Municipality, proposal: Proposal, told: Told, listed: Sequence[Source]
) -> Added:
    given = dict(told.texts)
    entry: dict[str, str | int] = {
        "file": name,
        "municipality": body.own_name,
        "municipality_code": body.code,
    }
    proposed: list[str] = []
    title = given.get("title") or proposal.title
    year = told.edition_fiscal_year or proposal.edition_fiscal_year
    if title and "title" not in given:
        proposed.append("title")
    if title and "series" not in given:
        given["series"] = _series(title, body, listed)
        proposed.append("series")
    if year and told.edition_fiscal_year is None:
        proposed.append("edition_fiscal_year")
    if title and "attribution" not in given:
        given["attribution"] = publication_named(title, body.own_name)
    notes: list[str] = []
    licence = given.get("license", "unknown")
    given["license"] = licence_of(licence).id
    if not is_known_licence(licence):
        notes.append(f"{licence} is no licence that gyosei knows; it is kept as you wrote it.")
    if proposal.problem:
        notes.append(f"Title and edition could not be proposed: {proposal.problem}.")
    entry |= {key: value for key, value in given.items() if value}
    if title:
        entry["title"] = title
    if year:
        entry["edition_fiscal_year"] = year
    if proposal.municipality and not _same(proposal.municipality, body):
        notes.append(f"The first pages name {proposal.municipality}; it is registered for {body.full_name}.")
    if "id" not in entry and safe_id(Path(name).stem) != Path(name).stem:
        entry["id"] = safe_id(Path(name).stem)
    raw.mkdir(parents=True, exist_ok=True)
    return Added(entry, append_entry(raw, entry), tuple(proposed), tuple(notes))


def _series(title: str, body: Municipality, listed: Sequence[Source]) -> str:
    """The series of a registered edition whose title is the same but for its years, else a new one."""
    shared = series_title(title, body.own_name)
    for source in listed:
        if source.municipality_code != body.code or not source.series or not source.title:
            continue
        if series_title(source.title, body.own_name) == shared:
            return source.series
    return f"{body.own_name} {shared}".strip()


def _same(name: str, body: Municipality) -> bool:
    """Whether a printed name can be this body, its city or its prefecture."""
    return name in (body.own_name, body.full_name, body.parent, body.prefecture)
