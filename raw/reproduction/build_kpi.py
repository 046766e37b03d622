"""東久留米市 総合戦略 進捗表 (Calc). usage: build_kpi.py [2024|2025]"""
import copy
import re
import sys
import tempfile
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.pagebreak import Break

from typesetting import DATA, dump, finish, load, null, soffice, wrap

NA = {"-", "—", "－"}


# ------------------------------------------------------------------ truth
def values_of(raw, col, unit):
    base = {
        "period": re.sub(r"\s+", " ", col["header"]).strip(),
        "role": col["role"],
        "fiscal_year": int(col["fiscal_year"]) if null(col["fiscal_year"]) else None,
        "as_of": null(col["as_of"]),
    }

    def v(value=None, qualifier=None, series="", role=None):
        d = dict(base)
        d.update(series=series, value=value, unit=unit, qualifier=qualifier, text=raw)
        if role:
            d["role"] = role
        return d

    num = r"[0-9][0-9,]*(?:\.[0-9]+)?"
    clean = lambda s: s.replace(",", "")
    if raw in NA:
        return [v(qualifier="not_available")]
    if re.fullmatch(num, raw):
        return [v(clean(raw))]
    m = re.fullmatch(rf"({num})\n\(({num})\)", raw)
    if m:
        return [v(clean(m[1])), v(clean(m[2]), role="planned")]
    m = re.fullmatch(rf"({num})\n\(a:({num})\nb:({num})\)", raw)
    if m:
        return [v(clean(m[1])), v(clean(m[2]), series="a"), v(clean(m[3]), series="b")]
    ms = re.findall(rf"【(.+?)】({num})", raw)
    if ms:
        return [v(clean(n), series=s) for s, n in ms]
    ms = re.findall(rf"(女性|男性|宿泊型|日帰り型):({num})", raw)
    if ms:
        return [v(clean(n), series=s) for s, n in ms]
    if raw == "現状値から増加":
        return [v(qualifier="increase")]
    if raw == "現状値から延伸":
        return [v(qualifier="extend")]
    if raw == "維持":
        return [v(qualifier="maintain")]
    m = re.fullmatch(rf"({num})%以上を維持", raw)
    if m:
        return [v(clean(m[1]), qualifier="at_least")]
    if raw.endswith("に設定"):
        return [v(qualifier="to_be_set")]
    raise SystemExit("unparsed value " + raw)


def describe(k, doc):
    if "survey" in k:
        a = "".join(f"「{x}」" for x in k["survey"].split("|"))
        t = doc["survey_templates"][int(k.get("t", 0))]
        return t.format(a=a) + k.get("more", "")
    return k["desc"] + k.get("more", "")


def truth(doc):
    D = doc["document"]
    out = {"document": {
        "municipality": D["municipality"], "municipality_code": D["municipality_code"],
        "title": D["title"], "subtitle": D["subtitle"],
        "edition_fiscal_year": int(D["edition_fiscal_year"]), "as_of": D["as_of"],
        "kind": "kpi_progress", "simulated": D.get("simulated") == "true",
    }, "kpis": [], "projects": [], "other_tables": [], "programmes": []}

    def add(k, goal, measure):
        vals = []
        for col, raw in zip(doc["columns"], k["v"]):
            vals += values_of(raw, col, k["unit"])
        out["kpis"].append({
            "id": k["id"], "goal": goal, "measure": measure, "name": k["name"],
            "unit": k["unit"], "reprint": "reprint" in k,
            "lifecycle": k.get("lifecycle", "current"),
            "description": describe(k, doc), "departments": k.get("dept", []),
            "values": vals})

    for t in doc["overall"]:
        for k in t["kpis"]:
            add(k, t["heading"], None)
    for g in doc["goals"]:
        for m in g["measures"]:
            for k in m["kpis"]:
                add(k, g["goal"], m["measure"])
            for p in m["programmes"]:
                body = p[1:]
                out["programmes"].append({
                    "goal": g["goal"], "measure": m["measure"], "mark": p[0],
                    "reprint": body.startswith("【再掲】"),
                    "name": body.removeprefix("【再掲】")})
    return out


