"""Incidents: noted by whoever saw it, followed and closed by who runs the site, forgotten in time: 運用基準例 4."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from custom_components.kuma_bouhan.guideline.duties import DutyKind
from custom_components.kuma_bouhan.guideline.errors import Problem, Refused
from custom_components.kuma_bouhan.guideline.incidents import IncidentKind, Informed
from custom_components.kuma_bouhan.guideline.people import Act, Actor, Door, Role
from custom_components.kuma_bouhan.procedure import duties, incidents, personal_data
from custom_components.kuma_bouhan.procedure.incidents import Happened, Item
from custom_components.kuma_bouhan.procedure.permission import LONGEST_TEXT
from custom_components.kuma_bouhan.records.acts import Appointed
from custom_components.kuma_bouhan.records.entry import Phase

from .conftest import AUTOMATION, CAMERA, MANAGER, NOON, STRANGER, World

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
OPERATOR = Actor("operator", Door.PANEL)
HAPPENED = Happened(
    what=IncidentKind.LEAK,
    cameras=(CAMERA,),
    happened=NOON - 2 * HOUR,
    learned=NOON - HOUR,
    text="渡したUSBメモリーが失われた。",
    measures="心当たりの場所を探した。",
)


@pytest.fixture
async def site(world: World) -> World:
    """Have an operator at work, who follows no incident."""
    act = Appointed(role=Role.OPERATOR, user_id="operator", since=NOON, name="阿蘇 太郎", title="")
    await world.desk.append(act, MANAGER, Phase.DONE)
    return world


async def note(site: World, actor: Actor = OPERATOR, **changes: Any) -> int:
    return await incidents.note(site.desk, actor, replace(HAPPENED, **changes))


async def item(site: World, number: int) -> Item:
    listing = await incidents.listed(site.desk, MANAGER)
    (found,) = (one for one in listing.incidents if one.incident.number == number)
    return found


async def test_whoever_saw_it_notes_it_and_reads_none(site: World) -> None:
    assert [await note(site), await note(site, happened=None, cameras=(), measures="")] == [1, 2]
    assert (await incidents.listed(site.desk, OPERATOR)).incidents == ()
    listing = await incidents.listed(site.desk, MANAGER)
    assert [one.incident.number for one in listing.incidents] == [2, 1]
    found = listing.incidents[1]
    assert (found.text, found.measures) == (HAPPENED.text, HAPPENED.measures)
    assert (found.incident.by, listing.names["operator"]) == ("operator", "阿蘇 太郎")
    assert found.can == ("follow", "close")


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"text": ""}, "incident_text_missing"),
        ({"measures": "あ" * (LONGEST_TEXT + 1)}, "text_too_long"),
        ({"cameras": ("e" * 32,)}, "unknown_camera"),
        ({"learned": NOON + timedelta(minutes=2)}, "moment_in_future"),
        ({"happened": NOON - HOUR + timedelta(seconds=1)}, "learned_too_early"),
    ],
)
async def test_what_cannot_be_is_not_noted(
    site: World, changes: dict[str, Any], problem: str
) -> None:
    with pytest.raises(Problem, match=problem):
        await note(site, **changes)
    assert not site.acts("incident_noted")


async def test_it_is_followed_until_it_is_closed(site: World) -> None:
    number = await note(site)
    told = (Informed.PERSONS, Informed.POLICE, Informed.POLICE)
    await incidents.follow(site.desk, MANAGER, number, told, "遺失届を出した。")
    site.machine.pass_time(DAY)
    await incidents.follow(site.desk, MANAGER, number, (Informed.SITE_OWNER,), "")
    await incidents.follow(site.desk, MANAGER, number, (), "見つかった。")
    found = await item(site, number)
    assert [(one.informed, one.text) for one in found.followed] == [
        ((Informed.PERSONS, Informed.POLICE), "遺失届を出した。"),
        ((Informed.SITE_OWNER,), ""),
        ((), "見つかった。"),
    ]
    assert found.incident.informed == {Informed.PERSONS, Informed.POLICE, Informed.SITE_OWNER}
    await incidents.close(site.desk, MANAGER, number, " 受渡しのときに数える。 ")
    found = await item(site, number)
    assert (found.prevention, found.can) == ("受渡しのときに数える。", ())
    with pytest.raises(Problem, match="incident_closed"):
        await incidents.follow(site.desk, MANAGER, number, (), "もう一度")
    with pytest.raises(Problem, match="incident_closed"):
        await incidents.close(site.desk, MANAGER, number, "もう一度")
    site.restart()
    assert await item(site, number) == found


async def test_a_step_and_an_end_say_something(site: World) -> None:
    number = await note(site)
    with pytest.raises(Problem, match="follow_up_missing"):
        await incidents.follow(site.desk, MANAGER, number, (), " ")
    with pytest.raises(Problem, match="prevention_missing"):
        await incidents.close(site.desk, MANAGER, number, " ")
    for unknown in (0, number + 1):
        with pytest.raises(Problem, match="incident_unknown"):
            await incidents.follow(site.desk, MANAGER, unknown, (), "探した。")
        with pytest.raises(Problem, match="incident_unknown"):
            await incidents.close(site.desk, MANAGER, unknown, "数える。")


@pytest.mark.parametrize("actor", [OPERATOR, STRANGER, AUTOMATION])
async def test_who_runs_no_site_follows_none(site: World, actor: Actor) -> None:
    number = await note(site)
    with pytest.raises(Refused):
        await incidents.follow(site.desk, actor, number, (Informed.POLICE,), "")
    with pytest.raises(Refused):
        await incidents.close(site.desk, actor, number, "数える。")
    assert site.acts("refusal")[-1].act.act is Act.FOLLOW_INCIDENT  # type: ignore[attr-defined]


@pytest.mark.parametrize("actor", [STRANGER, AUTOMATION])
async def test_nobody_without_an_office_notes_one_or_sees_any(site: World, actor: Actor) -> None:
    with pytest.raises(Refused):
        await note(site, actor)
    with pytest.raises(Refused):
        await incidents.listed(site.desk, actor)


async def test_it_is_due_on_the_fifth_day_and_the_thirtieth_while_it_is_open(site: World) -> None:
    number = await note(site)
    found = (await item(site, number)).incident
    # The day on which it became known is the first.
    assert found.first_report == HAPPENED.learned + timedelta(days=4)
    assert found.full_report == HAPPENED.learned + timedelta(days=29)
    (duty,) = incidents.duties(site.desk)
    assert (duty.kind, duty.due, duty.number) == (DutyKind.INCIDENT, found.first_report, number)
    assert duty.act is Act.FOLLOW_INCIDENT
    assert duty in duties.duties(site.desk)
    site.machine.set_wall(found.first_report - timedelta(seconds=1))
    assert incidents.overdue(site.desk) == 0
    site.machine.set_wall(found.first_report)
    assert incidents.overdue(site.desk) == 1
    # The first report was made: what is left is to be done by the day of the full one.
    await incidents.follow(site.desk, MANAGER, number, (Informed.COMMISSION,), "")
    (duty,) = incidents.duties(site.desk)
    assert (duty.due, incidents.overdue(site.desk)) == (found.full_report, 0)
    site.machine.set_wall(found.full_report)
    assert incidents.overdue(site.desk) == 1
    await incidents.close(site.desk, MANAGER, number, "数える。")
    assert (incidents.overdue(site.desk), list(incidents.duties(site.desk))) == (0, [])


async def test_what_is_closed_for_long_is_left_to_the_register(site: World) -> None:
    closed, left = await note(site), await note(site)
    await incidents.close(site.desk, MANAGER, closed, "数える。")
    site.machine.pass_time(401 * DAY)
    listing = await incidents.listed(site.desk, MANAGER)
    assert [one.incident.number for one in listing.incidents] == [left]


async def test_it_is_forgotten_five_years_after_it_was_closed_and_never_before(
    site: World,
) -> None:
    number = await note(site)
    site.machine.pass_time(timedelta(days=12 * 365))
    await personal_data.erase_due(site.desk)
    assert (await item(site, number)).text == HAPPENED.text
    await incidents.follow(site.desk, MANAGER, number, (Informed.POLICE,), "見つかった。")
    await incidents.close(site.desk, MANAGER, number, "数える。")
    site.machine.pass_time(timedelta(days=5 * 365))
    await personal_data.erase_due(site.desk)
    assert HAPPENED.text.encode("unicode_escape") in site.book_path.read_bytes()
    site.machine.pass_time(timedelta(days=3))
    await personal_data.erase_due(site.desk)
    for text in (HAPPENED.text, HAPPENED.measures, "見つかった。", "数える。"):
        assert text.encode("unicode_escape") not in site.book_path.read_bytes()
    found = site.desk.registers.incidents.by_number[number]
    assert (found.what, found.informed) == (IncidentKind.LEAK, {Informed.POLICE})


async def test_what_is_listed_after_that_says_that_it_was_erased(site: World) -> None:
    settings = site.desk.registers.settings
    assert settings is not None
    site.desk.registers.settings = replace(settings, disclosure_years=1)
    number = await note(site)
    await incidents.follow(site.desk, MANAGER, number, (Informed.POLICE,), "届けた。")
    await incidents.close(site.desk, MANAGER, number, "数える。")
    site.machine.pass_time(368 * DAY)
    await personal_data.erase_due(site.desk)
    found = await item(site, number)
    assert found.erased
    assert (found.text, found.measures, found.prevention) == ("", "", "")
    assert [(one.informed, one.text) for one in found.followed] == [((Informed.POLICE,), "")]
