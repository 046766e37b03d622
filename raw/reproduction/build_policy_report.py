"""東久留米市 施策報告書 (Calc). usage: build_policy_report.py [2024|2025]"""
import sys
import tempfile
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

import build_kpi
from build_kpi import Sheet
from typesetting import dump, finish, fmt_change, load, soffice, to_int
from openpyxl.styles import PatternFill

build_kpi.FILL["grey"] = PatternFill("solid", fgColor="F2F2F2")
build_kpi.FILL["blue"] = PatternFill("solid", fgColor="D9E1F2")


def calc(cur, prev):
    """増減額 and 前年度比 as the city prints them."""
    a, b = to_int(cur), to_int(prev)
    if a is None or b is None:
        return None, "-", None, "-"
    ch = a - b
    if b == 0:
        return ch, fmt_change(ch), None, "-"
    r = (Decimal(a) * 100 / Decimal(b)).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return ch, fmt_change(ch), str(r), str(r)


def project_truth(doc, bp, p):
    ch, cht, ra, rat = calc(*p["a"])
    return {
        "id": p["id"], "measure": doc["measure"], "basic_project": bp["name"],
        "name": p["name"], "summary": p["summary"], "activity": p["activity"],
        "departments": p["dept"],
        "amounts": [{"fiscal_year": int(y), "unit": "千円", "value": to_int(t), "text": t}
                    for y, t in zip(doc["years"], p["a"])],
        "change": ch, "change_text": cht, "ratio": ra, "ratio_text": rat}


def totals(doc, bp):
    s = [sum(to_int(p["a"][i]) or 0 for p in bp["projects"]) for i in (0, 1)]
    t = [f"{x:,}" for x in s]
    ch, cht, ra, rat = calc(*t)
    return {"measure": doc["measure"], "basic_project": bp["name"],
            "amounts": [{"fiscal_year": int(y), "unit": "千円", "value": v, "text": x}
                        for y, v, x in zip(doc["years"], s, t)],
            "change": ch, "change_text": cht, "ratio": ra, "ratio_text": rat}


def truth(doc):
    D = doc["document"]
    out = {"document": {
        "municipality": D["municipality"], "municipality_code": D["municipality_code"],
        "title": D["title"], "edition_fiscal_year": int(D["edition_fiscal_year"]),
        "kind": "policy_report", "simulated": D.get("simulated") == "true"},
        "kpis": [], "projects": [], "totals": [],
        "other_tables": [{"title": "施策", "rows": [["施策名", doc["measure"]],
                                                 ["施策に対する基本的考え方", doc["concept"]]]}],
        "programmes": []}
    for bp in doc["basic_projects"]:
        out["other_tables"].append({"title": "基本事業", "rows": [
            ["基本事業名", bp["name"]], ["長期総合計画における方向性", bp["direction"]]]})
        for p in bp["projects"]:
            out["projects"].append(project_truth(doc, bp, p))
        if doc.get("totals") == "true":
            out["totals"].append(totals(doc, bp))
    return out


