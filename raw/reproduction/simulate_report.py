"""令和7年度模擬版 of the 施策報告書: apply data/policy_report_2025_edits.yaml, list the diff truth."""
import copy
import re

from typesetting import load, to_int


def shift_years(t):
    """The usual copy of last year's text: every 令和n年 moves on by one, other eras stay."""
    return re.sub(r"令和(\d+)(年|年度)", lambda m: f"令和{int(m[1]) + 1}{m[2]}", t)


def make_2025():
    old = load("policy_report_2024.yaml")
    ed = load("policy_report_2025_edits.yaml")
    doc = copy.deepcopy(old)
    doc["document"].update(ed["document"], simulated="true")
    doc.update(years=ed["years"], year_headers=ed["year_headers"],
               activity_header=ed["activity_header"], totals="true")

    oldp = {p["id"]: (bp["name"], p) for bp in old["basic_projects"] for p in bp["projects"]}
    new = {p["id"]: p for bp in doc["basic_projects"] for p in bp["projects"]}
    changes = {i: [] for i in oldp}

    for i, p in new.items():
        prev = oldp[i][1]["a"][0]
        p["a"] = [ed["current"].get(i), prev]
        p["activity"] = shift_years(p["activity"])
        for a, b in ed["activity_subs"].get(i, []):
            if a not in p["activity"]:
                raise SystemExit(f"{i}: {a} not in activity")
            p["activity"] = p["activity"].replace(a, b)
        if i in ed["activity_new"]:
            p["activity"] = ed["activity_new"][i]
    for r in ed["departments"]:
        for i, p in new.items():
            if r.get("only") and i not in r["only"]:
                continue
            if r["old"] in p["dept"]:
                before = list(p["dept"])
                p["dept"] = [r["new"] if d == r["old"] else d for d in p["dept"]]
                changes[i].append({"type": "departments", "old": before, "new": list(p["dept"])})

    def bp_of(i):
        for bp in doc["basic_projects"]:
            for p in bp["projects"]:
                if p["id"] == i:
                    return bp, p
        raise KeyError(i)

    abolished, merged, added = [], [], []
    for e in ed["edits"]:
        t = e["type"]
        if t == "renamed":
            p = new[e["id"]]
            changes[e["id"]].append({"type": "renamed", "how": e["how"], "old": p["name"], "new": e["name"]})
            p["name"] = e["name"]
        elif t == "restated":
            p = new[e["id"]]
            if p["a"][1] != e["old_amount"]:
                raise SystemExit("restated: " + e["id"])
            p["a"][1] = e["amount"]
            changes[e["id"]].append({"type": "restated", "fiscal_year": 2023, "unit": "千円",
                                     "old": to_int(e["old_amount"]), "new": to_int(e["amount"])})
        elif t == "summary_redefined":
            p = new[e["id"]]
            changes[e["id"]].append({"type": "summary_redefined", "old": p["summary"], "new": e["summary"]})
            p["summary"] = e["summary"]
        elif t == "abolished":
            bp, p = bp_of(e["id"])
            bp["projects"].remove(p)
            abolished.append({"id": e["id"], "note": e["note"]})
        elif t == "moved":
            bp, p = bp_of(e["id"])
            bp["projects"].remove(p)
            tgt, a = bp_of(e["after"])
            tgt["projects"].insert(tgt["projects"].index(a) + 1, p)
            changes[e["id"]].append({"type": "moved", "old": bp["name"], "new": tgt["name"]})
        elif t == "merged":
            bp, p = bp_of(e["from"][0])
            k = bp["projects"].index(p)
            for i in e["from"]:
                b2, p2 = bp_of(i)
                b2["projects"].remove(p2)
            bp["projects"].insert(k, e["project"])
            merged.append({"from": e["from"], "id": e["project"]["id"]})
        elif t == "new":
            tgt, a = bp_of(e["after"])
            tgt["projects"].insert(tgt["projects"].index(a) + 1, e["project"])
            added.append(e["project"]["id"])

    now = {p["id"]: (bp["name"], p) for bp in doc["basic_projects"] for p in bp["projects"]}
    for i, (b, p) in now.items():
        if p["a"][0] is None:
            raise SystemExit("no amount " + i)

    def oref(i):
        return {"id": i, "basic_project": oldp[i][0], "name": oldp[i][1]["name"],
                "departments": oldp[i][1]["dept"], "amount_2023": to_int(oldp[i][1]["a"][0])}

    def nref(i):
        b, p = now[i]
        return {"id": i, "basic_project": b, "name": p["name"], "departments": p["dept"],
                "amount_2024": to_int(p["a"][0]), "amount_2023": to_int(p["a"][1])}

    diff = {
        "from": "higashikurume_policy_report_2024", "to": "higashikurume_policy_report_2025_simulated",
        "layout": "模擬版は基本事業ごとに合計行を加え、基本事業ごとに改ページする",
        "pairs": [{"old": oref(i), "new": nref(i), "changes": changes[i]} for i in oldp if i in now],
        "abolished": [{"old": oref(a["id"]), "note": a["note"]} for a in abolished],
        "merged": [{"old": [oref(x) for x in m["from"]], "new": nref(m["id"])} for m in merged],
        "new": [{"new": nref(i)} for i in added],
    }
    return doc, diff
