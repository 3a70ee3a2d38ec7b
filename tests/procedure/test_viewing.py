"""Viewing sessions: who may, for how long, and what the register says of them: 4(4)ア, ウ."""

import asyncio
from datetime import timedelta

import pytest

from custom_components.kuma_bouhan.guideline.custody import IDLE_OF
from custom_components.kuma_bouhan.guideline.errors import Problem, Refused
from custom_components.kuma_bouhan.guideline.people import ITSELF, Absence, Actor, Door, Role
from custom_components.kuma_bouhan.guideline.registers import Register
from custom_components.kuma_bouhan.guideline.settings import Profile
from custom_components.kuma_bouhan.guideline.viewing import (
    LONGEST_VIEWING,
    Purpose,
    Scope,
    ViewingEnd,
)
from custom_components.kuma_bouhan.procedure import recovery, registers
from custom_components.kuma_bouhan.procedure.lock import Lock
from custom_components.kuma_bouhan.procedure.registers import Query
from custom_components.kuma_bouhan.procedure.viewing import (
    ENTER_EVERY,
    MOST_STRETCHES,
    Plan,
    Session,
    Viewings,
)
from custom_components.kuma_bouhan.records.acts import Appointed
from custom_components.kuma_bouhan.records.appointments import RoleLost
from custom_components.kuma_bouhan.records.entry import Phase
from custom_components.kuma_bouhan.records.viewing import (
    FootagePlayed,
    Played,
    ViewingBegan,
    ViewingEnded,
)

from .conftest import CAMERA, MANAGER, NOON, PASSPHRASE, STRANGER, World

SECOND, MINUTE, HOUR, DAY = (
    timedelta(seconds=1),
    timedelta(minutes=1),
    timedelta(hours=1),
    timedelta(days=1),
)
IDLE = IDLE_OF[Profile.HOME]
VIEWER = Actor("manager", Door.PANEL, session="a browser")
OTHER = "0d" * 16


def plan(**changes: object) -> Plan:
    scope = Scope((CAMERA,), NOON - HOUR, NOON)
    return Plan(**{"purpose": Purpose.INCIDENT, "scope": scope} | changes)  # type: ignore[arg-type]


@pytest.fixture
def lock(world: World) -> Lock:
    """Begin locked."""
    return Lock(world.desk)


@pytest.fixture
async def viewings(world: World, lock: Lock) -> Viewings:
    """Have the vault open for the viewer."""
    found = Viewings(world.desk, lock)
    await lock.unlock(VIEWER, PASSPHRASE)
    return found


def ends(world: World) -> list[ViewingEnd]:
    return [
        entry.act.reason
        for entry in world.acts("viewing_ended")
        if isinstance(entry.act, ViewingEnded)
    ]


def played(world: World) -> list[tuple[Played, ...]]:
    return [
        entry.act.stretches
        for entry in world.acts("footage_played")
        if isinstance(entry.act, FootagePlayed)
    ]


async def over(viewings: Viewings, session: Session, actor: Actor = VIEWER) -> None:
    with pytest.raises((Problem, Refused), match="viewing_over|unlock_first|role_needed_view"):
        await viewings.use(actor, session.id, CAMERA)
    assert session.player.is_closed


async def appoint(world: World, role: Role, user_id: str, name: str = "氏名") -> None:
    act = Appointed(role=role, user_id=user_id, since=world.machine.now(), name=name, title="")
    await world.desk.append(act, MANAGER, Phase.DONE)


# --- Beginning


