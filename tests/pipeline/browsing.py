"""Chromium without a window, as the tests of pages use it: it says what went wrong and what was asked for."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

PHONE, DESKTOP = (390, 844), (1280, 900)


@dataclass
class Heard:
    """What a page said on the console, its errors and dialogs, and what it asked a network for."""

    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)


@contextmanager
def chromium() -> Iterator[Any]:
    """Debian's Chromium. Skips where it or Playwright is not installed."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        pytest.skip("Chromium is not installed: make browser")
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: make")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


@contextmanager
def opened(
    browser: Any, path: Path, *, query: str = "", size: tuple[int, int] = DESKTOP, **options: Any
) -> Iterator[Any]:
    """A page of a folder, opened as a file. Fails where it complains, asks a network, or opens a dialog."""
    heard = Heard()
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, **options)
    context.set_default_timeout(15_000)
    page = context.new_page()
    page.on("console", lambda said: said.type in ("error", "warning") and heard.complaints.append(said.text))
    page.on("pageerror", lambda error: heard.complaints.append(str(error)))
    page.on("dialog", lambda dialog: (heard.complaints.append(f"dialog {dialog.message}"), dialog.dismiss()))
    page.on("request", lambda request: _is_remote(request.url) and heard.requests.append(request.url))
    try:
        page.goto(path.as_uri() + query)
        yield page
    finally:
        context.close()
    assert not heard.complaints, heard.complaints
    assert not heard.requests, heard.requests


def _is_remote(url: str) -> bool:
    return not url.startswith(("file:", "data:"))
