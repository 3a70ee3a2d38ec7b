"""Making the operating standard, the organisation chart and the complaint procedure: 4(1), 4(2), 4(5)."""

from ..documents import facts
from ..documents.complaint_procedure import Procedure, complaint_procedure as procedure_sheet
from ..documents.organisation_chart import Member, Organisation, organisation_chart
from ..documents.sheet import Sheet
from ..documents.standard import digest
from ..documents.standard_paper import Edition, Printed, operating_standard as standard_sheet
from ..documents.words import Words
from ..guideline.errors import Problem
from ..guideline.extension import last_day
from ..guideline.people import Actor, Role
from ..guideline.settings import OwnerKind
from ..records.offices import Appointment
from ..records.standards import Adopted
from . import explaining, standard
from .desk import Desk
from .paper import Draw, Wanted
from .paper_facts import Gathering

_ONE_OF_EACH = (Role.SITE_OWNER, Role.MANAGER, Role.OPERATOR)


def operating_standard(gathering: Gathering, _actor: Actor, wanted: Wanted) -> Draw:
    """Make an edition as it was adopted; without one the text there is, a draft unless it is what was adopted last.

    Problem: edition_unknown.
    """
    desk = gathering.desk
    standards, rests_on = desk.registers.standards, standard.basis(desk)
    if wanted.edition is None:
        adopted = standards.adopted
        return lambda words: [standard_sheet(words, _live(gathering, rests_on, adopted, words))]
    found = next((one for one in standards.editions if one.edition == wanted.edition), None)
    if found is None:
        raise Problem("edition_unknown")
    return lambda words: [standard_sheet(words, _as_adopted(gathering, found, words))]


def _live(
    gathering: Gathering, rests_on: standard.Basis, adopted: Adopted | None, words: Words
) -> Printed:
    desk = gathering.desk
    settled = standard.settled(desk, rests_on)
    in_force = adopted if adopted and standard.is_adopted(settled, adopted) else None
    # It is worded as it was adopted, however this version would; in another language it is a translation of that.
    if in_force and words.language == standard.ADOPTED_IN:
        printed = _as_adopted(gathering, in_force, words)
        if not printed.erased:
            return printed
    text = standard.written(desk, rests_on, standard.ADOPTED_IN)
    return Printed(
        text=standard.written(desk, rests_on, words.language),
        digest=in_force.digest if in_force else digest(text),
        edition=_edition(gathering, in_force) if in_force else None,
        last=adopted.edition if adopted else None,
    )


def _as_adopted(gathering: Gathering, found: Adopted, words: Words) -> Printed:
    text, _ = standard.edition(gathering.desk, found)
    return Printed(
        text=text,
        digest=found.digest,
        edition=_edition(gathering, found),
        lang="" if words.language == standard.ADOPTED_IN else standard.ADOPTED_IN,
        erased=not text.articles,
    )


def _edition(gathering: Gathering, found: Adopted) -> Edition:
    _, remarks = standard.edition(gathering.desk, found)
    return Edition(
        edition=found.edition,
        adoption=found.adoption,
        on=gathering.local(found.on),
        by=gathering.person(found.by, found.entered),
        remarks=remarks,
    )


def chart(gathering: Gathering, _actor: Actor, _wanted: Wanted) -> Draw:
    """Make the organisation chart."""
    desk = gathering.desk
    settings = desk.registers.settings
    held = {role: [_member(desk, one) for one in desk.holders(role)] for role in Role}
    users = [one for role in _ONE_OF_EACH for one in desk.holders(role)]
    several = [
        one.name for one in users if sum(other.user_id == one.user_id for other in users) > 1
    ]
    is_body = settings is not None and settings.owner_kind is OwnerKind.BODY
    organisation = Organisation(
        owner=settings.owner_name if settings and is_body else "",
        held=held,
        several=tuple(dict.fromkeys(several)),
    )
    return lambda words: [organisation_chart(words, organisation)]


def _member(desk: Desk, one: Appointment) -> Member:
    return Member(
        who=facts.Person(name=one.name, title=one.title),
        contractor=one.contract is not None,
        until=last_day(one.until, desk.zone) if one.until else None,
    )


def complaint_procedure(gathering: Gathering, _actor: Actor, _wanted: Wanted) -> Draw:
    """Make the complaint procedure."""
    desk = gathering.desk
    rests_on, now = standard.basis(desk), desk.clock.now()
    managers = desk.registers.holders(Role.MANAGER, now)
    manager = gathering.person(managers[0].user_id, now) if managers else None
    officers = [
        gathering.person(one.user_id, now)
        for one in desk.registers.holders(Role.COMPLAINT_OFFICER, now)
    ]

    def draw(words: Words) -> list[Sheet]:
        settled, settings = standard.settled(desk, rests_on), rests_on.settings
        assert settings is not None  # else nothing would be settled
        what = Procedure(
            settled=settled,
            manager=manager,
            officers=officers,
            adopted=desk.registers.standards.adopted is not None,
            cameras=[explaining.watching(desk, settings, one, now) for one in rests_on.cameras],
        )
        return [procedure_sheet(words, what)]

    return draw
