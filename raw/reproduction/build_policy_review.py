"""東久留米市 施策評価表 (Calc, one printed line per row, characters of the edge tabs one per row)."""
import re
import tempfile
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.pagebreak import Break

from typesetting import dump, finish, load, soffice, wrap

F = "IPAMincho"
G = "IPAGothic"
SZ = 11
ROW = 16.6
SCALE = 0.86
# tab, 9 body columns, tab   (mm on paper)
COLS = [7, 12, 26, 70, 16, 24, 28, 28, 28, 24, 8]
MM = 72 / 25.4
THIN = Side(style="thin")
NONE = Side(style=None)
GREY = PatternFill("solid", fgColor="D9D9D9")
DARK = PatternFill("solid", fgColor="595959")
L = "ABCDEFGHIJK"


def truth(d):
    D = d["document"]
    kp = []
    for n, k in enumerate(d["indicators"]):
        kp.append({
            "id": f"v-{n + 1}", "goal": d["upper"], "measure": f"{d['policy_no']} {d['policy']}",
            "name": k["name"], "unit": k["unit"], "reprint": False, "lifecycle": "current",
            "description": "", "departments": [],
            "values": [{"period": p, "role": "actual", "fiscal_year": int(y), "as_of": None,
                        "series": "", "value": re.sub(r"\s", "", t), "unit": k["unit"],
                        "qualifier": None, "text": t}
                       for p, y, t in zip(d["indicator_years"], d["fiscal_years"], k["v"])]})
    rows = [["項目", "単位"] + d["indicator_years"]] + d["costs"]
    return {
        "document": {"municipality": D["municipality"], "municipality_code": D["municipality_code"],
                     "title": D["title"], "edition_fiscal_year": int(D["edition_fiscal_year"]),
                     "kind": "policy_review", "simulated": False},
        "kpis": kp, "projects": [],
        "other_tables": [
            {"title": "１　施策の概要", "rows": [
                ["上位政策", d["upper"]], ["施策名", d["policy_no"], d["policy"]],
                ["施策統括課", d["lead_department"]], ["施策統括課長名", d["lead_manager"]],
                ["関連課", d["related_departments"]], ["関連する個別計画等", d["related_plans"]],
                ["予定計画事業", d["planned"]], ["施策に対する基本的な考え方", d["concept"]]]},
            {"title": "基本事業名", "rows": [[b["code"], b["name"], b["direction"]] for b in d["basic"]]},
            {"title": "３　施策内事務事業数と施策のコスト", "rows": rows},
            {"title": "４　基本事業について", "rows": [["", "現状と課題", "令和2年度に向けた方向性"]]
             + [[r["no"], r["current"], r["future"]] for r in d["review"]]},
            {"title": "５　令和2年度に向けた施策方針", "rows": [[d["policy_direction"]]]},
            {"title": "６　令和2年度の施策の位置づけ", "rows": [[d["position"]]]}],
        "programmes": []}


