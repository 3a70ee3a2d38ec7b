"""Asking for footage, and the permission before anything is decrypted: 4(4)ア, 運用基準例 5."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

import pytest

from custom_components.kuma_bouhan.guideline.application import LONGEST_TEXT, Application
from custom_components.kuma_bouhan.guideline.disclosure import AFTERWARDS, Answer, Asks, CopyForm
from custom_components.kuma_bouhan.guideline.errors import Problem, Refused
from custom_components.kuma_bouhan.guideline.extension import (
    PERMITTED_FOR,
    PROVISIONAL,
    HoldKind,
    Wanted,
)
from custom_components.kuma_bouhan.guideline.grounds import Ground
from custom_components.kuma_bouhan.guideline.people import Actor, Door, FourEyes
from custom_components.kuma_bouhan.guideline.personal_data import PersonalPeriod
from custom_components.kuma_bouhan.guideline.viewing import Scope
from custom_components.kuma_bouhan.procedure import disclosure, extension, provision
from custom_components.kuma_bouhan.procedure.permission import MOST_WAITING
from custom_components.kuma_bouhan.records.acts import PersonalDataErased
from custom_components.kuma_bouhan.records.disclosure import (
    AccessAnswered,
    DisclosureDenied,
    DisclosurePermitted,
    DisclosureRequested,
    PicturesShown,
)
from custom_components.kuma_bouhan.records.disclosure_state import DisclosureState
from custom_components.kuma_bouhan.records.entry import Phase

from .conftest import AUTOMATION, CAMERA, NOON, World
from .disclosing import (
    ASKED,
    DAY,
    HOUR,
    MANAGER,
    MINUTE,
    OPERATOR,
    POLICE,
    RECORDED,
    SCOPE,
    SECOND,
    STAFF,
    URGENT,
    Office,
    handover,
)

ACCESS = replace(POLICE, asks=Asks.ACCESS, ground=None, affiliation="", written=False)
LAW = replace(POLICE, ground=Ground.LAW)


@pytest.fixture
async def office(world: World) -> Office:
    """Have everybody unlocked."""
    made = Office(world)
    await made.settle_in()
    await made.unlock()
    return made


def held(office: Office) -> dict[HoldKind, int]:
    """Return how many chunks are held, by why."""
    found: dict[HoldKind, int] = {}
    for hold in office.world.desk.registers.requests.standing(office.world.machine.wall):
        found[hold.kind] = found.get(hold.kind, 0) + sum(piece.chunks for piece in hold.pieces)
    return found


def apart(office: Office) -> int:
    """Return under how many slots footage is held in the vault itself."""
    return sum(slot.apart and slot.is_live for slot in office.world.vault.slots())


# Asking ---


async def test_what_is_asked_for_stands_in_the_book_and_is_protected(office: Office) -> None:
    number = await office.ask()
    assert number == 1
    entry = office.world.acts("disclosure_requested")[-1]
    act = entry.act
    assert isinstance(act, DisclosureRequested)
    assert (act.ground, act.cameras, act.start, act.end) == (
        Ground.INVESTIGATION,
        (CAMERA,),
        SCOPE.start,
        SCOPE.end,
    )
    assert (act.affiliation, act.name, act.purpose_text) == (
        "熊本中央警察署",
        "阿蘇 太郎",
        "自転車盗難の捜査",
    )
    assert office.state(number) is DisclosureState.REQUESTED
    assert held(office) == {HoldKind.REQUEST: ASKED}
    (piece,) = act.pieces
    assert piece.until == piece.original_end + PROVISIONAL


async def test_what_is_asked_for_outlasts_its_period_and_the_rest_does_not(office: Office) -> None:
    await office.ask()
    await office.pass_time(8 * DAY)
    assert len(office.chunks()) == ASKED
    assert all(SCOPE.start <= chunk.start < SCOPE.end for chunk in office.chunks())
    await office.pass_time(PROVISIONAL)
    assert office.chunks() == []


@pytest.mark.parametrize(
    ("application", "key"),
    [
        (replace(POLICE, contact=" "), "contact_missing"),
        (replace(POLICE, written=False), "exception_missing"),
        (replace(POLICE, scope=Scope(("0d" * 16,), SCOPE.start, SCOPE.end)), "unknown_camera"),
        (replace(POLICE, scope=Scope((CAMERA,), NOON, NOON + HOUR)), "span_not_over"),
        (
            replace(POLICE, scope=Scope((CAMERA,), NOON - 9 * HOUR, NOON - 8 * HOUR)),
            "no_footage_in_span",
        ),
        (replace(POLICE, protection=9), "request_unknown"),
    ],
)
async def test_what_is_no_request_is_not_entered(
    office: Office, application: Application, key: str
) -> None:
    with pytest.raises(Problem, match=key):
        await office.ask(application)
    assert office.world.acts("disclosure_requested") == []
    assert apart(office) == 0


async def test_whether_police_is_asked_for_a_paper_is_the_sites_to_say(office: Office) -> None:
    await office.set(written_request=False)
    assert await office.ask(replace(POLICE, written=False))


async def test_nobody_asks_in_a_way_that_nobody_could_read(office: Office) -> None:
    for _ in range(MOST_WAITING):
        await office.ask()
    with pytest.raises(Problem, match="requests_waiting"):
        await office.ask()
    assert await office.ask(actor=MANAGER)


async def test_a_request_takes_over_what_was_protected_at_once_and_its_draft(
    office: Office,
) -> None:
    desk = office.world.desk
    draft = await extension.draft(desk, AUTOMATION, Wanted.DISCLOSURE, SCOPE, Ground.LAW)
    protected = await extension.protect(desk, OPERATOR, SCOPE)
    number = await office.ask(replace(POLICE, draft=draft, protection=protected.number))
    assert number == 3
    assert held(office) == {HoldKind.REQUEST: ASKED}
    assert apart(office) == 1
    assert desk.registers.requests.drafts == {}
    assert desk.registers.requests.protections[2].taken_by == number


@pytest.mark.parametrize("actor", [STAFF, AUTOMATION])
async def test_who_does_not_work_with_footage_asks_for_none(office: Office, actor: Actor) -> None:
    with pytest.raises(Refused):
        await office.ask(actor=actor)


# Deciding ---


async def test_a_permission_is_of_exactly_what_was_asked_for_and_signed(office: Office) -> None:
    number = await office.permitted()
    desk = office.world.desk
    asked, entry = (
        office.world.acts(kind)[-1] for kind in ("disclosure_requested", "disclosure_permitted")
    )
    act = entry.act
    assert isinstance(act, DisclosurePermitted)
    assert act.binds == desk.book.stored(asked.seq).leaf.hex()
    assert (act.cameras, act.start, act.end) == ((CAMERA,), SCOPE.start, SCOPE.end)
    assert (act.requested_by, act.one_person, act.afterwards) == ("operator", False, False)
    assert act.until == NOON + PERMITTED_FOR
    assert entry.signature.startswith(desk.registers.signing_keys["manager"])
    assert office.state(number) is DisclosureState.PERMITTED


async def test_what_is_permitted_is_held_until_it_is_void_and_not_a_chunk_more(
    office: Office,
) -> None:
    number = await office.permitted()
    assert held(office) == {HoldKind.DISCLOSURE: ASKED}
    assert apart(office) == 1
    await office.pass_time(PERMITTED_FOR - SECOND)
    assert len(office.chunks()) == ASKED
    await office.pass_time(2 * SECOND)
    assert office.chunks() == []
    assert office.state(number) is DisclosureState.VOID


async def test_whether_one_person_asked_and_permitted_is_said(office: Office) -> None:
    number = await office.ask(actor=MANAGER)
    await disclosure.permit(office.world.desk, MANAGER, number)
    act = office.world.acts("disclosure_permitted")[-1].act
    assert isinstance(act, DisclosurePermitted)
    assert act.one_person


async def test_with_four_eyes_nobody_decides_what_they_asked_for(office: Office) -> None:
    await office.set(four_eyes=frozenset({FourEyes.DISCLOSURE}))
    desk, number = office.world.desk, await office.ask(actor=MANAGER)
    for decide in (disclosure.permit, disclosure.deny):
        with pytest.raises(Refused, match="second_person_needed"):
            await decide(desk, MANAGER, number)
    await disclosure.withdraw(desk, MANAGER, number)
    await disclosure.permit(desk, MANAGER, await office.ask())


async def test_who_may_decide(office: Office) -> None:
    desk, number = office.world.desk, await office.ask()
    with pytest.raises(Refused, match="role_needed_permit_disclosure"):
        await disclosure.permit(desk, OPERATOR, number)
    with pytest.raises(Refused, match="unlock_first"):
        await disclosure.permit(desk, Actor("manager", Door.PANEL, session="another"), number)
    desk.signer = lambda _: None
    with pytest.raises(Refused, match="unlock_first"):
        await disclosure.permit(desk, MANAGER, number)
    with pytest.raises(Problem, match="request_unknown"):
        await disclosure.permit(desk, MANAGER, 99)
    assert office.state(number) is DisclosureState.REQUESTED


@pytest.mark.parametrize("end", ["deny", "withdraw"])
async def test_what_is_denied_or_withdrawn_is_under_its_own_period_again(
    office: Office, end: str
) -> None:
    desk, number = office.world.desk, await office.ask()
    await getattr(disclosure, end)(desk, MANAGER, number)
    assert held(office) == {}
    assert apart(office) == 0
    assert len(office.chunks()) == RECORDED
    await office.pass_time(7 * DAY + HOUR)
    assert office.chunks() == []


async def test_a_denial_may_say_why(office: Office) -> None:
    desk, number = office.world.desk, await office.ask()
    with pytest.raises(Problem, match="text_too_long"):
        await disclosure.deny(desk, MANAGER, number, reason="あ" * (LONGEST_TEXT + 1))
    await disclosure.deny(desk, MANAGER, number, reason=" 対象の画像がない ")
    act = office.world.acts("disclosure_denied")[-1].act
    assert act == DisclosureDenied(
        number=number, requested_by="operator", reason_text="対象の画像がない"
    )


@pytest.mark.parametrize(
    ("end", "key"),
    [("permit", "request_decided"), ("deny", "request_decided"), ("withdraw", "request_withdrawn")],
)
async def test_what_is_decided_is_decided_once(office: Office, end: str, key: str) -> None:
    desk, number = office.world.desk, await office.ask()
    await getattr(disclosure, end)(desk, MANAGER, number)
    for again in (disclosure.permit, disclosure.deny):
        with pytest.raises(Problem, match=key):
            await again(desk, MANAGER, number)


async def test_a_permission_can_be_withdrawn_by_who_asked_or_may_permit(office: Office) -> None:
    desk = office.world.desk
    for actor in (OPERATOR, MANAGER):
        number = await office.permitted()
        await disclosure.withdraw(desk, actor, number)
        assert office.state(number) is DisclosureState.WITHDRAWN
        with pytest.raises(Problem, match="request_withdrawn"):
            await disclosure.withdraw(desk, actor, number)
    assert held(office) == {}
    mine = await office.ask(actor=MANAGER)
    with pytest.raises(Refused, match="role_needed_permit_disclosure"):
        await disclosure.withdraw(desk, OPERATOR, mine)


async def test_what_was_erased_meanwhile_cannot_be_permitted(office: Office) -> None:
    number = await office.ask()
    await office.pass_time(7 * DAY + PROVISIONAL + HOUR)
    with pytest.raises(Problem, match="no_footage_in_span"):
        await disclosure.permit(office.world.desk, MANAGER, number)
    assert office.state(number) is DisclosureState.REQUESTED


# Access requests ---


async def test_an_access_request_is_refused_by_nobody_but_a_person(office: Office) -> None:
    desk, number = office.world.desk, await office.ask(ACCESS)
    with pytest.raises(Problem, match="no_ground"):
        await disclosure.permit(desk, MANAGER, number)
    assert office.state(number) is DisclosureState.REQUESTED
    await disclosure.deny(desk, MANAGER, number, no_ground=True)
    act = office.world.acts("disclosure_denied")[-1].act
    assert isinstance(act, DisclosureDenied)
    assert act.no_ground


async def test_who_is_obliged_to_give_access_gives_it_by_law_and_masks_others(
    office: Office,
) -> None:
    desk, number = office.world.desk, await office.ask(ACCESS)
    say: dict[str, Any] = {"business": Answer.YES, "retained": Answer.UNKNOWN}
    await disclosure.answer(desk, OPERATOR, number, **say, obliged=False)
    with pytest.raises(Problem, match="no_ground"):
        await disclosure.permit(desk, MANAGER, number)
    await disclosure.answer(desk, MANAGER, number, **say, obliged=True)
    answered = office.world.acts("access_answered")[-1].act
    assert answered == AccessAnswered(number=number, **say, obliged=True)
    await disclosure.permit(desk, MANAGER, number)
    act = office.world.acts("disclosure_permitted")[-1].act
    assert isinstance(act, DisclosurePermitted)
    assert (act.ground, act.masked) == (Ground.LAW, True)
    with pytest.raises(Problem, match="request_decided"):
        await disclosure.answer(desk, MANAGER, number, **say, obliged=False)


async def test_only_an_access_request_is_answered_so(office: Office) -> None:
    number = await office.ask()
    with pytest.raises(Problem, match="not_access_request"):
        await disclosure.answer(
            office.world.desk,
            MANAGER,
            number,
            business=Answer.NO,
            retained=Answer.NO,
            obliged=False,
        )


# Before anything is decrypted ---

type Deed = Callable[[Office, int], Awaitable[object]]


async def forge(office: Office, number: int) -> None:
    """Say in the book that another request was permitted."""
    act = office.world.acts("disclosure_permitted")[-1].act
    assert isinstance(act, DisclosurePermitted)
    other = replace(act, number=number, binds="00" * 32)
    await office.world.desk.append(other, MANAGER, Phase.DONE)


async def widen(office: Office, number: int) -> None:
    """Say in the book that more was permitted than was asked for."""
    act = office.world.acts("disclosure_permitted")[-1].act
    assert isinstance(act, DisclosurePermitted)
    await office.world.desk.append(replace(act, end=NOON), MANAGER, Phase.DONE)


async def permit_unsigned(office: Office, number: int) -> None:
    act = office.world.acts("disclosure_permitted")[-1].act
    office.world.desk.signer = lambda _: None
    await office.world.desk.append(act, MANAGER, Phase.DONE)


async def erase_names(office: Office, number: int) -> None:
    desk, seq = office.world.desk, office.found(number).seq
    act = PersonalDataErased(acts=(seq,), reason=PersonalPeriod.DISCLOSURE)
    desk.book.erase_personal(seq)
    await desk.append(act, MANAGER, Phase.DONE)


@pytest.mark.parametrize(
    ("deed", "key"),
    [
        (
            lambda office, number: disclosure.withdraw(office.world.desk, OPERATOR, number),
            "request_withdrawn",
        ),
        (lambda office, _: office.pass_time(PERMITTED_FOR), "permission_over"),
        (forge, "permission_unbound"),
        (widen, "permission_unbound"),
        (permit_unsigned, "permission_unbound"),
        (erase_names, "names_erased"),
    ],
)
async def test_what_the_permission_does_not_cover_any_more_is_not_decrypted(
    office: Office, deed: Deed, key: str
) -> None:
    number = await office.permitted()
    found = await disclosure.check_permitted(office.world.desk, OPERATOR, number)
    assert found.number == number
    await deed(office, number)
    with pytest.raises(Problem, match=key):
        await disclosure.check_permitted(office.world.desk, OPERATOR, number)


@pytest.mark.parametrize("application", [POLICE, LAW, URGENT])
async def test_no_ground_is_exempt_from_prior_permission(
    office: Office, application: Application
) -> None:
    desk, number = office.world.desk, await office.ask(application)
    with pytest.raises(Problem, match="not_permitted"):
        await disclosure.check_permitted(desk, OPERATOR, number)
    await disclosure.deny(desk, MANAGER, number)
    with pytest.raises(Problem, match="request_denied"):
        await disclosure.check_permitted(desk, OPERATOR, number)
    with pytest.raises(Problem, match="request_unknown"):
        await disclosure.check_permitted(desk, OPERATOR, 99)


async def test_nothing_is_decrypted_by_a_clock_in_doubt_or_by_who_may_not(office: Office) -> None:
    desk, number = office.world.desk, await office.permitted()
    with pytest.raises(Refused, match="unlock_first"):
        await disclosure.check_permitted(desk, Actor("operator", Door.PANEL, session="x"), number)
    with pytest.raises(Refused, match="role_needed_prepare_disclosure"):
        await disclosure.check_permitted(desk, STAFF, number)
    office.world.machine.synchronised = False
    with pytest.raises(Problem, match="clock_not_trusted"):
        await disclosure.check_permitted(desk, OPERATOR, number)


async def prepare(office: Office, number: int) -> None:
    await provision.enter_prepared(
        office.world.desk, OPERATOR, number, manifest="aa" * 32, files=1, size=9, masked=False
    )


async def test_where_the_site_lets_a_permission_follow_an_emergency_is_prepared_before_it(
    office: Office,
) -> None:
    await office.set(permission_afterwards=True)
    desk = office.world.desk
    for other in (POLICE, LAW):
        with pytest.raises(Problem, match="not_permitted"):
            await prepare(office, await office.ask(other))
    number = await office.ask(URGENT)
    await prepare(office, number)
    assert office.state(number) is DisclosureState.PREPARED
    assert office.found(number).permission_due == NOON + AFTERWARDS
    await office.world.pass_time(MINUTE)
    await provision.provide(desk, OPERATOR, number, handover(NOON + MINUTE))
    assert office.state(number) is DisclosureState.PROVIDED
    assert office.found(number).permission_due == NOON + AFTERWARDS
    await disclosure.permit(desk, MANAGER, number)
    act = office.world.acts("disclosure_permitted")[-1].act
    assert isinstance(act, DisclosurePermitted)
    assert act.afterwards
    assert list(act.pieces) == []
    assert office.found(number).permission_due is None
    assert office.state(number) is DisclosureState.PROVIDED


async def test_a_permission_that_is_to_follow_has_to_follow_in_time(office: Office) -> None:
    await office.set(permission_afterwards=True)
    desk, number = office.world.desk, await office.ask(URGENT)
    await prepare(office, number)
    await office.pass_time(AFTERWARDS)
    with pytest.raises(Problem, match="permission_overdue"):
        await provision.enter_download(desk, OPERATOR, number, CopyForm.VIDEO, 9)
    with pytest.raises(Problem, match="permission_overdue"):
        await provision.provide(desk, OPERATOR, number, handover(NOON + AFTERWARDS))
    await provision.provide(desk, OPERATOR, number, handover(NOON + AFTERWARDS - MINUTE))
    await disclosure.deny(desk, MANAGER, number)
    assert office.state(number) is DisclosureState.PROVIDED


# After a stop ---


class PowerCut(BaseException):
    """Nothing more is done."""


@pytest.mark.parametrize("kind", ["request", "permit", "deny", "withdraw"])
async def test_what_was_ordered_when_the_power_went_is_finished_in_the_name_of_who_ordered_it(
    office: Office, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = office.world.desk
    number = 1 if kind == "request" else await office.ask()
    append = desk.book.append

    def stop(act: Any, *, phase: Phase, **how: Any) -> Any:
        if phase is Phase.DONE:
            raise PowerCut
        return append(act, phase=phase, **how)

    monkeypatch.setattr(desk.book, "append", stop)
    doing: dict[str, Callable[[], Awaitable[object]]] = {
        "request": office.ask,
        "permit": lambda: disclosure.permit(desk, MANAGER, number),
        "deny": lambda: disclosure.deny(desk, MANAGER, number),
        "withdraw": lambda: disclosure.withdraw(desk, OPERATOR, number),
    }
    with pytest.raises(PowerCut):
        await doing[kind]()
    await office.restart()
    states = {
        "request": DisclosureState.REQUESTED,
        "permit": DisclosureState.PERMITTED,
        "deny": DisclosureState.DENIED,
        "withdraw": DisclosureState.WITHDRAWN,
    }
    assert office.state(number) is states[kind]
    found = office.found(number)
    assert found.by == "operator"
    assert found.decision is None or found.decision.by == "manager"
    assert apart(office) == (1 if kind in ("request", "permit") else 0)
    assert office.world.desk.registers.pending == {}
    if kind == "permit":
        await disclosure.check_permitted(office.world.desk, OPERATOR, number)


async def test_pictures_that_were_shown_are_permitted_afterwards_in_time_too(
    office: Office,
) -> None:
    await office.set(permission_afterwards=True)
    number, desk = await office.ask(URGENT), office.world.desk
    await desk.append(PicturesShown(number=number, camera=CAMERA), OPERATOR, Phase.NOTED)
    await office.pass_time(AFTERWARDS)
    with pytest.raises(Problem, match="permission_overdue"):
        await disclosure.check_permitted(desk, OPERATOR, number)
    await disclosure.permit(desk, MANAGER, number)
    act = office.world.acts("disclosure_permitted")[-1].act
    assert isinstance(act, DisclosurePermitted)
    assert act.afterwards
