"""東久留米市ＤＸ推進方針 (python-pptx -> LibreOffice Impress)."""
import tempfile
from pathlib import Path

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Emu, Inches, Pt
from lxml import etree
from typesetting import dump, finish, load, soffice

F = "BIZ UDPGothic"
NAVY, BLUE, PALE, ORANGE, GREY = "1F3864", "2E75B6", "DEEAF6", "F4B183", "D9D9D9"
rgb = RGBColor.from_string
I = Inches


def font(run, size, bold=False, color=None, name=F, strike=False):
    run.font.size, run.font.bold, run.font.name = Pt(size), bold, name
    rpr = run._r.get_or_add_rPr()
    ea = rpr.find(qn("a:ea"))
    if ea is None:
        ea = etree.SubElement(rpr, qn("a:ea"))
    ea.set("typeface", name)
    if color:
        run.font.color.rgb = rgb(color)
    if strike:
        rpr.set("strike", "sngStrike")


def put(tf, text, size=12, bold=False, color=None, align=None, strike=False, spacing=None, name=F):
    tf.word_wrap = True
    for i, ln in enumerate(text.split("\n")):
        p = tf.paragraphs[0] if i == 0 else tf.add_paragraph()
        if align:
            p.alignment = align
        if spacing:
            p.line_spacing = spacing
        font(p.add_run(), size, bold, color, name, strike)
        p.runs[0].text = ln


class Deck:
    def __init__(self, d):
        self.d = d
        self.p = Presentation()
        self.p.slide_width, self.p.slide_height = I(13.333), I(7.5)
        self.n = 0

    def slide(self, chapter, title, number=True):
        self.n += 1
        s = self.s = self.p.slides.add_slide(self.p.slide_layouts[6])
        self.rect(0, 0, 13.333, 0.34, NAVY)
        self.text(0.3, 0.0, 8, 0.34, chapter, 11, color="FFFFFF")
        if title:
            self.text(0.4, 0.42, 12.4, 0.6, title, 22, bold=True, color=NAVY)
            self.rect(0.4, 1.0, 12.5, 0.04, BLUE)
        if number:
            z = str(self.n).translate(str.maketrans("0123456789", "０１２３４５６７８９")) if self.n < 10 else str(self.n)
            self.text(12.3, 7.05, 0.8, 0.35, z, 12, align=PP_ALIGN.RIGHT)
        return s

    def rect(self, x, y, w, h, fill, line=None, shape=MSO_SHAPE.RECTANGLE):
        r = self.s.shapes.add_shape(shape, I(x), I(y), I(w), I(h))
        if fill:
            r.fill.solid()
            r.fill.fore_color.rgb = rgb(fill)
        else:
            r.fill.background()
        if line:
            r.line.color.rgb = rgb(line)
            r.line.width = Pt(1)
        else:
            r.line.fill.background()
        r.shadow.inherit = False
        return r

    def box(self, x, y, w, h, text, size=12, fill="FFFFFF", line=BLUE, bold=False, color="000000",
            shape=MSO_SHAPE.RECTANGLE, align=PP_ALIGN.CENTER, anchor=MSO_ANCHOR.MIDDLE, strike=False, spacing=None):
        r = self.rect(x, y, w, h, fill, line, shape)
        tf = r.text_frame
        tf.margin_left = tf.margin_right = I(0.06)
        tf.margin_top = tf.margin_bottom = I(0.03)
        tf.vertical_anchor = anchor
        put(tf, text, size, bold, color, align, strike, spacing)
        return r

    def text(self, x, y, w, h, text, size=12, bold=False, color="000000", align=None, strike=False, spacing=None, anchor=None):
        t = self.s.shapes.add_textbox(I(x), I(y), I(w), I(h))
        tf = t.text_frame
        tf.margin_left = tf.margin_right = I(0.05)
        tf.margin_top = tf.margin_bottom = I(0.02)
        if anchor:
            tf.vertical_anchor = anchor
        put(tf, text, size, bold, color, align, strike, spacing)
        return t

    def arrow(self, x, y, w, h, shape=MSO_SHAPE.RIGHT_ARROW, fill=ORANGE):
        return self.rect(x, y, w, h, fill, None, shape)

    def table(self, x, y, widths, rows, size=11, head=True, row_h=0.4, fills=None):
        gt = self.s.shapes.add_table(len(rows), len(widths), I(x), I(y), I(sum(widths)), I(row_h * len(rows)))
        t = gt.table
        tblPr = gt._element.graphic.graphicData.tbl.tblPr
        tblPr.find(qn("a:tableStyleId")).text = "{5940675A-B579-460E-94D1-54222C63F5DA}"
        tblPr.set("bandRow", "0")
        for i, w in enumerate(widths):
            t.columns[i].width = I(w)
        for r, row in enumerate(rows):
            t.rows[r].height = I(row_h)
            for c, v in enumerate(row):
                cell = t.cell(r, c)
                cell.margin_left = cell.margin_right = I(0.06)
                cell.margin_top = cell.margin_bottom = I(0.025)
                cell.vertical_anchor = MSO_ANCHOR.MIDDLE
                hd = head and r == 0
                put(cell.text_frame, v, size, hd, "FFFFFF" if hd else "000000",
                    PP_ALIGN.CENTER if hd or c == 0 else None)
                cell.fill.solid()
                cell.fill.fore_color.rgb = rgb(BLUE if hd else "FFFFFF")
        return t