class Form:
    def __init__(self):
        self.wb = Workbook()
        self.ws = ws = self.wb.active
        self.r = 0
        self.page_start = 1
        for c, w in zip(L, COLS):
            ws.column_dimensions[c].width = w * 0.398 / SCALE
        ws.page_setup.orientation = "landscape"
        ws.page_setup.paperSize = 9
        ws.page_setup.scale = int(SCALE * 100)
        ws.page_margins.left = ws.page_margins.right = 10 / 25.4
        ws.page_margins.top, ws.page_margins.bottom = 10 / 25.4, 9 / 25.4
        ws.page_margins.header = ws.page_margins.footer = 4 / 25.4
        ws.print_options.horizontalCentered = True

    def width(self, c0, c1):
        return sum(COLS[c0:c1 + 1]) * MM / SCALE

    def lines(self, text, c0, c1):
        return wrap(text, F, SZ, (self.width(c0, c1) - 4) * 0.965)

    def line(self, cells, height=ROW, top=False, bottom=False, box=True):
        """cells: (c0, c1, text, opts); one printed line."""
        self.r += 1
        ws, r = self.ws, self.r
        ws.row_dimensions[r].height = height
        for c0, c1, text, o in cells:
            x = ws.cell(r, c0 + 1)
            if text:
                x.value = text
                x.data_type = "s"
            x.font = Font(name=o.get("font", F), size=o.get("size", SZ), bold=o.get("bold", False))
            x.alignment = Alignment(horizontal=o.get("h", "left"), vertical=o.get("v", "center"))
            for c in range(c0, c1 + 1):
                y = ws.cell(r, c + 1)
                if o.get("fill"):
                    y.fill = GREY
                if box and o.get("box", True):
                    y.border = Border(left=THIN if c == c0 else NONE, right=THIN if c == c1 else NONE,
                                      top=THIN if top or o.get("top") else NONE,
                                      bottom=THIN if bottom or o.get("bottom") else NONE)
            if c1 > c0:
                ws.merge_cells(start_row=r, end_row=r, start_column=c0 + 1, end_column=c1 + 1)

    def block(self, cols, min_lines=1):
        """cols: (c0, c1, [lines], opts): boxes side by side, one row per line."""
        n = max([len(ls) for _, _, ls, _ in cols] + [min_lines])
        for i in range(n):
            cells = []
            for c0, c1, ls, o in cols:
                off = (n - len(ls)) // 2 if o.get("middle") else 0
                j = i - off
                cells.append((c0, c1, ls[j] if 0 <= j < len(ls) else None, o))
            self.line(cells, top=i == 0, bottom=i == n - 1)

    def head(self, text):
        self.line([(1, 9, text, {"font": G, "bold": True, "size": SZ + 0.5})], box=False, height=16)

    def gap(self, h=6):
        self.line([], height=h)

    def tabs(self, left, right):
        """Edge tabs for the page just filled: one character a row, so they fall between body lines."""
        ws = self.ws
        rows = [r for r in range(self.page_start, self.r + 1) if ws.row_dimensions[r].height >= 14.5]
        for col, text, start, size in ((1, left, 2, SZ), (11, right, 3, SZ + 1)):
            for r in range(self.page_start, self.r + 1):
                if col == 11:
                    ws.cell(r, col).fill = GREY
            for ch, r in zip(text, rows[start:]):
                x = ws.cell(r, col)
                if ch.strip():
                    x.value = ch
                    x.data_type = "s"
                x.font = Font(name=G, size=size, bold=col == 11)
                x.alignment = Alignment(horizontal="center", vertical="center")

    def newpage(self):
        self.ws.row_breaks.append(Break(id=self.r))
        self.page_start = self.r + 1


