"""西東京市 基本計画各論 (HTML/CSS -> Chromium print-to-pdf): designed two-page spreads."""
import html
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from typesetting import dump, finish, load, null

esc = lambda s: html.escape(s)


# ------------------------------------------------------------------ truth
def one(text, series, period, role, raw):
    m = re.fullmatch(r"(?:縮減率 )?([0-9][0-9,]*(?:\.[0-9]+)?)\s*([^\d\n(]+?)(?:\n\(令和(\d)年度\))?", text)
    d = {"period": period, "role": role, "fiscal_year": None, "as_of": None, "series": series,
         "value": None, "unit": None, "qualifier": None, "text": raw}
    if text in ("-", "―"):
        d["qualifier"] = "not_available"
        return d
    d["value"], d["unit"] = m[1].replace(",", ""), m[2]
    if m[3]:
        d["fiscal_year"] = 2018 + int(m[3])
        d["period"] = f"{period} (令和{m[3]}年度)"
    return d


def truth(doc):
    D = doc["document"]
    out = {"document": {"municipality": D["municipality"], "municipality_code": D["municipality_code"],
                        "title": D["title"], "edition_fiscal_year": int(D["edition_fiscal_year"]),
                        "kind": "basic_plan", "simulated": False},
           "kpis": [], "projects": [], "other_tables": [], "programmes": []}
    for m in doc["measures"]:
        for k in m["kpis"]:
            vals = []
            for key, period, role in (("now", "現状値", "baseline"), ("goal", "目標値", "target")):
                raw = "\n".join(k[key])
                ser = k.get("series", [""])
                for i, t in enumerate(k[key]):
                    vals.append(one(t, ser[i] if len(k[key]) > 1 else "", period, role, raw))
            units = [v["unit"] for v in vals if v["unit"]]
            out["kpis"].append({
                "id": k["id"], "goal": None, "measure": m["name"], "name": k.get("clean_name", k["name"]),
                "unit": units[0] if len(set(units)) == 1 else None, "reprint": False, "lifecycle": "current",
                "health_indicator": "icon" in k, "description": "", "departments": [], "values": vals})
        for n, s, dep in m["projects"]:
            out["projects"].append({"measure": m["name"], "basic_project": None, "name": n, "summary": s,
                                    "activity": "", "departments": dep, "amounts": [], "change": None,
                                    "change_text": "", "ratio": None, "ratio_text": ""})
    return out


# ------------------------------------------------------------------ charts
def chart(c, w=330, h=150):
    num = lambda s: float(s.replace(",", ""))
    n = len(c["x"])
    step = (w - 50) / n
    x = lambda i: 30 + step * (i + 0.5)
    o = [f'<svg viewBox="0 0 {w} {h}" width="{w}" height="{h}" class="chart">']
    base, top = h - 22, 26
    o.append(f'<line x1="28" y1="{base}" x2="{w-18}" y2="{base}" stroke="#888" stroke-width=".7"/>')
    if "bar" in c:
        mx = max(map(num, c["bar"])) * 1.28
        for i, v in enumerate(c["bar"]):
            bh = (base - top) * num(v) / mx
            o.append(f'<rect x="{x(i)-step*.28:.1f}" y="{base-bh:.1f}" width="{step*.56:.1f}" height="{bh:.1f}" fill="#9ccc8f"/>')
            o.append(f'<text x="{x(i):.1f}" y="{base-bh/2+3:.1f}" class="lab">{v}</text>')
    if "line" in c:
        vs = [num(v) for v in c["line"]]
        lo, hi = min(vs), max(vs)
        y = lambda v: top + 22 - 16 * (v - lo) / ((hi - lo) or 1)
        if "bar" not in c:
            y = lambda v: base - 18 - (base - top - 30) * (v - lo) / ((hi - lo) or 1)
        pts = " ".join(f"{x(i):.1f},{y(v):.1f}" for i, v in enumerate(vs))
        o.append(f'<polyline points="{pts}" fill="none" stroke="#e8833a" stroke-width="1.4"/>')
        for i, v in enumerate(vs):
            o.append(f'<circle cx="{x(i):.1f}" cy="{y(v):.1f}" r="2.2" fill="#e8833a"/>')
            o.append(f'<text x="{x(i):.1f}" y="{y(v)-5:.1f}" class="lab o">{c["line"][i]}</text>')
    for i, t in enumerate(c["x"]):
        o.append(f'<text x="{x(i):.1f}" y="{h-9}" class="ax">{t}</text>')
    leg = []
    if "bar_label" in c:
        leg.append(f'<rect x="34" y="3" width="8" height="6" fill="#9ccc8f"/><text x="45" y="9" class="lg">{c["bar_label"]}</text>')
    if "line_label" in c:
        lx = 170 if "bar_label" in c else 34
        leg.append(f'<line x1="{lx}" y1="6" x2="{lx+10}" y2="6" stroke="#e8833a" stroke-width="1.4"/><text x="{lx+14}" y="9" class="lg">{c["line_label"]}</text>')
    o += leg
    o.append(f'<text x="{w-32}" y="{h-9}" class="lg">（年度）</text></svg>')
    return "".join(o)