def build(d):
    D = Deck(d)
    # 1
    s = d["s1"]
    D.slide(d["ch1"], s["title"])
    D.text(0.5, 1.15, 10, 0.4, s["sub"], 17, bold=True)
    cd = CategoryChartData()
    cd.categories = s["chart"]["x"]
    cd.add_series("生産年齢人口の割合（％）", [float(v) for v in s["chart"]["y"]])
    gf = D.s.shapes.add_chart(XL_CHART_TYPE.LINE_MARKERS, I(1.2), I(1.6), I(10.6), I(3.5), cd)
    ch = gf.chart
    ch.has_legend = True
    ch.has_title = False
    ch.font.size, ch.font.name = Pt(11), F
    pl = ch.plots[0]
    pl.has_data_labels = True
    pl.data_labels.font.size = Pt(10)
    pl.data_labels.position = XL_LABEL_POSITION.ABOVE
    ch.value_axis.minimum_scale, ch.value_axis.maximum_scale = 50, 85
    D.text(4.6, 5.1, 8.2, 0.5, s["source"], 9)
    D.box(0.6, 5.7, 12.1, 1.25, s["body"], 14, fill=PALE, align=PP_ALIGN.LEFT)
    # 2, 3
    for key in ("s2", "s3"):
        s = d[key]
        D.slide(d["ch1"], s["title"])
        y = 1.2
        hgt = [1.9, 3.4] if key == "s2" else [2.0, 1.75, 1.9]
        for (h, b), hh in zip(s["items"], hgt):
            D.text(0.5, y, 12.3, 0.4, h, 16, bold=True, color=BLUE)
            D.text(0.75, y + 0.42, 12.0, hh - 0.5, b, 14 if key == "s2" else 13)
            y += hh
    # 4
    s = d["s4"]
    D.slide(d["ch1"], s["title"])
    D.box(0.8, 1.3, 5.6, 0.5, "社会的背景", 16, fill=BLUE, color="FFFFFF", bold=True)
    D.box(6.9, 1.3, 5.6, 0.5, "国の動向", 16, fill=BLUE, color="FFFFFF", bold=True)
    for i, t in enumerate(s["social"]):
        D.box(0.9 + 1.85 * i, 2.0, 1.75, 1.5, t.replace("\\n", "\n"), 13, fill=PALE, shape=MSO_SHAPE.OVAL)
    for i, t in enumerate(s["nation"]):
        D.box(7.0 + 1.85 * i, 2.0, 1.75, 1.5, t.replace("\\n", "\n"), 13, fill=PALE, shape=MSO_SHAPE.ROUNDED_RECTANGLE)
    D.arrow(5.9, 3.8, 1.5, 0.9, MSO_SHAPE.DOWN_ARROW)
    D.box(1.4, 4.9, 10.5, 1.3, s["body"], 18, fill="FFF2CC", line=ORANGE, bold=True)
    # 5
    s = d["s5"]
    D.slide(d["ch1"], s["title"])
    D.text(0.5, 1.1, 12.3, 1.2, s["lead"], 14)
    D.table(0.6, 2.5, [1.6, 3.3, 3.3, 3.9], [[c.replace("\\n", "\n") for c in r] for r in s["rows"]], 13, row_h=0.75)
    D.arrow(6.1, 5.35, 1.1, 0.55, MSO_SHAPE.UP_ARROW)
    D.box(2.6, 5.95, 8.2, 0.8, s["foot"], 15, fill="E2F0D9", line="70AD47")
    D.text(10.9, 6.1, 1.6, 0.4, "自治体DX", 14, bold=True)
    # 6
    s = d["s6"]
    D.slide(d["ch2"], s["title"])
    D.box(0.6, 1.2, 7.3, 0.4, "国の計画", 14, fill=BLUE, color="FFFFFF", bold=True)
    D.box(8.4, 1.2, 4.3, 0.4, "都の計画", 14, fill=BLUE, color="FFFFFF", bold=True)
    for i, t in enumerate(s["nation"]):
        D.box(0.8, 1.7 + 0.72 * i, 6.9, 0.66, t.replace("\\n", "\n"), 11, fill=PALE)
    for i, t in enumerate(s["metro"]):
        D.box(8.6, 1.8 + 1.15 * i, 3.9, 0.95, t.replace("\\n", "\n"), 11, fill=PALE)
    D.arrow(6.0, 5.35, 1.3, 0.45, MSO_SHAPE.DOWN_ARROW)
    D.box(1.4, 5.9, 4.8, 0.85, s["city"][0].replace("\\n", "\n"), 14, fill="FFF2CC", line=ORANGE, bold=True)
    D.box(7.0, 5.9, 5.2, 0.85, s["city"][1].replace("\\n", "\n"), 11, fill="FFFFFF")
    # 7
    s = d["s7"]
    D.slide(d["ch2"], s["title"])
    b = [t.replace("\\n", "\n") for t in s["boxes"]]
    D.text(0.5, 1.15, 3, 0.4, "市の計画", 15, bold=True)
    D.box(4.2, 1.3, 4.9, 0.95, b[0], 15, fill=PALE)
    D.box(0.8, 3.0, 5.3, 1.05, b[1], 13, fill=PALE)
    D.box(7.6, 3.0, 4.9, 1.05, b[2], 15, fill="FFF2CC", line=ORANGE, bold=True)
    D.box(3.5, 5.3, 6.4, 1.05, b[3], 13, fill=PALE)
    D.arrow(3.2, 2.3, 0.7, 0.6, MSO_SHAPE.UP_ARROW)
    D.text(0.6, 2.35, 2.6, 0.4, s["labels"][0], 11)
    D.arrow(6.3, 3.3, 1.1, 0.45)
    D.text(5.6, 2.5, 2.8, 0.4, s["labels"][1], 11, align=PP_ALIGN.CENTER)
    D.arrow(4.4, 4.25, 0.7, 0.9, MSO_SHAPE.DOWN_ARROW)
    D.text(3.3, 4.45, 1.1, 0.4, s["labels"][2], 12)
    D.arrow(8.6, 4.25, 0.7, 0.9, MSO_SHAPE.DOWN_ARROW)
    D.text(9.4, 4.45, 3.4, 0.4, s["labels"][3], 12)
    # 8
    s = d["s8"]
    D.slide(d["ch2"], s["title"])
    D.rect(0.5, 1.55, 8.8, 5.4, None, BLUE)
    D.box(0.5, 1.15, 8.8, 0.4, s["head"], 13, fill=BLUE, color="FFFFFF", bold=True)
    D.text(0.65, 1.6, 4, 0.32, s["left_head"], 12, bold=True)
    for col, x in (("left", 0.7), ("right", 4.8)):
        y = 1.95
        for t in s[col]:
            hl = t.startswith("*")
            t = t.lstrip("*")
            sub = not t.startswith("（")
            if hl:
                D.rect(x + 0.2, y, 4.1, 0.3, GREY)
            D.text(x + (0.22 if sub else 0), y, 4.3, 0.3, t, 11, bold=not sub)
            y += 0.345
    D.text(4.8, 5.0, 4.4, 0.32, s["third_head"], 11.5, bold=True)
    for i, t in enumerate(s["third"]):
        D.text(4.9, 5.35 + 0.34 * i, 4.2, 0.3, t, 11)
    D.arrow(9.45, 3.4, 0.8, 0.7)
    D.text(9.5, 2.45, 0.6, 0.95, "再\n構\n築", 13, bold=True, align=PP_ALIGN.CENTER)
    D.box(10.35, 3.1, 2.6, 1.3, "東久留米市ＤＸ推進方針\nR4.8策定", 13, fill="FFF2CC", line=ORANGE, bold=True)
    D.text(9.5, 5.5, 3.6, 1.3, s["note"], 11)
    # 9
    s = d["s9"]
    D.slide(d["ch2"], s["title"])
    D.text(0.5, 1.1, 12.3, 1.0, s["body"], 12.5)
    x0, cw, y = 1.9, 1.36, 2.2
    D.box(0.5, y, 1.4, 0.36, "年度", 11, fill=BLUE, color="FFFFFF", line="FFFFFF")
    for i, t in enumerate(s["years"]):
        D.box(x0 + cw * i, y, cw, 0.36, t, 11, fill=BLUE, color="FFFFFF", line="FFFFFF")
    y += 0.42
    for g in s["groups"]:
        h = 0.41 * len(g["bars"]) + 0.08
        D.box(0.5, y, 1.4, h, g["label"], 11, fill=PALE)
        D.rect(x0, y, cw * 8, h, None, GREY)
        for i, (t, a, b2) in enumerate(g["bars"]):
            a, b2 = int(a), int(b2)
            D.box(x0 + cw * a + 0.04, y + 0.05 + 0.41 * i, cw * (b2 - a + 1) - 0.08, 0.37, t.replace("\\n", "\n"),
                  8.5 if b2 - a < 3 else 10, fill="FFF2CC" if "ＤＸ推進方針" in t else "E2F0D9", line="70AD47",
                  shape=MSO_SHAPE.PENTAGON)
        y += h + 0.06
    # 10
    s = d["s10"]
    D.slide(d["ch2"], s["title"])
    D.box(0.6, 1.25, 2.0, 0.5, "目指す姿", 15, fill=BLUE, color="FFFFFF", bold=True)
    D.text(2.8, 1.3, 9.8, 0.5, s["lead"], 14)
    D.box(2.4, 2.0, 8.5, 0.95, s["vision"], 26, fill="FFF2CC", line=ORANGE, bold=True, shape=MSO_SHAPE.ROUNDED_RECTANGLE)
    D.box(0.6, 3.35, 2.0, 0.5, "基本的な考え方", 14, fill=BLUE, color="FFFFFF", bold=True)
    D.text(2.8, 3.4, 9.8, 0.5, s["lead2"], 14)
    for i, (h, b3) in enumerate(s["ideas"]):
        D.box(1.2, 4.05 + 1.45 * i, 10.9, 0.45, h, 16, fill=PALE, bold=True, align=PP_ALIGN.LEFT)
        D.text(1.5, 4.55 + 1.45 * i, 10.4, 0.8, b3, 14)
    # 11
    s = d["s11"]
    D.slide(d["ch2"], s["title"])
    D.text(5.2, 0.52, 7.6, 0.4, s["lead"], 12)
    pos = [(0.6, 1.4), (3.75, 1.4), (6.9, 1.4), (10.05, 1.4), (1.7, 4.2), (5.2, 4.2), (8.7, 4.2)]
    for (a, b4), (x, y) in zip(s["boxes"], pos):
        w = 2.7 if y < 2 else 3.1
        D.rect(x, y, w, 2.35, "FFFFFF", BLUE, MSO_SHAPE.ROUNDED_RECTANGLE)
        D.text(x + 0.1, y + 0.15, 0.4, 0.4, "✓", 18, bold=True, color="C00000")
        D.text(x + 0.45, y + 0.15, w - 0.55, 1.1, a.replace("\\n", "\n"), 15, bold=True)
        D.text(x + 0.2, y + 1.45, w - 0.3, 0.7, b4.replace("\\n", "\n"), 12.5, color="7F7F7F", strike=True)
    D.text(7.0, 6.7, 5.2, 0.35, s["note"], 10.5)
    # 12, 13
    s = d["s12"]
    D.slide(d["ch3"], s["title"])
    D.text(0.5, 1.1, 12.3, 0.8, s["lead"], 13)
    D.text(0.5, 1.85, 12, 0.4, s["head"], 15, bold=True, color=BLUE)
    y = 2.3
    for h, b5 in s["items"]:
        D.text(0.7, y, 12, 0.32, h, 13, bold=True)
        D.text(1.0, y + 0.3, 11.8, 0.5, b5, 11.5)
        y += 0.8
    s = d["s13"]
    D.slide(d["ch3"], s["title"])
    y = 1.2
    for g in s["groups"]:
        D.text(0.5, y, 12, 0.4, g["head"], 15, bold=True, color=BLUE)
        y += 0.5
        for h, b5 in g["items"]:
            D.text(0.7, y, 12, 0.34, h, 14, bold=True)
            D.text(1.0, y + 0.34, 11.8, 0.6, b5, 12.5)
            y += 0.98
        y += 0.15
    # 14: Gantt over a real table, arrows and labels as shapes
    s = d["s14"]
    D.slide(d["ch3"], s["title"])
    lw, cw, rh = 3.6, 1.48, 0.475
    rows = [["取組項目"] + s["years"]] + [[r[0].replace("\\n", "\n")] + [""] * 6 for r in s["rows"]]
    D.table(0.45, 1.15, [lw] + [cw] * 6, rows, 10, row_h=rh)
    for i, (_, bars) in enumerate(s["rows"]):
        yy = 1.15 + rh * (i + 1) + 0.05
        for t, a, b6 in bars:
            a, b6 = int(a), int(b6)
            x, w = 0.45 + lw + cw * a + 0.05, cw * (b6 - a + 1) - 0.1
            if t in ("移行完了", "ぴったりサービス27手続完了"):
                D.box(x, yy, w, rh - 0.1, t, 9, fill="FBE5D6", line="C00000", shape=MSO_SHAPE.ROUNDED_RECTANGLE)
            else:
                D.box(x, yy, w, rh - 0.1, t, 9.5, fill="BDD7EE", line=BLUE, shape=MSO_SHAPE.PENTAGON)
    # 15
    s = d["s15"]
    D.slide(d["ch4"], s["title"], number=False)
    D.text(0.5, 1.08, 12.3, 0.7, s["lead"], 13)
    D.rect(3.2, 1.85, 6.9, 1.45, PALE, BLUE)
    D.text(3.3, 1.88, 6.7, 0.36, s["hq"][0], 14, bold=True, align=PP_ALIGN.CENTER)
    D.text(3.4, 2.28, 3.0, 0.95, s["hq"][1], 11.5)
    D.text(6.5, 2.28, 3.5, 0.95, s["hq"][2], 11.5)
    D.rect(3.2, 3.85, 6.9, 1.45, "FFF2CC", ORANGE)
    D.text(3.3, 3.88, 6.7, 0.36, s["office"][0], 14, bold=True, align=PP_ALIGN.CENTER)
    D.text(3.4, 4.25, 3.0, 1.0, s["office"][1], 11.5)
    D.text(6.5, 4.25, 3.5, 1.0, s["office"][2], 11)
    D.arrow(5.2, 3.34, 0.4, 0.48, MSO_SHAPE.DOWN_ARROW)
    D.text(3.9, 3.4, 1.3, 0.34, s["arrows"][0], 10.5)
    D.arrow(7.4, 3.34, 0.4, 0.48, MSO_SHAPE.UP_ARROW)
    D.text(7.9, 3.4, 1.4, 0.34, s["arrows"][1], 10.5)
    D.box(10.5, 3.75, 2.5, 1.5, s["adviser"][0] + "\n" + s["adviser"][1], 9.5, fill="E2F0D9", line="70AD47")
    D.text(10.1, 3.4, 0.7, 0.3, s["arrows"][3], 10.5)
    for k, x in (("cross", 0.6), ("each", 6.9)):
        h, bs, nt = s[k]
        D.rect(x, 5.75, 5.9, 1.3, None, GREY)
        D.text(x + 0.1, 5.76, 3.0, 0.3, h, 11.5, bold=True)
        D.text(x + 2.7, 5.76, 3.2, 0.3, nt, 9.5)
        for i, t in enumerate(bs):
            D.box(x + 0.15 + 1.9 * i, 6.12, 1.8, 0.62, t.replace("\\n", "\n"), 11, fill=PALE)
    D.arrow(3.6, 5.34, 0.4, 0.38, MSO_SHAPE.UP_DOWN_ARROW)
    D.text(1.9, 5.38, 1.7, 0.32, s["arrows"][2], 10.5)
    D.arrow(9.4, 5.34, 0.4, 0.38, MSO_SHAPE.UP_DOWN_ARROW)
    D.text(9.9, 5.38, 2.6, 0.32, s["arrows"][4], 10.5)
    # 16
    s = d["s16"]
    D.slide(d["ch4"], s["title"], number=False)
    D.text(0.5, 1.1, 12.3, 0.5, s["lead"], 14)
    for i, t in enumerate(s["boxes"]):
        D.box(0.5 + 2.5 * i, 2.4, 2.15, 1.7, t.replace("\\n", "\n"), 12.5, fill=PALE)
        if i < 4:
            D.arrow(2.68 + 2.5 * i, 3.05, 0.3, 0.4)
    D.rect(1.0, 4.5, 11.2, 0.14, ORANGE)
    D.arrow(1.0, 4.2, 0.45, 0.42, MSO_SHAPE.UP_ARROW)
    D.text(5.4, 4.65, 3.0, 0.4, s["back"], 13, align=PP_ALIGN.CENTER)
    D.box(3.6, 5.4, 6.2, 0.6, s["adviser"], 15, fill="E2F0D9", line="70AD47", bold=True)
    D.text(5.4, 6.05, 3.0, 0.4, s["adviser_role"], 13, align=PP_ALIGN.CENTER)
    # 17-20 glossary
    for gi, g in enumerate(d["glossary"]):
        D.slide("用語集", None, number=gi == 2)
        D.table(0.5, 0.6, [0.8, 2.3, 9.2], [["索引", "用語", "解説"]] + [[c.replace("\\n", "\n") for c in r] for r in g], 12, row_h=0.42)
    tmp = Path(tempfile.mkdtemp())
    x = tmp / "higashikurume_dx_policy_2022.pptx"
    D.p.core_properties.title = d["document"]["title"]
    D.p.core_properties.author = "試験用の再現（公式の文書ではない）"
    D.p.save(x)
    finish(soffice(x, tmp), "higashikurume_dx_policy_2022.pdf")


