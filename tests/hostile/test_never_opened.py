"""Scripts, attachments, links and outside files that a PDF names are not run, opened or followed.

A server and files of ours are named in every place where a PDF can name one; both must stay untouched.
"""

from __future__ import annotations

import gzip
import os
import pickle
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from pipeline.document import document_rows
from pipeline.show import draw_page
from pipeline.sources import Source
from tests.hostile.pdf_syntax import FONT, PAGES, TABLE, pdf, stream

SECRET = "canary-7f3a"


@dataclass
class Canary:
    """What must not be touched: a folder of files, an address, and who knocked at it."""

    folder: Path
    address: str
    knocked: list[str]

    def opened(self) -> list[str]:
        """The files whose content was read since they were set up, and what a script left behind."""
        return [path.name for path in self.folder.iterdir() if path.stat().st_atime > 1 or path.name == "ran"]


@pytest.fixture
def canary(tmp_path: Path) -> Iterator[Canary]:
    """A server on a port of its own, and files last read in 1970."""
    knocked: list[str] = []
    server = socket.create_server(("127.0.0.1", 0))

    def answer() -> None:
        while True:
            try:
                connection, _ = server.accept()
            except OSError:
                return
            knocked.append(connection.recv(200).decode("latin-1"))
            connection.close()

    threading.Thread(target=answer, daemon=True).start()
    folder = tmp_path / "canary"
    folder.mkdir()
    (folder / "text.txt").write_text(SECRET)
    (folder / "drawn.txt").write_text(f"BT /F 9 Tf 9 9 Td ({SECRET}) Tj ET")
    (folder / "run.sh").write_text(f"#!/bin/sh\ntouch {folder}/ran\n")
    (folder / "run.sh").chmod(0o755)
    (folder / "evil.pickle.gz").write_bytes(gzip.compress(pickle.dumps(Evil(str(folder / "ran")))))
    (folder / "other.pdf").write_bytes(pdf({1: "<< >>"}))
    for path in folder.iterdir():
        os.utime(path, (0, path.stat().st_mtime))
    yield Canary(folder, f"http://127.0.0.1:{server.getsockname()[1]}/", knocked)
    server.close()


class Evil:
    """Touches a file where it is unpickled."""

    def __init__(self, path: str) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        return os.mkdir, (self.path,)


