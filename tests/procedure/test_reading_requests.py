"""What the list of requests tells: what is open, what came of the rest, and what the reader could do."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from custom_components.kuma_bouhan.guideline.disclosure import Answer, Asks, CopyForm, Duty, Fate
from custom_components.kuma_bouhan.guideline.errors import Refused
from custom_components.kuma_bouhan.guideline.extension import (
    PERMITTED_FOR,
    PROVISIONAL,
    Wanted,
    last_day,
)
from custom_components.kuma_bouhan.guideline.grounds import Ground
from custom_components.kuma_bouhan.guideline.people import ITSELF, Actor, Door, FourEyes, Role
from custom_components.kuma_bouhan.guideline.viewing import Scope
from custom_components.kuma_bouhan.procedure import (
    disclosure,
    extension,
    provision,
    reading_requests,
)
from custom_components.kuma_bouhan.procedure.extension import Wish
from custom_components.kuma_bouhan.procedure.reading_requests import (
    SHOWN_FOR,
    DisclosureItem,
    Listing,
    bounds,
)
from custom_components.kuma_bouhan.records.acts import Appointed
from custom_components.kuma_bouhan.records.disclosure_state import DisclosureState
from custom_components.kuma_bouhan.records.entry import Phase
from custom_components.kuma_bouhan.records.extension import HeldPiece
from custom_components.kuma_bouhan.records.requests import ExtensionState, ProtectionState

from .conftest import AUTOMATION, CAMERA, NOON, TOKYO, World
from .disclosing import (
    ASKED,
    DAY,
    HOUR,
    MANAGER,
    MINUTE,
    OPERATOR,
    POLICE,
    SCOPE,
    SECOND,
    STAFF,
    URGENT,
    Office,
    handover,
)
from .test_provision import SEIZED

LOCKED_OWNER = Actor("owner", Door.PANEL, session="never unlocked")


@pytest.fixture
async def office(world: World) -> Office:
    """Have everybody unlocked; there is a site owner beside the manager, who is not."""
    made = Office(world)
    await made.settle_in()
    await made.unlock()
    act = Appointed(role=Role.SITE_OWNER, user_id="owner", since=NOON, name="設置 太郎", title="")
    await world.desk.append(act, ITSELF, Phase.DONE)
    return made


async def listed(office: Office, actor: Actor = OPERATOR) -> Listing:
    return await reading_requests.listed(office.world.desk, actor)


async def item(office: Office, number: int, actor: Actor = OPERATOR) -> DisclosureItem:
    found = await listed(office, actor)
    return next(one for one in found.disclosures if one.disclosure.number == number)


async def can(office: Office, number: int, actor: Actor = OPERATOR) -> set[str]:
    return set((await item(office, number, actor)).can)


async def prepare(office: Office, number: int) -> None:
    await provision.enter_prepared(
        office.world.desk, OPERATOR, number, manifest="aa" * 32, files=1, size=9, masked=False
    )


def wish(**changes: Any) -> Wish:
    usual: dict[str, Any] = {
        "scope": SCOPE,
        "until": (NOON + 20 * DAY).astimezone(TOKYO).date(),
        "reason": "捜査のため",
    }
    return Wish(**usual | changes)


# What is told ---


async def test_a_request_is_told_with_names_and_reasons(office: Office) -> None:
    number = await office.ask(replace(POLICE, remarks="返却予定", identity_check="警察手帳"))
    one = await item(office, number)
    assert one.state is DisclosureState.REQUESTED
    assert (one.recipient.affiliation, one.recipient.title, one.recipient.name) == (
        "熊本中央警察署",
        "巡査部長",
        "阿蘇 太郎",
    )
    assert (one.purpose, one.content, one.remarks) == (
        "自転車盗難の捜査",
        "玄関の画像 4分",
        "返却予定",
    )
    assert (one.document, one.document_number, one.identity_check) == (
        "捜査関係事項照会書",
        "第12号",
        "警察手帳",
    )
    (true,) = one.true
    assert (true.camera, true.end - true.start) == (CAMERA, ASKED * MINUTE)
    assert one.protected_until == one.disclosure.pieces[0].until
    assert one.held_until is None
    assert (await listed(office)).names["owner"] == "設置 太郎"


async def test_what_is_held_and_until_when_is_told(office: Office) -> None:
    number = await office.permitted()
    one = await item(office, number)
    assert (one.protected_until, one.held_until) == (None, NOON + PERMITTED_FOR)
    await prepare(office, number)
    told = handover(NOON, medium_text="青いUSBメモリー", received_by="阿蘇 次郎")
    await provision.provide(office.world.desk, OPERATOR, number, told)
    one = await item(office, number)
    assert (one.protected_until, one.held_until) == (None, None)
    assert (one.medium_text, one.received_by) == ("青いUSBメモリー", "阿蘇 次郎")
    (true,) = one.true
    assert true.end - true.start == ASKED * MINUTE


async def test_why_something_was_denied_is_told(office: Office) -> None:
    number = await office.ask()
    await disclosure.deny(office.world.desk, MANAGER, number, reason="対象の画像がない")
    one = await item(office, number)
    assert (one.state, one.deny_reason) == (DisclosureState.DENIED, "対象の画像がない")
    assert one.protected_until is None


async def test_what_an_emergency_is_and_a_seizure_are_told(office: Office) -> None:
    number = await office.ask(URGENT)
    one = await item(office, number)
    assert (one.urgency, one.no_other_way) == (URGENT.urgency, URGENT.no_other_way)
    seized = await provision.record_seizure(office.world.desk, OPERATOR, SEIZED)
    one = await item(office, seized)
    assert (one.state, one.recipient.affiliation) == (DisclosureState.SEIZED, "熊本地方検察庁")
    assert (one.purpose, one.true, one.can) == ("", (), frozenset())


async def test_an_extension_is_told_with_its_own_ends_and_what_came_of_it(office: Office) -> None:
    desk = office.world.desk
    number = await extension.request(desk, OPERATOR, wish(remarks="県警"))
    (one,) = (await listed(office)).extensions
    (piece,) = one.extension.protected
    assert (one.state, one.reason, one.remarks) == (ExtensionState.REQUESTED, "捜査のため", "県警")
    assert one.protected_until == piece.original_end + PROVISIONAL
    assert one.original_ends == (last_day(piece.original_end, TOKYO),)
    assert one.last_day == wish().until
    await extension.approve(desk, MANAGER, number)
    (one,) = (await listed(office)).extensions
    assert (one.state, one.protected_until) == (ExtensionState.APPROVED, None)
    assert one.held_until == one.extension.until
    await extension.end(desk, MANAGER, number, "事件が解決した")
    (one,) = (await listed(office)).extensions
    assert (one.state, one.end_reason, one.held_until) == (
        ExtensionState.ENDED,
        "事件が解決した",
        None,
    )
    other = await extension.request(
        desk, OPERATOR, wish(scope=Scope((CAMERA,), NOON - 3 * MINUTE, NOON - 2 * MINUTE))
    )
    await extension.deny(desk, MANAGER, other, "理由が足りない")
    assert (await listed(office)).extensions[0].deny_reason == "理由が足りない"


async def test_drafts_and_protections_are_told_newest_first(office: Office) -> None:
    desk = office.world.desk
    first = await extension.draft(desk, AUTOMATION, Wanted.DISCLOSURE, SCOPE, Ground.LAW)
    second = await extension.draft(desk, OPERATOR, Wanted.EXTENSION, SCOPE)
    protected = await extension.protect(desk, OPERATOR, SCOPE)
    found = await listed(office)
    assert [one.draft.number for one in found.drafts] == [second, first]
    (one,) = found.protections
    assert (one.protection.number, one.state) == (protected.number, ProtectionState.STANDING)
    (true,) = one.true
    assert true.end - true.start == ASKED * MINUTE


async def test_what_is_over_is_told_for_a_while_and_what_is_open_always(office: Office) -> None:
    desk = office.world.desk
    out, denied, waiting = [await office.ask() for _ in range(3)]
    await disclosure.deny(desk, MANAGER, denied)
    await disclosure.permit(desk, MANAGER, out)
    await prepare(office, out)
    await provision.enter_download(desk, OPERATOR, out, CopyForm.PACKAGE, 9)
    await disclosure.withdraw(desk, OPERATOR, out)
    void = await office.permitted()
    extended = await extension.request(desk, OPERATOR, wish())
    await extension.withdraw(desk, OPERATOR, extended)
    await extension.protect(desk, OPERATOR, Scope((CAMERA,), NOON - 4 * MINUTE, NOON - 3 * MINUTE))

    def numbers(found: Listing) -> set[int]:
        return {one.disclosure.number for one in found.disclosures}

    await office.world.pass_time(SHOWN_FOR)
    found = await listed(office)
    assert numbers(found) == {out, denied, waiting, void}
    assert len(found.extensions) == len(found.protections) == 1
    await office.world.pass_time(SECOND)
    found = await listed(office)
    assert numbers(found) == {out, waiting, void}
    assert (len(found.extensions), len(found.protections)) == (0, 1)
    await office.world.pass_time(PERMITTED_FOR)
    found = await listed(office)
    assert numbers(found) == {out, waiting}
    assert found.protections == ()


@pytest.mark.parametrize("actor", [STAFF, AUTOMATION])
async def test_who_does_not_work_with_footage_reads_none_of_it(
    office: Office, actor: Actor
) -> None:
    with pytest.raises(Refused):
        await listed(office, actor)


def test_pieces_that_follow_one_another_are_one_stretch() -> None:
    def piece(start: timedelta, end: timedelta, camera: str = CAMERA) -> HeldPiece:
        return HeldPiece("aa", camera, NOON, NOON, NOON, NOON + start, NOON + end, 1, 10)

    found = bounds(
        [
            piece(HOUR, 2 * HOUR),
            piece(timedelta(0), HOUR),
            piece(2 * HOUR + SECOND, 3 * HOUR),
            piece(4 * HOUR, 5 * HOUR),
            piece(4 * HOUR, 5 * HOUR, "0d" * 16),
        ]
    )
    assert [(one.camera[:2], one.start - NOON, one.end - NOON, one.bytes) for one in found] == [
        ("0d", 4 * HOUR, 5 * HOUR, 10),
        ("c0", timedelta(0), 3 * HOUR, 30),
        ("c0", 4 * HOUR, 5 * HOUR, 10),
    ]


# What the reader could do ---


async def test_each_is_offered_what_they_could_do_next(office: Office) -> None:
    number = await office.ask()
    assert await can(office, number) == {"withdraw"}
    assert await can(office, number, MANAGER) == {"permit", "deny", "withdraw"}
    assert await can(office, number, LOCKED_OWNER) == {"permit", "deny", "withdraw"}
    await disclosure.permit(office.world.desk, MANAGER, number)
    assert await can(office, number) == {"withdraw", "prepare", "mask"}
    assert await can(office, number, LOCKED_OWNER) == {"withdraw"}
    await prepare(office, number)
    assert await can(office, number) == {"withdraw", "prepare", "mask", "download", "provide"}
    await provision.enter_download(office.world.desk, OPERATOR, number, CopyForm.PACKAGE, 9)
    assert "confirm" in await can(office, number)
    told = handover(NOON, duty=Duty.NONE)
    await provision.provide(office.world.desk, OPERATOR, number, told)
    assert await can(office, number) == {"confirm"}
    await provision.confirm(office.world.desk, OPERATOR, number, 1, Fate.DELETED)
    assert await can(office, number) == set()


async def test_what_is_void_can_only_be_entered_as_handed_over_before(office: Office) -> None:
    number = await office.permitted()
    await prepare(office, number)
    await office.pass_time(PERMITTED_FOR)
    assert await can(office, number) == {"provide"}
    assert await can(office, number, MANAGER) == {"provide"}


async def test_with_four_eyes_nobody_is_offered_to_decide_their_own(office: Office) -> None:
    await office.set(four_eyes=frozenset({FourEyes.DISCLOSURE}))
    number = await office.ask(actor=MANAGER)
    assert await can(office, number, MANAGER) == {"withdraw"}
    assert await can(office, number, LOCKED_OWNER) == {"permit", "deny", "withdraw"}


async def test_an_access_request_is_offered_to_be_answered_before_it_is_permitted(
    office: Office,
) -> None:
    number = await office.ask(replace(POLICE, asks=Asks.ACCESS, ground=None))
    assert await can(office, number, MANAGER) == {"answer", "deny", "withdraw"}
    say: dict[str, Any] = {"business": Answer.YES, "retained": Answer.YES, "obliged": True}
    await disclosure.answer(office.world.desk, MANAGER, number, **say)
    assert await can(office, number, MANAGER) == {"answer", "permit", "deny", "withdraw"}


async def test_an_emergency_is_offered_to_be_prepared_where_the_permission_may_follow(
    office: Office,
) -> None:
    urgent, other = await office.ask(URGENT), await office.ask()
    assert "prepare" not in await can(office, urgent)
    await office.set(permission_afterwards=True)
    assert "prepare" in await can(office, urgent)
    assert "prepare" not in await can(office, other)


async def test_drafts_protections_and_extensions_offer_what_is_next(office: Office) -> None:
    desk = office.world.desk
    await extension.draft(desk, OPERATOR, Wanted.DISCLOSURE, SCOPE)
    await extension.protect(desk, OPERATOR, SCOPE)
    number = await extension.request(desk, OPERATOR, wish())
    found = await listed(office)
    assert found.drafts[0].can == {"complete", "discard"}
    assert found.protections[0].can == {"end"}
    assert found.extensions[0].can == {"withdraw"}
    found = await listed(office, MANAGER)
    assert found.extensions[0].can == {"approve", "deny", "withdraw"}
    await extension.approve(desk, MANAGER, number)
    assert (await listed(office)).extensions[0].can == {"renew"}
    assert (await listed(office, MANAGER)).extensions[0].can == {"renew", "end"}


# Counts ---


async def test_what_waits_and_what_is_out_is_counted(office: Office) -> None:
    desk = office.world.desk
    number = await office.permitted()
    await office.ask()
    await extension.request(desk, OPERATOR, wish())
    await prepare(office, number)
    await provision.enter_download(desk, OPERATOR, number, CopyForm.VIDEO, 9)
    await provision.provide(desk, OPERATOR, number, handover(NOON, copies=3))
    registers, now = desk.registers, office.world.machine.wall
    assert reading_requests.waiting(registers) == 2
    assert reading_requests.copies_out(registers) == 4
    assert reading_requests.copies_overdue(registers, now) == 0
    assert reading_requests.copies_overdue(registers, now + DAY) == 1
    assert reading_requests.copies_overdue(registers, now + 11 * DAY) == 4
