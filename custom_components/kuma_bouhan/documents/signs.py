"""Printed signs (設置表示): large enough to be read before one enters the range, and saying what a passer-by may want to know: 4(3), 運用基準例 6.

A sign is public and hangs there for years: it carries neither the book's head nor anybody's name but the site owner's.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
import re

from ..guideline.recording import Hours
from .page import qr, rendered
from .phrases import examples, hours, long
from .sign_space import LABEL, PAGE, Field, fitting
from .words import Words

HEADLINES: Mapping[str, Sequence[str]] = {
    "ja": ("防犯カメラ", "作動中"),
    "en": ("Security", "cameras", "in operation"),
    "zh": ("监控摄像头", "运行中"),
    "ko": ("방범 카메라", "작동 중"),
}
"""What the headline says in each language, line by line; what stands below it comes in the first two."""
TAG_ADDRESS = "https://www.home-assistant.io/tag/{tag}"
"""What opens Home Assistant's own app, which then says that a tag was scanned."""
_CODE = 600
"""Bytes that a QR code holds and is still read, small as it is."""
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
_PHONE = re.compile(r"(?:\+\d{1,3}[- ]?)?\(?0?\d{1,4}\)?[- ]\d{1,4}[- ]\d{3,4}|0\d{9,10}")


class Size(StrEnum):
    """How large a sign is."""

    A4 = "a4"
    A5 = "a5"
    LABEL = "label"
    """100 mm × 62 mm, as label printers take it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """What stands on a sign. `days` are the longest, `alike` says that all its cameras keep footage so long."""

    owner: str
    manager_title: str
    contact: str
    purpose: str
    crimes: str
    hours: Sequence[Hours | None]
    """Of its cameras, each once."""
    days: int
    alike: bool
    audio: bool
    place: str = ""


def sign(facts: Sign, size: Size, languages: Sequence[str], language: str) -> str:
    """Return a sign as a page of HTML that stands alone. Blocking.

    `languages` are those of the headline, the largest first; `language` is what the rest is in where they are neither
    Japanese nor English.
    """
    chosen = [one for one in dict.fromkeys(languages) if one in HEADLINES] or ["ja", "en"]
    # English is the longest: below it the others fit on one line.
    headlines = [chosen[0], *sorted(chosen[1:], key="en".__ne__)]
    readable = [Words(one) for one in chosen if one in {"ja", "en"}] or [Words(language)]
    first = readable[0]
    told = readable[:1] if size is Size.LABEL else readable
    fields = _fields(facts, told)
    if size is Size.LABEL:
        setting = fitting(fields, LABEL, _room_on_label(chosen, facts.audio))
    else:
        setting = fitting(fields, PAGE, _room_on_page(chosen, facts.audio, len(told)))
    code = _code(facts, first)
    return rendered(
        "sign.html",
        language=first.language,
        words=first,
        size=size,
        headline=chosen[0],
        headlines=[(one, _headline(one)) for one in headlines],
        parts=HEADLINES[chosen[0]],
        sound=[words("sign.sound") for words in readable] if facts.audio else [],
        setting=setting,
        left_out=first.joined(*(one.titles[0] for one in fields if one not in setting.fields)),
        small=[words("sign.small") for words in told],
        place=facts.place,
        qr=qr(code[1], error="m"),
        code=[words(f"sign.code.{code[0]}") for words in told],
    )


def sign_tag(words: Words, place: str, tag: str) -> str:
    """Return a label for staff, by which they confirm a sign: a QR code of a tag of Home Assistant's. Blocking."""
    address = TAG_ADDRESS.format(tag=tag)
    return rendered(
        "sign_tag.html",
        language=words.language,
        words=words,
        place=place,
        qr=qr(address, error="m"),
    )


def _room_on_page(languages: Sequence[str], sound: bool, told: int) -> float:
    """Return how high the rows and the drawing may be, beside what else stands on a page."""
    headline = 91 if len(HEADLINES[languages[0]]) > 2 else 79
    others = (0, 15, 25, 25)[len(languages) - 1]
    small = 27 if told > 1 else 18
    return 244 - headline - others - small - (17.5 if sound else 0)


def _room_on_label(languages: Sequence[str], sound: bool) -> float:
    """Return how high the rows may be on a label; the drawing stands beside the headline."""
    return 39 - (3.2 if len(languages) > 2 else 0) - (5.6 if sound else 0)


def _fields(facts: Sign, readable: Sequence[Words]) -> list[Field]:
    def field(name: str, texts: Sequence[str]) -> Field:
        titles = [words(f"sign.{name}") for words in readable]
        return Field(name, titles, list(dict.fromkeys(filter(None, texts))))

    crimes = examples(facts.crimes)
    purposes = [
        facts.purpose or (words("sign.crimes", crimes=crimes) if crimes else "")
        for words in readable
    ]
    kept = "sign.days_alike" if facts.alike else "sign.days_longest"
    recorded = [_hours(words, facts.hours) for words in readable]
    return [
        field("purpose", purposes),
        field("owner", [facts.owner]),
        field("manager", [facts.manager_title or words("role.manager") for words in readable]),
        field("hours", recorded),
        field("kept", [words(kept, days=long(words, facts.days)) for words in readable]),
        field("contact", [facts.contact]),
    ]


def _hours(words: Words, found: Sequence[Hours | None]) -> str:
    told = list(dict.fromkeys(hours(words, one) for one in found))
    return told[0] if len(told) == 1 else words("sign.hours_differ") if told else ""


def _code(facts: Sign, words: Words) -> tuple[str, str]:
    """Return what kind of thing the QR code holds, and what: whatever reaches somebody, else what the sign says."""
    if found := _MAIL.search(facts.contact):
        return "mail", f"mailto:{found[0]}"
    if found := _PHONE.search(facts.contact):
        return "phone", "tel:" + re.sub(r"[^\d+]", "", found[0])
    said = _headline(words.language)
    for one in _fields(facts, [words]):
        line = f"\n{one.titles[0]}: {one.texts[0]}" if one.texts else ""
        if len(f"{said}{line}".encode()) <= _CODE:
            said += line
    return "text", said


def _headline(language: str) -> str:
    return ("" if language in {"ja", "zh"} else " ").join(HEADLINES[language])