# ----------------------------------------------------------------- layout
THIN = Side(style="thin", color="000000")
HAIR = Side(style="hair", color="000000")
MED = Side(style="medium", color="000000")
NONE = Side(style=None)
FILL = {
    "title": PatternFill("solid", fgColor="C6E0B4"),
    "head": PatternFill("solid", fgColor="E2EFDA"),
    "added": PatternFill("solid", fgColor="FFFF00"),
    "to_be_removed": PatternFill("solid", fgColor="BFBFBF"),
    "front": PatternFill("solid", fgColor="DDEBF7"),
}
MM = 72 / 25.4


class Sheet:
    """Rows with explicit heights, own pagination through manual page breaks."""

    def __init__(self, style):
        self.st = style
        self.wb = Workbook()
        self.ws = self.wb.active
        self.ws.title = "進捗状況"
        self.r = 0
        self.y = 0.0
        ws = self.ws
        for i, w in enumerate(style["cols"]):
            ws.column_dimensions["ABCDEFGHI"[i]].width = w * style["char_per_mm"] / style["scale"]
        ws.page_setup.orientation = "landscape"
        ws.page_setup.paperSize = 9
        ws.page_setup.scale = round(style["scale"] * 100)
        ml, mt, mr, mb = style["margins"]
        ws.page_margins.left, ws.page_margins.right = ml / 25.4, mr / 25.4
        ws.page_margins.top, ws.page_margins.bottom = mt / 25.4, mb / 25.4
        ws.page_margins.footer = 7 / 25.4
        ws.page_margins.header = 5 / 25.4
        ws.print_options.horizontalCentered = True
        ws.oddFooter.center.text = style["footer"]
        ws.oddFooter.center.size = 9
        self.page_h = (210 - mt - mb) * MM / style["scale"] - style.get("slack", 12)

    def width_pt(self, c0, c1):
        return sum(self.st["cols"][c0:c1 + 1]) * MM / self.st["scale"]

    def lines(self, text, c0, c1, size, font=None):
        pad = 5.5
        w = (self.width_pt(c0, c1) - pad) * 0.975
        return wrap(text, font or self.st["font"], size, w)

    def height(self, text, c0, c1, size, font=None):
        return len(self.lines(text, c0, c1, size, font)) * size * self.st["lead"] + 5

    def fits(self, h):
        return self.y + h <= self.page_h

    def newpage(self):
        if self.r and self.y > 0:
            self.ws.row_breaks.append(Break(id=self.r))
        self.y = 0.0

    def row(self, cells, height, border=True, sides=None):
        """cells: list of (c0, c1, text, opts)."""
        self.r += 1
        ws, r = self.ws, self.r
        ws.row_dimensions[r].height = round(height, 2)
        self.y += height
        for c0, c1, text, o in cells:
            cell = ws.cell(r, c0 + 1)
            if text is not None:
                cell.value = text
                if isinstance(text, str):
                    cell.data_type = "s"
            cell.font = Font(name=o.get("font", self.st["font"]), size=o.get("size", self.st["size"]),
                             bold=o.get("bold", False), color=o.get("color"))
            cell.alignment = Alignment(horizontal=o.get("h", "left"), vertical=o.get("v", "center"),
                                       wrap_text=o.get("wrap", True), indent=o.get("indent", 0))
            for c in range(c0, c1 + 1):
                x = ws.cell(r, c + 1)
                if o.get("fill"):
                    x.fill = FILL[o["fill"]]
                if border and o.get("border", True):
                    s = {"left": THIN if c == c0 else NONE, "right": THIN if c == c1 else NONE,
                         "top": THIN, "bottom": THIN}
                    s.update(sides or {})
                    s.update(o.get("sides", {}))
                    x.border = Border(**s)
            if c1 > c0:
                ws.merge_cells(start_row=r, end_row=r, start_column=c0 + 1, end_column=c1 + 1)
        return r

    def vmerge(self, r0, r1, col):
        self.ws.merge_cells(start_row=r0, end_row=r1, start_column=col + 1, end_column=col + 1)

    def spacer(self, h):
        self.r += 1
        self.ws.row_dimensions[self.r].height = h
        self.y += h