def naming(folder: Path, address: str, streams: bool = True) -> bytes:
    """A PDF with the files and the address in every place that can name one.

    Without `streams` no stream says that its data is elsewhere, which pdfminer takes for a filter.
    """
    encoded = str(folder / "evil").replace("/", "#2F")
    file = f"<< /Type /Filespec /F ({folder}/text.txt) /UF ({folder}/text.txt) >>"
    web = f"<< /FS /URL /F ({address}) >>"
    elsewhere = (f"/F ({folder}/drawn.txt)", f"/F {web}", f"/F {file}") if streams else ("", "", "")
    script = f"app.launchURL('{address}'); this.importDataObject('a', '{folder}/text.txt'); app.alert('x');"
    actions = [
        f"<< /S /JavaScript /JS ({script}) >>",
        f"<< /S /Launch /F ({folder}/run.sh) /Unix ({folder}/run.sh) /NewWindow true >>",
        f"<< /S /URI /URI ({address}) >>",
        f"<< /S /GoToR /F ({folder}/other.pdf) /D [0 /Fit] >>",
        f"<< /S /GoToE /F ({folder}/other.pdf) /D [0 /Fit] >>",
        f"<< /S /SubmitForm /F {web} >>",
        f"<< /S /ImportData /F {file} >>",
        "<< /S /Rendition /R 16 0 R /AN 17 0 R /OP 0 >>",
    ]
    chain = actions[0]
    for action in actions[1:]:
        chain = f"{action[:-2]} /Next {chain} >>"
    box = "/Rect [0 0 400 300]"
    annotations = " ".join(
        [f"<< /Type /Annot /Subtype /Link {box} /A {action} /AA << /E {action} >> >>" for action in actions]
        + [f"<< /Type /Annot /Subtype /FileAttachment {box} /FS {file} >>"]
        + [f"<< /Type /Annot /Subtype /Screen {box} /A {actions[7]} >>"]
        + [f"<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) {box} /AA << /C {actions[0]} >> >>"]
    )
    fonts = (
        f"/F {FONT} "
        f"/C << /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /{encoded} /DescendantFonts [15 0 R] >>"
    )
    every = ["/O", "/C", "/V", "/I", "/WC", "/WS", "/DS", "/WP", "/DP"]
    return pdf(
        {
            1: f"<< /Type /Catalog /Pages 2 0 R /OpenAction {chain} /URI << /Base ({address}) >> "
            f"/AA << {' '.join(f'{name} {actions[0]}' for name in every)} >> "
            "/Names << /JavaScript << /Names [(a) 10 0 R] >> /EmbeddedFiles << /Names [(a) 11 0 R] >> >> "
            f"/AcroForm << /XFA 12 0 R /Fields [] /NeedAppearances true >> /Collection << >> >>",
            2: PAGES,
            3: f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 300] /Contents [4 0 R 5 0 R] "
            f"/AA << /O {chain} /C {chain} >> /Annots [{annotations}] "
            f"/Resources << /Font << {fonts} >> /XObject << /R 13 0 R /I 14 0 R >> >> >>",
            4: stream(TABLE + b" BT /C 9 Tf 200 9 Td (12) Tj ET /R Do q 9 0 0 9 9 9 cm /I Do Q"),
            5: f"<< /Length 0 {elsewhere[0]} /FFilter [] >>\nstream\n\nendstream",
            10: actions[0],
            11: f"<< /Type /Filespec /F (a) /EF << /F {web} >> /RF << >> >>",
            12: stream(f"<xdp><template><event><script>{script}</script></event></template></xdp>".encode()),
            13: stream(
                b"",
                "/Type /XObject /Subtype /Form /BBox [0 0 9 9] "
                f"/Ref << /F ({folder}/other.pdf) /Page 0 >> /OPI << /2.0 << /F {file} >> >>",
            ),
            14: f"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /Length 0 "
            f"/ColorSpace /DeviceGray {elsewhere[1]} >>\nstream\n\nendstream",
            15: "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /FontDescriptor 18 0 R "
            "/CIDSystemInfo << /Registry (..) /Ordering (..) /Supplement 0 >> >>",
            16: f"<< /S /MR /C << /S /MCD /D {web} /CT (video/mp4) >> >>",
            17: "<< /Type /Annot /Subtype /Screen >>",
            18: "<< /Type /FontDescriptor /FontName /A /Flags 4 /FontFile2 19 0 R >>",
            19: f"<< /Length 0 {elsewhere[2]} >>\nstream\n\nendstream",
        }
    )


@pytest.mark.parametrize("streams", [True, False])
@pytest.mark.parametrize("reader", ["pdfium", "pdfplumber", "both"])
def test_reading_touches_nothing(canary: Canary, tmp_path: Path, reader: str, streams: bool) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(naming(canary.folder, canary.address, streams))
    rows = document_rows(Source("a", path), reader)
    assert rows["documents"][0]["table_count"] == 1 or (streams and reader == "pdfplumber")
    assert SECRET not in str(rows)
    assert canary.opened() == [] and canary.knocked == []


def test_drawing_a_page_touches_nothing(canary: Canary, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(naming(canary.folder, canary.address))
    draw_page(path, 1, tmp_path / "a.png", headers=(), marks=(), reader="pdfium")
    assert (tmp_path / "a.png").exists()
    assert canary.opened() == [] and canary.knocked == []


def test_the_canaries_would_sing(canary: Canary) -> None:
    """What the tests above rely on: reading a file and knocking at the server are noticed."""
    (canary.folder / "text.txt").read_text()
    if not canary.opened():
        pytest.skip("this file system does not note when files are read")
    with socket.create_connection(("127.0.0.1", int(canary.address.split(":")[2].strip("/")))) as connection:
        connection.sendall(b"GET /")
        connection.recv(1)
    assert canary.knocked == ["GET /"]


def test_no_cmap_of_the_file_system_is_loaded(canary: Canary) -> None:
    """pdfminer looks for the encodings that a font names among files; only its own may be found."""
    from pdfminer.cmapdb import CMapDB, CMapError

    for name in (str(canary.folder / "evil"), "../" * 12 + str(canary.folder / "evil")[1:]):
        with pytest.raises((CMapDB.CMapNotFound, CMapError, ValueError)):
            CMapDB._load_data(name)
    assert canary.opened() == []
