"""Where a new publication lies in raw/: names that collide with none that is there."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from itertools import chain, count
from pathlib import Path
from urllib.parse import unquote_to_bytes, urlsplit

from pipeline.sources import safe_id

UNNAMED = "publication"


def name_in_address(url: str) -> str:
    """The file name that an address ends in, with .pdf ('https://…/%E6%96%BD%E7%AD%96.PDF' -> '施策.pdf')."""
    last = unquote_to_bytes(urlsplit(url).path.rstrip("/").rpartition("/")[2])
    for encoding in ("utf-8", "cp932"):
        try:
            name = last.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    else:
        name = last.decode("ascii", "replace")
    stem = re.sub(r"\.pdf$", "", unicodedata.normalize("NFC", name), flags=re.IGNORECASE)
    stem = re.sub(r'[<>:"|?*]', "_", safe_id(stem) if stem else UNNAMED)
    return f"{stem}.pdf"


def free_name(name: str, taken: Iterable[str], code: str | None) -> str:
    """The name, or one like it that no taken name equals (also not in other case or another width).

    A second publication of the same name gets the 団体コード of its publisher, then a number.
    """
    known = {_key(other) for other in taken}
    stem, suffix = Path(name).stem, Path(name).suffix
    candidates = chain([stem], [f"{stem}_{code}"] if code else [], (f"{stem}_{n}" for n in count(2)))
    return next(f"{one}{suffix}" for one in candidates if _key(one + suffix) not in known)


def _key(name: str) -> str:
    return unicodedata.normalize("NFKC", Path(name).stem).casefold()