def build(doc, style, out_name):
    S = Sheet(style)
    nv = len(doc["columns"])
    D, DEP = nv + 1, nv + 2
    LAST = DEP
    sz = style["size"]
    heads = [c["header"] for c in doc["columns"]]
    dd = doc["document"]

    # --- front page
    S.row([(0, LAST, dd["title"], {"size": sz + 3, "bold": True, "h": "center", "border": False})], 30, border=False)
    S.row([(0, LAST, dd["subtitle"], {"size": sz + 1, "h": "center", "border": False})], 22, border=False)
    for t in doc["overall"]:
        S.spacer(9)
        S.row([(0, LAST, t["heading"], {"size": sz + 2, "bold": True, "border": False, "wrap": False})], 24, border=False)
        h = {"fill": "front", "h": "center", "bold": True, "size": sz - style.get("head_less", 0)}
        S.row([(0, 0, t["label"], h)] + [(i + 1, i + 1, x, h) for i, x in enumerate(heads)]
              + [(D, DEP, "数値目標の説明", h)], 2 * sz * style["lead"] + 8)
        for k in t["kpis"]:
            desc = describe(k, doc)
            nm = f"{k['name']}({k['unit']})"
            hh = max(S.height(nm, 0, 0, sz), S.height(desc, D, DEP, sz), 36)
            S.row([(0, 0, nm, {})] + [(i + 1, i + 1, x, {"h": "center"}) for i, x in enumerate(k["v"])]
                  + [(D, DEP, desc, {})], hh)

    def title(measure, cont=False):
        S.row([(0, LAST, measure, {"fill": "title", "bold": True, "size": sz + 2})], sz * 2.2)

    def header():
        o = {"fill": "head", "h": "center"}
        o2 = {**o, "size": sz - style.get("head_less", 0)}
        r0 = S.row([(0, nv, "重要業績評価指標", o), (D, D, "指標の説明", o), (DEP, DEP, "担当課", o)], sz * 1.75)
        r1 = S.row([(0, 0, None, o)] + [(i + 1, i + 1, x, o2) for i, x in enumerate(heads)]
                   + [(D, D, None, o), (DEP, DEP, None, o)], 2 * sz * style["lead"] + 7)
        S.vmerge(r0, r1, D)
        S.vmerge(r0, r1, DEP)

    def kpi_cells(k):
        nm = "◆" + ("【再掲】" if "reprint" in k else "") + f"{k['name']}({k['unit']})"
        return nm, describe(k, doc), style["dept_sep"].join(k["dept"])

    def kpi_height(k):
        nm, desc, dep = kpi_cells(k)
        hs = [S.height(nm, 0, 0, sz), S.height(desc, D, D, sz), S.height(dep, DEP, DEP, sz)]
        hs += [S.height(x, i + 1, i + 1, sz) for i, x in enumerate(k["v"])]
        return max(hs + [2.6 * sz])

    def kpi_row(k):
        nm, desc, dep = kpi_cells(k)
        f = k.get("lifecycle") if k.get("lifecycle") in FILL else None
        o = {"fill": f}
        c = {"fill": f, "h": "center"}
        S.row([(0, 0, nm, o)] + [(i + 1, i + 1, x, c) for i, x in enumerate(k["v"])]
              + [(D, D, desc, o), (DEP, DEP, dep, c)], kpi_height(k))

    def kpi_split(k, first_lines):
        """One logical row over two pages: the description runs on, no rule at the cut."""
        nm, desc, dep = kpi_cells(k)
        ls = S.lines(desc, D, D, sz)
        # cut only inside a paragraph, at a wrapped line boundary
        paras = desc.split("\n")
        n, cut = 0, None
        pos = 0
        for p in paras:
            pl = S.lines(p, D, D, sz)
            for q in pl:
                if n == first_lines:
                    cut = pos
                n += 1
                pos += len(q)
            pos += 1
        a, b = desc[:cut], desc[cut:]
        f = k.get("lifecycle") if k.get("lifecycle") in FILL else None
        o = {"fill": f, "v": "top"}
        c = {"fill": f, "h": "center", "v": "top"}
        ha = max(S.height(nm, 0, 0, sz), first_lines * sz * style["lead"] + 5)
        S.row([(0, 0, nm, o)] + [(i + 1, i + 1, x, c) for i, x in enumerate(k["v"])]
              + [(D, D, a, {**o, "v": "bottom"}), (DEP, DEP, dep, c)], ha, sides={"bottom": NONE})
        S.newpage()
        hb = S.height(b, D, D, sz)
        S.row([(0, 0, None, o)] + [(i + 1, i + 1, None, c) for i in range(nv)]
              + [(D, D, b, o), (DEP, DEP, None, c)], hb, sides={"top": NONE})

    for gi, g in enumerate(doc["goals"]):
        S.newpage()
        S.row([(0, LAST, g["goal"], {"size": sz + 5, "bold": True, "border": False, "wrap": False})], 30, border=False)
        S.row([(0, LAST, doc["note"], {"size": sz - 1, "border": False, "wrap": False})], 18, border=False)
        S.row([(0, LAST, "<基本的方向>", {"border": False, "bold": True, "wrap": False})], 20, border=False)
        S.row([(0, LAST, g["direction"], {"border": False})], S.height(g["direction"], 0, LAST, sz) + 4, border=False)
        S.spacer(8)
        for mi, m in enumerate(g["measures"]):
            prog = "\n".join(m["programmes"])
            hp = [S.height(p, 0, LAST, sz) for p in m["policies"]]
            hprog = max(S.height(prog, 1, LAST, sz), S.height(doc["legend"], 0, 0, sz))
            lead_h = sz * 2.2 + sum(hp) + hprog + sz * 1.75 + 2 * sz * style["lead"] + 7
            if mi:
                flow = m.get("flow") == "true"
                if not flow or not S.fits(20 + lead_h + kpi_height(m["kpis"][0])):
                    S.newpage()
                else:
                    S.spacer(16)
            title(m["measure"])
            for p, h in zip(m["policies"], hp):
                S.row([(0, LAST, p, {})], h)
            S.row([(0, 0, doc["legend"], {"h": "center"}), (1, LAST, prog, {})], hprog)
            header()
            for k in m["kpis"]:
                brk = k.get("break")
                if brk == "split":
                    kpi_split(k, int(k["split_lines"]))
                    continue
                if brk in ("repeat", "plain") or not S.fits(kpi_height(k)):
                    S.newpage()
                    if brk != "plain":
                        title(m["measure"])
                        header()
                kpi_row(k)
    S.ws.print_area = f"A1:{'ABCDEFGHI'[LAST]}{S.r}"
    tmp = Path(tempfile.mkdtemp())
    x = tmp / (Path(out_name).stem + ".xlsx")
    S.wb.properties.title = dd["title"]
    S.wb.properties.creator = "試験用の再現（公式の文書ではない）"
    S.wb.save(x)
    finish(soffice(x, tmp), out_name)


