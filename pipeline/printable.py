"""Text from files made harmless to show: what would steer a terminal or hide text is made visible."""

from __future__ import annotations

import re

STEERING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
"""Control characters of both sets (ESC, CSI, BEL), marks of direction, what has no width, lone surrogates."""

LONGEST_ERROR = 400


def harmless(text: str) -> str:
    """The text with U+FFFD for each character that would steer a terminal; line ends and tabs stay."""
    return STEERING.sub("\ufffd", text)


def one_line(message: str, longest: int = LONGEST_ERROR) -> str:
    """The message on one line without such characters, and not too long."""
    shown = harmless(message).replace("\n", " ").replace("\t", " ")
    return shown if len(shown) <= longest else shown[: longest - 1] + "…"


def escaped(json_text: str) -> str:
    """JSON text with such characters as escapes of JSON, so that it means the same."""
    return STEERING.sub(_escape, json_text)


def _escape(match: re.Match[str]) -> str:
    units = match[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))
