"""Names and reasons leave the book when their period is over, never before."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from custom_components.kuma_bouhan.guideline.errors import Problem
from custom_components.kuma_bouhan.guideline.people import ITSELF, Role
from custom_components.kuma_bouhan.guideline.personal_data import PersonalPeriod
from custom_components.kuma_bouhan.procedure import personal_data, recovery, site as site_acts
from custom_components.kuma_bouhan.records.acts import (
    AppointmentEnded,
    ErasureAsked,
    PersonalDataErased,
)
from custom_components.kuma_bouhan.records.entry import Entry, Phase
from custom_components.kuma_bouhan.records.problems import BookProblem

from .conftest import CAMERA, MANAGER, NOON, World

YEAR = timedelta(days=366)
REASON = "試験撮影"


@pytest.fixture
async def site(world: World) -> World:
    """Have footage erased for a reason, by a person."""
    world.record(NOON, 3)
    await world.erasure.erase(MANAGER, CAMERA, NOON, NOON + timedelta(minutes=3), REASON)
    return world


def texts(world: World) -> str:
    return world.book_path.read_bytes().decode(errors="replace")


def reasons(world: World) -> list[str]:
    acts = [entry.act for entry in world.acts("erasure_asked")]
    return [act.reason_text for act in acts if isinstance(act, ErasureAsked)]


async def settle(world: World, *, seen: int = 0, **changes: Any) -> None:
    assert world.desk.registers.settings is not None
    settings = replace(world.desk.registers.settings, **changes)
    await site_acts.order_changed(world.desk, MANAGER, settings, seen=seen)
    await site_acts.took_effect(world.desk, settings)


async def test_a_reason_is_kept_for_three_years_and_no_longer(site: World) -> None:
    site.machine.pass_time(timedelta(days=3 * 365))
    assert await personal_data.erase_due(site.desk) == 0
    assert reasons(site) == [REASON, REASON]  # ordered and done
    site.machine.pass_time(timedelta(days=1))
    assert await personal_data.erase_due(site.desk) == 2
    assert reasons(site) == ["", ""]
    ordered, done = site.acts("personal_data_erased")
    assert (ordered.phase, done.phase) == (Phase.ORDERED, Phase.DONE)
    assert done.actor == ITSELF
    numbers = tuple(entry.seq for entry in site.acts("erasure_asked"))
    assert done.act == PersonalDataErased(acts=numbers, reason=PersonalPeriod.COMPLAINT)
    assert await personal_data.erase_due(site.desk) == 0
    site.restart()
    assert await personal_data.erase_due(site.desk) == 0


async def test_what_stands_is_never_overwritten_however_long_it_stands(site: World) -> None:
    site.machine.pass_time(50 * YEAR)
    await personal_data.erase_due(site.desk)
    for _ in range(2):
        registers = site.desk.registers
        assert registers.settings is not None
        assert registers.settings.facility == "水前寺の家"
        assert registers.vault_path == str(site.vault_path)
        assert registers.standing_cameras()[CAMERA].place == "玄関"
        assert {found.name for found in registers.holders(Role.MANAGER, site.machine.wall)} == {
            "熊本 花子"
        }
        site.restart()


async def test_settings_that_were_replaced_are_kept_as_long_as_disclosures(site: World) -> None:
    await settle(site, contact="096-111-1111")
    site.machine.pass_time(YEAR)
    await settle(site, contact="096-222-2222")
    site.machine.pass_time(timedelta(days=5 * 365))
    await personal_data.erase_due(site.desk)
    assert "096-111-1111" in texts(site)
    site.machine.pass_time(timedelta(days=3))
    await personal_data.erase_due(site.desk)
    assert "096-111-1111" not in texts(site)
    assert "096-222-2222" in texts(site)


async def test_a_name_stays_while_an_office_is_held_and_five_years_after(site: World) -> None:
    end = site.machine.wall + YEAR
    for role in (Role.OPERATOR, Role.MANAGER, Role.SITE_OWNER):
        ended = AppointmentEnded(role=role, user_id="manager", until=end, secrecy_acknowledged=True)
        await site.desk.append(ended, MANAGER, Phase.DONE)
        assert "熊本 花子".encode("unicode_escape").decode() in texts(site)
    site.machine.pass_time(YEAR + timedelta(days=5 * 365))
    await personal_data.erase_due(site.desk)
    assert {found.name for found in site.desk.registers.appointments} == {"熊本 花子"}
    site.machine.pass_time(timedelta(days=3))
    await personal_data.erase_due(site.desk)
    assert {found.name for found in site.desk.registers.appointments} == {""}
    assert "熊本 花子".encode("unicode_escape").decode() not in texts(site)
    held = site.desk.registers.appointments
    site.restart()
    assert site.desk.registers.appointments == held


async def test_shorter_years_count_for_what_stands_there_already(site: World) -> None:
    site.machine.pass_time(YEAR)
    assert await personal_data.erase_due(site.desk) == 0
    await settle(site, complaint_years=1, seen=2)
    assert await personal_data.erase_due(site.desk) == 2


async def test_fewer_years_are_refused_where_more_would_go_than_was_seen(site: World) -> None:
    site.machine.pass_time(YEAR)
    with pytest.raises(Problem) as problem:
        await settle(site, complaint_years=1, seen=1)
    assert problem.value.key == "more_entries_than_shown"
    assert problem.value.placeholders == {"shown": "1", "now": "2"}
    assert site.acts("site_changed") == []


async def test_what_fewer_years_take_is_counted_whatever_holds_it_up(site: World) -> None:
    standing = site.desk.registers.settings
    assert standing is not None
    site.machine.pass_time(YEAR)
    site.machine.synchronised = False
    site.book.begin_copy()
    assert await personal_data.goes_with(site.desk, replace(standing, complaint_years=1)) == 2
    assert await personal_data.goes_with(site.desk, replace(standing, complaint_years=2)) == 0
    assert await personal_data.goes_with(site.desk, replace(standing, complaint_years=9)) == 0
    site.machine.pass_time(3 * YEAR)  # due anyway
    assert await personal_data.goes_with(site.desk, replace(standing, complaint_years=1)) == 0


async def test_nothing_goes_by_a_clock_that_nobody_vouches_for(site: World) -> None:
    site.machine.pass_time(4 * YEAR)
    site.machine.synchronised = False
    assert await personal_data.erase_due(site.desk) == 0
    site.machine.synchronised = True
    assert await personal_data.erase_due(site.desk) == 2


async def test_an_act_stamped_by_a_clock_that_was_set_back_is_not_old(site: World) -> None:
    now = site.machine.wall
    site.machine.set_wall(now - 20 * YEAR)
    await site.desk.append(
        ErasureAsked(camera=CAMERA, start=NOON, end=NOON, reason_text="早すぎる"),
        MANAGER,
        Phase.DONE,
    )
    site.machine.set_wall(now)
    assert await personal_data.erase_due(site.desk) == 0
    assert "早すぎる" in reasons(site)


async def test_it_waits_while_a_backup_copies_the_book(site: World) -> None:
    site.machine.pass_time(4 * YEAR)
    site.book.begin_copy()
    assert await personal_data.erase_due(site.desk) == 0
    site.book.end_copy()
    assert await personal_data.erase_due(site.desk) == 2


async def test_a_backup_that_begins_meanwhile_leaves_the_rest_for_later(
    site: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.machine.pass_time(4 * YEAR)
    erase = site.book.erase_personal

    def once(seq: int) -> bool:
        done = erase(seq)
        site.book.begin_copy()
        return done

    monkeypatch.setattr(site.book, "erase_personal", once)
    assert await personal_data.erase_due(site.desk) == 1
    site.book.end_copy()
    assert await personal_data.erase_due(site.desk) == 1
    assert reasons(site) == ["", ""]


async def test_an_order_that_a_stop_interrupted_is_finished(site: World) -> None:
    (ordered, done) = (entry.seq for entry in site.acts("erasure_asked"))
    order = PersonalDataErased(acts=(ordered, done), reason=PersonalPeriod.COMPLAINT)
    await site.desk.append(order, ITSELF, Phase.ORDERED)
    site.book.erase_personal(ordered)
    site.restart()
    assert reasons(site) == ["", REASON]
    assert await recovery.finish_orders(site.desk, site.erasure) == 1
    assert reasons(site) == ["", ""]
    assert site.acts("personal_data_erased")[-1].act == order
    assert not site.desk.registers.pending


@pytest.mark.parametrize("good", [0, 1])
async def test_what_the_disk_refuses_is_tried_again(
    site: World, monkeypatch: pytest.MonkeyPatch, good: int
) -> None:
    site.machine.pass_time(4 * YEAR)
    erase, left = site.book.erase_personal, [good]

    def failing(seq: int) -> bool:
        if left[0] == 0:
            raise BookProblem("book_not_written", reason="Input/output error")
        left[0] -= 1
        return erase(seq)

    with monkeypatch.context() as patch:
        patch.setattr(site.book, "erase_personal", failing)
        if good:
            assert await personal_data.erase_due(site.desk) == 1
        else:
            with pytest.raises(BookProblem):
                await personal_data.erase_due(site.desk)
    told: list[Entry] = site.acts("personal_data_erased")
    assert told[-1].phase is (Phase.DONE if good else Phase.FAILED)
    assert await personal_data.erase_due(site.desk) == 2 - good
    assert reasons(site) == ["", ""]


async def test_many_are_overwritten_under_several_orders(
    site: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(personal_data, "BATCH", 1)
    site.machine.pass_time(4 * YEAR)
    assert await personal_data.erase_due(site.desk) == 2
    assert len(site.acts("personal_data_erased")) == 4
