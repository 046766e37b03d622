"""What site and reports share: pictures, charts, figures, escaping, texts in two languages."""

from __future__ import annotations

import io
import re
from pathlib import Path
from xml.etree import ElementTree

import pypdfium2
import pytest
from PIL import Image

from pipeline.web.charts import Amount, Change, Point, amounts_chart, changes_chart, share_bar, values_chart
from pipeline.web.environment import environment, one_line, script_data
from pipeline.web.numbers import change, number, percent, yen, yen_short
from pipeline.web.pictures import PictureError, crop, page_picture, page_sizes
from pipeline.web.scales import nice_scale
from pipeline.web.texts import Text, harmless, load_texts
from tests.bundled import RAW

KPI = RAW / "higashikurume_kpi_2024.pdf"
ROLES = {role: Text(role, role) for role in ("baseline", "actual", "planned", "target")}


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        (number(116839.0), "116,839"),
        (number(95.0, 1), "95.0"),
        (number(-1.25, 2), "▲1.25"),
        (number(-0.0), "0"),
        (number(-0.004, 2), "0.00"),
        (number(None), ""),
        (number(float("nan")), ""),
        (change(2243000), "+2,243,000"),
        (change(-5), "▲5"),
        (change(0), "±0"),
        (yen(4686000), "4,686,000円"),
        (yen(None), ""),
        (yen_short(4686000), "468.6万円"),
        (yen_short(1167977000), "11.68億円"),
        (yen_short(-250000000), "▲2.5億円"),
        (yen_short(3 * 10**12), "3兆円"),
        (yen_short(9999), "9,999円"),
        (percent(1, 3), "33.3%"),
        (percent(9999, 10000), "99.9%"),
        (percent(1, 100000), "0.1%"),
        (percent(5, 5), "100%"),
        (percent(0, 0), "–"),
    ],
)
def test_figures(printed: str, shown: str) -> None:
    assert printed == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ('" onload="x', "&#34; onload=&#34;x"),
        ("人口\u202e口人\x07", "人口�口人�"),
        ("葛\U000e0100城市\t一\n二", "葛\U000e0100城市\t一\n二"),
        (None, ""),
    ],
)
def test_text_of_documents_is_escaped(text: str | None, shown: str) -> None:
    assert environment("pipeline.web").from_string("{{ x }}").render(x=text) == shown


def test_a_text_stands_in_japanese_with_its_english() -> None:
    page = environment("pipeline.web").from_string(
        '{{ t("page_n", n=n) }}|{{ t.attributes("language", "title") }}'
    )
    japanese, attribute = page.render(n='<3"').split("|")
    assert japanese == '<span data-en="page &lt;3&#34;">&lt;3&#34;ページ</span>'
    assert attribute == ' title="言語" data-en-title="Language"'


def test_every_text_has_the_same_names_in_both_languages() -> None:
    for key, text in load_texts("pipeline.web").texts.items():
        names = [set(re.findall(r"{(\w+)}", part)) for part in (text.ja, text.en)]
        assert names[0] == names[1], key
        assert text.ja and text.en, key


def test_data_in_a_script_cannot_end_it() -> None:
    assert script_data({"a": "</script><!--&\u2028人"}) == (
        '{"a":"\\u003c/script\\u003e\\u003c!--\\u0026\\u2028\\u4eba"}'
    )


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("市域を越える\n行政課題", "市域を越える行政課題"),
        ("a b\nc", "a b c"),
        (None, ""),
        (" 一 \n\n 二", "一二"),
    ],
)
def test_lines_are_joined(text: str | None, line: str) -> None:
    assert one_line(text) == line


def test_a_page_is_drawn_as_it_is_shown() -> None:
    picture = page_picture(KPI, 1)
    image = Image.open(io.BytesIO(picture.content))
    assert (image.format, image.size) == ("WEBP", (picture.width, picture.height))
    assert picture.box[2:] == pytest.approx(page_sizes(KPI)[0], abs=0.5)
    assert picture.width == pytest.approx(picture.box[2] * 110 / 72, abs=1)