ICON = ('<svg class="ic" viewBox="0 0 20 20"><path d="M10 1 L19 9 H16.5 V18 H3.5 V9 H1 Z" fill="#e8833a"/>'
        '<path d="M10 15 C5 11.5 6 8 8.2 8 C9.3 8 10 9 10 9.4 C10 9 10.7 8 11.8 8 C14 8 15 11.5 10 15Z" fill="#fff"/></svg>')

CSS = """
@page{size:A4;margin:0}
*{box-sizing:border-box}
body{margin:0;font-family:'@BODY@';font-size:9.4pt;line-height:1.6;color:#222}
.page{position:relative;width:210mm;height:296.6mm;padding:13mm 15mm 15mm;page-break-after:always;overflow:hidden}
.left{padding-right:17mm}.right{padding-left:17mm}
h1{font-family:'BIZ UDPGothic';font-size:19pt;margin:0 0 4mm;padding:3mm 5mm;color:#fff;background:linear-gradient(90deg,#4f9d52,#9ccc65);border-radius:0 8mm 8mm 0}
h2{font-family:'BIZ UDPGothic';font-size:11.5pt;color:#3f8a43;border-bottom:1.2pt solid #8bc34a;margin:4mm 0 2mm;padding-left:1mm}
h2.o{color:#d9731f;border-color:#f2a25c}
h3{font-family:'BIZ UDPGothic';font-size:10pt;margin:2.2mm 0 .6mm;color:#d9731f}
h3 b{display:inline-block;width:6mm;height:6mm;line-height:6mm;text-align:center;border-radius:50%;background:#d9731f;color:#fff;margin-right:2mm}
.goal{background:#fdf1e4;border-radius:3mm;padding:2.5mm 4mm;font-family:'BIZ UDPGothic';font-weight:bold;font-size:10pt}
ul{margin:0;padding:0;list-style:none}
li.i{padding-left:4.2mm;text-indent:-4.2mm;margin-bottom:1mm}
li.i:before{content:'▶';color:#4f9d52;font-size:7pt;display:inline-block;width:4.2mm;text-indent:0}
.two{display:flex;gap:6mm}
.two>div:first-child{width:54mm}.two>div:last-child{flex:1}
.ct{font-family:'BIZ UDPGothic';font-size:9pt;font-weight:bold}
.chart{width:108mm;height:auto}
.chart .lab{font-size:8px;text-anchor:middle;fill:#244}.chart .lab.o{fill:#b4560d}
.chart .ax{font-size:8px;text-anchor:middle}.chart .lg{font-size:7.6px}
.kh{display:flex;justify-content:flex-end;font-size:7.6pt;color:#3f8a43;font-weight:bold}
.kh span{width:33mm;text-align:center}.kh i{width:8mm}
.k{display:flex;align-items:center;margin:1.3mm 0;min-height:9mm}
.k .n{flex:1;padding-right:3mm;text-indent:-3.2mm;padding-left:3.2mm}
.k .n:before{content:'●';color:#8bc34a}
.k .v{font-family:'BIZ UDPGothic';width:33mm;text-align:center;background:#eef6ea;border-radius:2mm;padding:1mm;font-weight:bold;white-space:pre-line;line-height:1.35}
.k .g{background:#fde5cc}
.k .a{width:8mm;text-align:center;color:#e8833a;font-size:12pt}
.k .v small{font-weight:normal;font-size:7pt}
.st .v:before{content:attr(data-h);display:block;font-size:7pt;color:#3f8a43;font-weight:bold}
.ic{width:3.6mm;height:3.6mm;vertical-align:-.6mm;margin-left:1mm}
.leg{text-align:right;font-size:7pt;margin-top:1mm}
p{margin:0 0 1mm;text-align:justify;text-indent:1em}
table{border-collapse:collapse;width:100%;font-size:9.2pt;line-height:1.55}
th{font-family:'BIZ UDPGothic';background:#4f9d52;color:#fff;font-weight:normal;padding:1.1mm}
td{padding:2mm 2mm;vertical-align:middle}
td.d{width:32mm;text-align:center}td.t{width:43mm;font-family:'BIZ UDPGothic';font-weight:bold}
.z tr:nth-child(even) td{background:#eef6ea}
.z tr:nth-child(odd) td{background:#fafdf8}
.r td,.r th{border:.5pt solid #7fae7f}
.fn{position:absolute;left:17mm;right:15mm;bottom:15mm;font-size:7.8pt;line-height:1.4;border-top:.4pt solid #999;padding-top:1mm}
.fn div{padding-left:2.2em;text-indent:-2.2em}
.no{position:absolute;bottom:6mm;font-size:9pt;color:#555}
.left .no{left:15mm}.right .no{right:15mm}
.side{position:absolute;top:38mm;writing-mode:vertical-rl;font-size:8pt;color:#fff;background:#8bc34a;padding:4mm 1.2mm;letter-spacing:.2em}
.left .side{left:0}.right .side{right:0}
"""