async def test_a_session_stands_in_the_book_before_anything_is_shown(
    world: World, viewings: Viewings
) -> None:
    await appoint(world, Role.OPERATOR, "operator")
    session = await viewings.begin(VIEWER, plan(attendees=("operator", "manager", "operator")))
    assert await viewings.use(VIEWER, session.id, CAMERA) is session
    ordered, done = world.acts("viewing_began")
    assert (ordered.phase, done.phase) == (Phase.ORDERED, Phase.DONE)
    assert done.actor == VIEWER and done.signature
    assert done.act == ViewingBegan(
        session=session.id,
        purpose=Purpose.INCIDENT,
        cameras=(CAMERA,),
        start=NOON - HOUR,
        end=NOON,
        attendees=("operator",),
    )
    assert viewings.mine(VIEWER) == [session]
    assert set(world.desk.registers.viewings.open) == {session.id}


async def test_nothing_is_shown_by_a_clock_that_nobody_vouches_for(
    world: World, viewings: Viewings
) -> None:
    """After weeks without power, in 1970, what is overdue looks as if it were not."""
    session = await viewings.begin(VIEWER, plan())
    world.machine.synchronised = False
    with pytest.raises(Problem, match="clock_not_trusted"):
        await viewings.use(VIEWER, session.id, CAMERA)
    with pytest.raises(Problem, match="clock_not_trusted"):
        await viewings.begin(VIEWER, plan())
    world.machine.synchronised = True
    assert await viewings.use(VIEWER, session.id, CAMERA) is session


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"scope": Scope((), NOON - HOUR, NOON)}, "no_cameras"),
        ({"scope": Scope((CAMERA,), NOON, NOON)}, "span_empty"),
        (
            {"scope": Scope((CAMERA,), NOON - 7 * DAY - timedelta(microseconds=1), NOON)},
            "span_too_long",
        ),
        ({"scope": Scope((CAMERA, OTHER), NOON - HOUR, NOON)}, "unknown_camera"),
        ({"outsiders": True}, "outsider_needs_form_2"),
        ({"attendees": ("stranger",)}, "outsider_needs_form_2"),
        ({"attendees": ("complaints",)}, "outsider_needs_form_2"),
        ({"purpose": Purpose.BEYOND}, "permission_needed"),
        ({"purpose": Purpose.BEYOND, "permission": 3}, "permission_void"),
        ({"permission": 3}, "permission_for_other"),
    ],
)
async def test_what_is_no_viewing_does_not_begin(
    world: World, viewings: Viewings, changes: dict[str, object], key: str
) -> None:
    await appoint(world, Role.COMPLAINT_OFFICER, "complaints")
    with pytest.raises(Problem, match=key):
        await viewings.begin(VIEWER, plan(**changes))
    assert world.acts("viewing_began") == []
    assert viewings.mine(VIEWER) == []


async def test_a_month_is_viewed_at_once(viewings: Viewings) -> None:
    assert await viewings.begin(VIEWER, plan(scope=Scope((CAMERA,), NOON - 7 * DAY, NOON)))


async def test_it_takes_a_role_and_this_login_sessions_own_keys(
    world: World, viewings: Viewings, lock: Lock
) -> None:
    for actor, key in (
        (STRANGER, "role_needed_view"),
        (Actor("manager", Door.PANEL, session="another browser"), "unlock_first"),
        (Actor("manager", Door.PANEL), "unlock_first"),
        (Actor("manager", Door.PANEL, automated=True, session="a browser"), "person_needed"),
    ):
        with pytest.raises(Refused, match=key):
            await viewings.begin(actor, plan())
    await lock.lock(VIEWER)
    with pytest.raises(Refused, match="unlock_first"):
        await viewings.begin(VIEWER, plan())
    assert len(world.acts("refusal")) == 2  # of one kind, one an hour


async def test_a_session_is_its_login_sessions_alone(
    world: World, viewings: Viewings, lock: Lock
) -> None:
    session = await viewings.begin(VIEWER, plan())
    elsewhere = Actor("manager", Door.PANEL, session="another browser")
    with pytest.raises(Refused, match="unlock_first"):
        await viewings.use(elsewhere, session.id, CAMERA)
    await lock.unlock(elsewhere, PASSPHRASE)
    for ask in (viewings.use(elsewhere, session.id, CAMERA), viewings.end(elsewhere, session.id)):
        with pytest.raises(Problem, match="viewing_over"):
            await ask
    assert viewings.mine(elsewhere) == []
    other = await viewings.begin(elsewhere, plan())
    assert await viewings.use(VIEWER, session.id, CAMERA) is session
    assert await viewings.use(elsewhere, other.id, CAMERA) is other


