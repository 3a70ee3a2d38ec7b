"""Contractors: 4(6), 委託業者に適正な運用を徹底する.

    made ─▶ running ──its last day passes, or ended early──▶ over ──certified what became of what they had──▶ settled
              └─changed─┘

Who may: `Act.CONTRACT` makes, changes, ends and certifies; `Act.APPOINT_OPERATOR` gives a contractor's person access.

Invariants:
1. A contractor's person is an operator under the contract, from now (or its first day) until its end: the contract's end is
   the end of their office in the same act (`records.offices`), and the lock hears of it as of any office that ends.
2. A contract that changes its end takes the offices of its people with it. Nobody's access is made longer but by who may
   appoint operators; it is made shorter by whoever may change the contract.
3. What is over is neither changed nor ended again: who goes on working gets a new contract.
4. What became of what they had is certified once the contract is over, and once.

A contract may be entered without the clause: then it does not hold, and the self-check says so.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date as Date
import secrets

from ..guideline.contracts import Certified, ContractState, Task
from ..guideline.duties import Duty, DutyKind
from ..guideline.errors import Problem
from ..guideline.people import Act, Actor, Person, Role
from ..records.appointments import Appointed
from ..records.contract import ContractCertified, ContractEnded, ContractMade
from ..records.contracts import Contract
from ..records.entry import Phase
from ..records.offices import Appointment
from . import appointments, entered
from .cameras import UNKNOWN
from .desk import Desk
from .lock import Lock


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What is agreed with a contractor; `start` and `until` are its first and last day."""

    company: str
    contact: str = ""
    task: Task
    task_text: str
    reason: str
    """Why the site owner cannot do it directly (やむを得ず)."""
    clause: bool
    """Whether the contract binds them to the guideline and the operating standard."""
    start: Date
    until: Date


async def make(desk: Desk, actor: Actor, terms: Terms, contract: str | None = None) -> str:
    """Enter a contract, or (`contract`) what it is from now on; return its id.

    Problem: text_missing (field), text_too_long, contract_ends_before_start, contract_until_past, contract_unknown, contract_over;
    where it gives its people more time also what appointing an operator refuses.
    """

    async def settle() -> ContractMade:
        await desk.allow(Act.CONTRACT, actor)
        known = None if contract is None else _running(desk, contract)
        act = _made(desk, terms, contract or secrets.token_hex(16))
        if known is not None and act.until > known.until and _prolonged(desk, known.contract):
            await desk.allow(Act.APPOINT_OPERATOR, actor)
        return act

    return (await desk.decide(actor, settle)).contract


async def person(
    desk: Desk, actor: Actor, contract: str, who: Person | None, title: str = ""
) -> Appointed:
    """Appoint a contractor's person operator for as long as the contract runs.

    Problem: contract_unknown, contract_over, text_too_long, and what is wrong with the person.
    """

    async def settle() -> Appointed:
        await desk.allow(Act.APPOINT_OPERATOR, actor)
        found = _running(desk, contract)
        since = found.start if found.start > desk.clock.now() else None
        act = await appointments.checked(
            desk,
            actor,
            Role.OPERATOR,
            who,
            title=entered.text("title", title, needed=False),
            since=since,
            until=found.until,
        )
        return replace(act, contract=contract)

    return await desk.decide(actor, settle)


async def end(desk: Desk, actor: Actor, contract: str) -> None:
    """End a contract before its last day, and the offices of its people. Problem: contract_unknown, contract_over."""

    async def settle() -> ContractEnded:
        await desk.allow(Act.CONTRACT, actor)
        _running(desk, contract)
        return ContractEnded(contract=contract)

    await desk.decide(actor, settle)


async def removed(desk: Desk, lock: Lock, gone: Iterable[str]) -> None:
    """Enter that contracts' pages were taken out of Home Assistant, which cannot refuse it: they end, as in `end`.

    Their people hold no role under them and no key from the first moment on, even where the book cannot be written: what it was
    not told stays in `desk.ended`, and is entered the next time.
    """
    desk.ended |= set(gone)
    lock.review()
    async with desk.deciding:
        for contract in sorted(desk.ended):
            found = desk.registers.contracts.by_id.get(contract)
            if found is not None and _state(desk, found) is ContractState.RUNNING:
                await desk.append(ContractEnded(contract=contract), UNKNOWN, Phase.NOTED)
            desk.ended.discard(contract)


async def certify(
    desk: Desk, actor: Actor, contract: str, certified: Certified, on: Date, document: str = ""
) -> None:
    """Enter what became of what a contractor had, and the certificate of it (返却・廃棄の証明).

    Problem: contract_unknown, contract_running, contract_settled, moment_in_future, text_too_long.
    """

    async def settle() -> ContractCertified:
        await desk.allow(Act.CONTRACT, actor)
        match _state(desk, _known(desk, contract)):
            case ContractState.RUNNING:
                raise Problem("contract_running")
            case ContractState.SETTLED:
                raise Problem("contract_settled")
        return ContractCertified(
            contract=contract,
            certified=certified,
            on=entered.past_day(desk, on),
            document=entered.text("document", document, needed=False),
        )

    await desk.decide(actor, settle)


def people(desk: Desk, contract: str) -> tuple[Appointment, ...]:
    """Return the offices that were given under a contract, the last first."""
    return tuple(
        found
        for found in reversed(desk.registers.appointments)
        if found.contract == contract and found.ever_held
    )


def working(desk: Desk, contract: str) -> tuple[Appointment, ...]:
    """Return those of them that stand now, or are to."""
    now = desk.clock.now()
    return tuple(found for found in people(desk, contract) if found.overlaps(now, None))


def _prolonged(desk: Desk, contract: str) -> bool:
    """Say whether somebody's office would go on longer with the contract: one that was ended does not."""
    return any(found.ended_by is None for found in working(desk, contract))


def duties(desk: Desk) -> Iterator[Duty]:
    """Yield what is to be seen to: a contract before it ends, then the certificate that is to come."""
    for found in desk.registers.contracts.by_id.values():
        match _state(desk, found):
            case ContractState.RUNNING:
                kind = DutyKind.CONTRACT_END
            case ContractState.OVER:
                kind = DutyKind.CONTRACT_CERTIFICATE
            case _:
                continue
        yield Duty(
            kind=kind,
            due=found.over,
            act=Act.CONTRACT,
            about=found.contract,
            number=found.number,
        )


def _made(desk: Desk, terms: Terms, contract: str) -> ContractMade:
    start, until = entered.first_moment(desk, terms.start), entered.last_moment(desk, terms.until)
    if until <= start:
        raise Problem("contract_ends_before_start")
    if until <= desk.clock.now():
        raise Problem("contract_until_past")
    return ContractMade(
        contract=contract,
        task=terms.task,
        clause=terms.clause,
        start=start,
        until=until,
        company=entered.text("company", terms.company),
        contact=entered.text("contact", terms.contact, needed=False),
        task_text=entered.text("task_text", terms.task_text),
        reason_text=entered.text("reason", terms.reason),
    )


def _known(desk: Desk, contract: str) -> Contract:
    found = desk.registers.contracts.by_id.get(contract)
    if found is None:
        raise Problem("contract_unknown")
    return found


def _running(desk: Desk, contract: str) -> Contract:
    found = _known(desk, contract)
    if _state(desk, found) is not ContractState.RUNNING:
        raise Problem("contract_over")
    return found


def _state(desk: Desk, contract: Contract) -> ContractState:
    return contract.state(desk.clock.now())
