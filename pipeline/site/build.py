"""The site made from curated/ and the PDFs at hand."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.site.addresses import picture_folder
from pipeline.site.assembly import Gathered, render, status_bar, write_publication
from pipeline.site.comparison_pages import ComparisonPage, comparison_pages
from pipeline.site.curated_data import (
    SEVERITIES,
    STATUSES,
    comparisons,
    publications,
    read_document,
    read_facts,
)
from pipeline.site.folder import SiteFolder
from pipeline.site.page_pictures import Drawing, PictureDesk
from pipeline.site.search_index import index_files
from pipeline.site.worklist import order, rule_name
from pipeline.sources import SourcesError, read_sources
from pipeline.web.assets import SHARED_SCRIPTS, script, style
from pipeline.web.environment import script_data
from pipeline.web.pictures import PAGE_DPI
from pipeline.web.texts import Text, Texts, load_texts

SCRIPTS = (
    *((name, "pipeline.web") for name in (*SHARED_SCRIPTS, "lens")),
    *((name, "pipeline.site") for name in ("viewer", "worklist", "search")),
)
MOST_LISTED = 1_000
"""Indicators or projects that one list shows; more are listed by publication."""

TASKS_PER_PAGE = 100


@dataclass(frozen=True, slots=True)
class Options:
    """What a site is made of and where: `raw` holds the PDFs, where they are at hand."""

    curated: Path
    raw: Path
    out: Path
    workers: int = 1
    dpi: int = PAGE_DPI


@dataclass(frozen=True, slots=True)
class Built:
    """What was made; `without_pictures` names documents with pages that have no picture."""

    documents: int
    files: int
    without_pictures: tuple[str, ...]


def build_site(options: Options, advance: Callable[[str, int], None]) -> Built:
    """Writes the site; `advance` is told each document and the number of all. Raises RefusedError."""
    found = publications(options.curated)
    folder = SiteFolder(options.out)
    known = [name for publication in found for name in publication.documents]
    count = len(known)
    compared = _comparisons(options.curated, known)
    gathered = Gathered(comparisons=compared)
    missing: list[str] = []
    desk = PictureDesk(_drawings(options, known), options.workers)
    try:
        for publication in found:
            documents = [read_document(options.curated, name) for name in publication.documents]
            drawn = {name: desk.drawn(name) for name in publication.documents}
            missing += [name for name, one in drawn.items() if one.problem]
            write_publication(folder, publication, documents, drawn, options.dpi, gathered)
            for name in publication.documents:
                advance(name, count)
    finally:
        desk.close()
    _write_common(folder, compared, gathered)
    return Built(count, folder.finish(), tuple(missing))


def _drawings(options: Options, wanted: list[str]) -> dict[str, Drawing]:
    """What can be drawn: documents whose PDF lies in raw/."""
    try:
        sources = {source.document_id: source for source in read_sources(options.raw)}
    except SourcesError:
        return {}
    drawings = {}
    for name in wanted:
        facts = read_facts(options.curated, name)
        if (
            name in sources
            and facts["sha256"]
            and facts["status"] != "failed"
            and sources[name].path.exists()
        ):
            folder = options.out / picture_folder(name, facts["sha256"], options.dpi)
            drawings[name] = Drawing(sources[name].path, facts["sha256"], folder, options.dpi)
    return drawings


def _write_common(folder: SiteFolder, compared: Sequence[ComparisonPage], gathered: Gathered) -> None:
    t = load_texts("pipeline.site")
    # publications come by municipality; within one the latest editions first
    order = {code: index for index, code in enumerate(dict.fromkeys(r["code"] for r in gathered.documents))}
    gathered.documents.sort(key=lambda r: (order[r["code"]], -(r["edition"] or 0), r["title"]))
    told = _write_comparisons(folder, compared, gathered, t)
    statuses = {s: sum(row["statuses"][s] for row in gathered.documents) for s in STATUSES}
    totals: dict[str, Any] = {
        key: sum(row[key] for row in gathered.documents)
        for key in ("pages", "kpis", "projects", "value_count", "amount_count", "work", "figures")
    }
    totals["places"] = len({row["code"] for row in gathered.documents if row["code"]})
    totals |= {"documents": len(gathered.documents), "statuses": statuses}
    witnesses = sorted(gathered.witnesses.items(), key=lambda pair: (-pair[1], pair[0]))
    render(
        folder, "index.html", "overview.html", current="overview", totals=totals,
        share=status_bar(statuses, t), documents=gathered.documents, comparisons=told,
        witnesses=[(rule_name(rule, t), number) for rule, number in witnesses],
    )  # fmt: skip
    for kind, current in (("kpis", "indicators"), ("projects", "projects")):
        rows = [row for row in gathered.rows if row.kind == kind]
        render(
            folder, f"{current}.html", "items.html", current=current, kind=kind, count=len(rows),
            rows=rows if len(rows) <= MOST_LISTED else [],
            publications=[one for one in gathered.publications if one["kind"] == kind],
        )  # fmt: skip
    _write_findings(folder, gathered, t)
    render(folder, "about.html", "about.html", current="about", documents=gathered.documents)
    render(folder, "search.html", "search.html")
    for name, content in index_files(gathered.entries):
        folder.write(f"search/{name}", content)
    folder.write("assets/style.css", style())
    folder.write("assets/site.css", _own_style())
    for name, package in SCRIPTS:
        folder.write(f"assets/{name}.js", script(name, package))
    words = script_data(t.group("script_"))
    folder.write("assets/words.js", f"window.gyosei = window.gyosei || {{}};\ngyosei.words = {words};\n")


def _own_style() -> str:
    from importlib.resources import files

    return files("pipeline.site").joinpath("site.css").read_text("utf-8")


def _write_findings(folder: SiteFolder, gathered: Gathered, t: Texts) -> None:
    tasks = sorted(gathered.tasks, key=order)
    slices = [tasks[i : i + TASKS_PER_PAGE] for i in range(0, len(tasks), TASKS_PER_PAGE)] or [[]]
    links = [(n, "findings.html" if n == 1 else f"findings-{n}.html") for n in range(1, len(slices) + 1)]
    task_links = {}
    for task in tasks:
        first = gathered.page_links.get((task.document_id, task.page or 1), "")
        task_links[task.document_id, task.finding_id] = f"{first}#{task.finding_id}"
    for (number, address), here in zip(links, slices, strict=True):
        rules = {task.rule_code: task.rule for task in here}
        present = {task.severity for task in here}
        render(
            folder, address, "findings.html", current="findings", tasks=here, total=len(tasks),
            rules=sorted(rules.items()), severities=[s for s in SEVERITIES if s in present],
            leaves=gathered.leaves, titles=gathered.titles, task_links=task_links, page_links=links,
            page_number=number,
        )  # fmt: skip


def _comparisons(curated: Path, known: Collection[str]) -> list[ComparisonPage]:
    t = load_texts("pipeline.site")
    return [page for name, rows in comparisons(curated) for page in comparison_pages(name, rows, known, t)]


def _write_comparisons(
    folder: SiteFolder, pages: Sequence[ComparisonPage], gathered: Gathered, t: Texts
) -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = []
    for page in pages:
        title = _comparison_title(page, gathered, t)
        render(
            folder, page.address, "comparison.html", current="comparisons", page=page, title=title,
            page_links=gathered.page_links,
        )  # fmt: skip
        told.append(
            {"address": page.address, "title": title, "count": len(page.lines), "counts": page.counts}
        )
    render(folder, "comparisons.html", "comparisons.html", current="comparisons", comparisons=told)
    return told


def _comparison_title(page: ComparisonPage, gathered: Gathered, t: Texts) -> Text:
    before, after = (gathered.names.get(name, Text(name, name)) for name in (page.before_id, page.after_id))
    return Text(f"{before.ja} → {after.ja}", f"{before.en} → {after.en}")
