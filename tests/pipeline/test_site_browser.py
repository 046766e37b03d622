"""The site in Chromium, opened from a folder: figures in their place, search, languages, access for all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from pipeline.site.addresses import document_address, item_address
from pipeline.site.build import Options, build_site
from pipeline.site.curated_data import read_document
from tests.bundled import RAW, ROOT
from tests.pipeline.browsing import DESKTOP, PHONE, chromium, opened
from tests.pipeline.site_data import NEW, OLD, quiet

CURATED = ROOT / "curated"
KPI, REPORT = "higashikurume_kpi_2024", "higashikurume_policy_report_2024"

CHOSEN = """name => {
  const element = document.getElementById(name);
  element.click();
  const leaf = element.closest('.leaf');
  const rect = leaf.querySelector('.marks .chosen');
  const picture = leaf.querySelector('.sheet img').getBoundingClientRect();
  const shown = rect.getBoundingClientRect();
  const scale = Number(leaf.dataset.width) / picture.width;
  return {
    page: Number(leaf.dataset.page),
    drawn: ['x', 'y', 'width', 'height'].map(name => Number(rect.getAttribute(name))),
    seen: [shown.left - picture.left, shown.top - picture.top, shown.width, shown.height].map(n => n * scale),
    told: document.querySelector('.tray-value b').textContent,
    marks: document.querySelectorAll('.marks .chosen').length,
  };
}"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """One browser for all tests of this file."""
    with chromium() as started:
        yield started


@pytest.mark.parametrize("document_id", [KPI, REPORT])
def test_every_figure_is_marked_where_it_was_read(browser: Any, site: Path, document_id: str) -> None:
    """The mark on the picture is the box of Parquet, drawn to scale, and the print in it is the figure's."""
    document = read_document(CURATED, document_id)
    rows = {row["value_id"]: row for row in document.kpi_values}
    rows |= {row["amount_id"]: row for row in document.project_amounts}
    pdf = pypdfium2.PdfDocument(RAW / f"{document_id}.pdf")
    with opened(browser, site / document_address(document_id)) as page:
        for name, row in rows.items():
            found = page.evaluate(CHOSEN, name)
            box = [row["x0"], row["y0"], row["x1"] - row["x0"], row["y1"] - row["y0"]]
            assert (found["page"], found["marks"]) == (row["page"], 1), name
            assert found["drawn"] == pytest.approx(box, abs=0.011), name
            assert found["seen"] == pytest.approx(box, abs=0.5), name
            sheet = pdf[row["page"] - 1]
            height = sheet.get_height()
            edges = (row["x0"] - 1, height - row["y1"] - 1, row["x1"] + 1, height - row["y0"] + 1)
            printed = sheet.get_textpage().get_text_bounded(*edges)
            said = row.get("value_text", row.get("amount_text"))
            assert "".join(printed.split()) == "".join(said.split()), name


def test_a_click_on_a_figure_shows_it_beside_the_print(browser: Any, site: Path) -> None:
    row = next(row for row in read_document(CURATED, REPORT).project_amounts if row["amount_id"] == "a0031")
    with opened(browser, site / document_address(REPORT)) as page:
        page.locator("#a0031").click()
        assert page.locator("#a0031").get_attribute("aria-current") == "true"
        assert page.locator(".tray-value b").inner_text() == f"{row['amount_yen']:,} 円"
        assert page.locator(".tray-name").inner_text() == row["name"]
        assert row["amount_text"] in page.locator(".tray-place").inner_text()
        ring, tray = page.locator(".marks .ring"), page.locator(".tray")
        assert ring.bounding_box()["y"] + ring.bounding_box()["height"] < tray.bounding_box()["y"]
        assert ring.bounding_box()["y"] >= 0, "the place is in sight"
        frame, lens = page.locator(".tray .frame").bounding_box(), page.locator(".tray .lens").bounding_box()
        assert lens["x"] < frame["x"] and frame["x"] + frame["width"] < lens["x"] + lens["width"]
        assert lens["y"] < frame["y"] and frame["y"] + frame["height"] < lens["y"] + lens["height"]
        page.keyboard.press("Escape")
        assert tray.is_hidden() and page.locator(".marks .chosen").count() == 0


@pytest.mark.parametrize("figure", ["v0003", "v0040", "v0200"])
@pytest.mark.parametrize("zoom", [0, 2])
def test_a_click_on_the_page_shows_the_row(browser: Any, site: Path, figure: str, zoom: int) -> None:
    row = next(row for row in read_document(CURATED, KPI).kpi_values if row["value_id"] == figure)
    with opened(browser, site / document_address(KPI), query=f"#page-{row['page']}") as page:
        for _ in range(zoom):
            page.locator("[data-view=larger]").click()
        sheet = page.locator(f"#page-{row['page']} .sheet")
        sheet.scroll_into_view_if_needed()
        area, width = (
            sheet.bounding_box(),
            float(page.locator(f"#page-{row['page']}").get_attribute("data-width")),
        )
        scale = area["width"] / width
        place = {"x": (row["x0"] + row["x1"]) / 2 * scale, "y": (row["y0"] + row["y1"]) / 2 * scale}
        sheet.click(position=place)
        assert page.locator("[aria-current=true]").get_attribute("id") == figure
        assert page.locator(f"#{figure}").bounding_box()["y"] < DESKTOP[1]
        assert page.evaluate("document.activeElement.id") == figure


