"""What stands after so many acts: people, cameras, orders, erasures."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from custom_components.kuma_bouhan.guideline.people import Role
from custom_components.kuma_bouhan.guideline.recording import GapReason
from custom_components.kuma_bouhan.guideline.retention import ErasureReason
from custom_components.kuma_bouhan.guideline.settings import CameraSettings, Profile, SiteSettings
from custom_components.kuma_bouhan.records.acts import (
    Appointed,
    CameraAdded,
    CameraChanged,
    CameraRemoved,
    ClockConfirmed,
    ErasureAsked,
    RecordedAct,
    RecordingSwitched,
    RetentionChanged,
    Routine,
    SiteAdopted,
    SiteChanged,
    SiteRemoved,
    SiteSetUp,
    Started,
    Stopped,
)
from custom_components.kuma_bouhan.records.entry import Entry, Phase
from custom_components.kuma_bouhan.records.registers import Registers
from custom_components.kuma_bouhan.records.routine import ErasureFact, GapFact

from .conftest import NOW, PERSON, SITE, Shelf, enter

CAMERA = "ca" * 16
SETTINGS = SiteSettings(profile=Profile.HOME, facility="家", retention_days=7)
STREET = CameraSettings(camera=CAMERA, source="camera.street", place="北口")
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


class Story:
    """Registers that acts are told to one after another."""

    def __init__(self) -> None:
        self.registers = Registers()
        self.seq = 0

    def tell(
        self,
        act: RecordedAct,
        phase: Phase = Phase.DONE,
        *,
        order: int | None = None,
        at: datetime = NOW,
        erased: bool = False,
    ) -> Entry:
        entry = Entry(
            seq=self.seq,
            at=at,
            local="",
            actor=PERSON,
            phase=phase,
            order=order,
            act=act,
            erased=erased,
        )
        self.seq += 1
        self.registers.fold(entry)
        return entry


@pytest.fixture
def story() -> Story:
    return Story()


def appointed(
    role: Role, user: str, since: datetime = NOW, until: datetime | None = None
) -> Appointed:
    return Appointed(role=role, user_id=user, since=since, until=until, name="花子", title="長")


def added(settings: CameraSettings = STREET) -> CameraAdded:
    return CameraAdded(camera=settings.camera, source=settings.source, settings=settings.as_dict())


def set_up(settings: SiteSettings = SETTINGS) -> SiteSetUp:
    return SiteSetUp(
        site=SITE,
        vault_id="7a" * 16,
        vault_fingerprint="1234",
        vault_path="/media/vault",
        settings=settings.as_dict(),
    )


def erased(slot: str) -> ErasureFact:
    return ErasureFact(
        slot, CAMERA, NOW, NOW + HOUR, NOW + DAY, NOW + DAY, ErasureReason.PERIOD_OVER, 60, 9, True
    )


def asked(*slots: str) -> ErasureAsked:
    return ErasureAsked(
        camera=CAMERA,
        start=NOW,
        end=NOW + HOUR,
        true_start=NOW,
        true_end=NOW + HOUR,
        slots=slots,
        chunks=60,
        bytes=9,
        reason_text="",
    )


def test_a_role_is_held_from_its_beginning_until_its_end(story: Story) -> None:
    story.tell(appointed(Role.OPERATOR, "a", NOW, NOW + DAY))
    roles_of = story.registers.roles_of
    assert roles_of("a", NOW - HOUR) == frozenset()
    assert roles_of("a", NOW) == {Role.OPERATOR}
    assert roles_of("a", NOW + DAY) == frozenset()
    assert roles_of("b", NOW) == frozenset()


def test_one_person_may_hold_several_roles(story: Story) -> None:
    for role in (Role.SITE_OWNER, Role.MANAGER, Role.OPERATOR):
        story.tell(appointed(role, "a"))
    assert story.registers.roles_of("a", NOW) == {Role.SITE_OWNER, Role.MANAGER, Role.OPERATOR}


def test_there_is_at_most_one_manager_at_any_time(story: Story) -> None:
    story.tell(appointed(Role.MANAGER, "a"))
    story.tell(appointed(Role.MANAGER, "b", NOW + DAY))
    registers = story.registers
    assert [held.user_id for held in registers.holders(Role.MANAGER, NOW)] == ["a"]
    assert [held.user_id for held in registers.holders(Role.MANAGER, NOW + DAY)] == ["b"]
    assert registers.roles_of("a", NOW + DAY) == frozenset()


def test_a_later_word_on_the_same_person_ends_the_role(story: Story) -> None:
    story.tell(appointed(Role.OPERATOR, "a"))
    story.tell(appointed(Role.OPERATOR, "b"))
    story.tell(appointed(Role.OPERATOR, "a", NOW, NOW + HOUR))
    assert story.registers.roles_of("a", NOW + DAY) == frozenset()
    assert story.registers.roles_of("b", NOW + DAY) == {Role.OPERATOR}


@pytest.mark.parametrize("phase", [Phase.ORDERED, Phase.FAILED])
def test_only_what_is_done_or_noted_counts(story: Story, phase: Phase) -> None:
    assert not phase.counts
    story.tell(appointed(Role.MANAGER, "a"), phase)
    story.tell(added(), phase)
    story.tell(Started(software="1", chunks=0, overdue=0), phase)
    registers = story.registers
    assert registers.roles_of("a", NOW) == frozenset()
    assert not registers.cameras
    assert not registers.running
    assert not registers.counts
    assert registers.entries == 3


@pytest.mark.parametrize("phase", [Phase.DONE, Phase.NOTED])
def test_what_is_done_or_noted_is_counted_by_kind(story: Story, phase: Phase) -> None:
    assert phase.counts
    story.tell(Stopped(), phase)
    story.tell(Stopped(), phase)
    assert story.registers.counts == {"stopped": 2}


def test_an_order_is_pending_until_it_is_answered(story: Story) -> None:
    first, second, third = (story.tell(asked(slot), Phase.ORDERED) for slot in "abc")
    story.tell(asked("a"), Phase.DONE, order=first.seq)
    story.tell(asked("b"), Phase.FAILED, order=second.seq)
    assert story.registers.pending == {third.seq: third}
    assert story.registers.erased_slots() == {"a"}


def test_the_site_is_as_it_was_last_changed(story: Story) -> None:
    registers = story.registers
    story.tell(set_up())
    assert (registers.site, registers.vault_id) == (SITE, "7a" * 16)
    assert (registers.settings, registers.vault_path) == (SETTINGS, "/media/vault")
    changed = SiteSettings(profile=Profile.HOME, facility="店")
    story.tell(SiteChanged(fields=("facility",), settings=changed.as_dict()))
    assert registers.settings == changed
    story.tell(SiteRemoved(), Phase.NOTED)
    assert registers.removed
    story.tell(SiteAdopted(vault_id="7b" * 16, vault_path="/mnt"))
    assert (registers.removed, registers.vault_id, registers.vault_path) == (
        False,
        "7b" * 16,
        "/mnt",
    )


def test_a_camera_is_as_it_was_last_changed(story: Story) -> None:
    registers = story.registers
    story.tell(added())
    changed = CameraSettings(camera=CAMERA, source="camera.street", place="南口")
    story.tell(
        CameraChanged(
            camera=CAMERA, source="camera.street", settings=changed.as_dict(), fields=("place",)
        ),
        at=NOW + HOUR,
    )
    assert registers.standing_cameras() == {CAMERA: changed}
    assert registers.cameras[CAMERA].added == NOW
    story.tell(CameraRemoved(camera=CAMERA), at=NOW + DAY)
    assert registers.standing_cameras() == {}
    assert registers.cameras[CAMERA].removed == NOW + DAY
    story.tell(added())
    assert registers.standing_cameras() == {CAMERA: STREET}


def test_a_switch_stays_as_it_was_left(story: Story) -> None:
    registers = story.registers
    story.tell(added())
    story.tell(RecordingSwitched(camera=CAMERA, on=False))
    assert registers.switched_off == {CAMERA}
    story.tell(RecordingSwitched(camera=CAMERA, on=True))
    assert registers.switched_off == set()
    story.tell(RecordingSwitched(camera=CAMERA, on=False))
    story.tell(CameraRemoved(camera=CAMERA))
    assert registers.switched_off == set()


def retention(camera: str | None, days: int, *, own: bool = True) -> RetentionChanged:
    return RetentionChanged(
        camera=camera, days_before=7, days_after=days, slots=0, due_now=0, own=own
    )


def test_a_changed_period_is_the_sites_or_the_cameras_own(story: Story) -> None:
    registers = story.registers
    story.tell(retention(None, 5))  # nothing stands yet, nothing changes
    story.tell(retention(CAMERA, 5))
    story.tell(set_up())
    story.tell(added())
    story.tell(retention(None, 5))
    story.tell(retention(CAMERA, 3))
    assert registers.settings is not None
    assert registers.settings.retention_days == 5
    assert registers.standing_cameras()[CAMERA].retention_days == 3
    story.tell(retention(CAMERA, 5, own=False))
    assert registers.standing_cameras()[CAMERA].retention_days is None


def test_the_routine_tells_the_last_hour_and_each_cameras_last_gap(story: Story) -> None:
    def gap(camera: str, hours: int) -> GapFact:
        start = NOW + hours * HOUR
        return GapFact(camera, start, start + HOUR, GapReason.NO_PICTURE)

    story.tell(Routine(hour=NOW, gaps=(gap("a", 0), gap("b", 0))), Phase.NOTED)
    story.tell(Routine(hour=NOW + HOUR, gaps=(gap("a", 1),)), Phase.NOTED)
    assert story.registers.last_routine == NOW + HOUR
    assert story.registers.last_gap == {"a": gap("a", 1), "b": gap("b", 0)}


def test_erased_slots_are_remembered_as_long_as_a_copy_could_hold_them(story: Story) -> None:
    story.tell(Routine(hour=NOW, erasures=(erased("a"), erased("b"))), Phase.NOTED)
    story.tell(asked("c"), at=NOW + 30 * DAY)
    assert story.registers.erased_slots() == {"a", "b", "c"}
    story.tell(Routine(hour=NOW, erasures=(erased("d"),)), Phase.NOTED, at=NOW + 70 * DAY)
    assert story.registers.erased_slots() == {"c", "d"}


def test_a_start_without_a_stop_shows(story: Story) -> None:
    started = Started(software="1", chunks=3, overdue=0)
    story.tell(started)
    assert story.registers.running
    story.tell(Stopped())
    assert not story.registers.running


def test_the_last_word_on_the_clock_is_kept(story: Story) -> None:
    word = ClockConfirmed(boot_id="boot", offset=1.5)
    story.tell(word)
    assert story.registers.clock_confirmed == word


def test_overwritten_settings_are_unknown_and_break_nothing(story: Story) -> None:
    registers = story.registers
    story.tell(set_up(), erased=True)
    story.tell(added(), erased=True)
    assert (registers.settings, registers.site) == (None, SITE)
    assert registers.cameras[CAMERA].settings is None
    story.tell(set_up())
    story.tell(SiteChanged(fields=(), settings={}), erased=True)
    assert registers.settings == SETTINGS
    assert registers.standing_cameras() == {}


def state(registers: Registers) -> dict[str, Any]:
    found = dict(vars(registers))
    found["_erased"] = registers.erased_slots()
    return found


def test_a_replay_makes_the_registers_that_stood_before(shelf: Shelf) -> None:
    book, live = shelf.create(), Registers()
    for act in (
        set_up(),
        appointed(Role.MANAGER, "a"),
        added(),
        retention(CAMERA, 3),
        Routine(hour=NOW, erasures=[erased("a")], gaps=()),
        asked("b"),
        RecordingSwitched(camera=CAMERA, on=False),
    ):
        live.fold(enter(book, act))
    live.fold(enter(book, asked("c"), phase=Phase.ORDERED))
    book.close()
    again = Registers()
    shelf.open()
    for entry in shelf.folded:
        again.fold(entry)
    assert state(again) == state(live)
    assert again.pending
