"""Text measuring and wrapping, LibreOffice conversion, and where PDFs and truth are written (built/)."""
import json
import os
import re
import shutil
import subprocess
import tempfile
from functools import lru_cache
from pathlib import Path

import yaml
from PIL import ImageFont

HERE = Path(__file__).resolve().parent
DATA = HERE / "data"
PDF = HERE / "built" / "pdf"
TRUTH = HERE / "built" / "truth"


def load(name):
    with open(DATA / name, encoding="utf-8") as f:
        return yaml.load(f, yaml.BaseLoader)


def null(x):
    return None if x in (None, "", "null", "~") else x


@lru_cache(None)
def _font(name):
    """The installed file of a font family, by fontconfig."""
    r = subprocess.run(["fc-match", "-f", "%{family}|%{file}|%{index}", name + ":style=Regular"],
                       capture_output=True, text=True, check=True).stdout
    fam, file, index = r.rsplit("|", 2)
    if name not in fam:
        raise SystemExit("font not installed: " + name)
    return ImageFont.truetype(file, 1000, index=int(index) & 0xFFFF)


@lru_cache(200000)
def _adv(name, ch):
    return _font(name).getlength(ch) / 1000.0


NO_START = set("、。，．,.)）」』】〕］}｝・:：;；!！?？ーゃゅょっァィゥェォッャュョ々%％")
NO_END = set("(（「『【〔［{｛")


def wrap(text, font, size, width):
    """Greedy Japanese wrapping with simple kinsoku and unbroken ASCII words."""
    out = []
    for para in str(text).split("\n"):
        units = re.findall(r"[A-Za-z0-9&,.\-]+|.", para) or [""]
        line, w = "", 0.0
        for u in units:
            uw = sum(_adv(font, c) for c in u) * size
            if line and w + uw > width:
                if uw > width:
                    for c in u:
                        cw = _adv(font, c) * size
                        if line and w + cw > width:
                            out.append(line)
                            line, w = "", 0.0
                        line += c
                        w += cw
                    continue
                carry = ""
                if u[0] in NO_START and len(line) > 1:
                    carry = line[-1]
                    line = line[:-1]
                while line and line[-1] in NO_END and len(line) > 1:
                    carry = line[-1] + carry
                    line = line[:-1]
                out.append(line)
                line = carry + u
                w = sum(_adv(font, c) for c in line) * size
            else:
                line += u
                w += uw
        out.append(line)
    return out


def soffice(src, outdir, fmt="pdf"):
    prof = tempfile.mkdtemp(prefix="lo_")
    try:
        r = subprocess.run(
            ["soffice", "-env:UserInstallation=file://" + prof, "--headless",
             "--convert-to", fmt, "--outdir", str(outdir), str(src)],
            capture_output=True, text=True, timeout=300)
        out = Path(outdir) / (Path(src).stem + ".pdf")
        if not out.exists():
            raise SystemExit("soffice failed: " + r.stdout + r.stderr)
        return out
    finally:
        shutil.rmtree(prof, ignore_errors=True)


def squash(s):
    return re.sub(r"\s+", "", s or "")


def dump(name, obj):
    TRUTH.mkdir(parents=True, exist_ok=True)
    with open(TRUTH / name, "w", encoding="utf-8") as f:
        json.dump(obj, f, ensure_ascii=False, indent=1)
        f.write("\n")


def to_int(s):
    """'4,686' -> 4686, '▲ 44' -> -44, '-' -> None (content data, not PDF text)."""
    s = squash(s)
    if s in ("-", "－", "—", ""):
        return None
    neg = s.startswith("▲")
    return (-1 if neg else 1) * int(s.lstrip("▲").replace(",", ""))


def fmt_change(n):
    if n is None:
        return "-"
    return f"▲ {-n:,}" if n < 0 else f"{n:,}"


def finish(src_pdf, name):
    PDF.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(src_pdf, PDF / name)
    print("wrote", name, os.path.getsize(PDF / name))