def test_a_click_beside_figures_shows_the_cell(browser: Any, site: Path) -> None:
    cell = next(
        c for c in read_document(CURATED, KPI).cells if c["page"] == 1 and "数値目標の説明" in c["text"]
    )
    with opened(browser, site / document_address(KPI)) as page:
        scale = page.locator("#page-1 .sheet").bounding_box()["width"] / 841.89
        page.locator("#page-1 .sheet").click(
            position={"x": (cell["x0"] + 4) * scale, "y": (cell["y0"] + 4) * scale}
        )
        assert page.locator(".cell.chosen").inner_text().strip() == cell["text"]
        assert page.locator("#page-1 details.grids").get_attribute("open") is not None


def test_keys_lead_from_figure_to_figure(browser: Any, site: Path) -> None:
    with opened(browser, site / document_address(KPI)) as page:
        page.locator("#v0001").focus()
        page.keyboard.press("Enter")
        for key, figure in (
            ("ArrowRight", "v0002"),
            ("ArrowDown", "v0005"),
            ("ArrowLeft", "v0004"),
            ("ArrowUp", "v0001"),
        ):
            page.keyboard.press(key)
            assert page.evaluate("document.activeElement.id") == figure
            assert page.locator("[aria-current=true]").get_attribute("id") == figure


def test_links_lead_to_the_place(browser: Any, site: Path) -> None:
    """From an indicator's page to its figure on the page of the document."""
    with opened(browser, site / item_address(KPI, "k003")) as page:
        link = page.locator(f"a[href$='{KPI}.html#v0008']")
        link.click()
        page.wait_for_selector("#v0008.chosen")
        assert page.locator("#v0008").bounding_box()["y"] < DESKTOP[1]
        page.go_back()
        page.wait_for_selector("figure.place .lens img")


@pytest.mark.parametrize(
    ("query", "first", "count"),
    [
        ("人口", "人口", None),
        ("ＤＸ推進方針", "東久留米市ＤＸ推進方針", None),
        ("dx推進方針", "東久留米市ＤＸ推進方針", None),
        ("西東京 計画", "基本計画（各論）", None),
        ("市民 割合 東久留米", None, None),
        ("電", None, None),
        ("存在しない名称", None, 0),
        ("<b>", None, 0),
    ],
)
def test_the_search_finds(browser: Any, site: Path, query: str, first: str | None, count: int | None) -> None:
    with opened(browser, site / "index.html") as page:
        page.locator("header input[name=q]").fill(query)
        page.keyboard.press("Enter")
        page.wait_for_url("**/search.html**")
        page.locator("[data-search-status]:not(:empty)").wait_for()
        names = page.locator("[data-search-results] a").all_inner_texts()
        if count is not None:
            assert len(names) == count
            return
        assert names and (first is None or names[0] == first)
        page.locator("[data-search-results] a").first.click()
        page.wait_for_selector("h1")
        assert "search.html" not in page.url


def test_the_language_is_switched_and_kept(browser: Any, site: Path) -> None:
    with opened(browser, site / "index.html") as page:
        assert page.locator("h1").inner_text() == "読み取ったもの"
        page.locator("[data-language=en]").click()
        assert page.locator("h1").inner_text() == "What was read"
        assert page.evaluate("document.documentElement.lang") == "en"
        assert page.locator("header input[name=q]").get_attribute("placeholder").startswith("Find")
        page.get_by_role("link", name="Indicators", exact=True).click()
        page.wait_for_url("**/indicators.html**")
        assert page.locator("h1").inner_text() == "Indicators"
        page.locator("[data-language=ja]").click()
        assert page.locator("h1").inner_text() == "指標"
        page.reload()
        assert page.locator("h1").inner_text() == "指標"


@pytest.mark.parametrize(
    "address", ["index.html", document_address(KPI), item_address(KPI, "k001"), "about.html"]
)
def test_in_english_only_names_are_japanese(browser: Any, site: Path, address: str) -> None:
    script = """() => {
      const japanese = /[\\u3040-\\u30ff\\u4e00-\\u9fff]/;
      return [...document.querySelectorAll('body *')].filter(element =>
        [...element.childNodes].some(node => node.nodeType === 3 && japanese.test(node.data)) &&
        !element.closest('[lang=ja], script, svg.chart') && element.checkVisibility()).map(e => e.outerHTML);
    }"""
    with opened(browser, site / address, query="?lang=en") as page:
        assert page.evaluate(script) == []


