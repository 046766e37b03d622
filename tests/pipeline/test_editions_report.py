"""The HTML report on two editions: what it says, that it is harmless, and how it works in Chromium."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.comparing.editions import load_document
from pipeline.editions_report.figures_shown import decimals, difference
from pipeline.editions_report.page_pictures import shown_pages
from pipeline.editions_report.report import report_bytes
from pipeline.editions_report.text_difference import marked
from quality.editions.compare import compare
from quality.editions.comparison import Comparison
from tests.bundled import EDITIONS, RAW
from tests.pipeline.browsing import DESKTOP, PHONE, chromium, opened
from tests.quality.editions.printed_editions import edition, kpi, project

KPI, REPORT = "higashikurume_kpi", "higashikurume_policy_report"


def compared(name: str, before: Path, after: Path) -> Comparison:
    return compare(
        load_document(before, f"{name}_2024").rows, load_document(after, f"{name}_2025_simulated").rows
    )


@pytest.fixture(scope="module")
def reports(curated: Path, curated_editions: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report for each of the simulated pairs."""
    folder = tmp_path_factory.mktemp("reports")
    for name in (KPI, REPORT):
        pdfs = RAW / f"{name}_2024.pdf", EDITIONS / f"{name}_2025_simulated.pdf"
        (folder / f"{name}.html").write_bytes(report_bytes(compared(name, curated, curated_editions), *pdfs))
    return folder


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """One browser for all tests of this file."""
    with chromium() as started:
        yield started


# ── What it says ────────────────────────────────────────────────────────────────────────────


def test_the_same_comparison_gives_the_same_bytes(curated: Path, curated_editions: Path) -> None:
    comparison = compared(REPORT, curated, curated_editions)
    assert report_bytes(comparison, None, None) == report_bytes(comparison, None, None)


def test_every_change_and_every_pair_is_in_it(curated: Path, curated_editions: Path) -> None:
    comparison = compared(KPI, curated, curated_editions)
    html = report_bytes(comparison, None, None).decode()
    assert html.count('<tr class="tier-') >= len(comparison.changes)
    assert html.count('<details class="pair"') == len(comparison.pairs)
    for change in comparison.changes:
        assert f'data-kind="{change.kind}"' in html


def test_editions_that_are_the_same_are_said_to_be() -> None:
    one = edition("old", kpi("人口", {"actual 2023": 100}))
    html = report_bytes(compare(one, one), None, None).decode()
    assert "変更はありません" in html


def test_what_documents_say_is_never_markup() -> None:
    nasty = '<img src=x onerror="alert(1)">事業\u202e'
    before = edition("old", project(nasty, {"settlement 2023": 10}))
    after = edition("new", project("別の事業", {"settlement 2023": 7}), year=2025)
    html = report_bytes(compare(before, after), None, None).decode()
    assert "<img src=x" not in html and "\u202e" not in html
    assert "&lt;img src=x" in html


def test_the_sums_stand_in_it() -> None:
    before = edition("old", project("公園整備事業", {"settlement 2022": 10_000}))
    after = edition(
        "new",
        project("公園整備事業", {"settlement 2022": 10_000, "settlement 2023": 12_000}),
        project("防災訓練事業", {"settlement 2023": 500}),
        year=2025,
    )
    html = report_bytes(compare(before, after), None, None).decode()
    assert "+200万円" in html and "+50万円" in html and "+250万円" in html


@pytest.mark.parametrize(
    ("before", "after", "left", "right"),
    [
        ("税を徴収する", "税を徴収し送付する", "税を徴収する", "税を徴収<ins>し送付</ins>する"),
        ("4月に送る", "5月に送る", "<del>4</del>月に送る", "<ins>5</ins>月に送る"),
        ("道路を直す", "学校を建てる", "<del>道路を直す</del>", "<ins>学校を建てる</ins>"),
        ("<b>", "<b>", "&lt;b&gt;", "&lt;b&gt;"),
    ],
)
def test_texts_are_marked_where_they_differ(before: str, after: str, left: str, right: str) -> None:
    assert tuple(map(str, marked(before, after))) == (left, right)


@pytest.mark.parametrize(
    ("delta", "percent", "unit", "dataset", "text"),
    [
        (4.5, 5.2, "%", "kpi", "+4.5%（+5.2%）"),
        (-3.0, None, "人", "kpi", "▲3人"),
        (0.0, 0.0, "人", "kpi", "±0人（±0.0%）"),
        (-469_000.0, -3.0, None, "project", "▲46.9万円（▲3.0%）"),
        (None, None, None, "kpi", ""),
    ],
)
def test_differences(
    delta: float | None, percent: float | None, unit: str | None, dataset: str, text: str
) -> None:
    assert difference(delta, percent, unit, dataset) == text


@pytest.mark.parametrize(("step", "places"), [(0.1, 1), (0.01, 2), (1.0, 0), (1000.0, 0), (0.0, None)])
def test_decimals_are_those_printed(step: float, places: int | None) -> None:
    assert decimals(step) == places


