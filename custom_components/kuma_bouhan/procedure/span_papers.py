"""Making papers of a span: the viewing register, the 消去記録書, and the print of any register."""

from datetime import datetime, timedelta

from ..documents.erasure_record import erasure_record
from ..documents.viewing_register import viewing_register
from ..guideline.errors import Problem
from ..guideline.people import Act, Actor
from . import paper_registers
from .paper import Draw, Wanted
from .paper_facts import Gathering

LONGEST_SPAN = timedelta(days=366)
"""Of a register or a record on paper."""
LONGEST_TEXT = 2000


def viewings(gathering: Gathering, _actor: Actor, wanted: Wanted) -> Draw:
    """Make the viewing register of a span. Problem: span_empty, paper_span_too_long (days), unknown_camera."""
    start, end = span(wanted)
    camera = wanted.camera
    if camera is not None and camera not in gathering.desk.registers.cameras:
        raise Problem("unknown_camera")
    return lambda words: [
        viewing_register(words, paper_registers.viewings(gathering, start, end, camera))
    ]


def erasures(gathering: Gathering, actor: Actor, wanted: Wanted) -> Draw:
    """Make the 消去記録書 of a camera and span. Problem: span_empty, paper_span_too_long (days), unknown_camera, text_too_long."""
    desk, camera = gathering.desk, wanted.camera
    start, end = span(wanted)
    if camera is None or camera not in desk.registers.cameras:
        raise Problem("unknown_camera")
    if len(wanted.others) > LONGEST_TEXT:
        raise Problem("text_too_long")
    names = desk.may(Act.READ_NAMES, actor)
    made_by = gathering.person(actor.user_id, desk.clock.now())
    return lambda words: [
        erasure_record(
            words,
            paper_registers.erasures(
                gathering,
                camera,
                start,
                end,
                others=wanted.others.strip(),
                made_by=made_by,
                names=names,
            ),
        )
    ]


def span(wanted: Wanted) -> tuple[datetime, datetime]:
    """Return the span of a paper. Problem: span_empty, paper_span_too_long (days)."""
    if wanted.start is None or wanted.end is None or wanted.start >= wanted.end:
        raise Problem("span_empty")
    if wanted.end - wanted.start > LONGEST_SPAN:
        raise Problem("paper_span_too_long", days=LONGEST_SPAN.days)
    return wanted.start, wanted.end