def test_lists_are_filtered_and_sorted(browser: Any, site: Path) -> None:
    with opened(browser, site / "projects.html") as page:
        rows = page.locator("#item-list tbody tr:visible")
        whole = rows.count()
        page.locator("#item-list-filter").fill("ｼｽﾃﾑ")
        assert 0 < rows.count() < whole
        assert all("システム" in name for name in rows.all_inner_texts())
        assert page.locator("[data-found=item-list]").inner_text() == str(rows.count())
        page.locator("#item-list-filter").fill("")
        head = page.locator("th[data-sort=number]").nth(1)
        head.locator("button").click()
        head.locator("button").click()
        assert head.get_attribute("aria-sort") == "descending"
        values = [cell.get_attribute("data-value") for cell in page.locator("tbody td:nth-child(4)").all()]
        numbers = [int(value) for value in values if value]
        assert numbers == sorted(numbers, reverse=True) and values[-1] == "", "nothing comes last"


def test_what_is_done_stays_done(browser: Any, hostile: Path) -> None:
    with opened(browser, hostile / "findings.html") as page:
        page.locator("[data-done]").first.check()
        page.reload()
        assert page.locator("[data-done-count]").inner_text() == "1"
        page.locator("#task-open").check()
        assert page.locator(".task:visible").count() == 3
        page.locator("#task-severity").select_option("warning")
        assert page.locator(".task:visible").count() == 2
        page.locator(".task:visible a").first.click()
        page.wait_for_selector("#f0001.chosen")


def test_a_change_leads_to_its_place_in_both_editions(browser: Any, hostile: Path) -> None:
    [comparison] = (hostile / "comparisons").iterdir()
    for number, document_id in enumerate((OLD, NEW)):
        with opened(browser, comparison) as page:
            page.locator("tbody tr a").nth(number).click()
            page.wait_for_selector("#page-1 .marks .chosen")
            assert page.url.split("#")[0].endswith(document_address(document_id))
            mark = page.locator("#page-1 .marks .chosen")
            assert [mark.get_attribute(name) for name in ("x", "y", "width", "height")] == [
                "280",
                "145",
                "60.00",
                "12.00",
            ]


def kinds_of_pages(site: Path, hostile: Path) -> dict[str, Path]:
    """One page of each kind, with much on it."""
    [comparison] = (hostile / "comparisons").iterdir()
    return {
        "overview": site / "index.html",
        "document": site / document_address(REPORT),
        "document without pictures": hostile.parent / "bare" / document_address(NEW),
        "hostile document": hostile / document_address(OLD),
        "indicator": hostile / item_address(NEW, "k001"),
        "project": hostile / item_address(NEW, "p001"),
        "publication": next((hostile / "publications").iterdir()),
        "indicators": site / "indicators.html",
        "projects": site / "projects.html",
        "findings": hostile / "findings.html",
        "comparison": comparison,
        "comparisons": hostile / "comparisons.html",
        "about": site / "about.html",
        "search": site / "search.html",
    }


@pytest.fixture(scope="module")
def pages(site: Path, hostile: Path) -> dict[str, Path]:
    """The pages of each kind, the one without pictures built now."""
    build_site(Options(hostile.parent / "curated", hostile.parent / "no", hostile.parent / "bare"), quiet)
    return kinds_of_pages(site, hostile)


@pytest.mark.parametrize("look", ["light", "dark", "phone"])
def test_nobody_is_shut_out(browser: Any, pages: dict[str, Path], look: str) -> None:
    """axe-core finds nothing serious or critical on any kind of page, with a figure chosen on it."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    options = {"color_scheme": "dark" if look == "dark" else "light"}
    wrong: list[str] = []
    for kind, path in pages.items():
        query = "?q=市民" if kind == "search" else ""
        with opened(
            browser, path, query=query, size=PHONE if look == "phone" else DESKTOP, **options
        ) as page:
            if page.locator(".fig").count():
                page.locator(".fig").last.click()
                page.locator("details").last.evaluate("element => element.open = true")
            if kind == "search":
                page.wait_for_selector("[data-search-results] a")
            for violation in axe.run(page, options={"preload": False}).response["violations"]:
                if violation["impact"] in ("serious", "critical"):
                    places = [node["html"][:160] for node in violation["nodes"][:3]]
                    wrong.append(f"{kind}: {violation['id']} {places}")
    assert wrong == []


def test_nothing_is_wider_than_a_phone(browser: Any, pages: dict[str, Path]) -> None:
    for kind, path in pages.items():
        with opened(browser, path, size=PHONE) as page:
            assert page.evaluate("document.documentElement.scrollWidth") <= PHONE[0], kind


def test_without_scripts_everything_is_there(browser: Any, site: Path) -> None:
    with opened(browser, site / document_address(KPI), java_script_enabled=False) as page:
        assert page.locator("#v0001").is_visible() and page.locator("#page-1 img").is_visible()
    with opened(browser, site / "indicators.html", java_script_enabled=False) as page:
        assert page.locator("tbody tr").first.is_visible()


def test_it_prints(browser: Any, site: Path, tmp_path: Path) -> None:
    with opened(browser, site / item_address(KPI, "k001")) as page:
        page.emulate_media(media="print")
        assert page.locator("nav").first.is_hidden() and page.locator("svg.chart").is_visible()
        page.pdf(path=tmp_path / "page.pdf", format="A4")
    printed = pypdfium2.PdfDocument(tmp_path / "page.pdf")
    assert len(printed) == 1
    assert "116,839" in printed[0].get_textpage().get_text_range()
