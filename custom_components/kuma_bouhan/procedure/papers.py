"""Making papers, for whoever may read what stands on them (docs/authority.md).

Form 1, form 2, their annex, request and receipt are read by whoever sees requests; the viewing register by who
supervises; the 消去記録書 by who may know what the cameras did, with names and reasons only for who may read those. Making a
paper is reading: it is no act of its own, and a refusal is entered like any other.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from ..documents import annex, disclosure_papers, extension_papers, facts
from ..documents.erasure_record import erasure_record
from ..documents.sheet import Head, Sheet, render
from ..documents.viewing_register import viewing_register
from ..documents.words import Words
from ..guideline.errors import Problem
from ..guideline.people import Act, Actor
from ..guideline.settings import OwnerKind
from ..records.note import checkpoint, printed, read_checkpoint
from . import paper_facts, paper_registers
from .desk import Desk
from .paper_facts import Gathering

LONGEST_SPAN = timedelta(days=366)
"""Of a register or a record on paper."""
LONGEST_TEXT = 2000


class Paper(StrEnum):
    """Every paper that can be made."""

    FORM_1 = "form_1"
    """画像保存期間延長理由書, one per original end."""
    FORM_2 = "form_2"
    """画像提供記録書."""
    ANNEX = "annex"
    REQUEST = "request"
    RECEIPT = "receipt"
    VIEWING_REGISTER = "viewing_register"
    """閲覧記録簿 of a span."""
    ERASURE_RECORD = "erasure_record"
    """消去記録書 of a camera and span."""

    @property
    def act(self) -> Act:
        """Return the act that reading it is."""
        if self is Paper.VIEWING_REGISTER:
            return Act.READ_SUPERVISION
        return Act.READ_OPERATION if self is Paper.ERASURE_RECORD else Act.READ_REQUESTS


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which paper is wanted: of a request (`number`), or of a span, and of a camera."""

    paper: Paper
    number: int | None = None
    original_end: date | None = None
    camera: str | None = None
    start: datetime | None = None
    end: datetime | None = None
    others: str = ""
    """The other recorders of the camera, in the person's own words."""


type _Maker = Callable[[Words], list[Sheet]]


async def make(desk: Desk, actor: Actor, wanted: Wanted, language: str) -> str:
    """Return a paper as a page of HTML that stands alone.

    Problem: request_unknown, paper_unknown, paper_too_early, unknown_camera, span_empty, paper_span_too_long (days),
    text_too_long.
    """
    await desk.allow(wanted.paper.act, actor)
    gathering = Gathering(desk)
    if wanted.paper is Paper.ERASURE_RECORD:
        maker = _erasures(gathering, actor, wanted)
    elif wanted.paper is Paper.VIEWING_REGISTER:
        maker = _viewings(gathering, wanted)
    else:
        maker = _of_request(gathering, wanted)
    return await desk.run(_made, gathering, maker, language)


async def package_papers(
    desk: Desk, actor: Actor | None, number: int, language: str
) -> Mapping[str, str]:
    """Return form 2 and its annex, by name, as they go into a package; `actor` None is the site itself.

    They tell what was so when it was decided, under the book's head of then: what followed (the package itself, copies, the
    hand-over) is not in them, and they are the same however often a package is put together. Problem: request_unknown,
    paper_too_early.
    """
    if actor is not None:
        await desk.allow(Act.READ_REQUESTS, actor)
    found = desk.registers.requests.disclosures.get(number)
    if found is None:
        raise Problem("request_unknown")
    steps = [found, *found.masks, *(one for one in (found.access, found.permission) if one)]
    size, owner = max(one.seq for one in steps) + 1, _owner(desk)
    gathering = Gathering(desk)
    gathering.made = gathering.local(max(one.at for one in steps))
    gathering.note = await desk.run(_note_at, desk, size)
    decided = replace(found, prepared=None, first_prepared=None, copies=(), provided=None)

    def maker(paper: Paper) -> _Maker:
        wanted = Wanted(paper=paper, number=number)
        return lambda words: _of_disclosure(
            words, wanted, paper_facts.disclosure(gathering, decided), owner
        )

    return {
        paper.value: await desk.run(_made, gathering, maker(paper), language)
        for paper in (Paper.FORM_2, Paper.ANNEX)
    }


