"""Facts of acts in words: each under its name, in the order that people ask for them.

What has no word is technical (ids, digests, keys) and is left out; what a later version enters is left out until it has one.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any

from .dates import in_both_eras, minute, span
from .phrases import size
from .words import Words


def said(words: Words, facts: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield what facts say, each under its name, in the order of their words; what has no word is technical and left out."""
    bounds = [facts.get(f"true_{name}") or facts.get(name) for name in ("start", "end")]
    for name in ORDER:
        if name == "span":
            start, end = bounds
            if isinstance(start, datetime) and isinstance(end, datetime):
                yield words("fact.span"), span(start, end, words.language)
            elif start and end:
                yield words("fact.span"), f"{start} – {end}"
        elif (value := facts.get(name)) is not None and (text := _value(words, name, value)):
            yield words(_LABELS.get((name, type(value)), f"fact.{name}")), text


_LABELS: Mapping[tuple[str, type], str] = {
    ("on", bool): "fact.on_switch",
    ("on", datetime): "fact.on_day",
}


def _value(words: Words, name: str, value: Any) -> str:
    if (say := _SAYS.get(name)) is not None:
        return say(words, value)
    match value:
        case StrEnum():
            key = f"{ENUMS.get(type(value).__name__, '')}.{value}"
            return words(key) if words.knows(key) else str(value)
        case bool():
            return words("register.yes") if value else ""
        case datetime():
            return minute(value, words.language)
        case str() | int():
            return str(value)
        case list() | tuple():
            return words.joined(*(_value(words, "", one) for one in value))
    return ""


def _of(prefix: str) -> Callable[[Words, Any], str]:
    """Return what says a plain word that stands in a list, and leaves one alone that does not."""

    def say(words: Words, value: Any) -> str:
        found = value if isinstance(value, list | tuple) else [value]
        keys = [f"{prefix}.{one}" for one in found]
        return words.joined(
            *(
                words(key) if words.knows(key) else str(one)
                for key, one in zip(keys, found, strict=True)
            )
        )

    return say


def _refused(words: Words, value: Any) -> str:
    key = "role_needed" if str(value).startswith("role_needed_") else value
    return _of("refused")(words, key)


_SAYS: Mapping[str, Callable[[Words, Any], str]] = {
    # Of what is kept elsewhere it is an id, which says nothing.
    "copy": lambda _words, value: str(value) if isinstance(value, int) else "",
    "bytes": lambda _words, value: size(value) if value else "",
    "edition": lambda words, value: words("standard.paper.edition", edition=value),
    "fields": _of("field"),
    "finding": _of("finding"),
    "fine": lambda words, value: words("register.fine" if value else "register.not_fine"),
    "key": _refused,
    "on": lambda words, value: (
        in_both_eras(value.date(), words.language)
        if isinstance(value, datetime)
        else words("register.on" if value else "register.off")
    ),
    "one_person": lambda words, value: words("register.same") if value else "",
    "reason_text": _of("erasure_cause"),
    "weekdays": lambda words, value: words.joined(*(words(f"weekday.{day}") for day in value)),
}
"""Facts that are said in a way of their own."""

ENUMS: Mapping[str, str] = {
    "Absence": "absence",
    "Act": "act_name",
    "Adoption": "adoption",
    "Answer": "answer",
    "Asks": "asks",
    "Certified": "certificate",
    "CodeUse": "code_use",
    "ComplaintKind": "complaint_kind",
    "CopyForm": "form",
    "CopyKind": "copy_kind",
    "Danger": "danger",
    "Duty": "duty",
    "ErasureReason": "reason",
    "Fate": "fate",
    "GapReason": "gap_reason",
    "Ground": "report.ground",
    "IncidentKind": "incident_kind",
    "Informed": "informed",
    "Inspection": "inspection",
    "LockReason": "lock_reason",
    "Medium": "medium",
    "Method": "method",
    "Outcome": "outcome",
    "PersonalPeriod": "period",
    "Purpose": "purpose",
    "Role": "role",
    "SignMeans": "sign_means",
    "Task": "task",
    "ThingKind": "thing_kind",
    "Topic": "topic",
    "ViewingEnd": "viewing_end",
    "Wanted": "wanted",
    "Way": "way",
}
"""Where the words of each kind of word stand."""

ORDER = (
    "number",
    "camera",
    "cameras",
    "span",
    "role",
    "roles",
    "user_id",
    "from_user",
    "name",
    "title",
    "affiliation",
    "company",
    "contact",
    "users",
    "attendees",
    "requested_by",
    "officer",
    "what",
    "asks",
    "wanted",
    "way",
    "task",
    "task_text",
    "purpose",
    "purpose_text",
    "ground",
    "reason",
    "reason_text",
    "content_text",
    "text",
    "topics",
    "since",
    "until",
    "happened",
    "learned",
    "received",
    "answered",
    "seen",
    "held",
    "on",
    "due",
    "answer_due",
    "closing_due",
    "days_before",
    "days_after",
    "days",
    "place",
    "lock",
    "key_keeper",
    "anti_theft",
    "where_to",
    "who_sees",
    "means",
    "photo",
    "fine",
    "method",
    "medium",
    "medium_text",
    "serial",
    "witness",
    "copies",
    "receipt",
    "received_by",
    "duty",
    "copy",
    "form",
    "fate",
    "masked",
    "masks",
    "document",
    "document_number",
    "identity_check",
    "exception_text",
    "danger",
    "urgency_text",
    "no_other_way_text",
    "business",
    "retained",
    "one_person",
    "afterwards",
    "no_ground",
    "renews",
    "measures",
    "informed",
    "explained",
    "outcome",
    "prevention",
    "clause",
    "certified",
    "adoption",
    "edition",
    "articles",
    "holds",
    "fails",
    "apart",
    "weekdays",
    "fields",
    "absence",
    "secrecy_acknowledged",
    "use",
    "act",
    "key",
    "count",
    "finding",
    "slots",
    "chunks",
    "left_out",
    "files",
    "bytes",
    "confirmed",
    "masked_copy",
    "remarks",
)
"""The facts that people read, in the order they ask for them."""