def render(doc):
    o = ['<!doctype html><html lang="ja"><head><meta charset="utf-8">'
         f'<title>{esc(doc["document"]["title"])}（試験用の再現）</title><style>{CSS}</style></head><body>']
    pg = 46
    for mi, m in enumerate(doc["measures"]):
        any_icon = any("icon" in k for k in m["kpis"])
        o.append('<section class="page left">'
                 f'<div class="side">基本計画（各論）</div><h1>{esc(m["name"])}</h1>'
                 f'<h2 class="o">施策目標</h2><div class="goal">{esc(m["target"])}</div>'
                 '<h2>現状と課題</h2><ul>')
        o += [f'<li class="i">{esc(t)}</li>' for t in m["issues"]]
        o.append("</ul>")
        plans = "".join(f"<div>・{esc(p)}</div>" for p in m["plans"])
        left = f'<h2>関連する個別計画等</h2>{plans}' if plans else ""
        ch = m.get("chart")
        right = f'<h2>データ</h2><div class="ct">■ {esc(ch["title"])}</div>{chart(ch)}' if ch else ""
        if left and right:
            o.append(f'<div class="two"><div>{left}</div><div>{right}</div></div>')
        else:
            o.append(left + right)
        o.append('<h2 class="o">成果指標</h2>')
        stacked = any(k.get("layout") == "stacked" for k in m["kpis"])
        if not stacked:
            o.append('<div class="kh"><span>現状値</span><i></i><span>目標値</span></div>')
        for k in m["kpis"]:
            first = stacked and k.get("layout") == "stacked"
            now = esc("\n".join(k["now"]))
            now = re.sub(r"\n(\(令和\d年度\))", r"\n<small>\1</small>", now)
            goal = esc("\n".join(k["goal"]))
            arrow = "▶" if mi != 5 else '<svg width="12" height="12" viewBox="0 0 10 10"><path d="M1 0 L9 5 L1 10Z" fill="#e8833a"/></svg>'
            o.append(f'<div class="k{" st" if first else ""}"><div class="n">{esc(k["name"])}{ICON if "icon" in k else ""}</div>'
                     f'<div class="v" data-h="現状値">{now}</div><div class="a">{arrow}</div>'
                     f'<div class="v g" data-h="目標値">{goal}</div></div>')
        if any_icon or mi in (1, 4, 5):
            o.append(f'<div class="leg">{ICON}：{esc(doc["legend"])}</div>')
        if mi == 2:
            o.append('<div class="fn">' + "".join(f"<div>{esc(n)}</div>" for n in m["notes"]) + "</div>")
        o.append(f'<div class="no">{pg}</div></section>')
        # right-hand page
        o.append('<section class="page right"><div class="side">基本計画（各論）</div>'
                 '<h2 class="o">目標の実現に向けた取組内容</h2>')
        for i, (h, t) in enumerate(m["actions"]):
            o.append(f'<h3><b>{i+1}</b>{esc(h)}</h3><p>{esc(t)}</p>')
        o.append(f'<h2>主要事務事業</h2><table class="{"z" if mi % 2 == 0 else "r"}">'
                 '<thead><tr><th>事業</th><th>事業概要</th><th>所管課</th></tr></thead><tbody>')
        for n, s, dep in m["projects"]:
            o.append(f'<tr><td class="t">{esc(n)}</td><td>{esc(s)}</td><td class="d">{"<br>".join(map(esc, dep))}</td></tr>')
        o.append("</tbody></table>")
        if m["notes"] and mi != 2:
            o.append('<div class="fn">' + "".join(f"<div>{esc(n)}</div>" for n in m["notes"]) + "</div>")
        o.append(f'<div class="no">{pg+1}</div></section>')
        pg += 2
    o.append("</body></html>")
    return "".join(o)


def main():
    doc = load("basic_plan_2024.yaml")
    # IPAex through Chromium maps shared glyphs to radicals in ToUnicode; BIZ UD does not.
    for font, name in (("BIZ UDPGothic", "nishitokyo_basic_plan_2024"),
                       ("IPAexGothic", "nishitokyo_basic_plan_2024_radicals")):
        tmp = Path(tempfile.mkdtemp())
        (tmp / "p.html").write_text(render(doc).replace("@BODY@", font), encoding="utf-8")
        subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
                        f"--user-data-dir={tmp/'prof'}", f"--print-to-pdf={tmp/'p.pdf'}", str(tmp / "p.html")],
                       check=True, capture_output=True, timeout=180)
        finish(tmp / "p.pdf", name + ".pdf")
        shutil.rmtree(tmp, ignore_errors=True)
        t = truth(doc)
        if name.endswith("radicals"):
            t["document"]["variant"] = "radicals"
        dump(name + ".json", t)


if __name__ == "__main__":
    main()