async def test_a_camera_that_is_not_the_sessions_is_refused(
    world: World, viewings: Viewings
) -> None:
    await world.add_camera(OTHER)
    session = await viewings.begin(VIEWER, plan())
    for camera in (OTHER, "f" * 32):
        with pytest.raises(Problem, match="outside_viewing"):
            await viewings.use(VIEWER, session.id, camera)


async def test_another_session_of_the_same_login_replaces_the_first(
    world: World, viewings: Viewings
) -> None:
    first = await viewings.begin(VIEWER, plan())
    second = await viewings.begin(VIEWER, plan(purpose=Purpose.INSPECTION))
    await over(viewings, first)
    assert await viewings.use(VIEWER, second.id, CAMERA) is second
    await viewings.enter()
    assert ends(world) == [ViewingEnd.REPLACED]


async def test_a_book_that_takes_nothing_lets_nobody_view(
    world: World, viewings: Viewings, monkeypatch: pytest.MonkeyPatch
) -> None:
    appended = 0
    append = world.book.append

    def refuse_the_second(*args: object, **kwargs: object) -> object:
        nonlocal appended
        appended += 1
        if appended > 1:
            raise Problem("disk_full")
        return append(*args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(world.book, "append", refuse_the_second)
    with pytest.raises(Problem, match="disk_full"):
        await viewings.begin(VIEWER, plan())
    assert viewings.mine(VIEWER) == []


# --- Ending


async def test_the_person_ends_it(world: World, viewings: Viewings) -> None:
    session = await viewings.begin(VIEWER, plan())
    await viewings.end(VIEWER, session.id)
    await over(viewings, session)
    (entry,) = world.acts("viewing_ended")
    assert entry.actor == VIEWER and ends(world) == [ViewingEnd.PERSON]
    assert world.desk.registers.viewings.open == {}
    with pytest.raises(Problem, match="viewing_over"):
        await viewings.end(VIEWER, session.id)


async def test_unused_it_ends_by_itself(world: World, viewings: Viewings) -> None:
    session = await viewings.begin(VIEWER, plan())
    await world.pass_time(IDLE - SECOND)
    await viewings.use(VIEWER, session.id, CAMERA)
    await world.pass_time(IDLE - SECOND)
    assert not session.player.is_closed
    await world.pass_time(2 * SECOND)
    await over(viewings, session)
    assert ends(world)[0] in (ViewingEnd.IDLE, ViewingEnd.LOCKED)


async def test_idle_it_ends_though_the_lock_is_in_use(
    world: World, viewings: Viewings, lock: Lock
) -> None:
    session = await viewings.begin(VIEWER, plan())
    await world.pass_time(IDLE - SECOND)
    lock.used(VIEWER)
    await world.pass_time(2 * SECOND)
    await over(viewings, session)
    assert lock.is_open(VIEWER)
    assert ends(world) == [ViewingEnd.IDLE]


async def test_however_busy_it_ends_with_its_hour(
    world: World, viewings: Viewings, lock: Lock
) -> None:
    await world.pass_time(5 * MINUTE)
    await lock.unlock(VIEWER, PASSPHRASE)
    session = await viewings.begin(VIEWER, plan())
    assert session.until == world.machine.wall + LONGEST_VIEWING
    for _ in range(4):
        await world.pass_time(14 * MINUTE)
        await viewings.use(VIEWER, session.id, CAMERA)
    await lock.unlock(VIEWER, PASSPHRASE)
    assert (await viewings.use(VIEWER, session.id, CAMERA)).player.opened is lock.opened(VIEWER)
    await world.pass_time(4 * MINUTE)
    await over(viewings, session)
    assert ends(world) == [ViewingEnd.LIMIT]


async def test_it_is_over_with_the_lock(world: World, viewings: Viewings, lock: Lock) -> None:
    session = await viewings.begin(VIEWER, plan())
    await lock.lock(VIEWER)
    await over(viewings, session)
    await viewings.enter()
    assert ends(world) == [ViewingEnd.LOCKED]


async def test_the_lock_of_another_login_session_ends_nothing(
    world: World, viewings: Viewings, lock: Lock
) -> None:
    session = await viewings.begin(VIEWER, plan())
    await lock.unlock(Actor("manager", Door.PANEL, session="another browser"), PASSPHRASE)
    lock.end_session("another browser")
    assert await viewings.use(VIEWER, session.id, CAMERA) is session


async def test_it_is_over_with_the_role(world: World, viewings: Viewings) -> None:
    session = await viewings.begin(VIEWER, plan())
    lost = RoleLost(user_id="manager", roles=tuple(Role), absence=Absence.DEACTIVATED)
    await world.desk.append(lost, ITSELF, Phase.NOTED)
    await over(viewings, session)
    await viewings.enter()
    assert ends(world) == [ViewingEnd.ROLE]


async def test_a_passphrase_given_anew_goes_on_with_the_new_keys(
    world: World, viewings: Viewings, lock: Lock
) -> None:
    session = await viewings.begin(VIEWER, plan())
    before = session.player
    await lock.unlock(VIEWER, PASSPHRASE)
    assert before.is_closed
    assert await viewings.use(VIEWER, session.id, CAMERA) is session
    assert not session.player.is_closed


async def test_it_is_over_when_the_site_stops(world: World, viewings: Viewings) -> None:
    session = await viewings.begin(VIEWER, plan())
    session.note(CAMERA, NOON - MINUTE, NOON)
    viewings.close()
    assert session.player.is_closed
    await viewings.enter()
    assert ends(world) == [ViewingEnd.STOP]
    assert played(world) == [(Played(NOON - MINUTE, NOON),)]
    with pytest.raises(Problem, match="site_not_running"):
        await viewings.begin(VIEWER, plan())


async def test_what_a_crash_left_open_is_entered_as_over_and_never_goes_on(
    world: World, viewings: Viewings
) -> None:
    session = await viewings.begin(VIEWER, plan())
    world.restart()
    await recovery.finish_orders(world.desk, world.erasure)
    assert ends(world) == [ViewingEnd.INTERRUPTED]
    assert world.desk.registers.viewings.open == {}
    lock = Lock(world.desk)
    anew = Viewings(world.desk, lock)
    await lock.unlock(VIEWER, PASSPHRASE)
    with pytest.raises(Problem, match="viewing_over"):
        await anew.use(VIEWER, session.id, CAMERA)


async def test_a_beginning_that_a_crash_cut_off_has_failed(world: World) -> None:
    act = ViewingBegan(
        session="5e" * 16, purpose=Purpose.INCIDENT, cameras=(CAMERA,), start=NOON, end=NOON + HOUR
    )
    await world.desk.append(act, VIEWER, Phase.ORDERED)
    world.restart()
    await recovery.finish_orders(world.desk, world.erasure)
    assert world.acts("viewing_began")[-1].phase is Phase.FAILED
    assert ends(world) == []


# --- What was played


async def test_stretches_that_follow_one_another_are_one(world: World, viewings: Viewings) -> None:
    session = await viewings.begin(VIEWER, plan())
    for minute in (0, 2, 1, 10, 0):
        session.note(CAMERA, NOON - HOUR + minute * MINUTE, NOON - HOUR + (minute + 1) * MINUTE)
    await world.pass_time(ENTER_EVERY)
    assert played(world) == [
        (
            Played(NOON - HOUR, NOON - HOUR + 3 * MINUTE),
            Played(NOON - HOUR + 10 * MINUTE, NOON - HOUR + 11 * MINUTE),
        )
    ]
    await world.pass_time(ENTER_EVERY)
    assert len(played(world)) == 1  # nothing more was played
    session.note(CAMERA, NOON - SECOND, NOON)
    await viewings.end(VIEWER, session.id)
    assert len(played(world)) == 2
    kinds = [entry.act.kind for entry in world.book.entries()][-2:]
    assert kinds == ["footage_played", "viewing_ended"]


async def test_a_thousand_pictures_are_no_entry_too_long(world: World, viewings: Viewings) -> None:
    session = await viewings.begin(VIEWER, plan())
    for number in range(1000):
        at = NOON - HOUR + number * 3 * SECOND
        session.note(CAMERA, at, at)
    await viewings.end(VIEWER, session.id)
    assert [len(stretches) for stretches in played(world)] == [MOST_STRETCHES] * 5


async def test_where_what_was_played_cannot_be_entered_viewing_ends(
    world: World, viewings: Viewings, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = await viewings.begin(VIEWER, plan())
    session.note(CAMERA, NOON - MINUTE, NOON)

    def refuse(*_: object, **__: object) -> None:
        raise Problem("disk_full")

    with monkeypatch.context() as broken:
        broken.setattr(world.book, "append", refuse)
        await world.pass_time(ENTER_EVERY)
    await over(viewings, session)
    assert viewings.mine(VIEWER) == []


# --- The register


async def test_the_register_says_who_viewed_what_and_what_for(
    world: World, viewings: Viewings
) -> None:
    await appoint(world, Role.OPERATOR, "operator")
    await world.add_camera(OTHER)
    scope = Scope((CAMERA, OTHER), NOON - HOUR, NOON)
    session = await viewings.begin(VIEWER, plan(scope=scope, attendees=("operator",)))
    session.note(CAMERA, NOON - MINUTE, NOON)
    session.note(CAMERA, NOON - 3 * MINUTE, NOON - 2 * MINUTE)
    await viewings.end(VIEWER, session.id)
    query = Query(register=Register.VIEWING)
    ended, later, earlier, began = (await registers.read(world.desk, MANAGER, query)).lines
    assert ended.facts == {"session": session.id, "reason": ViewingEnd.PERSON}
    assert later.kind == "footage_played" and later.by == "熊本 花子"
    assert (later.facts["start"], later.facts["end"]) == (NOON - MINUTE, NOON)
    assert earlier.facts["end"] == NOON - 2 * MINUTE
    assert began.facts["cameras"] == (CAMERA, OTHER)
    assert began.facts["attendees"] == ("operator",)
    assert began.facts["purpose"] is Purpose.INCIDENT
    of_other = await registers.read(
        world.desk, MANAGER, Query(register=Register.VIEWING, camera=OTHER)
    )
    assert [line.kind for line in of_other.lines] == ["viewing_began"]
    with pytest.raises(Refused, match="role_needed_read_supervision"):
        await registers.read(world.desk, Actor("operator", Door.ACTION), query)


async def test_who_may_attend_is_who_may_view(world: World, viewings: Viewings) -> None:
    await appoint(world, Role.OPERATOR, "operator", "阿蘇 太郎")
    await appoint(world, Role.STAFF, "staff")
    assert viewings.people() == {"manager": "熊本 花子", "operator": "阿蘇 太郎"}
    world.desk.absent.add("operator")
    assert "operator" not in viewings.people()


async def test_a_caller_that_gives_up_leaves_no_half_begun_session(
    world: World, viewings: Viewings
) -> None:
    task = asyncio.ensure_future(viewings.begin(VIEWER, plan()))
    await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    for _ in range(20):
        await asyncio.sleep(0)
    assert [entry.phase for entry in world.acts("viewing_began")] == [Phase.ORDERED, Phase.DONE]
