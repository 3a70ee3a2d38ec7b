"""A page to print: a template, filled with what is escaped."""

from functools import cache
from pathlib import Path
import re

from jinja2 import Environment, FileSystemLoader, StrictUndefined

LANGUAGES = ("en", "ja")
_WHOLE = re.compile(
    r"((?:令和|平成)(?:元|\d+)年\d+月\d+日|[（(]?\d{4}-\d\d-\d\d[）)]?"
    r"|\d+時\d\d分(?:\d\d秒)?(?:から|まで)?|\d\d:\d\d(?::\d\d)? – \d\d:\d\d(?::\d\d)?)"
)
"""Dates and times as `dates.py` writes them."""
QUIET = 4
"""Light modules around a QR code, as its standard asks."""


def language_of(wanted: str) -> str:
    """Return the language a paper comes in; English where there is none of the wanted."""
    return wanted[:2] if wanted[:2] in LANGUAGES else "en"


def rendered(template: str, **values: object) -> str:
    """Return a template filled in. Blocking: it is read from the disk. A blank that nothing fills raises."""
    return _environment().get_template(template).render(values)


def qr(text: str, error: str) -> str:
    """Return a QR code that says just this, as SVG; `error`: how much of it may be stained (l, m, q, h)."""
    import segno

    code = segno.make(text, error=error, micro=False)
    return code.svg_inline(border=QUIET, omitsize=True, svgclass=None, lineclass=None)


def pieces(text: str) -> list[tuple[str, bool]]:
    """Return a text piece by piece; True marks dates and times, which stay whole where a line ends."""
    return [(piece, bool(place % 2)) for place, piece in enumerate(_WHOLE.split(text)) if piece]


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["pieces"] = pieces
    return environment
