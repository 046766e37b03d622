"""Check every PDF against its truth with pdfplumber (an independent reading of the file).

Ruled tables: each truth cell must be the whole text of some found cell (so nothing is clipped,
overlapping or lost). Designed pages and slides: each truth text must occur in drawing order.
"""
import json
import sys
import unicodedata

import pdfplumber
from typesetting import DATA, PDF, TRUTH, load, squash

RULED = {"higashikurume_kpi_2024": "kpi_layout_2024.yaml", "higashikurume_kpi_2025_simulated": "kpi_layout_2025.yaml",
         "higashikurume_policy_report_2024": None, "higashikurume_policy_report_2025_simulated": None}
RADICALS = str.maketrans("⺠⻄⻑", "民西長")      # not covered by NFKC
bad = 0


def report(doc, what, text):
    global bad
    bad += 1
    print("  MISSING", doc, what, repr(squash(text)[:70]))


def texts(truth):
    for k in truth["kpis"]:
        nm = f"{k['name']}({k['unit']})"
        if k["departments"]:
            nm = "◆" + ("【再掲】" if k["reprint"] else "") + nm
        yield k["id"], "name", nm
        yield k["id"], "description", k["description"]
        for v in k["values"]:
            yield k["id"], "value", v["text"]
    for p in truth["projects"]:
        for f in ("name", "summary", "activity", "change_text", "ratio_text"):
            yield p["id"], f, p[f]
        for a in p["amounts"]:
            yield p["id"], "amount", a["text"]


for path in sorted(PDF.glob("*.pdf")):
    name = path.stem
    truth = json.load(open(TRUTH / f"{name}.json", encoding="utf-8"))
    before = bad
    with pdfplumber.open(path) as pdf:
        n = len(pdf.pages)
        stream = squash("".join(c["text"] for p in pdf.pages for c in p.chars))
        if truth["document"].get("variant") == "radicals":
            stream = "".join(unicodedata.normalize("NFKC", c) if "\u2f00" <= c <= "\u2fdf" else c
                             for c in stream.translate(RADICALS))
        outside = sum(not (-1 <= c["x0"] and c["x1"] <= p.width + 1 and -1 <= c["top"] and c["bottom"] <= p.height + 1)
                      for p in pdf.pages for c in p.chars)
        cells = set()
        if name in RULED:
            for p in pdf.pages:
                for t in p.find_tables():
                    for row in t.extract():
                        cells |= {squash(c) for c in row if c}
    if name in RULED:
        hints = load(RULED[name]) if RULED[name] else {}
        split = {i for i, h in hints.get("kpi", {}).items() if h.get("break") == "split"}
        for i, what, t in texts(truth):
            if not squash(t) or squash(t) in cells:
                continue
            if i in split:           # open at the page edge: not a closed cell, must still be drawn
                if what == "description" or squash(t) in stream:
                    continue
            report(name, f"{i} {what}", t)
    elif truth["document"]["kind"] == "policy_review":
        for k in truth["kpis"]:
            for t in [k["name"]] + [v["text"] for v in k["values"]]:
                if squash(t) not in stream:
                    report(name, k["id"], t)
    else:
        want = []
        for k in truth["kpis"]:
            want += [k["name"].replace("マイナンバーカード", "マイナンバーカード※")]
            want += [line for v in k["values"] for line in v["text"].split("\n")]
        for p in truth["projects"]:
            want += [p["name"], p["summary"]] + p["departments"]
        for t in truth["other_tables"]:
            want += [line for r in t["rows"] for c in r for line in c.split("\n")]
            want += [b["text"] for b in t.get("bars", [])]
        for t in want:
            if squash(t) not in stream:
                report(name, "text", t)
    print(f"{name}: {n} pages, {len(truth['kpis'])} KPI rows, {len(truth['projects'])} projects, "
          f"{len(truth['programmes'])} programmes, {len(cells)} distinct cells, "
          f"{outside} glyphs off the page, {bad - before} missing")
print("missing in all:", bad)
sys.exit(1 if bad else 0)