def truth(d):
    D = d["document"]
    n = lambda t: t.replace("\\n", "\n")
    s14, s9 = d["s14"], d["s9"]
    sched = [["取組項目"] + s14["years"]]
    bars = []
    for name, bs in s14["rows"]:
        row = [n(name)] + [""] * 6
        for t, a, b in bs:
            for i in range(int(a), int(b) + 1):
                row[i + 1] = t
            bars.append({"item": n(name), "text": t, "from": s14["years"][int(a)], "to": s14["years"][int(b)]})
        sched.append(row)
    gl = [["索引", "用語", "解説"]] + [[n(c) for c in r] for g in d["glossary"] for r in g]
    filled, idx = [], ""
    for g in d["glossary"]:
        for a, b, c in g:
            idx = a or idx
            filled.append({"index": idx, "index_printed": a, "term": n(b), "text": n(c)})
    return {"document": {"municipality": D["municipality"], "municipality_code": D["municipality_code"],
                         "title": D["title"], "edition_fiscal_year": int(D["edition_fiscal_year"]),
                         "kind": "policy_slides", "simulated": False},
            "kpis": [], "projects": [],
            "other_tables": [
                {"title": "実施スケジュール", "rows": sched, "bars": bars,
                 "note": "帯が覆う年度のセルに帯の文字を繰り返した表。PDFでは帯は表の上に置いた図形で、文字は1回だけ現れる"},
                {"title": "計画期間", "rows": [["年度"] + s9["years"]],
                 "bars": [{"group": g["label"], "text": n(t), "from": s9["years"][int(a)], "to": s9["years"][int(b)]}
                          for g in s9["groups"] for t, a, b in g["bars"]]},
                {"title": "自治体DXとは", "rows": [[n(c) for c in r] for r in d["s5"]["rows"]]},
                {"title": "用語集", "rows": gl, "filled": filled},
                {"title": "取り組む際に必要な視点", "rows": [["視点", "見え消し"]] + [[n(a), n(b)] for a, b in d["s11"]["boxes"]]}],
            "programmes": []}


if __name__ == "__main__":
    d = load("dx_policy_2022.yaml")
    build(d)
    dump("higashikurume_dx_policy_2022.json", truth(d))