def build(doc, style, out_name):
    S = Sheet(style)
    sz, F = style["size"], style["font"]
    LAST = 7
    box = {"fill": "blue", "h": "center", "bold": True}
    S.row([(0, LAST, doc["document"]["title"], {"size": sz + 4, "bold": True, "border": False})], 28, border=False)
    S.spacer(6)
    S.row([(0, 0, "施策名", box), (1, LAST, doc["measure"], {"size": sz + 2, "bold": True})], 26)
    S.row([(0, 0, "施策に対する基本的考え方", box), (1, LAST, doc["concept"], {"v": "top"})],
          S.height(doc["concept"], 1, LAST, sz) + 6)
    S.spacer(14)

    def num(text):
        """▲ and the figure in two fonts, so that they are separate text runs."""
        if text.startswith("▲"):
            return CellRichText(
                TextBlock(InlineFont(rFont=F, sz=sz - 0.5), "▲ "),
                TextBlock(InlineFont(rFont=style["num_font"], sz=sz), text[2:]))
        return text

    def figures(vals):
        cells = []
        for c, t in zip((2, 3, 4, 5), vals):
            o = {"h": "right", "font": style["num_font"], "wrap": False}
            if t == "-":
                o = {"h": style.get("dash", "right"), "font": F, "wrap": False}
            cells.append((c, c, num(t), o))
        return cells

    for bi, bp in enumerate(doc["basic_projects"]):
        dh = S.height(bp["direction"], 1, LAST, sz) + 6
        if bi and (style["new_page"] or not S.fits(dh + 160)):
            S.newpage()
        elif bi:
            S.spacer(18)
        S.row([(0, 0, "基本事業名", box), (1, LAST, bp["name"], {"bold": True})], 22)
        S.row([(0, 0, "長期総合計画における方向性", box), (1, LAST, bp["direction"], {"v": "top"})], dh)
        S.spacer(10)
        h = {"fill": "grey", "h": "center", "size": sz - 0.5}
        n = None
        first = bp["projects"][0]
        if not S.fits(40 + proj_height(S, style, first)):
            S.newpage()
        r0 = S.row([(0, 0, "事務事業名", h), (1, 1, "事業概要", h), (2, 3, "事業費(千円)", h),
                    (4, 4, "増減額\n(千円)", h), (5, 5, "前年度比\n(%)", h),
                    (6, 6, doc["activity_header"], h), (7, 7, "所管課", h)], 17)
        r1 = S.row([(0, 0, n, h), (1, 1, n, h), (2, 2, doc["year_headers"][0], h), (3, 3, doc["year_headers"][1], h),
                    (4, 4, n, h), (5, 5, n, h), (6, 6, n, h), (7, 7, n, h)], 17)
        for c in (0, 1, 4, 5, 6, 7):
            S.vmerge(r0, r1, c)
        for p in bp["projects"]:
            _, cht, _, rat = calc(*p["a"])
            hh = proj_height(S, style, p)
            if not S.fits(hh):
                S.newpage()
            S.row([(0, 0, p["name"], {}), (1, 1, p["summary"], {})]
                  + figures([p["a"][0], p["a"][1], cht, rat])
                  + [(6, 6, p["activity"], {}), (7, 7, "\n".join(p["dept"]), {"h": "center"})], hh)
        if doc.get("totals") == "true":
            t = totals(doc, bp)
            if not S.fits(22):
                S.newpage()
            S.row([(0, 1, "合　計", {"h": "center", "fill": "grey", "bold": True})]
                  + [(c, c, x, {**o, "fill": "grey"}) for c, _, x, o in
                     figures([t["amounts"][0]["text"], t["amounts"][1]["text"], t["change_text"], t["ratio_text"]])]
                  + [(6, 7, None, {"fill": "grey"})], 22)
    S.ws.print_area = f"A1:H{S.r}"
    S.ws.title = "施策報告書"
    S.wb.properties.title = doc["document"]["title"]
    S.wb.properties.creator = "試験用の再現（公式の文書ではない）"
    tmp = Path(tempfile.mkdtemp())
    x = tmp / (Path(out_name).stem + ".xlsx")
    S.wb.save(x)
    finish(soffice(x, tmp), out_name)


def proj_height(S, style, p):
    sz = style["size"]
    return max(S.height(p["name"], 0, 0, sz), S.height(p["summary"], 1, 1, sz),
               S.height(p["activity"], 6, 6, sz), S.height("\n".join(p["dept"]), 7, 7, sz), 3 * sz) + 3


def main():
    ed = sys.argv[1] if len(sys.argv) > 1 else "2024"
    if ed == "2024":
        doc = load("policy_report_2024.yaml")
        style = dict(font="TakaoPGothic", num_font="Liberation Sans", size=11, scale=0.93, lead=1.14,
                     cols=[26, 54, 22, 22, 24, 20, 58, 28], char_per_mm=0.398,
                     margins=(11, 11, 11, 13), footer="&P", new_page=False)
        build(doc, style, "higashikurume_policy_report_2024.pdf")
        dump("higashikurume_policy_report_2024.json", truth(doc))
    else:
        from simulate_report import make_2025
        doc, diff = make_2025()
        style = dict(font="IPAexMincho", num_font="IPAexGothic", size=10.5, scale=0.9, lead=1.14,
                     cols=[29, 60, 21, 21, 22, 19, 74, 27], char_per_mm=0.398,
                     margins=(11, 11, 11, 13), footer="試験用の模擬版　　- &P -", new_page=True, dash="center")
        build(doc, style, "higashikurume_policy_report_2025_simulated.pdf")
        dump("higashikurume_policy_report_2025_simulated.json", truth(doc))
        dump("higashikurume_policy_report_2024_to_2025_simulated.diff.json", diff)


if __name__ == "__main__":
    main()