def _note_at(desk: Desk, size: int) -> str:
    """Return the signed head of the book as it was when it had so many acts."""
    book = desk.book
    return checkpoint(book.site, size, book.root_at(size), desk.vault.sign)


def _made(gathering: Gathering, maker: _Maker, language: str) -> str:
    """Make a paper, on a thread."""
    words = Words(language)
    head = _head(gathering)
    return render(maker(words), head, words)


def _head(gathering: Gathering) -> Head:
    """Return the head of the book that the paper is held to, the same for all it says."""
    desk = gathering.desk
    if not gathering.note:
        gathering.note = desk.book.checkpoint(desk.vault.sign)
    head = read_checkpoint(gathering.note, [desk.vault.host_key])
    settings = desk.registers.settings
    return Head(
        line=printed(head.size, head.root),
        note=gathering.note,
        acts=head.size,
        facility=settings.facility if settings else "",
        made=gathering.made or gathering.local(desk.clock.now()),
    )


def _of_request(gathering: Gathering, wanted: Wanted) -> _Maker:
    requests, number = gathering.desk.registers.requests, wanted.number or 0
    if (extension := requests.extensions.get(number)) is not None:
        return lambda words: _of_extension(
            words, wanted, paper_facts.extension(gathering, extension)
        )
    if (disclosure := requests.disclosures.get(number)) is not None:
        owner = _owner(gathering.desk)
        return lambda words: _of_disclosure(
            words, wanted, paper_facts.disclosure(gathering, disclosure), owner
        )
    raise Problem("request_unknown")


def _owner(desk: Desk) -> facts.Owner:
    settings = desk.registers.settings
    return facts.Owner(
        facility=settings.facility if settings else "",
        name=settings.owner_name if settings else "",
        is_body=bool(settings and settings.owner_kind is OwnerKind.BODY),
    )


def _of_extension(words: Words, wanted: Wanted, found: facts.Extension) -> list[Sheet]:
    match wanted.paper:
        case Paper.FORM_1:
            if found.approved is None:
                raise Problem("paper_too_early")
            return _forms_1(words, wanted, found)
        case Paper.ANNEX:
            return [extension_papers.annex(words, found)]
        case Paper.REQUEST:
            return [extension_papers.request(words, found)]
    raise Problem("paper_unknown")


def _of_disclosure(
    words: Words, wanted: Wanted, found: facts.Disclosure, owner: facts.Owner
) -> list[Sheet]:
    if wanted.paper is Paper.ANNEX:
        return [annex.annex(words, found)]
    if wanted.paper is Paper.REQUEST and found.seized is None:
        return [disclosure_papers.request(words, found)]
    if found.permitted is None and found.provided is None and found.seized is None:
        raise Problem("paper_too_early")
    if wanted.paper is Paper.FORM_2:
        return [disclosure_papers.form_2(words, found)]
    if wanted.paper is Paper.RECEIPT and found.seized is None:
        return [disclosure_papers.receipt(words, found, owner)]
    return _forms_1(words, wanted, found)


def _forms_1(
    words: Words, wanted: Wanted, found: facts.Extension | facts.Disclosure
) -> list[Sheet]:
    sheets = extension_papers.form_1(words, found, wanted.original_end)
    if not sheets or wanted.paper is not Paper.FORM_1:
        raise Problem("paper_unknown")
    return sheets


def _viewings(gathering: Gathering, wanted: Wanted) -> _Maker:
    start, end = _span(wanted)
    return lambda words: [viewing_register(words, paper_registers.viewings(gathering, start, end))]


def _erasures(gathering: Gathering, actor: Actor, wanted: Wanted) -> _Maker:
    desk, camera = gathering.desk, wanted.camera
    start, end = _span(wanted)
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


def _span(wanted: Wanted) -> tuple[datetime, datetime]:
    if wanted.start is None or wanted.end is None or wanted.start >= wanted.end:
        raise Problem("span_empty")
    if wanted.end - wanted.start > LONGEST_SPAN:
        raise Problem("paper_span_too_long", days=LONGEST_SPAN.days)
    return wanted.start, wanted.end