def test_pages_without_a_pdf_are_counted(tmp_path: Path) -> None:
    shown = shown_pages({"before": None, "after": tmp_path / "gone.pdf"}, [("before", 1), ("after", 2)] * 2)
    assert (shown.pages, shown.left_out) == ({}, 2)


def test_markings_are_told_in_words(curated: Path, curated_editions: Path) -> None:
    html = report_bytes(compared(KPI, curated, curated_editions), None, None).decode()
    assert "to_be_removed" not in html
    assert '<span data-en="to be removed">削除予定</span>' in html


def test_what_neither_edition_holds_is_not_counted(curated: Path, curated_editions: Path) -> None:
    html = report_bytes(compared(REPORT, curated, curated_editions), None, None).decode()
    assert ">対応する事業<" in html and ">対応する指標<" not in html


def test_a_chart_begins_with_the_baseline() -> None:
    figures = {"baseline": 50, "actual 2023": 60, "target 2027": 90}
    one = edition("old", kpi("満足度", figures))
    html = report_bytes(compare(one, one), None, None).decode()
    assert "<desc" in html and "基準 基準 50" in html


# ── In Chromium ─────────────────────────────────────────────────────────────────────────────

PLACE = """() => {
  const lens = document.querySelector('dialog .lens');
  const image = lens.querySelector('img').getBoundingClientRect();
  const frame = lens.querySelector('.frame').getBoundingClientRect();
  return [frame.left - image.left, frame.top - image.top, frame.width, frame.height, image.width,
          lens.getBoundingClientRect().left - frame.left, image.height];
}"""


@pytest.mark.parametrize("name", [KPI, REPORT])
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_a_figure_opens_the_place_it_is_printed_at(
    browser: Any, reports: Path, name: str, size: tuple[int, int]
) -> None:
    with opened(browser, reports / f"{name}.html", size=size) as page:
        buttons = page.locator("#changes button.spot")
        for number in (0, buttons.count() // 2, buttons.count() - 1):
            button = buttons.nth(number)
            held = button.get_attribute("data-key")
            x0, y0, x1, y1 = map(float, button.get_attribute("data-box").split())
            button.click()
            width = page.evaluate(
                "k => JSON.parse(document.getElementById('pictures').textContent)[k][1]", held
            )
            left, top, wide, high, drawn, beyond, _ = page.evaluate(PLACE)
            scale = drawn / width
            assert (left + 3) / scale == pytest.approx(x0, abs=1.0)
            assert (top + 2) / scale == pytest.approx(y0, abs=1.0)
            assert (wide - 6) / scale == pytest.approx(x1 - x0, abs=6 / scale)
            assert (high - 4) / scale == pytest.approx(y1 - y0, abs=6 / scale)
            assert beyond < 4, "the place is in the window"
            page.keyboard.press("Escape")
            assert not page.locator("dialog").is_visible()


def test_search_and_filters_leave_what_fits(browser: Any, reports: Path) -> None:
    with opened(browser, reports / f"{KPI}.html") as page:
        rows = page.locator("#changes tbody tr:not([hidden])")
        whole = rows.count()
        page.locator("#changes-kind").select_option("restated")
        restated = rows.count()
        assert 0 < restated < whole
        assert all("過去数値の改訂" in text for text in rows.all_inner_texts())
        page.locator("#changes-search").fill("図書館")
        assert rows.count() <= restated
        page.locator("#changes-kind").select_option("")
        assert all("図書館" in text for text in rows.all_inner_texts())
        assert page.locator("[data-found=changes]").inner_text() == str(rows.count())


def test_the_languages_change_places(browser: Any, reports: Path) -> None:
    with opened(browser, reports / f"{REPORT}.html") as page:
        assert page.locator("#changes-title").inner_text() == "変更の一覧"
        page.locator("[data-language=en]").click()
        assert page.locator("#changes-title").inner_text() == "Changes"


@pytest.mark.parametrize("name", [KPI, REPORT])
def test_a_phone_needs_no_sideways_scrolling(browser: Any, reports: Path, name: str) -> None:
    with opened(browser, reports / f"{name}.html", size=PHONE) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]


@pytest.mark.parametrize("name", [KPI, REPORT])
def test_nobody_is_shut_out(browser: Any, reports: Path, name: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    with opened(browser, reports / f"{name}.html") as page:
        violations = axe.run(page, options={"preload": False}).response["violations"]
        grave = [v["id"] for v in violations if v["impact"] in ("serious", "critical")]
        assert grave == []


def test_on_a_phone_a_change_fits_the_width(browser: Any, reports: Path) -> None:
    with opened(browser, reports / f"{KPI}.html", size=PHONE) as page:
        wide = page.evaluate(
            "(() => { const t = document.getElementById('changes'); return t.scrollWidth; })()"
        )
        assert wide <= PHONE[0]
