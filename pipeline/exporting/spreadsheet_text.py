"""Text that spreadsheets show as it is: nothing that a PDF prints becomes a formula."""

from __future__ import annotations

import re

LONGEST = 32_767
"""Characters that a cell of Excel holds."""

_STARTS_FORMULA = re.compile(r"[=+\-@＝＋－＠\t\r\n]")
"""The full-width signs begin a formula, too, where a Japanese Excel opens a CSV file."""

_HARMLESS = re.compile(r"[=+\-@＝＋－＠]|[+\-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?%?")
"""A sign alone, such as a dash for no value, and a plain number, which stays one."""

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")


def is_formula(text: str) -> bool:
    """Whether a spreadsheet may take the text for a formula."""
    return bool(_STARTS_FORMULA.match(text)) and not _HARMLESS.fullmatch(text)


def neutral(text: str) -> str:
    """The text for a CSV file: one that may be taken for a formula begins with an apostrophe."""
    plain = _CONTROL.sub("\ufffd", text)
    return f"'{plain}" if is_formula(plain) else plain


def cell_text(text: str) -> str:
    """The text for a cell of a workbook: without what XML cannot hold, cut where it is too long."""
    plain = _CONTROL.sub("\ufffd", text).replace("\r\n", "\n").replace("\r", "\n")
    return plain if len(plain) <= LONGEST else plain[: LONGEST - 1] + "…"
