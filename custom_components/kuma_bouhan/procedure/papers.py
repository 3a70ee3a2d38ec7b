"""Making papers, for whoever may read what stands on them (docs/authority.md).

Form 1, form 2, their annex, request and receipt are read by whoever sees requests; the viewing register by who
supervises; the 消去記録書 by who may know what the cameras did, with names and reasons only for who may read those; the operating
standard, the chart and the signs by everybody in an office. Making a paper is reading: it is no act of its own, and a refusal
is entered like any other.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

from ..documents.sheet import Head, render
from ..documents.words import Words
from ..guideline.errors import Problem
from ..guideline.people import Act, Actor
from ..guideline.self_check import Report
from ..records.note import checkpoint, printed, read_checkpoint
from . import (
    annual_report,
    kept_papers,
    paper_facts,
    register_papers,
    request_papers,
    sign_papers,
    span_papers,
    standard_papers,
)
from .desk import Desk
from .paper import Draw, Maker, Paper, Wanted
from .paper_facts import Gathering
from .span_papers import LONGEST_SPAN, LONGEST_TEXT

__all__ = ["LONGEST_SPAN", "LONGEST_TEXT", "Paper", "Wanted", "make", "package_papers"]

MAKERS: Mapping[Paper, Maker] = {
    Paper.FORM_1: request_papers.of_request,
    Paper.FORM_2: request_papers.of_request,
    Paper.ANNEX: request_papers.of_request,
    Paper.REQUEST: request_papers.of_request,
    Paper.RECEIPT: request_papers.of_request,
    Paper.VIEWING_REGISTER: span_papers.viewings,
    Paper.ERASURE_RECORD: span_papers.erasures,
    Paper.STANDARD: standard_papers.operating_standard,
    Paper.ORGANISATION_CHART: standard_papers.chart,
    Paper.SIGN: sign_papers.sign,
    Paper.SIGN_TAG: sign_papers.tag,
    Paper.COMPLAINT_PROCEDURE: standard_papers.complaint_procedure,
    Paper.ANNUAL_REPORT: annual_report.report,
    Paper.REGISTER: register_papers.register,
    Paper.ASSESSMENT: kept_papers.assessment,
    Paper.INCIDENT: kept_papers.incident,
    Paper.COMPLAINT: kept_papers.complaint,
    Paper.CERTIFICATE: kept_papers.certificate,
    Paper.CONTRACT_CLAUSE: kept_papers.contract_clause,
    Paper.SELF_CHECK: kept_papers.self_check,
}


async def make(
    desk: Desk,
    actor: Actor,
    wanted: Wanted,
    language: str,
    check: Callable[[], Awaitable[Report]] | None = None,
) -> str:
    """Return a paper as a page of HTML that stands alone; `check` looks through the self-check, for the paper of it.

    Problem: request_unknown, paper_unknown, paper_too_early, unknown_camera, span_empty, paper_span_too_long (days),
    text_too_long, and what the makers say.
    """
    await desk.allow(wanted.act, actor)
    gathering = Gathering(desk)
    if wanted.paper is Paper.SELF_CHECK and check is not None:
        gathering.report = await check()
    draw = MAKERS[wanted.paper](gathering, actor, wanted)
    return await desk.run(_made, gathering, draw, language)


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
    size, owner = max(one.seq for one in steps) + 1, request_papers.owner_of(desk)
    gathering = Gathering(desk)
    gathering.made = gathering.local(max(one.at for one in steps))
    gathering.note = await desk.run(_note_at, desk, size)
    decided = replace(found, prepared=None, first_prepared=None, copies=(), provided=None)

    def draw(paper: Paper) -> Draw:
        wanted = Wanted(paper=paper, number=number)
        return lambda words: request_papers.of_disclosure(
            words, wanted, paper_facts.disclosure(gathering, decided), owner
        )

    return {
        paper.value: await desk.run(_made, gathering, draw(paper), language)
        for paper in (Paper.FORM_2, Paper.ANNEX)
    }


def _note_at(desk: Desk, size: int) -> str:
    """Return the signed head of the book as it was when it had so many acts."""
    book = desk.book
    return checkpoint(book.site, size, book.root_at(size), desk.vault.sign)


def _made(gathering: Gathering, draw: Draw, language: str) -> str:
    """Make a paper, on a thread."""
    words = Words(language)
    head = _head(gathering)
    drawn = draw(words)
    return drawn if isinstance(drawn, str) else render(drawn, head, words)


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
