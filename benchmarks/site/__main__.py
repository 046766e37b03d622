"""The site of many documents: `python -m benchmarks.site [--documents 500]`.

Copies the bundled documents under other ids and municipalities into a temporary folder, builds the
site of them, opens it in Chromium from the folder, and prints the table of benchmarks/README.md.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from pipeline.parts import part_bytes
from pipeline.site.build import Options, build_site
from schemas.dataset import datasets

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = "/usr/bin/chromium"
OPENINGS = 5
TIMES = """() => {
  const [navigation] = performance.getEntriesByType('navigation');
  const paint = performance.getEntriesByName('first-contentful-paint')[0];
  return [paint ? paint.startTime : 0, navigation.loadEventEnd];
}"""


def main() -> None:
    """Prints what building took and how soon pages are there."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=500)
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        ids = copies(work, chosen.documents)
        started = time.perf_counter()
        options = Options(work / "curated", work / "raw", work / "site", chosen.workers)
        built = build_site(options, lambda name, count: None)
        wall = time.perf_counter() - started
        cpu = sum(
            sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
        )
        again = time.perf_counter()
        build_site(options, lambda name, count: None)
        again = time.perf_counter() - again
        size = sum(path.stat().st_size for path in (work / "site").rglob("*") if path.is_file())
        each = f"{wall / built.documents:.2f} s a document, CPU {cpu / built.documents:.2f} s"
        print(f"| built | {wall:.0f} s: {each} |")
        print(f"| built again, pictures kept | {again:.0f} s |")
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"| peak memory of the building process | {peak:.0f} MB |")
        print(f"| files | {built.files:,}, {size / 1e6:,.0f} MB |")
        for told, milliseconds in loading(work / "site", ids[0]).items():
            print(f"| {told} | {milliseconds:.0f} ms |")


def copies(work: Path, count: int) -> list[str]:
    """Writes `count` documents to work/curated and work/raw; their ids."""
    parts = {
        path.stem: {name: rows_of(name, path.stem) for name in datasets()}
        for path in sorted((ROOT / "curated" / "documents").glob("*.parquet"))
    }
    (work / "raw").mkdir()
    ids = []
    listing = []
    for number in range(count):
        source = list(parts)[number % len(parts)]
        place = number // len(parts)
        document_id = f"d{place:04d}_{source}"
        ids.append(document_id)
        file = parts[source]["documents"][0]["file_name"]
        (work / "raw" / f"{document_id}.pdf").symlink_to(ROOT / "raw" / file)
        listing.append(f"[[document]]\nfile = {json.dumps(document_id + '.pdf')}\n")
        for name, rows in parts[source].items():
            target = work / "curated" / name / f"{document_id}.parquet"
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(
                part_bytes(datasets()[name], [row | changed(row, document_id, place) for row in rows])
            )
    (work / "raw" / "sources.toml").write_text("\n".join(listing), "utf-8")
    return ids


def rows_of(dataset: str, document_id: str) -> list[dict[str, Any]]:
    """The rows of a bundled document in a dataset."""
    rows: list[dict[str, Any]] = (
        pq.ParquetFile(ROOT / "curated" / dataset / f"{document_id}.parquet").read().to_pylist()
    )
    return rows


def changed(row: dict[str, Any], document_id: str, place: int) -> dict[str, Any]:
    """What differs in a copy: the id, the municipality."""
    new: dict[str, Any] = {"document_id": document_id}
    if "municipality_code" in row:
        new["municipality_code"] = f"{100000 + place}"
    if "municipality_name" in row:
        new["municipality_name"] = f"第{place}市"
    return new


def loading(site: Path, document_id: str) -> dict[str, float]:
    """The median milliseconds until pages are painted and loaded, and until a search has answered."""
    from playwright.sync_api import sync_playwright

    told: dict[str, float] = {}
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=PROGRAM, args=["--no-sandbox"])
        for name in ("index.html", f"documents/{document_id}.html", "indicators.html", "findings.html"):
            seen = []
            for _ in range(OPENINGS):
                page = browser.new_context().new_page()
                page.goto((site / name).as_uri(), wait_until="load")
                page.wait_for_timeout(300)
                seen.append(page.evaluate(TIMES))
                page.context.close()
            kind = name.split("/")[0]
            told[f"{kind}: first paint"] = statistics.median(paint for paint, _ in seen)
            told[f"{kind}: loaded"] = statistics.median(loaded for _, loaded in seen)
        for query in ("人口", "待機児童", "市民 割合"):
            seen_search = []
            for _ in range(OPENINGS):
                page = browser.new_context().new_page()
                page.goto((site / "search.html").as_uri())
                started = time.perf_counter()
                page.locator("#q").fill(query)
                page.locator("[data-search-status]:not(:empty)").wait_for()
                seen_search.append(1000 * (time.perf_counter() - started))
                page.context.close()
            told[f"search {query}"] = statistics.median(seen_search)
        browser.close()
    return told


if __name__ == "__main__":
    main()
