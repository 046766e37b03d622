"""The pages of one publication: its documents, indicators and projects, and what the others need of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipeline.site.addresses import document_address, publication_address
from pipeline.site.comparison_pages import ComparisonPage
from pipeline.site.curated_data import PROVED_BY, Document, Publication
from pipeline.site.document_pages import Leaf, Part, addresses_of_pages, parts_of
from pipeline.site.folder import SiteFolder
from pipeline.site.item_pages import (
    amount_chart,
    places,
    printed_figures,
    progress_percent,
    value_charts,
)
from pipeline.site.items import Item, addresses_of, items_of
from pipeline.site.listing import ListRow, largest_changes, list_row
from pipeline.site.page_pictures import Drawn
from pipeline.site.search_index import Entry
from pipeline.site.worklist import Task, tasks_of
from pipeline.web.charts import share_bar
from pipeline.web.environment import environment, one_line
from pipeline.web.texts import Text, Texts, harmless, load_texts
from schemas.dataset import Row

NAVIGATION = (
    ("overview", "index.html"),
    ("indicators", "indicators.html"),
    ("projects", "projects.html"),
    ("findings", "findings.html"),
    ("comparisons", "comparisons.html"),
    ("about", "about.html"),
)

ABOUT = {
    "kpis": ("goal", "measure", "departments", "description"),
    "projects": ("measure", "basic_project", "departments", "summary", "activity"),
}
PageKey = tuple[str, int]


@dataclass
class Gathered:
    """What the pages over all publications are made of, collected while these are written."""

    comparisons: Sequence[ComparisonPage] = ()
    documents: list[dict[str, Any]] = field(default_factory=list)
    publications: list[dict[str, Any]] = field(default_factory=list)
    rows: list[ListRow] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    page_links: dict[PageKey, str] = field(default_factory=dict)
    leaves: dict[PageKey, Leaf] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    names: dict[str, Text] = field(default_factory=dict)
    witnesses: dict[str, int] = field(default_factory=dict)


def write_publication(
    folder: SiteFolder,
    publication: Publication,
    documents: Sequence[Document],
    drawn: Mapping[str, Drawn],
    dpi: int,
    gathered: Gathered,
) -> None:
    """Writes all pages of a publication and adds to what is gathered."""
    t = load_texts("pipeline.site")
    items = items_of(documents)
    address = publication_address(publication.key)
    parts: dict[str, tuple[Part, ...]] = {}
    for document in documents:
        tasks = tasks_of(document, t)
        made = parts_of(document, drawn[document.document_id], dpi, tasks, t)
        parts[document.document_id] = made
        gathered.tasks += tasks
        for page, link in addresses_of_pages(made).items():
            gathered.page_links[document.document_id, page] = link
        _write_document(folder, document, made, tasks, drawn[document.document_id].problem, items, address, t)
        _gather_document(document, made, tasks, address, gathered, t)
    leaves = {
        (name, leaf.page): leaf for name, made in parts.items() for part in made for leaf in part.leaves
    }
    for task in gathered.tasks:
        if task.page and (task.document_id, task.page) in leaves:
            # a leaf without its tables: only the picture is needed later
            leaf = leaves[task.document_id, task.page]
            plain = Leaf(leaf.page, leaf.width, leaf.height, leaf.picture, (), (), ())
            gathered.leaves[task.document_id, task.page] = plain
    latest = documents[-1]
    name = publication_name(latest)
    for item in items:
        _write_item(folder, item, name, address, leaves, gathered, t)
    rows = [list_row(item, t) for item in items]
    gathered.rows += rows
    gathered.entries += [_entry(row) for row in rows]
    own = {document.document_id for document in documents}
    compared = [page for page in gathered.comparisons if own & {page.before_id, page.after_id}]
    _write_publication(folder, documents, items, rows, compared, address, t)
    for kind in ("kpis", "projects"):
        count = sum(row.kind == kind for row in rows)
        if count:
            place = latest.facts["municipality_name"] or ""
            told = {"kind": kind, "name": name, "municipality": place, "address": address, "count": count}
            gathered.publications.append(told)


def publication_name(document: Document) -> str:
    """What a publication is called: its series, else the title of its document."""
    return one_line(document.facts["series"]) or document_name(document.facts)


def document_name(facts: Row) -> str:
    """What a document is called: its title, else its file."""
    return one_line(facts["title"]) or facts["file_name"]


def links_of(facts: Row) -> list[tuple[str, str]]:
    """Where a document was published, as links; only addresses of the web."""
    return [
        (key, facts[key])
        for key in ("landing_url", "source_url")
        if (facts[key] or "").lower().startswith(("https://", "http://"))
    ]


def status_bar(statuses: Mapping[str, int], t: Texts) -> Any:
    """The bar of shares of proved, read, corrected and doubtful figures."""
    parts = [(status, statuses[status], t(f"status_{status}")) for status in statuses]
    return share_bar(parts, t("proof_title"))


def render(folder: SiteFolder, address: str, template: str, **values: Any) -> None:
    """Writes the page of a template at an address."""
    root = "../" * address.count("/")
    page = environment("pipeline.site").get_template(template)
    folder.write(address, page.render(root=root, navigation=NAVIGATION, **values))


def _write_document(
    folder: SiteFolder,
    document: Document,
    parts: tuple[Part, ...],
    tasks: list[Task],
    problem: str,
    items: Sequence[Item],
    publication: str,
    t: Texts,
) -> None:
    own = {
        record_id: address
        for (document_id, record_id), address in addresses_of(items).items()
        if document_id == document.document_id
    }
    statuses = document.statuses
    leaves = [leaf for part in parts for leaf in part.leaves]
    links = {page: Path(address).name for page, address in addresses_of_pages(parts).items()}
    shared = {
        "name": document_name(document.facts),
        "facts": document.facts,
        "page_count": len(leaves),
        "publication": publication,
        "statuses": statuses,
        "figures": sum(statuses.values()),
        "share": status_bar(statuses, t),
        "links": links_of(document.facts),
        "problem": problem,
        "tasks": tasks,
        "page_links": links,
        "page_nav": [(leaf.page, links[leaf.page], bool(leaf.tables), bool(leaf.tasks)) for leaf in leaves],
        "part_links": [
            (part.number, Path(part.address).name, part.leaves[0].page, part.leaves[-1].page)
            for part in parts
            if part.leaves
        ],
        "items": {**dict.fromkeys((row["programme_id"] for row in document.programmes), ""), **own},
    }
    for part in parts:
        render(folder, part.address, "document.html", part=part, **shared)
        for leaf in part.leaves:
            if leaf.picture:
                folder.keep(leaf.picture)


def _gather_document(
    document: Document,
    parts: tuple[Part, ...],
    tasks: list[Task],
    publication: str,
    gathered: Gathered,
    t: Texts,
) -> None:
    facts, statuses = document.facts, document.statuses
    figures = sum(statuses.values())
    name = document_name(facts)
    address = document_address(document.document_id)
    gathered.titles[document.document_id] = name
    gathered.names[document.document_id] = _with_edition(name, facts["edition_fiscal_year"], t)
    gathered.documents.append(
        {
            "address": address, "title": name, "municipality": facts["municipality_name"],
            "code": facts["municipality_code"] or facts["municipality_name"], "publication": publication,
            "edition": facts["edition_fiscal_year"] or "", "pages": facts["page_count"] or 0,
            "kpis": len(document.kpis), "projects": len(document.projects),
            "value_count": len(document.kpi_values), "amount_count": len(document.project_amounts),
            "statuses": statuses, "figures": figures,
            "proved_share": round(100 * statuses["proved"] / figures, 2) if figures else "",
            "share": status_bar(statuses, t), "work": len(tasks), "state": facts["status"],
            "error": facts["error"], "license": facts["license"], "attribution": facts["attribution"],
            "links": links_of(facts), "series": publication_name(document),
        }
    )  # fmt: skip
    year = facts["edition_fiscal_year"]
    edition = t("edition_n", n=year).ja if year else ""
    place = " ".join(filter(None, (facts["municipality_name"], edition)))
    gathered.entries.append(Entry("document", harmless(name), harmless(place), address))
    links = addresses_of_pages(parts)
    for row in document.programmes:
        where = " ".join(filter(None, (facts["municipality_name"], one_line(row["measure"], 40))))
        link = f"{links[row['page']]}#{row['programme_id']}"
        gathered.entries.append(Entry("programmes", harmless(one_line(row["name"])), harmless(where), link))
    for row in document.findings:
        if row["rule"].startswith(PROVED_BY) and (row["observed"] or "").isdecimal():
            rule = row["rule"].removeprefix(PROVED_BY)
            gathered.witnesses[rule] = gathered.witnesses.get(rule, 0) + int(row["observed"])


def _write_item(
    folder: SiteFolder,
    item: Item,
    publication_name: str,
    publication: str,
    leaves: Mapping[PageKey, Leaf],
    gathered: Gathered,
    t: Texts,
) -> None:
    record = item.latest.record
    about = []
    for column in ABOUT[item.kind]:
        said = record.get(column)
        text = "、".join(said) if isinstance(said, list) else one_line(said)
        if text:
            about.append((f"about_{column}", text))
    is_kpi = item.kind == "kpis"
    chart = None if is_kpi else amount_chart(item, t)
    rows = printed_figures(item, t)
    derived = []
    if not is_kpi:
        ratio = f"head_ratio_{record['ratio_kind'] or 'none'}"
        printed = ("head_change_yen", record["change_text"]), (ratio, record["ratio_text"])
        derived = [(key, text) for key, text in printed if text]
    said = (one.document.facts["attribution"] for one in reversed(item.occurrences))
    render(
        folder, item.address, "item.html",
        item=item, name=one_line(record["name"]), unit=record.get("unit"), facts=item.latest.document.facts,
        about=about, progress=progress_percent(item) if is_kpi else None,
        charts=value_charts(item, t) if is_kpi else [chart] if chart else [],
        rows=rows, has_parts=any(row.part for row in rows), derived=derived, places=places(item, t),
        leaves=leaves, page_links=gathered.page_links, publication=publication,
        publication_name=publication_name, attributions=list(dict.fromkeys(text for text in said if text)),
    )  # fmt: skip


def _write_publication(
    folder: SiteFolder,
    documents: Sequence[Document],
    items: Sequence[Item],
    rows: Sequence[ListRow],
    compared: Sequence[ComparisonPage],
    address: str,
    t: Texts,
) -> None:
    editions = []
    for document in reversed(documents):
        year = document.facts["edition_fiscal_year"]
        name = document_name(document.facts)
        editions.append(
            {
                "address": document_address(document.document_id),
                "name": t("edition_n", n=year) if year else Text(name, name),
                "pages": document.facts["page_count"] or 0,
            }
        )
    projects = [item for item in items if item.kind == "projects"]
    render(
        folder, address, "publication.html",
        name=publication_name(documents[-1]), municipality=documents[-1].facts["municipality_name"],
        editions=editions, kpis=[row for row in rows if row.kind == "kpis"],
        projects=[row for row in rows if row.kind == "projects"],
        change_chart=largest_changes(projects, "../", t), comparisons=compared,
    )  # fmt: skip


def _with_edition(name: str, year: int | None, t: Texts) -> Text:
    """計画（2024年度版）: a document by its name and edition."""
    if year is None:
        return Text(name, name)
    edition = t("edition_n", n=year)
    return Text(f"{name}（{edition.ja}）", f"{name} ({edition.en})")


def _entry(row: ListRow) -> Entry:
    context = " ".join(filter(None, (row.place, row.context)))
    return Entry(row.kind, harmless(row.name), harmless(context), row.address)