def build(d):
    S = Form()
    lab = {"h": "center", "fill": True, "font": G}
    tab_l = d["document"]["title"].replace("(", "︵").replace(")", "︶")
    tab_r = f"施策{d['policy_no']}　{d['policy']}"
    # ---- page 1
    S.line([(1, 9, "平成31年度　施策評価表　(平成30年度振り返り)", {"font": G, "size": 15, "bold": True})], box=False, height=24)
    S.gap(4)
    S.head("１　施策の概要（第4次長期総合計画（後期：平成28年度～令和2年度）に掲げる事項）")
    S.line([(1, 2, "上位政策", lab), (3, 9, d["upper"], {})], top=True, bottom=True, height=15)
    S.line([(1, 2, "施策名", lab), (3, 9, f"{d['policy_no']}　{d['policy']}", {"bold": True})], top=True, bottom=True, height=15)
    S.line([(1, 2, "施策統括課", lab), (3, 4, d["lead_department"], {}), (5, 6, "施策統括課長名", lab),
            (7, 9, d["lead_manager"], {"h": "center"})], top=True, bottom=True, height=15)
    S.line([(1, 2, "関連課", lab), (3, 9, d["related_departments"], {})], top=True, bottom=True, height=15)
    S.block([(1, 2, ["関連する", "個別計画等"], lab), (3, 9, [d["related_plans"]], {"middle": True})])
    S.line([(1, 2, "予定計画事業", lab), (3, 9, d["planned"], {})], top=True, bottom=True, height=15)
    S.block([(1, 2, ["施策に対する", "基本的な考え方", "（第4次長期", "総合計画より）"], {**lab, "middle": True}),
             (3, 9, S.lines(d["concept"], 3, 9), {})])
    S.gap()
    S.line([(1, 2, "基本事業名（1～3）", {**lab, "size": SZ - 1}), (3, 9, "第4次長期総合計画における方向性", lab)], top=True, bottom=True, height=15)
    for b in d["basic"]:
        S.block([(1, 2, [b["code"]] + S.lines(b["name"], 1, 2), {"middle": True, "font": G}),
                 (3, 9, S.lines(b["direction"], 3, 9), {})])
    S.line([(1, 2, None, {}), (3, 9, None, {})], top=True, bottom=True)
    S.tabs(tab_l, tab_r)
    S.newpage()
    # ---- page 2
    S.line([(1, 2, "基本事業名（4～5）", {**lab, "size": SZ - 1}), (3, 9, "第4次長期総合計画における方向性", lab)], top=True, bottom=True, height=15)
    S.line([(1, 2, None, {}), (3, 9, None, {})], top=True, bottom=True, height=15)
    S.line([(1, 2, None, {}), (3, 9, None, {})], top=True, bottom=True, height=15)
    S.gap(10)
    S.head("２　施策の成果指標と実績")
    y = d["indicator_years"]
    S.line([(1, 1, "No", lab), (2, 4, "成果指標", lab), (5, 5, "単位", lab), (6, 6, y[0], lab), (7, 7, y[1], lab),
            (8, 9, y[2], lab)], top=True, bottom=True, height=16)
    for i in range(5):
        k = d["indicators"][i] if i < len(d["indicators"]) else None
        v = k["v"] if k else [None] * 3
        c = {"h": "center", "v": "bottom"}
        S.line([(1, 1, str(i + 1), c), (2, 4, k["name"] if k else None, {"v": "top"}), (5, 5, k["unit"] if k else None, c),
                (6, 6, v[0], c), (7, 7, v[1], c), (8, 9, v[2], c)], top=True, bottom=True, height=25)
    S.gap(10)
    S.head("３　施策内事務事業数と施策のコスト")
    S.line([(1, 4, "項目", lab), (5, 5, "単位", lab), (6, 6, y[0], lab), (7, 7, y[1], lab), (8, 9, y[2], lab)],
           top=True, bottom=True, height=16)
    for row in d["costs"]:
        rt = {"h": "right"}
        nm = row[0] if "内書き" not in row[0] else "　　" + row[0]
        S.line([(1, 4, nm, {}), (5, 5, row[1], {"h": "center"}), (6, 6, row[2], rt), (7, 7, row[3], rt), (8, 9, row[4], rt)],
               top=True, bottom=True, height=16)
    S.gap(10)
    S.head("５　令和2年度に向けた施策方針")
    S.block([(1, 9, S.lines(d["policy_direction"], 1, 9), {})], min_lines=7)
    S.gap(10)
    S.line([(1, 4, "６　令和2年度の施策の位置づけ", {"font": G, "bold": True, "box": False}),
            (5, 9, d["position"], {"h": "center", "top": True, "bottom": True, "bold": True})], height=18)
    S.tabs(tab_l, tab_r)
    S.newpage()
    # ---- page 3
    S.head("４　基本事業について（1～3）")
    S.line([(1, 1, None, lab), (2, 4, "現状と課題", lab), (5, 9, "令和2年度に向けた方向性", lab)], top=True, bottom=True, height=16)
    for r in d["review"]:
        S.block([(1, 1, [r["no"]], {"middle": True, "h": "center", "font": G}),
                 (2, 4, S.lines(r["current"], 2, 4), {}), (5, 9, S.lines(r["future"], 5, 9), {})])
    S.line([(1, 1, "3", {"h": "center", "font": G}), (2, 4, None, {}), (5, 9, None, {})], top=True, bottom=True, height=16)
    S.gap(8)
    S.head("４　基本事業について（4～5）")
    S.line([(1, 1, None, lab), (2, 4, "現状と課題", lab), (5, 9, "令和2年度に向けた方向性", lab)], top=True, bottom=True, height=16)
    for n in "45":
        S.line([(1, 1, n, {"h": "center", "font": G}), (2, 4, None, {}), (5, 9, None, {})], top=True, bottom=True, height=16)
    S.tabs(tab_l, tab_r)
    S.ws.print_area = f"A1:K{S.r}"
    S.wb.properties.title = d["document"]["title"]
    S.wb.properties.creator = "試験用の再現（公式の文書ではない）"
    tmp = Path(tempfile.mkdtemp())
    x = tmp / "higashikurume_policy_review_2019.xlsx"
    S.wb.save(x)
    finish(soffice(x, tmp), "higashikurume_policy_review_2019.pdf")
    dump("higashikurume_policy_review_2019.json", truth(d))


if __name__ == "__main__":
    build(load("policy_review_2019.yaml"))
