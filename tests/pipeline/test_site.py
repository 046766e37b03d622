"""gyosei site: what is written, where, and that nothing of a document can do harm there."""

from __future__ import annotations

import hashlib
import http.client
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pyarrow.parquet as pq
import pytest

from pipeline.cli import main
from pipeline.refusal import RefusedError
from pipeline.site import page_pictures
from pipeline.site.addresses import document_address, slug
from pipeline.site.build import Options, build_site
from pipeline.site.curated_data import read_document
from pipeline.site.serve import server
from pipeline.web.texts import load_texts
from tests.bundled import RAW, ROOT
from tests.pipeline.site_data import HOSTILE, NEW, OLD, quiet, write_rows

CURATED = ROOT / "curated"
VOID = {"meta", "link", "img", "input", "br", "rect", "line", "circle", "polygon", "path"}


class Page(HTMLParser):
    """The elements of a page: ids, links, names of tags that are open at the end, inline handlers."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.open: list[str] = []
        self.handlers: list[str] = []
        self.scripts: list[str | None] = []
        self.feed(path.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        self.handlers += [name for name in held if name.startswith("on")] + ["style"] * ("style" in held)
        if held.get("id"):
            self.ids.append(held["id"] or "")
        self.links += [
            held[name] or "" for name in ("href", "src", "data-picture", "action") if held.get(name)
        ]
        if tag == "script":
            self.scripts.append(held.get("src"))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag


@pytest.mark.parametrize("which", ["site", "hostile"])
def test_every_page_is_whole_and_every_link_leads_somewhere(
    which: str, request: pytest.FixtureRequest
) -> None:
    out: Path = request.getfixturevalue(which)
    pages = {path: Page(path) for path in out.rglob("*.html")}
    assert len(pages) > 10
    lost: list[str] = []
    for path, page in pages.items():
        assert page.open == [], path
        assert len(page.ids) == len(set(page.ids)), path
        assert page.handlers == [], "nothing inline: the policy of the pages forbids it"
        assert None not in page.scripts
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme:
                assert (parts.scheme, link) in {
                    ("https", "https://example.org/plan?a=1&b=2"),
                    ("data", "data:,"),
                }
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            name = unquote(parts.fragment).split("@")[0]
            if not target.exists() or not target.is_relative_to(out.resolve()):
                lost.append(f"{path.name}: {link}")
            elif name and name not in pages[target].ids:
                lost.append(f"{path.name}: {link} names nothing")
    assert lost == []


def test_texts_of_documents_stay_texts(hostile: Path) -> None:
    said = 0
    for path in hostile.rglob("*"):
        if path.suffix in (".html", ".js") and "search" not in path.parts:
            text = path.read_text("utf-8")
            said += "&lt;img src=x onerror=alert(1)&gt;人口�口人" in text
            assert "<img src=x" not in text, path
            assert "\u202e" not in text, path
            assert "javascript:alert" not in text.replace('"javascript:alert(1)"', "!"), path
    assert said > 8
    for path in (hostile / "search").iterdir():
        assert "\u202e" not in path.read_text("utf-8")


def test_names_of_files_are_plain(hostile: Path) -> None:
    for path in hostile.rglob("*"):
        assert re.fullmatch(r"[a-z0-9][a-z0-9_-]*(\.[a-z]+)?", path.name), path
    assert (hostile / document_address(OLD)).exists() and (hostile / document_address(NEW)).exists()


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("higashikurume_kpi_2024", True),
        ("Kpi_2024", False),
        ("計画", False),
        ("../../etc/passwd", False),
        ("a b", False),
        ("con", False),
        ("", False),
        ("." * 300, False),
        ("\ud800", False),
    ],
)
def test_slugs(name: str, plain: bool) -> None:
    made = slug(name)
    assert (made == name) is plain
    assert re.fullmatch("[a-z0-9][a-z0-9_-]{0,79}", made)


def test_slugs_differ_where_names_do() -> None:
    names = ["計画", "計画 ", "Plan", "plan", "plan-", "a/b", "a-b"]
    assert len({slug(name) for name in names}) == len(names)


def test_the_same_data_give_the_same_bytes(tmp_path: Path, site: Path) -> None:
    build_site(Options(CURATED, RAW, tmp_path / "again", workers=1), quiet)
    first, second = (
        {path.relative_to(out): path.read_bytes() for path in out.rglob("*") if path.is_file()}
        for out in (site, tmp_path / "again")
    )
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []


def test_a_former_build_leaves_nothing_behind(tmp_path: Path, hostile: Path) -> None:
    curated, out = tmp_path / "curated", tmp_path / "out"
    shutil.copytree(hostile.parent / "curated", curated)
    build_site(Options(curated, hostile.parent / "raw", out), quiet)
    assert len(list((out / "pictures").iterdir())) == 2
    for part in curated.rglob(f"{OLD}.parquet"):
        part.unlink()
    mine = out / "notes.txt"
    mine.write_text("mine")
    build_site(Options(curated, hostile.parent / "raw", out), quiet)
    assert [path.name for path in (out / "pictures").iterdir()] == [slug(NEW)]
    assert not (out / document_address(OLD)).exists()
    assert mine.exists()


def test_a_build_that_was_killed_can_be_made_again(tmp_path: Path, hostile: Path) -> None:
    options = Options(hostile.parent / "curated", tmp_path, tmp_path / "out")

    def stop(name: str, count: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build_site(options, stop)
    assert build_site(options, quiet).documents == 2


def test_other_folders_are_left_alone(tmp_path: Path, hostile: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").write_text("mine")
    (tmp_path / "file").write_text("mine")
    for out in (tmp_path / "full", tmp_path / "file"):
        with pytest.raises(RefusedError):
            build_site(Options(hostile.parent / "curated", tmp_path, out), quiet)
    assert (tmp_path / "full" / "letter.txt").read_text() == "mine"


def test_a_list_of_files_that_leads_outside_is_not_followed(tmp_path: Path, hostile: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (tmp_path / "letter.txt").write_text("mine")
    (out / "gyosei-site.json").write_text(json.dumps({"files": ["../letter.txt", "/etc/hostname", "..", 5]}))
    build_site(Options(hostile.parent / "curated", tmp_path, out), quiet)
    assert (tmp_path / "letter.txt").exists()


def test_without_the_pdfs(tmp_path: Path) -> None:
    built = build_site(Options(CURATED, tmp_path / "nowhere", tmp_path / "out"), quiet)
    assert len(built.without_pictures) == 5
    assert list((tmp_path / "out").rglob("*.webp")) == []
    page = (tmp_path / "out" / document_address("higashikurume_kpi_2024")).read_text("utf-8")
    assert load_texts("pipeline.site")("picture_missing").ja in page
    assert "data-picture" not in page


def test_another_pdf_under_the_same_name_is_not_shown(tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    shutil.copy(RAW / "higashikurume_kpi_2024.pdf", tmp_path / "raw" / "nishitokyo_basic_plan_2024.pdf")
    build_site(Options(CURATED, tmp_path / "raw", tmp_path / "out"), quiet)
    page = (tmp_path / "out" / document_address("nishitokyo_basic_plan_2024")).read_text("utf-8")
    assert load_texts("pipeline.site")("picture_another").ja in page
    assert "data-picture" not in page


def test_every_figure_stands_on_the_page_of_its_document(site: Path) -> None:
    """Each value, amount, indicator, project and programme once, with its box as in Parquet."""
    for document_id in (path.stem for path in (CURATED / "documents").iterdir()):
        document = read_document(CURATED, document_id)
        text = (site / document_address(document_id)).read_text("utf-8")
        shown = dict(re.findall(r'id="([vakpg]\d+)"[^>]*? data-b="([^"]*)"', text))
        wanted = {}
        for rows, key in (
            (document.kpis, "kpi_id"), (document.kpi_values, "value_id"), (document.projects, "project_id"),
            (document.project_amounts, "amount_id"), (document.programmes, "programme_id"),
        ):  # fmt: skip
            wanted |= {row[key]: f"{row['x0']} {row['y0']} {row['x1']} {row['y1']}" for row in rows}
        assert shown == wanted


def test_a_document_that_failed_has_a_page(tmp_path: Path) -> None:
    facts = {
        "document_id": "bad", "file_name": "bad.pdf", "status": "failed", "error": "It is <no> PDF.",
        "table_count": 0, "kpi_count": 0, "project_count": 0, "finding_count": 0,
    }  # fmt: skip
    write_rows(tmp_path / "curated", "bad", {"documents": [facts]})
    build_site(Options(tmp_path / "curated", tmp_path, tmp_path / "out"), quiet)
    for name in ("index.html", "documents/bad.html"):
        assert "It is &lt;no&gt; PDF." in (tmp_path / "out" / name).read_text("utf-8")


@pytest.fixture
def served(site: Path) -> Iterator[int]:
    serving = server(site, 0)
    thread = threading.Thread(target=serving.serve_forever, daemon=True)
    thread.start()
    yield serving.server_address[1]
    serving.shutdown()
    serving.server_close()


@pytest.mark.parametrize(
    ("path", "host", "status"),
    [
        ("/", "127.0.0.1", 200),
        ("/documents/higashikurume_kpi_2024.html", "localhost", 200),
        ("/", "evil.example", 421),
        ("/documents/", "127.0.0.1", 404),
        ("/../../../../etc/passwd", "127.0.0.1", 404),
        ("/%2e%2e/%2e%2e/etc/passwd", "127.0.0.1", 404),
    ],
)
def test_served_to_this_machine_only(served: int, path: str, host: str, status: int) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", served, timeout=10)
    connection.request("GET", path, headers={"Host": f"{host}:{served}"})
    answer = connection.getresponse()
    body = answer.read()
    assert answer.status == status
    if status == 200:
        assert answer.getheader("X-Content-Type-Options") == "nosniff" and b"<!DOCTYPE html>" in body
    connection.close()


def test_a_port_that_is_taken(served: int, site: Path) -> None:
    with pytest.raises(RefusedError, match="--port"):
        server(site, served)


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    chosen = ["site", "--curated", str(CURATED), "--raw", str(tmp_path), "--out", str(tmp_path / "out")]
    assert main(chosen) == 0
    said = capsys.readouterr()
    assert "5 documents" in said.out and "lack pictures" in said.err
    assert main(["site", "--curated", str(tmp_path / "no"), "--out", str(tmp_path / "x")]) == 2
    assert "gyosei run" in capsys.readouterr().err


def test_figures_are_those_of_parquet(site: Path) -> None:
    """The overview adds up what the parts hold."""
    page = (site / "index.html").read_text("utf-8")
    values = sum(pq.read_metadata(path).num_rows for path in (CURATED / "kpi_values").iterdir())
    assert f"{values:,}" in page
    assert HOSTILE not in page


def test_it_is_served_until_it_is_stopped(hostile: Path, tmp_path: Path) -> None:
    """`gyosei site --serve` in a process of its own: it says where, answers, and ends well on Ctrl+C."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        sys.executable, "-m", "pipeline", "site", "--serve", "--no-open", "--port", str(port),
        "--curated", str(hostile.parent / "curated"), "--raw", str(tmp_path), "--out", str(tmp_path / "out"),
    ]  # fmt: skip
    process = subprocess.Popen(
        command, cwd=ROOT, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True
    )
    try:
        assert process.stderr is not None
        said = next(line for line in process.stderr if "http://" in line)
        assert f"http://127.0.0.1:{port}/" in said
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        connection.request("GET", "/index.html")
        assert connection.getresponse().status == 200
        connection.close()
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 0
    finally:
        process.kill()
        process.wait()
        process.stderr.close()


def test_a_document_that_hangs_costs_its_pictures_only(
    hostile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A pipe in the place of a PDF blocks its reader; the document after it is drawn all the same."""
    monkeypatch.setattr(page_pictures, "SECONDS_PER_DOCUMENT", 8.0)
    os.mkfifo(tmp_path / "hangs.pdf")
    pdf = RAW / "higashikurume_policy_review_2019.pdf"
    sha256 = hashlib.sha256(pdf.read_bytes()).hexdigest()
    drawings = {
        "hangs": page_pictures.Drawing(tmp_path / "hangs.pdf", sha256, tmp_path / "a", 30),
        "good": page_pictures.Drawing(pdf, sha256, tmp_path / "b", 30),
    }
    desk = page_pictures.PictureDesk(drawings, workers=1)
    try:
        assert desk.drawn("hangs") == page_pictures.Drawn(problem=page_pictures.DAMAGED)
        assert len(desk.drawn("good").sizes) == 3
    finally:
        desk.close()
    assert len(list((tmp_path / "b").iterdir())) == 3
