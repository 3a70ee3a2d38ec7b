"""Which personal data is in a period: what stands is not."""

from dataclasses import fields
from datetime import timedelta
from typing import Any

from custom_components.kuma_bouhan.guideline.people import Absence, Role
from custom_components.kuma_bouhan.guideline.personal_data import PERIODS, PersonalPeriod
from custom_components.kuma_bouhan.guideline.settings import CameraSettings, Profile, SiteSettings
from custom_components.kuma_bouhan.records.acts import (
    ACTS,
    Appointed,
    AppointmentEnded,
    CameraAdded,
    CameraChanged,
    CameraRemoved,
    ErasureAsked,
    PersonalDataErased,
    RecordedAct,
    RoleLost,
    SiteAdopted,
    SiteChanged,
    SiteSetUp,
)
from custom_components.kuma_bouhan.records.entry import Phase
from custom_components.kuma_bouhan.records.registers import Registers

from .conftest import NOW, Shelf, enter

GATE = "ca" * 16
SITE = SiteSettings(profile=Profile.HOME, facility="水前寺の家")


def set_up() -> SiteSetUp:
    return SiteSetUp(
        site="5a" * 16,
        vault_id="vv",
        vault_fingerprint="ff",
        vault_path="/media/hanako",
        settings=SITE.as_dict(),
    )


def changed(facility: str) -> SiteChanged:
    settings = SITE.as_dict() | {"facility": facility}
    return SiteChanged(fields=("facility",), settings=settings)


def camera(place: str, act: type[CameraAdded | CameraChanged] = CameraAdded) -> RecordedAct:
    settings = CameraSettings(camera=GATE, source="camera.gate", place=place).as_dict()
    return act(camera=GATE, source="camera.gate", settings=settings)


def appointed(user: str, role: Role = Role.OPERATOR, **more: Any) -> Appointed:
    return Appointed(role=role, user_id=user, since=NOW, name=user, title="係", **more)


ERASURE = ErasureAsked(camera=GATE, start=NOW, end=NOW, reason_text="試験撮影")


def registers(shelf: Shelf) -> Registers:
    folded = Registers()
    shelf.open().close()
    for entry in shelf.folded:
        folded.fold(entry)
    return folded


def since(shelf: Shelf) -> dict[int, int | None]:
    return {
        seq: over
        for found in registers(shelf).personal.since.values()
        for seq, over in found.items()
    }


def test_the_table_has_a_row_for_every_act_that_holds_personal_data_and_no_other() -> None:
    holding = {
        act.kind for act in ACTS if any("personal" in field.metadata for field in fields(act))
    }
    assert holding == set(PERIODS)
    assert set(PERIODS.values()) == set(PersonalPeriod)


def test_settings_stand_until_others_take_their_place(shelf: Shelf) -> None:
    shelf.filled(set_up(), changed("水前寺の店"), changed("水前寺の塾"))
    # The first still says where the vault is.
    assert since(shelf) == {0: None, 1: 2, 2: None}


def test_where_the_vault_is_stands_until_it_moves(shelf: Shelf) -> None:
    shelf.filled(set_up(), changed("水前寺の店"), SiteAdopted(vault_id="vv", vault_path="/mnt"))
    assert since(shelf) == {0: 2, 1: None, 2: None}


def test_a_camera_stands_until_it_is_changed_or_taken_away(shelf: Shelf) -> None:
    shelf.filled(camera("門"), camera("庭", CameraChanged), CameraRemoved(camera=GATE))
    assert since(shelf) == {0: 1, 1: 2}


def test_a_reason_describes_what_happened_and_is_in_its_period_at_once(shelf: Shelf) -> None:
    shelf.filled(ERASURE)
    assert since(shelf) == {0: 0}


def test_an_order_waits_for_its_answer_and_what_failed_stands_for_nothing(shelf: Shelf) -> None:
    book = shelf.create()
    enter(book, camera("門"), phase=Phase.ORDERED)
    enter(book, camera("庭"), phase=Phase.ORDERED)
    enter(book, camera("門"), order=0)
    enter(book, ERASURE, phase=Phase.ORDERED)
    enter(book, ERASURE, phase=Phase.FAILED, order=3)
    book.close()
    assert since(shelf) == {0: 2, 1: None, 2: None, 3: 4, 4: 4}


def test_offices_know_their_own_end(shelf: Shelf) -> None:
    later = NOW + timedelta(days=400)
    shelf.filled(
        appointed("a"),
        appointed("b", until=later),
        AppointmentEnded(role=Role.OPERATOR, user_id="a", until=later, secrecy_acknowledged=True),
        appointed("c"),
        RoleLost(user_id="c", roles=(Role.OPERATOR,), absence=Absence.DELETED),
    )
    assert since(shelf) == {0: None, 1: None, 3: None}
    ends = {found.seq: found.until for found in registers(shelf).appointments}
    assert ends == {0: later, 1: later, 3: NOW}


def test_what_is_overwritten_is_known_no_more_now_and_after_a_replay(shelf: Shelf) -> None:
    live = Registers()
    book = shelf.create()
    for act in (
        set_up(),
        camera("門"),
        camera("庭", CameraChanged),
        CameraRemoved(camera=GATE),
        appointed("a"),
        AppointmentEnded(role=Role.OPERATOR, user_id="a", until=NOW, secrecy_acknowledged=True),
        ERASURE,
        SiteAdopted(vault_id="vv", vault_path="/mnt"),
        changed("水前寺の店"),
    ):
        live.fold(enter(book, act))
    gone = (0, 1, 2, 4, 6)
    for seq in gone:
        assert book.erase_personal(seq)
    live.fold(enter(book, PersonalDataErased(acts=gone, reason=PersonalPeriod.DISCLOSURE)))
    book.close()
    replayed = registers(shelf)
    for found in (live, replayed):
        assert found.personal.since == {"site_adopted": {7: None}, "site_changed": {8: None}}
        assert [found.name for found in found.appointments] == [""]
        assert found.cameras[GATE].settings is None
        assert found.settings is not None
        assert found.settings.facility == "水前寺の店"
        assert found.vault_path == "/mnt"
    assert (live.cameras, live.appointments) == (replayed.cameras, replayed.appointments)


def test_settings_that_cannot_be_read_leave_what_stood_and_are_told(shelf: Shelf) -> None:
    broken: dict[str, Any] = {"profile": "castle"}
    shelf.filled(
        set_up(),
        SiteChanged(fields=(), settings=broken),
        camera("門"),
        CameraChanged(camera=GATE, source="", settings={"hours": 5}),
        CameraAdded(camera="cb" * 16, source="", settings={}),
    )
    found = registers(shelf)
    assert found.settings == SITE
    gate = found.cameras[GATE].settings
    assert gate is not None
    assert gate.place == "門"
    assert found.cameras["cb" * 16].settings is None
    assert found.unreadable == [1, 3, 4]


def test_acts_are_counted_up_to_a_moment_whatever_one_clock_said(shelf: Shelf) -> None:
    year = timedelta(days=365)
    book = shelf.create()
    # Reset to the beginning of time, right, far ahead, right again.
    for at in (NOW - 5 * year, NOW - 50 * year, NOW - 4 * year, NOW + 9 * year, NOW - 3 * year):
        enter(book, ERASURE, at=at)
    book.close()
    index = registers(shelf).index
    assert index.entered_by(NOW - 4.5 * year, NOW) == 2
    assert index.entered_by(NOW - 3.5 * year, NOW) == 4
    assert index.entered_by(NOW, NOW) == 5
    assert index.entered_by(NOW - 60 * year, NOW) == 0
