"""The language of the person at the terminal."""

from __future__ import annotations

import os
from typing import Literal

Language = Literal["ja", "en"]

VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
"""The first of them that is set decides (POSIX, Base Definitions 8.2)."""


def language() -> Language:
    """Japanese for a Japanese locale, English for every other one."""
    locale = next((value for name in VARIABLES if (value := os.environ.get(name))), "")
    return "ja" if locale.lower().startswith(("ja_", "ja.", "ja-")) or locale.lower() == "ja" else "en"
