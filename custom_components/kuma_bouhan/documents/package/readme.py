"""The introduction that lies in a package: for somebody who never heard of any of this, in two languages."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ..dates import in_both_eras
from .manifest import EXTRACT, NAME, VERIFY, Contents, Listed, Missing
from .words import BEGINS, REASONS

LANGUAGES = ("ja", "en")
MOST_LINES = 200
"""Of a table; the list of files has all of them."""


def readmes(contents: Contents) -> Mapping[str, bytes]:
    """Return the introduction in each language, by name of the file. Blocking.

    As Windows reads it: UTF-8 with a mark in front, and its ends of lines.
    """
    found = {}
    for language in LANGUAGES:
        text = (
            _environment()
            .get_template(f"README_{language}.txt")
            .render(_values(contents, language))
        )
        found[f"README_{language}.txt"] = ("\ufeff" + text.replace("\n", "\r\n")).encode()
    return found


def _values(contents: Contents, language: str) -> dict[str, Any]:
    zone = contents.zone

    def told(moment: datetime) -> str:
        return moment.astimezone(zone).strftime("%Y-%m-%d %H:%M:%S")

    def row(one: Listed | Missing) -> dict[str, str]:
        assert one.camera is not None and one.start is not None and one.end is not None
        return {
            "place": _line(contents.place(one.camera)),
            "start": told(one.start),
            "end": told(one.end),
        }

    videos = [one for one in contents.files if one.kind == "video"]
    stills = [one for one in contents.files if one.kind == "still"]
    begins, reasons = BEGINS[language], REASONS[language]
    local = contents.start.astimezone(zone)
    return {
        "number": contents.number,
        "facility": _line(contents.site.facility),
        "contact": _line(contents.site.contact),
        "day": in_both_eras(local.date(), language),
        "start": told(contents.start),
        "end": told(contents.end),
        "offset": _offset(local.utcoffset()),
        "places": [_line(one.place) for one in contents.cameras],
        "masked": contents.masked,
        "videos": [
            row(one) | {"name": one.name, "why": begins.get(one.why or "", "")}
            for one in videos[:MOST_LINES]
        ],
        "stills": len(stills),
        "missing": [
            row(one) | {"why": reasons.get(one.reason, one.reason)}
            for one in contents.missing[:MOST_LINES]
        ],
        "more": len(videos) > MOST_LINES or len(contents.missing) > MOST_LINES,
        "permitted": contents.permission is not None,
        "manifest": NAME,
        "extract": EXTRACT,
        "verify": VERIFY,
        "host": contents.site.host_fingerprint,
    }


def _offset(offset: timedelta | None) -> str:
    minutes = round((offset or timedelta(0)).total_seconds() / 60)
    return f"UTC{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"


def _line(text: str) -> str:
    """Return a text as one line of letters that are shown."""
    return " ".join("".join(each if each.isprintable() else " " for each in text).split())


@cache
def _environment() -> Environment:
    # It is text: nothing in it is to be escaped.
    return Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
