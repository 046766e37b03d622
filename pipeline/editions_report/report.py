"""The report as one HTML file: no network, no server, pictures of the pages inside."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from itertools import chain
from pathlib import Path

from markupsafe import Markup

from pipeline.editions_report.change_lines import change_lines, counts, pages_of_changes, tiers
from pipeline.editions_report.figures_shown import difference, said, word
from pipeline.editions_report.page_pictures import shown_pages
from pipeline.editions_report.series_tables import pages_of_items, pair_tables, questions
from pipeline.editions_report.year_figures import (
    progress_lines,
    project_lines,
    rises_and_falls,
    states,
    sums_chart,
)
from pipeline.web.environment import environment
from pipeline.web.texts import Text, load_texts
from quality.editions.comparison import Comparison, Edition, ProjectSums

PACKAGE = "pipeline.editions_report"
GROUPS = ("new", "continuing", "regrouped", "ended")
ROLES = ("baseline", "actual", "planned", "target")


def report_bytes(comparison: Comparison, before: Path | None, after: Path | None) -> bytes:
    """The HTML file; `before` and `after` are the PDFs, None where a picture cannot be had.

    The same comparison and PDFs give the same bytes.
    """
    pages = environment(PACKAGE)
    t = load_texts(PACKAGE)
    roles = {role: t(f"role_{role}") for role in ROLES}
    changed = [item for change in comparison.changes for item in change.after_ids]
    pictures = shown_pages(
        {"before": before, "after": after}, chain(pages_of_changes(comparison), pages_of_items(comparison))
    )
    kept = {item.dataset for item in (*comparison.items_before, *comparison.items_after)}
    datasets = [name for name in ("kpi", "project") if name in kept]
    lines, pairs = change_lines(comparison, t), pair_tables(comparison, t)
    html = pages.get_template("report.html").render(
        inline=True,
        navigation=[],
        comparison=comparison,
        title=_title(comparison),
        sides=(comparison.before, comparison.after),
        edition=_edition,
        notes=[said(note) for note in comparison.notes],
        lines=lines,
        kind_options=[(count.kind, count.text) for count in counts(comparison)],
        tier_options=[(str(tier), t("tier_n", n=tier)) for tier, _, count in tiers(comparison) if count],
        dataset_options=[(name, word("dataset", name)) for name in datasets],
        datasets=datasets,
        state_options=[(state, text) for state, text, _ in states(comparison)],
        group_options=[(group, word("group", group)) for group in GROUPS],
        anchors={pair.anchor for pair in pairs},
        counts=counts(comparison),
        tiers=tiers(comparison),
        projects=project_lines(comparison),
        sums=comparison.sums,
        sums_chart=sums_chart(comparison, t),
        rises_and_falls=rises_and_falls(comparison, t),
        states=states(comparison),
        progress=progress_lines(comparison, changed, t, roles),
        pairs=pairs,
        sum_rows=_sum_rows(comparison.sums),
        sum_total=_yen(comparison.sums.difference) if comparison.sums else "",
        questions=questions(comparison),
        pictures=pictures.pages,
        left_out=pictures.left_out,
        own_style=_own("report.css"),
        own_script=_own("js/report.js"),
        lens_script=Markup(files("pipeline.web").joinpath("js/lens.js").read_text("utf-8")),
    )
    return html.encode("utf-8", "replace")


def _sum_rows(sums: ProjectSums | None) -> list[tuple[Text, int, str]]:
    """What the difference is made of: group, how many projects, how much."""
    if sums is None:
        return []
    parts = (
        ("new", sums.new_count, sums.new),
        ("continuing", sums.continuing_count, sums.continuing),
        ("regrouped", sums.regrouped_count, sums.regrouped),
        ("ended", sums.ended_count, sums.ended),
    )
    return [(word("group", name), count, _yen(yen)) for name, count, yen in parts]


def _yen(amount: float) -> str:
    return difference(amount, None, None, "project")


def _title(comparison: Comparison) -> str:
    after = comparison.after
    name = after.title or after.document_id
    place = after.municipality_name or ""
    return name if not place or place in name else f"{place} {name}"


def _edition(one: Edition) -> Text:
    """What an edition is called: its year, else its file."""
    year = one.edition_fiscal_year
    if year is None:
        return Text(one.file_name, one.file_name)
    return Text(f"{year}年度版", f"{year} edition")


@cache
def _own(name: str) -> Markup:
    return Markup(files(PACKAGE).joinpath(name).read_text("utf-8"))