def layout_hints(doc, hints):
    for g in doc["goals"]:
        for m in g["measures"]:
            key = m["kpis"][0]["id"].rsplit("-", 1)[0]
            if key in hints.get("flow", []):
                m["flow"] = "true"
            for k in m["kpis"]:
                k.update(hints.get("kpi", {}).get(k["id"], {}))
    return doc


def main():
    ed = sys.argv[1] if len(sys.argv) > 1 else "2024"
    if ed == "2024":
        doc = load("kpi_2024.yaml")
        style = dict(font="IPAexGothic", size=11, scale=0.86, lead=1.12,
                     cols=[57, 26, 26, 28, 105, 35], char_per_mm=0.398,
                     margins=(10, 11, 10, 14), footer="- &P -", dept_sep="・")
        hints = load("kpi_layout_2024.yaml")
        build(layout_hints(copy.deepcopy(doc), hints), style, "higashikurume_kpi_2024.pdf")
        dump("higashikurume_kpi_2024.json", truth(doc))
    else:
        from simulate_kpi import make_2025
        doc, diff = make_2025()
        style = dict(font="IPAPGothic", size=10.5, scale=0.83, lead=1.25,
                     cols=[56, 24, 24, 24, 25, 92, 32], head_less=1, char_per_mm=0.398,
                     margins=(10, 11, 10, 14), footer="試験用の模擬版　　&P / &N", dept_sep="・")
        hints = load("kpi_layout_2025.yaml")
        build(layout_hints(copy.deepcopy(doc), hints), style, "higashikurume_kpi_2025_simulated.pdf")
        dump("higashikurume_kpi_2025_simulated.json", truth(doc))
        dump("higashikurume_kpi_2024_to_2025_simulated.diff.json", diff)


if __name__ == "__main__":
    main()
