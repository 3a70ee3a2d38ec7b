"""What is due at a site: gathered, grouped for a home, told when it changes, and shown to whom it is theirs."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from custom_components.kuma_bouhan.guideline.complaints import ComplaintKind, Way
from custom_components.kuma_bouhan.guideline.disclosure import DOWNLOAD_DUE, CopyForm, Fate
from custom_components.kuma_bouhan.guideline.duties import AHEAD, SOON, Duty, DutyKind
from custom_components.kuma_bouhan.guideline.extension import PROVISIONAL, kept_until
from custom_components.kuma_bouhan.guideline.people import Act, Actor, Door, FourEyes, Role
from custom_components.kuma_bouhan.guideline.settings import Profile
from custom_components.kuma_bouhan.guideline.signs import SignMeans
from custom_components.kuma_bouhan.procedure import disclosure, duties, provision
from custom_components.kuma_bouhan.procedure.desk import Desk
from custom_components.kuma_bouhan.procedure.duty_watch import DutyWatch
from custom_components.kuma_bouhan.procedure.open_requests import duties as of_requests
from custom_components.kuma_bouhan.records.acts import Appointed, AppointmentEnded
from custom_components.kuma_bouhan.records.complaint import ComplaintReceived
from custom_components.kuma_bouhan.records.entry import Entry, Phase
from custom_components.kuma_bouhan.records.sign import SignConfirmed, SignMissing

from .conftest import CAMERA, NOON, TOKYO, World
from .disclosing import DAY, MANAGER, OPERATOR, POLICE, URGENT, Office, handover

SIGN = Duty(kind=DutyKind.SIGN, due=NOON + 3 * DAY, act=Act.CONFIRM_SIGN, camera=CAMERA)
CHECK = Duty(kind=DutyKind.SELF_CHECK, due=NOON + 30 * DAY, act=Act.READ_SELF_CHECK)
CONTRACT = Duty(kind=DutyKind.CONTRACT_END, due=NOON + DAY, act=Act.CONTRACT, about="4a" * 16)

type Provide = Callable[..., None]


@pytest.fixture
def provide(monkeypatch: pytest.MonkeyPatch) -> Provide:
    """Have these duties, and no others, be due."""

    def lay(*found: Duty) -> None:
        def provider(_desk: Desk) -> Iterator[Duty]:
            yield from found

        monkeypatch.setattr(duties, "PROVIDERS", (provider,))

    return lay


@pytest.fixture
def only_requests(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(duties, "PROVIDERS", (of_requests,))


@pytest.fixture
async def office(world: World) -> Office:
    """Have everybody unlocked."""
    made = Office(world)
    await made.settle_in()
    await made.unlock()
    return made


def due(office: Office) -> list[tuple[DutyKind, datetime, int | None]]:
    """Return what is due about requests."""
    return [(one.kind, one.due, one.number) for one in of_requests(office.world.desk)]


# What a duty is ---


def test_a_duty_is_overdue_from_its_moment_on_and_soon_before_it() -> None:
    assert not SIGN.is_overdue(SIGN.due - timedelta(seconds=1))
    assert SIGN.is_overdue(SIGN.due)
    assert not SIGN.is_soon(SIGN.due)
    assert SIGN.is_soon(SIGN.due - SOON)
    assert not SIGN.is_soon(SIGN.due - SOON - timedelta(seconds=1))
    assert SIGN.is_ahead(SIGN.due)
    assert SIGN.is_ahead(SIGN.due - AHEAD)
    assert not SIGN.is_ahead(SIGN.due - AHEAD - timedelta(seconds=1))


def test_every_duty_has_an_id_of_its_own() -> None:
    taught = Duty(
        kind=DutyKind.ACKNOWLEDGEMENT, due=NOON, act=Act.ACKNOWLEDGE, number=3, about="one"
    )
    others = (replace(taught, number=4), replace(taught, about="another"), SIGN, CHECK, CONTRACT)
    assert len({taught.id, *(one.id for one in others)}) == 6
    assert taught.id == "acknowledgement:one:3"
    assert SIGN.id == f"sign:{CAMERA}"
    assert CHECK.id == "self_check"


# What is due about requests ---


async def test_a_decision_is_due_before_the_footage_would_go(office: Office) -> None:
    number = await office.ask()
    (piece,) = office.found(number).pieces
    assert due(office) == [(DutyKind.DECISION, piece.original_end + PROVISIONAL, number)]
    await disclosure.permit(office.world.desk, MANAGER, number)
    assert due(office) == []


async def test_a_permission_afterwards_takes_the_place_of_the_decision(office: Office) -> None:
    await office.set(permission_afterwards=True)
    number = await office.ask(URGENT)
    await prepared(office, number)
    (found,) = due(office)
    assert found == (DutyKind.PERMISSION_AFTERWARDS, NOON + timedelta(hours=24), number)


async def test_copies_are_due_when_the_first_of_them_is_until_all_are_confirmed(
    office: Office,
) -> None:
    desk, number = office.world.desk, await office.permitted()
    await prepared(office, number)
    await provision.enter_download(desk, OPERATOR, number, CopyForm.PACKAGE, 9)
    assert due(office) == [(DutyKind.COPY_RETURN, NOON + DOWNLOAD_DUE, number)]
    given = handover(NOON)
    assert given.due is not None
    await provision.provide(desk, OPERATOR, number, given)
    assert due(office) == [(DutyKind.COPY_RETURN, NOON + DOWNLOAD_DUE, number)]
    await provision.confirm(desk, OPERATOR, number, 1, Fate.DELETED)
    assert due(office) == [(DutyKind.COPY_RETURN, kept_until(given.due, TOKYO), number)]
    await provision.confirm(desk, OPERATOR, number, None, Fate.RETURNED)
    assert due(office) == []


async def prepared(office: Office, number: int) -> None:
    await provision.enter_prepared(
        office.world.desk, OPERATOR, number, manifest="aa" * 32, files=2, size=9, masked=False
    )


# The one list ---


async def test_what_is_due_first_comes_first(world: World, provide: Provide) -> None:
    provide(CHECK, SIGN, CONTRACT)
    assert duties.every_duty(world.desk) == (CONTRACT, SIGN, CHECK)


async def test_what_is_due_at_one_moment_comes_in_the_order_of_its_number(
    world: World, provide: Provide
) -> None:
    numbered = [replace(CONTRACT, number=number) for number in (10, 2, 1)]
    provide(SIGN, *numbered)
    assert [one.number for one in duties.duties(world.desk)] == [1, 2, 10, None]


async def test_a_home_is_reminded_once_of_all_that_it_looks_at_once_a_year(
    office: Office, provide: Provide
) -> None:
    provide(CHECK, SIGN, CONTRACT)
    await office.set(sign_days=365)
    contract, yearly = duties.duties(office.world.desk)
    assert contract == CONTRACT
    assert (yearly.kind, yearly.due, yearly.id) == (
        DutyKind.YEARLY_CHECK,
        SIGN.due,
        "yearly_check",
    )
    assert duties.parts(office.world.desk, yearly) == (SIGN, CHECK)
    assert duties.parts(office.world.desk, contract) == ()


async def test_a_yearly_check_is_listed_for_who_may_do_a_part_of_it(
    office: Office, provide: Provide
) -> None:
    provide(CHECK, SIGN)
    await office.set(sign_days=365)
    (yearly,) = duties.duties(office.world.desk)
    staff, stranger = Actor("staff", Door.PANEL), Actor("stranger", Door.PANEL)
    listed = [duties.is_listed(office.world.desk, yearly, who) for who in (MANAGER, staff)]
    assert listed == [True, True]
    assert not duties.is_listed(office.world.desk, yearly, stranger)
    provide(CHECK)
    assert not duties.is_listed(office.world.desk, yearly, staff)


async def test_a_home_that_looks_at_its_sign_every_month_is_reminded_of_it_by_itself(
    office: Office, provide: Provide
) -> None:
    provide(CHECK, SIGN)
    await office.set(sign_days=30)
    assert [one.kind for one in duties.duties(office.world.desk)] == [
        DutyKind.SIGN,
        DutyKind.YEARLY_CHECK,
    ]


async def test_a_sign_that_is_not_there_waits_for_no_year(office: Office, provide: Provide) -> None:
    desk = office.world.desk
    provide(SIGN)
    await office.set(sign_days=365)
    seen = SignConfirmed(
        camera=CAMERA, means=SignMeans.PERSON, seen=NOON, place="門柱", photo_jpeg=""
    )
    await desk.append(seen, MANAGER, Phase.DONE)
    assert [one.kind for one in duties.duties(desk)] == [DutyKind.YEARLY_CHECK]
    gone = SignMissing(camera=CAMERA, means=SignMeans.PERSON, seen=NOON, remarks="")
    await desk.append(gone, MANAGER, Phase.DONE)
    assert [one.kind for one in duties.duties(desk)] == [DutyKind.SIGN]


@pytest.mark.parametrize("profile", [Profile.SMALL_BUILDING, Profile.ASSOCIATION])
async def test_a_building_is_reminded_of_each(
    office: Office, provide: Provide, profile: Profile
) -> None:
    provide(CHECK, SIGN, CONTRACT)
    await office.set(profile=profile, sign_days=365)
    assert duties.duties(office.world.desk) == (CONTRACT, SIGN, CHECK)


# Whose it is ---


async def test_a_duty_is_listed_for_whom_it_is_an_office(office: Office) -> None:
    desk = office.world.desk
    staff = Actor("staff", Door.PANEL)
    assert [duties.is_listed(desk, SIGN, actor) for actor in (MANAGER, OPERATOR, staff)] == [
        True
    ] * 3
    assert [duties.is_listed(desk, CONTRACT, actor) for actor in (MANAGER, OPERATOR)] == [
        True,
        False,
    ]
    assert not duties.is_listed(desk, SIGN, Actor("stranger", Door.PANEL))


async def test_what_one_was_taught_is_listed_for_oneself_alone(office: Office) -> None:
    taught = Duty(
        kind=DutyKind.ACKNOWLEDGEMENT,
        due=NOON,
        act=Act.ACKNOWLEDGE,
        number=3,
        about="7",
        user="operator",
    )
    desk = office.world.desk
    assert duties.is_listed(desk, taught, OPERATOR)
    assert not duties.is_listed(desk, taught, MANAGER)


async def test_what_another_one_has_to_decide_is_listed_and_not_ones_own(office: Office) -> None:
    desk = office.world.desk
    await office.set(four_eyes=frozenset({FourEyes.DISCLOSURE}))
    deputy = Actor("deputy", Door.PANEL)
    await desk.append(
        Appointed(role=Role.DEPUTY, user_id="deputy", since=NOON - DAY, name="代行", title=""),
        MANAGER,
        Phase.DONE,
    )
    await office.ask(POLICE, MANAGER)
    (decision,) = of_requests(desk)
    for actor, mine in ((MANAGER, False), (deputy, True)):
        assert duties.is_listed(desk, decision, actor)
        assert duties.is_mine(desk, decision, actor) is mine


async def test_a_complaint_waits_for_its_officer_where_one_was_named(office: Office) -> None:
    desk = office.world.desk
    for number, officer in ((1, None), (2, "operator")):
        await desk.append(complaint(number, officer), MANAGER, Phase.DONE)
    answers = [
        Duty(
            kind=DutyKind.COMPLAINT_ANSWER,
            due=NOON,
            act=Act.ANSWER_COMPLAINT,
            number=number,
        )
        for number in (1, 2)
    ]
    assert [duties.is_mine(desk, one, OPERATOR) for one in answers] == [True, True]
    assert [duties.is_mine(desk, one, MANAGER) for one in answers] == [True, False]
    assert duties.is_mine(desk, SIGN, MANAGER)
    # An officer who left leaves it to all who may answer it.
    left = AppointmentEnded(
        role=Role.OPERATOR, user_id="operator", until=NOON, secrecy_acknowledged=True
    )
    await desk.append(left, MANAGER, Phase.DONE)
    assert duties.is_mine(desk, answers[1], MANAGER)


def complaint(number: int, officer: str | None) -> ComplaintReceived:
    return ComplaintReceived(
        number=number,
        what=ComplaintKind.COMPLAINT,
        way=Way.MAIL,
        cameras=(CAMERA,),
        received=NOON,
        officer=officer,
        answer_due=NOON + 7 * DAY,
        closing_due=NOON + 30 * DAY,
        name="菊池 次郎",
        contact="096-222-2222",
        text="写りたくない",
    )


# Watching ---


class Watching:
    """A watch, and how often it told of a change."""

    def __init__(self, world: World) -> None:
        self.told = 0
        self.watch = DutyWatch(world.desk, self._tell)
        self.watch.begin()
        world.desk.listeners.append(self._heard)

    def _heard(self, entry: Entry) -> None:
        self.watch.look()

    def _tell(self) -> None:
        self.told += 1

    @property
    def overdue(self) -> list[DutyKind]:
        return [one.kind for one in self.watch.overdue]


async def test_what_comes_due_is_told_at_its_moment(world: World, provide: Provide) -> None:
    provide(CONTRACT, replace(CONTRACT, about="4b" * 16, due=NOON + 2 * DAY))
    watching = Watching(world)
    assert (watching.told, watching.overdue) == (1, [])
    await world.pass_time(DAY - timedelta(seconds=1))
    assert (watching.told, watching.overdue) == (1, [])
    await world.pass_time(timedelta(seconds=1))
    assert (watching.told, watching.overdue) == (2, [DutyKind.CONTRACT_END])
    await world.pass_time(DAY)
    assert (watching.told, watching.overdue) == (3, [DutyKind.CONTRACT_END] * 2)


async def test_an_act_that_changes_what_is_due_is_told_and_others_are_not(
    only_requests: None, office: Office
) -> None:
    watching = Watching(office.world)
    assert watching.told == 0
    number = await office.ask()
    assert [one.number for one in watching.watch.standing] == [number]
    assert watching.told == 1
    await office.set(contact="096-000-0001")
    assert watching.told == 1
    await disclosure.permit(office.world.desk, MANAGER, number)
    assert watching.watch.standing == ()
    assert watching.told == 2


async def test_after_its_end_nothing_is_looked_at(only_requests: None, office: Office) -> None:
    watching = Watching(office.world)
    number = await office.ask()
    watching.watch.close()
    await disclosure.permit(office.world.desk, MANAGER, number)
    assert [one.number for one in watching.watch.standing] == [number]
    await office.world.pass_time(20 * DAY)
    watching.watch.look()
    watching.watch.close()
    assert watching.told == 1