def test_a_crop_holds_its_box_and_a_margin() -> None:
    picture = crop(KPI, 1, (210.79, 145.1, 249.28, 154.58), margin=8, encoding="PNG")
    assert picture.box == pytest.approx((202.79, 137.1, 257.28, 162.58), abs=0.5)
    image = Image.open(io.BytesIO(picture.content)).convert("L")
    assert image.size == (picture.width, picture.height)
    assert image.getextrema()[0] < 60, "the print is in it"
    assert picture.data_uri().startswith("data:image/png;base64,")


def test_what_has_no_picture(tmp_path: Path) -> None:
    (tmp_path / "no.pdf").write_bytes(b"%PDF-1.4 nothing")
    for make in (
        lambda: page_picture(KPI, 99),
        lambda: page_picture(tmp_path / "missing.pdf", 1),
        lambda: page_picture(tmp_path / "no.pdf", 1),
        lambda: crop(KPI, 1, (5000, 5000, 5100, 5100)),
    ):
        with pytest.raises(PictureError):
            make()


@pytest.mark.parametrize(("width", "height"), [(14_400, 14_400), (14_400, 3), (3, 14_400)])
def test_an_absurd_page_has_a_bounded_picture(tmp_path: Path, width: float, height: float) -> None:
    document = pypdfium2.PdfDocument.new()
    document.new_page(width, height)
    document.save(tmp_path / "wide.pdf")
    picture = page_picture(tmp_path / "wide.pdf", 1, dpi=300)
    assert picture.width * picture.height <= 12_100_000 and max(picture.width, picture.height) <= 16_383
    assert picture.box[2] == pytest.approx(width, rel=0.01)


@pytest.mark.parametrize(
    ("values", "from_zero", "ticks"),
    [
        ((116839, 114460), False, (114000, 115000, 116000, 117000)),
        ((3, 40), False, (0, 10, 20, 30, 40)),
        ((2443000, 4686000), True, (0, 2000000, 4000000, 6000000)),
        ((5, 5), False, (4.5, 4.75, 5.0, 5.25, 5.5)),
        ((-20, 30), True, (-20, 0, 20, 40)),
        ((), False, (-1, -0.5, 0, 0.5, 1)),
    ],
)
def test_axes_are_round(values: tuple[float, ...], from_zero: bool, ticks: tuple[float, ...]) -> None:
    assert nice_scale(values, 0, 100, from_zero=from_zero).ticks == ticks


def test_charts_are_drawn_and_told() -> None:
    points = [
        Point(2023, Text("R5", "FY2023"), 60.0, "baseline", Text("60.0", "60.0")),
        Point(2024, Text("R6", "FY2024"), 70.0, "actual", Text("70.0", "70.0")),
        Point(2027, Text("R9", "FY2027"), 80.0, "target", Text("80.0", "80.0")),
    ]
    hostile = Text("<b>&", "<i>")
    charts = [
        values_chart(points, "%", hostile, ROLES),
        amounts_chart([Amount(Text("R5", "FY2023"), 5, "budget", Text("予算", "budget"))], hostile),
        changes_chart([Change("<事業>", -5.0, "▲5円", "a.html#p1")], hostile),
        share_bar([("proved", 2, Text("検算一致", "proved")), ("read", 0, Text("読取", "read"))], hostile),
    ]
    for chart in charts:
        drawn = ElementTree.fromstring(chart)
        assert drawn.get("role") == "img"
        assert drawn[0].tag == "title" and drawn[0].text == "<b>&" and drawn[0].get("data-en") == "<i>"
        assert drawn[1].tag == "desc" and drawn[1].text
    said = ElementTree.fromstring(charts[0])[1].text or ""
    assert said == "baseline R5 60.0%、actual R6 70.0%、target R9 80.0%"


def test_one_figure_is_no_chart() -> None:
    point = Point(2024, Text("R6", "FY2024"), 70.0, "actual", Text("70.0", "70.0"))
    assert values_chart([point], "%", Text("a", "a"), ROLES) == ""
    assert amounts_chart([], Text("a", "a")) == ""


def test_what_is_harmless_stays() -> None:
    assert harmless("㎡ ① 令和６年\n▲1") == "㎡ ① 令和６年\n▲1"
