"""A page to print: a template, filled with what is escaped."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

LANGUAGES = ("en", "ja")


def language_of(wanted: str) -> str:
    """Return the language a paper comes in; English where there is none of the wanted."""
    return wanted[:2] if wanted[:2] in LANGUAGES else "en"


def rendered(template: str, **values: object) -> str:
    """Return a template filled in. Blocking: it is read from the disk. A blank that nothing fills raises."""
    return _environment().get_template(template).render(values)


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
