"""A page to print: a template, filled with what is escaped."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
import re

from jinja2 import Environment, FileSystemLoader, StrictUndefined

LANGUAGES = ("en", "ja")
_PIECES = re.compile(
    r"(?P<whole>(?:令和|平成)(?:元|\d+)年\d+月\d+日|[（(]?\d{4}-\d\d-\d\d(?!\d)[）)]?"
    r"|\d+時(?:\d\d分(?:\d\d秒)?)?(?:から|まで)?|\d\d:\d\d(?::\d\d)? – \d\d:\d\d(?::\d\d)?"
    r"|\b0\d{1,4}-\d{1,4}-\d{3,4}\b)"
    r"|(?P<open>［未定］|\[not settled\])"
)
"""Dates and times as `dates.py` writes them, numbers to call, and what is left open (`blank.open`)."""
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


def pieces(text: str) -> Iterator[tuple[str, str]]:
    """Yield a text piece by piece; `whole` ones, dates, times and numbers to call, stay so where a line ends, `open` ones are blanks."""
    done = 0
    for found in _PIECES.finditer(text):
        if found.start() > done:
            yield text[done : found.start()], ""
        yield found[0], found.lastgroup or ""
        done = found.end()
    if done < len(text):
        yield text[done:], ""


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
