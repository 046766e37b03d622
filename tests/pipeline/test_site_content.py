"""What the pages of the site say: figures in their place, editions together, the index of the search."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.site.addresses import item_address
from pipeline.site.curated_data import publications, read_document
from pipeline.site.document_pages import parts_of
from pipeline.site.figures import derived_places
from pipeline.site.grids import printed_tables
from pipeline.site.items import items_of
from pipeline.site.page_pictures import Drawn
from pipeline.site.search_index import Entry, index_files
from pipeline.web.texts import load_texts
from tests.bundled import ROOT
from tests.pipeline.site_data import NEW, OLD

CURATED = ROOT / "curated"


def test_cells_keep_their_place_in_the_table() -> None:
    document = read_document(CURATED, "higashikurume_kpi_2024")
    for page, grids in printed_tables(document).items():
        for grid in grids:
            cells = [c for c in document.cells if (c["page"], c["table_id"]) == (page, grid.table_id)]
            shown = [cell.text for row in grid.rows for cell in row if cell.box]
            assert sorted(shown) == sorted(cell["text"] for cell in cells)
            widths = {sum(cell.column_span for cell in row) for row in grid.rows}
            assert max(widths) == max(c["column"] + c["column_span"] for c in cells)


@pytest.mark.parametrize(
    ("texts", "column"),
    [
        ((("5", "0", "5"), ("7", "1", "6"), ("0", "0", "0")), 2),
        ((("0", "0", "0"),), None),
    ],
)
def test_where_a_change_is_printed(texts: tuple[tuple[str, ...], ...], column: int | None) -> None:
    """Of several cells with the print of a change, that in the column in which the others stand."""
    cells = [
        {"x0": 10.0 * c, "y0": 10.0 * r, "x1": 10.0 * c + 9, "y1": 10.0 * r + 9, "column": c, "text": text}
        for r, row in enumerate(texts)
        for c, text in enumerate((*row[:2], f"+{row[2]}" if row[2] != "0" else "0"))
    ]
    projects = [
        {"project_id": f"p{r}", "x0": 0.0, "y0": 10.0 * r, "x1": 9.0, "y1": 10.0 * r + 9, "ratio_text": None,
         "change_text": f"+{row[2]}" if row[2] != "0" else "0"}
        for r, row in enumerate(texts)
    ]  # fmt: skip
    found = derived_places(cells, projects)[f"p{len(texts) - 1}"]
    assert found.get("change_yen", (None,))[0] == (None if column is None else 10.0 * column)


def test_long_documents_are_parted() -> None:
    t = load_texts("pipeline.site")
    document = read_document(CURATED, "higashikurume_kpi_2024")
    longer = replace(document, facts=document.facts | {"page_count": 95})
    parts = parts_of(longer, Drawn(), 110, [], t)
    assert [leaf.page for part in parts for leaf in part.leaves] == list(range(1, 96))
    assert [part.address.split("/")[1] for part in parts][:2] == [
        "higashikurume_kpi_2024.html",
        "higashikurume_kpi_2024-part2.html",
    ]
    assert all(len(part.leaves) <= 30 for part in parts)


def test_editions_of_a_publication_share_a_page(hostile: Path) -> None:
    curated = hostile.parent / "curated"
    [publication] = publications(curated)
    assert publication.documents == (OLD, NEW), "oldest first"
    items = items_of([read_document(curated, name) for name in publication.documents])
    assert [(item.kind, len(item.occurrences), item.address) for item in items] == [
        ("kpis", 4, item_address(NEW, "k001")),
        ("projects", 2, item_address(NEW, "p001")),
    ], "reprints and both editions together"
    page = (hostile / item_address(NEW, "k001")).read_text("utf-8")
    t = load_texts("pipeline.site")
    assert page.count(t("differs").ja) == 2, "2023 as each edition prints it"
    assert ">2,134</text>" in page and ">2,133</text>" not in page, "the chart shows the latest edition"
    assert "150以上" in page


def test_what_is_to_be_looked_at(hostile: Path) -> None:
    page = (hostile / "findings.html").read_text("utf-8")
    severities = re.findall(r'data-row data-severity="(\w+)"', page)
    assert severities == ["error", "error", "warning", "warning"], (
        "the gravest first; what was proved is no work"
    )
    assert page.count('class="lens"') == 2


def test_a_comparison_has_a_page(hostile: Path) -> None:
    [path] = (hostile / "comparisons").iterdir()
    page = path.read_text("utf-8")
    assert re.findall(r'<tr data-kind="(\w+)"', page) == ["restated", "added"]
    assert "#page-1@280.0,145.0,340.0,157.0" in page
    assert "2,133" in page and "+1人 (+0.1%)" in page


def test_the_index_finds_by_pairs() -> None:
    entries = [
        Entry("kpis", name, "某市", f"items/{n}.html") for n, name in enumerate(["人口", "ＤＸ推進", "人"])
    ]
    files = dict(index_files(entries))
    shard = json.loads(files["shard-0.js"].removeprefix("gyosei.searchShard(0,").removesuffix(");\n"))
    assert (
        shard["人口"] == [0] and shard["dx"] == [1] and shard["人\x03"] == [2] and shard["某市"] == [0, 1, 1]
    )
    block = json.loads(files["block-0.js"].removeprefix("gyosei.searchBlock(0,").removesuffix(");\n"))
    assert block[1] == ["kpis", "ＤＸ推進", "某市", "items/1.html"]


def test_the_index_is_spread_for_many() -> None:
    entries = [Entry("projects", f"事業{n}号", "某市", "x") for n in range(3000)]
    sizes = {name: len(content) for name, content in index_files(entries)}
    assert sum(name.startswith("block") for name in sizes) == 6
    assert sum(name.startswith("shard") for name in sizes) == 4


def test_texts_are_all_used_and_all_there() -> None:
    templates = [
        *(ROOT / "pipeline" / "web").glob("templates/*.html"),
        *(ROOT / "pipeline" / "site").glob("templates/*.html"),
        *(ROOT / "pipeline" / "site").glob("*.py"),
    ]
    said = "\n".join(path.read_text("utf-8") for path in templates)
    texts = load_texts("pipeline.site")
    for key in re.findall(r'\bt(?:\.attributes)?\("(\w+)"(?! ~)', said):
        assert key in texts, key
    dynamic = (
        "script_", "rule_", "means_", "change_", "field_", "qualifier_", "role_", "kind_", "status_",
        "severity_", "document_", "lifecycle_", "about_", "read_", "record_", "list_", "head_", "picture_",
        "source_url", "landing_url",
    )  # fmt: skip
    spare = [key for key in texts.texts if f'"{key}"' not in said and not key.startswith(dynamic)]
    assert spare == []
