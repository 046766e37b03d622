"""令和7年度模擬版 of the KPI table: apply data/kpi_2025_edits.yaml, and list the diff truth."""
import copy
import re

from typesetting import load


def make_2025():
    old = load("kpi_2024.yaml")
    ed = load("kpi_2025_edits.yaml")
    doc = copy.deepcopy(old)
    doc["document"].update(ed["document"], simulated="true")
    doc["columns"] = ed["columns"]
    doc["note"] = ed["note"]
    doc["document"]["title"] = doc["document"]["title"]

    where, allk = {}, {}

    def index():
        where.clear()
        allk.clear()
        for t in doc["overall"]:
            for k in t["kpis"]:
                allk[k["id"]] = k
                where[k["id"]] = (t["heading"], None, t["kpis"])
        for g in doc["goals"]:
            for m in g["measures"]:
                for k in m["kpis"]:
                    allk[k["id"]] = k
                    where[k["id"]] = (g["goal"], m, m["kpis"])

    index()
    oldk, oldw = {}, {}
    for t in old["overall"]:
        for k in t["kpis"]:
            oldk[k["id"]], oldw[k["id"]] = k, (t["heading"], None)
    for g in old["goals"]:
        for m in g["measures"]:
            for k in m["kpis"]:
                oldk[k["id"]], oldw[k["id"]] = k, (g["goal"], m["measure"])

    def reprints(i):
        return [i] + [k["id"] for k in allk.values() if k.get("reprint") == i]

    # values of the new column, the same for reprints
    for k in allk.values():
        src = k.get("reprint", k["id"])
        k["v"] = [k["v"][0], k["v"][1], ed["r7"].get(src, None), k["v"][2]]

    changes = []          # (id, dict)

    def add_change(i, **d):
        changes.append((i, d))

    for e in ed["edits"]:
        t = e["type"]
        if t in ("added", "removed", "split", "moved"):
            continue
        for i in ([e["id"]] if t == "lifecycle" else reprints(e["id"])):
            k = allk[i]
            if t == "renamed":
                # a reprint carries the new name too
                add_change(i, type="renamed", how=e["how"], old=k["name"], new=e["name"])
                k["name"] = e["name"]
            elif t == "unit_notation":
                add_change(i, type="unit_notation", old=k["unit"], new=e["unit"])
                k["unit"] = e["unit"]
            elif t == "unit_changed":
                add_change(i, type="unit_changed", old=k["unit"], new=e["unit"], factor=e["factor"])
                k["unit"] = e["unit"]
                k["v"] = [e["v"][0], e["v"][1], e.get("r7", k["v"][2]), e["v"][2]]
            elif t == "target_revised":
                add_change(i, type="target_revised", old=k["v"][3], new=e["target"])
                k["v"][3] = e["target"]
            elif t == "restated":
                add_change(i, type="restated", period="令和6年度 (令和6年10月)", fiscal_year=2024,
                           old=k["v"][1], new=e["r6"], explained=e["explained"] == "true")
                k["v"][1] = e["r6"]
                if "desc" in e:
                    k["desc"] = e["desc"]
                if "desc_add" in e:
                    k["desc"] += e["desc_add"]
            elif t == "redefined":
                add_change(i, type="redefined", old=k["desc"], new=e["desc"])
                k["desc"] = e["desc"]
            elif t == "lifecycle":
                add_change(i, type="lifecycle", old=k.get("lifecycle", "current"), new=e["lifecycle"])
                k["lifecycle"] = e["lifecycle"]
    for r in ed["departments"]:
        only = r.get("only")
        for k in allk.values():
            if only and k["id"] not in only:
                continue
            d = k.get("dept", [])
            if set(r["old"]) <= set(d):
                new = [r["new"][0] if x == r["old"][0] else x for x in d if x not in r["old"][1:]]
                add_change(k["id"], type="departments", old=list(d), new=new)
                k["dept"] = new
    # structural edits
    removed, added, splits = [], [], []
    for e in ed["edits"]:
        t = e["type"]
        if t == "removed":
            for i in reprints(e["id"]):
                removed.append({"id": i, "announced": e["announced"] == "true"})
                where[i][2].remove(allk[i])
        elif t == "moved":
            k = allk[e["id"]]
            src = where[e["id"]]
            dst = where[e["after"]]
            src[2].remove(k)
            dst[2].insert(dst[2].index(allk[e["after"]]) + 1, k)
            add_change(e["id"], type="moved", old=oldw[e["id"]][1], new=dst[1]["measure"])
        elif t == "added":
            lst = where[e["after"]][2]
            lst.insert(lst.index(allk[e["after"]]) + 1, e["kpi"])
            added.append(e["kpi"]["id"])
        elif t == "split":
            k = allk[e["id"]]
            lst = where[e["id"]][2]
            p = lst.index(k)
            for n in e["into"]:
                n["dept"] = ["こども若者課" if x == "児童青少年課" else x for x in n["dept"]]
            lst[p:p + 1] = e["into"]
            splits.append((e["id"], [n["id"] for n in e["into"]]))
        index()
    renmeasure = []
    for g in doc["goals"]:
        for m in g["measures"]:
            if m["measure"] in ed["measure_renames"]:
                new = ed["measure_renames"][m["measure"]]
                renmeasure.append({"goal": g["goal"], "old": m["measure"], "new": new})
                m["measure"] = new
    index()
    for k in allk.values():
        if any(x is None for x in k["v"]) or len(k["v"]) != 4:
            raise SystemExit(f"no R7 value for {k['id']} {k['v']}")

    def oref(i):
        return {"id": i, "goal": oldw[i][0], "measure": oldw[i][1], "name": oldk[i]["name"],
                "unit": oldk[i]["unit"], "reprint": "reprint" in oldk[i]}

    def nref(i):
        g, m, _ = where[i]
        k = allk[i]
        return {"id": i, "goal": g, "measure": m["measure"] if m else None, "name": k["name"],
                "unit": k["unit"], "reprint": "reprint" in k}

    pairs = []
    for i in oldk:
        if i in allk:
            if allk[i].get("desc") != oldk[i].get("desc") and not any(
                    j == i and c["type"] == "redefined" for j, c in changes):
                add_change(i, type="description_edited", old=oldk[i]["desc"], new=allk[i]["desc"])
            pairs.append({"old": oref(i), "new": nref(i),
                          "changes": [c for j, c in changes if j == i]})
    diff = {
        "from": "higashikurume_kpi_2024", "to": "higashikurume_kpi_2025_simulated",
        "new_period": "令和7年度 (令和7年10月)",
        "measures_renamed": renmeasure,
        "pairs": pairs,
        "removed": [{"old": oref(r["id"]), "announced": r["announced"]} for r in removed],
        "added": [{"new": nref(i)} for i in added],
        "splits": [{"old": oref(a), "new": [nref(b) for b in bs],
                    "note": "旧指標の a, b の系列がそれぞれ独立した指標になった"} for a, bs in splits],
    }
    return doc, diff
