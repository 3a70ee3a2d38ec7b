"""Preparing, downloading, handing over, and what becomes of every copy: 運用基準例 5(2), 参考様式2."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from custom_components.kuma_bouhan.guideline.disclosure import (
    DOWNLOAD_DUE,
    Asks,
    CopyForm,
    Duty,
    Fate,
    Medium,
)
from custom_components.kuma_bouhan.guideline.errors import Problem, Refused
from custom_components.kuma_bouhan.guideline.extension import PERMITTED_FOR, kept_until
from custom_components.kuma_bouhan.guideline.people import Actor
from custom_components.kuma_bouhan.guideline.viewing import Scope
from custom_components.kuma_bouhan.procedure import disclosure, provision
from custom_components.kuma_bouhan.procedure.provision import Seizure
from custom_components.kuma_bouhan.records.disclosure import (
    CopyConfirmed,
    CopyDownloaded,
    DisclosurePrepared,
    DisclosureProvided,
    FootageSeized,
)
from custom_components.kuma_bouhan.records.disclosure_state import DisclosureState

from .conftest import AUTOMATION, CAMERA, NOON, TOKYO, World
from .disclosing import (
    DAY,
    HOUR,
    MANAGER,
    MINUTE,
    OPERATOR,
    POLICE,
    SECOND,
    STAFF,
    Office,
    handover,
)


@pytest.fixture
async def office(world: World) -> Office:
    """Have everybody unlocked."""
    made = Office(world)
    await made.settle_in()
    await made.unlock()
    return made


async def prepare(office: Office, number: int, manifest: str = "aa" * 32) -> None:
    await provision.enter_prepared(
        office.world.desk, OPERATOR, number, manifest=manifest, files=2, size=9, masked=False
    )


async def download(office: Office, number: int) -> CopyDownloaded:
    return await provision.enter_download(office.world.desk, OPERATOR, number, CopyForm.PACKAGE, 9)


async def prepared(office: Office) -> int:
    number = await office.permitted()
    await prepare(office, number)
    return number


async def provided(office: Office, **changes: Any) -> int:
    number = await prepared(office)
    await provision.provide(office.world.desk, OPERATOR, number, handover(NOON, **changes))
    return number


def apart(office: Office) -> int:
    return sum(slot.apart and slot.is_live for slot in office.world.vault.slots())


# Preparing and downloading ---


async def test_what_was_prepared_is_entered_once(office: Office) -> None:
    number = await prepared(office)
    await prepare(office, number)
    (entry,) = [one for one in office.world.acts("disclosure_prepared") if one.phase.counts]
    assert entry.act == DisclosurePrepared(number=number, manifest="aa" * 32, files=2, bytes=9)
    assert office.state(number) is DisclosureState.PREPARED
    await prepare(office, number, "bb" * 32)
    standing = office.found(number).prepared
    assert standing is not None and standing.manifest == "bb" * 32


async def test_where_others_are_to_be_masked_nothing_else_is_prepared(office: Office) -> None:
    number = await office.permitted(replace(POLICE, masked=True))
    with pytest.raises(Problem, match="masks_missing"):
        await prepare(office, number)
    assert office.state(number) is DisclosureState.PERMITTED
    await provision.enter_prepared(
        office.world.desk, OPERATOR, number, manifest="aa" * 32, files=2, size=9, masked=True
    )
    assert office.state(number) is DisclosureState.PREPARED


async def test_a_copy_stands_in_the_book_before_it_leaves_and_is_due(office: Office) -> None:
    number = await office.permitted()
    with pytest.raises(Problem, match="not_prepared"):
        await download(office, number)
    await prepare(office, number)
    first, second = [await download(office, number) for _ in range(2)]
    assert (first.copy, second.copy) == (1, 2)
    assert first.due == NOON + DOWNLOAD_DUE
    assert office.found(number).copies_out == 2


async def test_without_a_permission_nothing_is_prepared_or_downloaded(office: Office) -> None:
    number = await office.ask()
    with pytest.raises(Problem, match="not_permitted"):
        await prepare(office, number)
    with pytest.raises(Problem, match="not_permitted"):
        await download(office, number)
    assert office.world.acts("disclosure_prepared") == []


# Handing over ---


async def test_the_hand_over_is_entered_to_the_minute_and_ends_the_hold(office: Office) -> None:
    number = await prepared(office)
    await office.world.pass_time(5 * MINUTE)
    at = NOON + 3 * MINUTE + 20 * SECOND
    told = handover(at, copies=2, received_by=" 阿蘇 次郎 ")
    await provision.provide(office.world.desk, OPERATOR, number, told)
    act = office.world.acts("disclosure_provided")[-1].act
    assert isinstance(act, DisclosureProvided)
    assert act.at == NOON + 3 * MINUTE
    assert (act.medium, act.copies, act.receipt, act.received_by) == (
        Medium.USB,
        2,
        True,
        "阿蘇 次郎",
    )
    assert told.due is not None and act.due == kept_until(told.due, TOKYO)
    assert office.state(number) is DisclosureState.PROVIDED
    assert apart(office) == 0
    with pytest.raises(Problem, match="provided_already"):
        await provision.provide(office.world.desk, OPERATOR, number, told)
    with pytest.raises(Problem, match="provided_already"):
        await disclosure.check_permitted(office.world.desk, OPERATOR, number)
    with pytest.raises(Problem, match="provided_already"):
        await disclosure.withdraw(office.world.desk, OPERATOR, number)


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"at": NOON + MINUTE}, "moment_in_future"),
        ({"at": NOON - MINUTE}, "handover_too_early"),
        ({"copies": 0}, "copies_out_of_range"),
        ({"copies": 1000}, "copies_out_of_range"),
        ({"medium": Medium.OTHER}, "medium_text_missing"),
        ({"due": None}, "due_missing"),
        ({"due": (NOON - DAY).date()}, "due_too_early"),
        ({"received_by": "あ" * 201}, "text_too_long"),
    ],
)
async def test_a_hand_over_that_cannot_have_been_is_not_entered(
    office: Office, changes: dict[str, Any], key: str
) -> None:
    number = await prepared(office)
    with pytest.raises(Problem, match=key):
        await provision.provide(
            office.world.desk, OPERATOR, number, replace(handover(NOON), **changes)
        )
    assert office.state(number) is DisclosureState.PREPARED
    assert apart(office) == 1


async def test_nothing_is_handed_over_that_was_not_prepared_or_is_over(office: Office) -> None:
    desk = office.world.desk
    asked, permitted = await office.ask(), await office.permitted()
    for number in (asked, permitted):
        with pytest.raises(Problem, match="not_prepared"):
            await provision.provide(desk, OPERATOR, number, handover(NOON))
    withdrawn = await prepared(office)
    await disclosure.withdraw(desk, OPERATOR, withdrawn)
    with pytest.raises(Problem, match="request_withdrawn"):
        await provision.provide(desk, OPERATOR, withdrawn, handover(NOON))
    await disclosure.deny(desk, MANAGER, asked)
    with pytest.raises(Problem, match="request_denied"):
        await provision.provide(desk, OPERATOR, asked, handover(NOON))


async def test_what_was_handed_over_in_time_is_entered_late_all_the_same(office: Office) -> None:
    number = await prepared(office)
    await office.pass_time(PERMITTED_FOR + DAY)
    assert office.state(number) is DisclosureState.VOID
    desk = office.world.desk
    late = handover(NOON + PERMITTED_FOR)
    with pytest.raises(Problem, match="permission_over"):
        await provision.provide(desk, OPERATOR, number, late)
    with pytest.raises(Problem, match="permission_over"):
        await disclosure.check_permitted(desk, OPERATOR, number)
    await provision.provide(desk, OPERATOR, number, handover(NOON + PERMITTED_FOR - MINUTE))
    assert office.state(number) is DisclosureState.PROVIDED


async def test_what_the_recipient_keeps_closes_with_the_hand_over(office: Office) -> None:
    number = await provided(office, duty=Duty.NONE, due=(NOON + DAY).date())
    assert office.state(number) is DisclosureState.CLOSED
    standing = office.found(number).provided
    assert standing is not None and standing.due is None


@pytest.mark.parametrize("actor", [STAFF, AUTOMATION])
async def test_who_does_not_work_with_footage_hands_none_over(office: Office, actor: Actor) -> None:
    number = await prepared(office)
    with pytest.raises(Refused):
        await provision.provide(office.world.desk, actor, number, handover(NOON))


# Following copies up ---


async def test_a_disclosure_is_closed_once_every_copy_is_confirmed(office: Office) -> None:
    desk, number = office.world.desk, await prepared(office)
    await download(office, number)
    await provision.provide(desk, OPERATOR, number, handover(NOON))
    await provision.confirm(desk, OPERATOR, number, 1, Fate.DELETED)
    assert office.state(number) is DisclosureState.PROVIDED
    await office.world.pass_time(3 * DAY)
    await provision.confirm(desk, MANAGER, number, None, Fate.RETURNED, NOON + 2 * DAY)
    assert office.state(number) is DisclosureState.CLOSED
    act = office.world.acts("copy_confirmed")[-1].act
    assert act == CopyConfirmed(number=number, copy=None, fate=Fate.RETURNED, at=NOON + 2 * DAY)


async def test_a_copy_that_is_not_confirmed_in_time_is_overdue(office: Office) -> None:
    number = await provided(office)
    await office.world.pass_time(9 * DAY)
    assert office.found(number).copies_overdue(office.world.machine.wall) == 0
    await office.world.pass_time(2 * DAY)
    assert office.found(number).copies_overdue(office.world.machine.wall) == 1


@pytest.mark.parametrize(
    ("copy", "fate", "at", "key"),
    [
        (2, Fate.DELETED, None, "copy_unknown"),
        (1, Fate.RETURNED, None, "fate_of_other_copy"),
        (1, Fate.DESTROYED, None, "fate_of_other_copy"),
        (None, Fate.DELETED, None, "fate_of_other_copy"),
        (1, Fate.DELETED, NOON + MINUTE, "moment_in_future"),
        (1, Fate.DELETED, NOON - MINUTE, "moment_too_early"),
        (None, Fate.RETURNED, NOON - MINUTE, "moment_too_early"),
    ],
)
async def test_what_cannot_have_become_of_a_copy_is_not_entered(
    office: Office, copy: int | None, fate: Fate, at: Any, key: str
) -> None:
    desk, number = office.world.desk, await prepared(office)
    await download(office, number)
    await provision.provide(desk, OPERATOR, number, handover(NOON))
    with pytest.raises(Problem, match=key):
        await provision.confirm(desk, OPERATOR, number, copy, fate, at)


async def test_a_copy_is_confirmed_once_and_nothing_is_of_what_was_not_handed_over(
    office: Office,
) -> None:
    desk, number = office.world.desk, await prepared(office)
    with pytest.raises(Problem, match="copy_unknown"):
        await provision.confirm(desk, OPERATOR, number, None, Fate.RETURNED)
    await download(office, number)
    await provision.confirm(desk, OPERATOR, number, 1, Fate.DELETED)
    with pytest.raises(Problem, match="copy_confirmed"):
        await provision.confirm(desk, OPERATOR, number, 1, Fate.DELETED)
    with pytest.raises(Refused, match="role_needed_follow_copies"):
        await provision.confirm(desk, STAFF, number, 1, Fate.DELETED)


# Seizures ---

SEIZED = Seizure(
    at=NOON - HOUR,
    scope=Scope((CAMERA,), NOON - 30 * DAY, NOON),
    affiliation="熊本地方検察庁",
    name="天草 三郎",
    document="差押許可状",
    document_number="令和8年（る）第7号",
    content="録画装置一式",
)


async def test_a_seizure_is_recorded_whatever_it_is_of_and_gated_by_nothing(
    office: Office,
) -> None:
    desk = office.world.desk
    number = await provision.record_seizure(desk, OPERATOR, SEIZED)
    act = office.world.acts("footage_seized")[-1].act
    assert isinstance(act, FootageSeized)
    assert (act.number, act.at, act.affiliation, act.document) == (
        number,
        NOON - HOUR,
        "熊本地方検察庁",
        "差押許可状",
    )
    found = office.found(number)
    assert (found.asks, office.state(number)) == (Asks.SEIZURE, DisclosureState.SEIZED)
    for way in (disclosure.permit, disclosure.deny, disclosure.withdraw):
        with pytest.raises(Problem, match="request_unknown"):
            await way(desk, MANAGER, number)
    assert await office.ask() == number + 1


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"at": NOON + MINUTE}, "moment_in_future"),
        ({"affiliation": " "}, "affiliation_missing"),
        ({"content": "あ" * 2001}, "text_too_long"),
        ({"scope": Scope((), NOON - HOUR, NOON)}, "no_cameras"),
        ({"scope": Scope((CAMERA,), NOON, NOON)}, "span_empty"),
        ({"scope": Scope(("0d" * 16,), NOON - HOUR, NOON)}, "unknown_camera"),
    ],
)
async def test_what_is_no_seizure_is_not_entered(
    office: Office, changes: dict[str, Any], key: str
) -> None:
    with pytest.raises(Problem, match=key):
        await provision.record_seizure(office.world.desk, OPERATOR, replace(SEIZED, **changes))
    assert office.world.acts("footage_seized") == []


async def test_a_copy_in_a_folder_is_a_duty_whatever_becomes_of_the_request(
    office: Office,
) -> None:
    number = await prepared(office)
    await download(office, number)
    await disclosure.withdraw(office.world.desk, OPERATOR, number)
    await office.world.pass_time(DOWNLOAD_DUE + timedelta(seconds=1))
    now = office.world.machine.wall
    assert office.found(number).copies_overdue(now) == 1
    await provision.confirm(office.world.desk, OPERATOR, number, 1, Fate.DELETED)
    assert office.found(number).copies_out == 0
