"""HTML of tables and pages, as Japanese municipal word processors and spreadsheets print them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from truthfile import Truth

GOTHIC = "'BIZ UDPGothic'"
MINCHO = "'IPAMincho'"
TAKAO = "'TakaoPGothic'"
NOTO = "'Noto Sans CJK JP'"
IPAEX = "'IPAexGothic'"

BASE = """
* { box-sizing: border-box; }
html, body { margin: 0; padding: 0; -webkit-print-color-adjust: exact; }
h1 { text-align: center; font-weight: bold; margin: 0 0 3mm; }
h2 { margin: 4mm 0 1.5mm; } h3 { margin: 3mm 0 1mm; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
th, td { border: 0.6pt solid #000; padding: 0.7mm 1mm; vertical-align: middle; line-height: 1.25;
         overflow-wrap: anywhere; }
th { font-weight: normal; text-align: center; }
tr { break-inside: avoid; }
.n { text-align: right; white-space: nowrap; } .m { text-align: center; } .l { text-align: left; }
.unit { text-align: right; margin: 0 0 0.5mm; }
.note { margin: 1mm 0 0; }
.v { writing-mode: vertical-rl; letter-spacing: 0.15em; text-align: center; margin: auto; }
.page { break-after: page; } .page:last-child { break-after: auto; }
.nb { border-left: none !important; } .nr { border-right: none !important; }
"""


@dataclass(frozen=True)
class Document:
    """One PDF to be: its HTML and its truth; `turn` is the /Rotate of its pages, in degrees."""

    html: str
    truth: Truth
    turn: int = 0


def c(
    text: object = "", kind: str = "", *, rs: int = 1, cs: int = 1, tag: str = "td", style: str = ""
) -> str:
    """One cell; `kind` is its class: n figures, m centred, l left."""
    out = f"<{tag}"
    if kind:
        out += f' class="{kind}"'
    if rs > 1:
        out += f' rowspan="{rs}"'
    if cs > 1:
        out += f' colspan="{cs}"'
    if style:
        out += f' style="{style}"'
    return f"{out}>{text}</{tag}>"


def h(text: object = "", kind: str = "", *, rs: int = 1, cs: int = 1, style: str = "") -> str:
    """One header cell."""
    return c(text, kind, rs=rs, cs=cs, tag="th", style=style)


def vertical(text: str, *, rs: int = 1, style: str = "") -> str:
    """A header cell written downwards."""
    return h(f'<div class="v">{text}</div>', rs=rs, style=style)


def row(*cells: str, kind: str = "") -> str:
    """One table row."""
    return f'<tr class="{kind}">' + "".join(cells) + "</tr>"


def table(
    rows: Sequence[str],
    widths: Sequence[float] = (),
    kind: str = "",
    head: Sequence[str] = (),
    style: str = "",
) -> str:
    """One table; `widths` in percent; `head` rows are printed again on each page."""
    columns = "".join(f'<col style="width:{w}%">' for w in widths)
    top = "<thead>" + "".join(head) + "</thead>" if head else ""
    body = f"<colgroup>{columns}</colgroup>{top}<tbody>{''.join(rows)}</tbody>"
    return f'<table class="{kind}" style="{style}">{body}</table>'


def page(
    body: str, *, size: str = "A4", margin: str = "14mm", font: str = GOTHIC, pt: float = 9, css: str = ""
) -> str:
    """A whole HTML document; page numbers come from `css` or the body."""
    return (
        '<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><style>'
        + BASE
        + f"@page {{ size: {size}; margin: {margin}; }} body {{ font-family: {font}; font-size: {pt}pt; }}"
        + css
        + f"</style></head><body>{body}</body></html>"
    )


def yen(amount: int | None, minus: str = "△", empty: str = "") -> str:
    """A printed amount: 1,234 or △1,234; None prints `empty`."""
    if amount is None:
        return empty
    return f"{amount:,}" if amount >= 0 else f"{minus}{-amount:,}"


def rate(part: int, whole: int, places: int = 1, minus: str = "△") -> str:
    """A printed percentage, rounded half up as spreadsheets do."""
    scaled = (abs(part) * 100 * 10**places * 2 + whole) // (2 * whole)
    text = f"{scaled / 10**places:.{places}f}"
    return text if part >= 0 or scaled == 0 else minus + text


def wide(text: str) -> str:
    """Digits and Latin letters in full width."""
    return text.translate({code: code + 0xFEE0 for code in range(0x21, 0x7F)})
