"""Values as TOML: what gyosei writes into files that people edit."""

from __future__ import annotations

import json


def toml_text(value: str | int | bool) -> str:
    """The value as it stands behind a key ('\"令和6年度\"', '2024', 'true'), in one line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    plain = value.encode("utf-8", "replace").decode("utf-8")
    return json.dumps(plain, ensure_ascii=False).replace("\x7f", "\\u007f")
