"""Making the papers of requests: form 1, form 2, annex, request and receipt: 参考様式1, 2."""

from ..documents import annex, disclosure_papers, extension_papers, facts
from ..documents.sheet import Sheet
from ..documents.words import Words
from ..guideline.errors import Problem
from ..guideline.people import Actor
from ..guideline.settings import OwnerKind
from . import paper_facts
from .desk import Desk
from .paper import Draw, Paper, Wanted
from .paper_facts import Gathering


def of_request(gathering: Gathering, _actor: Actor, wanted: Wanted) -> Draw:
    """Make a paper of an extension or a disclosure. Problem: request_unknown; and while it is made paper_unknown, paper_too_early."""
    requests, number = gathering.desk.registers.requests, wanted.number or 0
    if (extension := requests.extensions.get(number)) is not None:
        return lambda words: _of_extension(
            words, wanted, paper_facts.extension(gathering, extension)
        )
    if (disclosure := requests.disclosures.get(number)) is not None:
        owner = owner_of(gathering.desk)
        return lambda words: of_disclosure(
            words, wanted, paper_facts.disclosure(gathering, disclosure), owner
        )
    raise Problem("request_unknown")


def owner_of(desk: Desk) -> facts.Owner:
    """Return whose footage it is."""
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


def of_disclosure(
    words: Words, wanted: Wanted, found: facts.Disclosure, owner: facts.Owner
) -> list[Sheet]:
    """Return a paper of a disclosure. Problem: paper_unknown, paper_too_early."""
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
