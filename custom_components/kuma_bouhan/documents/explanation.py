"""What is explained to somebody who complains or inquires, made from the live settings: 4(5).

適正に運用していること、必要最小限の撮影範囲であること、防犯カメラの効果や必要性などを説明して、できる限り理解していただく. A text to be handed over
or read aloud: each sentence stands there only where it is so. That a range is the least that is needed is said in the words in
which the site has answered for it (its assessment), and not at all where nobody has.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..guideline.grounds import Ground
from ..guideline.people import Role
from ..guideline.recording import Hours
from ..guideline.things import CopyKind
from .phrases import hours, inside
from .words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """Where else a camera's pictures are kept; `days` None where nobody knows how long."""

    what: CopyKind
    days: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Watching:
    """A camera as it is set now. `why` and `range_kept` are the site's own answers, empty where there are none."""

    place: str
    view: str
    hours: Hours | None
    days: int
    audio: bool
    signed: bool
    """Whether its sign is known to hang there."""
    why: str = ""
    range_kept: str = ""
    elsewhere: tuple[Elsewhere, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """What there is to explain. `viewers` are the offices that may see footage and that somebody holds."""

    facility: str
    purpose: str
    crimes: str
    contact: str
    cameras: tuple[Watching, ...]
    viewers: tuple[Role, ...]
    managed: bool
    """Whether there is a manager, 4(2)."""
    standard: bool
    """Whether an operating standard was adopted, 4(1)."""
    permission_afterwards: bool
    """Whether footage may be handed over before it is permitted."""


def explanation(words: Words, what: Explanation) -> str:
    """Return the text: paragraphs with a blank line between them."""
    paragraphs = (
        [words("explanation.opening", facility=what.facility)],
        _purpose(words, what),
        _cameras(words, what.cameras),
        _range(words, what.cameras),
        _handling(words, what),
        _given_out(words, what),
        _erasure(words, what.cameras),
        [words("explanation.contact", contact=what.contact)] if what.contact else [],
    )
    return "\n\n".join("\n".join(lines) for one in paragraphs if (lines := list(one)))


def _purpose(words: Words, what: Explanation) -> Iterator[str]:
    """Say what the cameras are for, what they are good for, and why they are needed: 効果や必要性."""
    for key, text in (("purpose", what.purpose), ("crimes", what.crimes)):
        if text:
            # Settings may say it in a sentence of their own.
            yield words(f"explanation.{key}", **{key: inside(text)})
    yield words("explanation.effect")
    yield from _answers(words, "why", [(one.place, one.why) for one in what.cameras])


def _cameras(words: Words, cameras: Sequence[Watching]) -> Iterator[str]:
    """Say of each camera what it sees, when it records and for how long that is kept."""
    if cameras:
        yield words("explanation.cameras")
    for one in cameras:
        details = [words("explanation.view", view=one.view)] if one.view else []
        details.append(words("explanation.hours", hours=hours(words, one.hours)))
        details.append(words(f"explanation.{_days(one.days)}", days=one.days))
        yield words("explanation.camera", place=one.place, details=words.joined(*details))
    if heard := [one.place for one in cameras if one.audio]:
        yield words("explanation.audio", places=words.joined(*heard))
    elif cameras and not any(one.elsewhere for one in cameras):
        yield words("explanation.no_audio")


def _range(words: Words, cameras: Sequence[Watching]) -> Iterator[str]:
    """Say how the range was kept to the minimum, and that signs say where cameras are."""
    yield from _answers(words, "range_kept", [(one.place, one.range_kept) for one in cameras])
    if cameras and all(one.signed for one in cameras):
        yield words("explanation.signed")


def _answers(words: Words, key: str, answers: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Give the site's own answers, a line for each camera that has one."""
    if any(answer for _, answer in answers):
        yield words(f"explanation.{key}")
    for place, answer in answers:
        if answer:
            yield words("explanation.answer", place=place, answer=answer)


def _handling(words: Words, what: Explanation) -> Iterator[str]:
    """Say under which rules the cameras are run, and who sees footage."""
    if what.managed:
        yield words("explanation.standard" if what.standard else "explanation.managed")
    if what.viewers:
        viewers = words.joined(*(words(f"role.{role}") for role in what.viewers))
        yield words("explanation.viewers", viewers=viewers)


def _given_out(words: Words, what: Explanation) -> Iterator[str]:
    """Say on which grounds alone footage is given out: 4(4)ア."""
    yield words("explanation.grounds")
    for ground in Ground:
        yield words(f"ground.{ground}")
    yield words("explanation.permission")
    if what.permission_afterwards:
        yield words("explanation.permission_afterwards")


def _erasure(words: Words, cameras: Sequence[Watching]) -> Iterator[str]:
    """Say what becomes of footage, and where else there is some: 4(4)イ, エ."""
    yield words("explanation.erasure")
    for camera in cameras:
        for one in camera.elsewhere:
            key = "elsewhere" if one.days is None else f"elsewhere_{_days(one.days)}"
            device = words(f"explanation.device.{one.what}")
            yield words(f"explanation.{key}", place=camera.place, device=device, days=one.days)


def _days(count: int) -> str:
    """Return the key of so many days."""
    return "day" if count == 1 else "days"
