"""Seconds and memory of this reader and of tesseract on the same scanned pages, and what each reads."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pypdfium2

FIGURE = re.compile(r"[▲△]? ?\d[\d,]*(?:\.\d+)?")
CHILD = """
import json, resource, subprocess, sys, time
task = json.loads(sys.argv[1])
start = time.perf_counter()
said = subprocess.run(task["command"], capture_output=True, text=True, env=task["env"] or None)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps({"seconds": time.perf_counter() - start, "cpu": used.ru_utime + used.ru_stime,
                  "peak_mib": used.ru_maxrss / 1024, "text": said.stdout}))
"""
GYOSEI = """
import sys
from extract.sheet import read_sheets
for sheet in read_sheets(sys.argv[1]):
    for line in sheet.outside: print(line.text)
    for grid in sheet.grids:
        for cell in grid.cells: print(cell.text)
"""


def print_beside(scan: Path, typeset: Path) -> None:
    """Prints a Markdown table: a line a program, the same pages, one after the other in one run."""
    wanted = _figures(_run([sys.executable, "-c", GYOSEI, str(typeset)])["text"])
    pages = _pictures(scan)
    print("| program | s a page | CPU s a page | peak MiB | figures read | ▲ read |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    commands = {"gyosei": [[sys.executable, "-c", GYOSEI, str(scan)]]}
    if shutil.which("tesseract"):
        commands["tesseract (jpn)"] = [["tesseract", str(page), "-", "-l", "jpn"] for page in pages]
        commands["tesseract (jpn, --psm 6)"] = [
            ["tesseract", str(page), "-", "-l", "jpn", "--psm", "6"] for page in pages
        ]
    for program, runs in commands.items():
        said = [_run(command) for command in runs]
        read: Counter[str] = Counter()
        for one in said:
            read += _figures(one["text"])
        right = wanted & read
        negative = Counter({figure: n for figure, n in wanted.items() if figure[0] in "▲△"})
        print(
            f"| {program} | {sum(one['seconds'] for one in said) / len(pages):.1f} "
            f"| {sum(one['cpu'] for one in said) / len(pages):.1f} "
            f"| {max(one['peak_mib'] for one in said):.0f} | {right.total()} of {wanted.total()} "
            f"| {(negative & right).total()} of {negative.total()} |",
            flush=True,
        )


def _run(command: list[str]) -> dict:
    task = json.dumps({"command": command, "env": None})
    made = subprocess.run([sys.executable, "-c", CHILD, task], capture_output=True, text=True, check=True)
    return json.loads(made.stdout)


def _figures(text: str) -> Counter[str]:
    return Counter(figure.replace(" ", "") for figure in FIGURE.findall(text))


def _pictures(scan: Path) -> list[Path]:
    """The pages as the pictures that they are, beside the PDF."""
    document = pypdfium2.PdfDocument(str(scan))
    made = []
    for number in range(len(document)):
        path = scan.with_name(f"page{number + 1}.png")
        document[number].render(scale=300 / 72).to_pil().save(path, dpi=(300, 300))
        made.append(path)
    return made
