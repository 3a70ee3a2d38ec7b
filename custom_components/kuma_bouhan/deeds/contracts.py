"""Contractors: 4(6)."""

from collections.abc import Mapping
from datetime import timedelta

from .. import contractors
from ..bodies import maybe, text_in, told, word_in, yes_in
from ..documents.clause import clause
from ..guideline.contracts import Certified, ContractState, Task
from ..guideline.extension import last_day
from ..guideline.people import Act, Actor
from ..procedure import contracts
from ..procedure.contracts import Terms
from ..procedure.desk import Desk
from ..records.contract import ContractCertified, ContractMade
from ..records.contracts import Contract
from ..site import Site
from ..users import async_people, async_person
from ..views import Body
from ..when import day_in
from .deed import Deed, Told
from .entries import Entries, entries_of

LISTED_FOR = timedelta(days=400)
"""How long what is settled is still listed; the register has it for good."""


async def tell(site: Site, actor: Actor, language: str) -> Told:
    """Return the contracts, and the clause that is offered, in a language."""
    desk = site.desk
    await desk.allow(Act.CONTRACT, actor)
    now = desk.clock.now()
    shown = [
        found
        for found in reversed(desk.registers.contracts.by_id.values())
        if found.settled is None or now - found.settled <= LISTED_FOR
    ]
    acts = await entries_of(desk, (seq for one in shown for seq in (one.seq, one.certified_by)))
    settings = desk.registers.settings
    offered = await desk.run(clause, language, settings.owner_name if settings else "")
    return {
        "clause": offered.text,
        "can": ["make"],
        "users": [
            {"user_id": person.user_id, "name": person.name}
            for person in await async_people(site.hass)
        ],
        "contracts": [_facts(site, actor, one) | _texts(desk, one, acts) for one in shown],
    }


def _facts(site: Site, actor: Actor, found: Contract) -> Told:
    desk = site.desk
    state = found.state(desk.clock.now())
    can: list[str] = []
    match state:
        case ContractState.RUNNING:
            can = ["change", "end"]
            if desk.could(Act.APPOINT_OPERATOR, actor):
                can.insert(1, "person")
        case ContractState.OVER:
            can = ["certify"]
    return {
        "contract": found.contract,
        "number": found.number,
        "task": found.task,
        "clause": found.clause,
        "start": found.start.astimezone(desk.zone).date().isoformat(),
        "until": last_day(found.until, desk.zone).isoformat(),
        "ended": None if found.ended is None else told(site, found.ended),
        "state": state,
        "people": [
            {
                "user_id": office.user_id,
                "name": office.name,
                "until": None if office.until is None else told(site, office.until),
            }
            for office in contracts.people(desk, found.contract)
        ],
        "certified": found.certified,
        "can": can,
    }


def _texts(desk: Desk, found: Contract, acts: Entries) -> Told:
    entry = acts[found.seq]
    act = entry.act
    assert isinstance(act, ContractMade)
    texts: Told = {
        "company": act.company,
        "contact": act.contact,
        "task_text": act.task_text,
        "reason": act.reason_text,
        "erased": entry.erased,
        "certified_on": None,
        "document": "",
    }
    if found.certified_by is not None:
        certificate = acts[found.certified_by].act
        assert isinstance(certificate, ContractCertified)
        texts["certified_on"] = certificate.on.astimezone(desk.zone).date().isoformat()
        texts["document"] = certificate.document
    return texts


async def _make(site: Site, actor: Actor, body: Body) -> Told:
    terms = Terms(
        company=text_in(body, "company"),
        contact=text_in(body, "contact", ""),
        task=word_in(body, "task", Task),
        task_text=text_in(body, "task_text"),
        reason=text_in(body, "reason"),
        clause=yes_in(body, "clause"),
        start=day_in(text_in(body, "start")),
        until=day_in(text_in(body, "until")),
    )
    contract = await contracts.make(site.desk, actor, terms, maybe(body, "contract", text_in))
    contractors.async_show(site, contract, terms.company.strip())
    return {"contract": contract}


async def _person(site: Site, actor: Actor, body: Body) -> Told:
    who = await async_person(site.hass, text_in(body, "user_id"))
    contract, title = text_in(body, "contract"), text_in(body, "title", "")
    await contracts.person(site.desk, actor, contract, who, title)
    return {}


async def _end(site: Site, actor: Actor, body: Body) -> Told:
    await contracts.end(site.desk, actor, text_in(body, "contract"))
    return {}


async def _certify(site: Site, actor: Actor, body: Body) -> Told:
    await contracts.certify(
        site.desk,
        actor,
        text_in(body, "contract"),
        word_in(body, "certified", Certified),
        day_in(text_in(body, "on")),
        text_in(body, "document", ""),
    )
    return {}


DEEDS: Mapping[str, Deed] = {
    # More time for a contractor's people is more access: their appointment is a decision.
    "contracts/make": Deed(_make, decides=True),
    "contracts/person": Deed(_person, decides=True),
    "contracts/end": Deed(_end, decides=True),
    "contracts/certify": Deed(_certify),
}
