"""Data that several tests read: the bundled documents and the simulated editions, each run once."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from tests.bundled import EDITIONS, RAW, ROOT, read_folder

os.environ["LC_ALL"] = "C.UTF-8"
"""Messages in English, whatever the locale of who runs the tests."""

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # begun in the background: what the tests start would inherit that Ctrl+C is ignored
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write expected outputs anew, to be read")


@pytest.fixture(scope="session")
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether expected outputs are written anew rather than compared."""
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture(scope="session")
def curated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The datasets of the documents in raw/, read now."""
    folder = tmp_path_factory.mktemp("curated")
    read_folder(RAW, folder)
    return folder


@pytest.fixture(scope="session")
def curated_editions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The datasets of the simulated editions and the variant with radicals, read now."""
    folder = tmp_path_factory.mktemp("editions")
    read_folder(EDITIONS, folder)
    return folder


@pytest.fixture(scope="session")
def real_pdfs() -> Path:
    """A folder of real publications, which are not part of the project."""
    folder = Path(os.environ.get("GYOSEI_REAL", ROOT.parent / "shared" / "real")) / "pdf"
    if not folder.is_dir():
        pytest.skip("no real publications here")
    return folder
