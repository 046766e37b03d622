"""Sites that several tests look at, each built once."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.site.build import Options, build_site
from tests.bundled import RAW, ROOT
from tests.pipeline.site_data import quiet, write_documents


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the bundled documents."""
    out = tmp_path_factory.mktemp("site") / "out"
    built = build_site(Options(ROOT / "curated", RAW, out, workers=2), quiet)
    assert built.documents == 5 and built.without_pictures == ()
    return out


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of two editions whose names, texts and ids mean harm; its curated/ and raw/ lie beside it."""
    folder = tmp_path_factory.mktemp("hostile")
    write_documents(folder / "curated", folder / "raw")
    built = build_site(Options(folder / "curated", folder / "raw", folder / "out"), quiet)
    assert built.without_pictures == ()
    return folder / "out"
