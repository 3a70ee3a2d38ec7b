"""One year passes: everything that the guideline asks for comes due, is seen in every list, and is done or stays overdue."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from freezegun.api import FrozenDateTimeFactory
from homeassistant.core import HomeAssistant
import pytest

from custom_components.kuma_bouhan.guideline.application import Application
from custom_components.kuma_bouhan.guideline.disclosure import CopyForm, Danger
from custom_components.kuma_bouhan.guideline.duties import DutyKind
from custom_components.kuma_bouhan.guideline.grounds import Ground
from custom_components.kuma_bouhan.guideline.people import Actor, Door, Role
from custom_components.kuma_bouhan.guideline.settings import Profile
from custom_components.kuma_bouhan.guideline.viewing import Scope
from custom_components.kuma_bouhan.procedure import disclosure, extension, provision
from custom_components.kuma_bouhan.procedure.extension import Wish
from custom_components.kuma_bouhan.records.acts import SiteChanged
from custom_components.kuma_bouhan.records.appointments import Appointed
from custom_components.kuma_bouhan.records.entry import Phase

from .conftest import NOON, House
from .test_repairs import standing
from .year import CAMERAS, DAY, REPAIRS, Year

pytestmark = pytest.mark.freeze_time(NOON)

GATE = "c" * 32
POLICE: dict[str, Any] = {
    "ground": Ground.INVESTIGATION,
    "affiliation": "熊本中央警察署",
    "title": "巡査部長",
    "name": "阿蘇 太郎",
    "contact": "096-000-0000",
    "purpose": "自転車盗難の捜査",
    "content": "玄関の画像",
    "written": True,
    "document": "捜査関係事項照会書",
    "document_number": "第12号",
}
URGENT: dict[str, Any] = POLICE | {
    "ground": Ground.EMERGENCY,
    "written": False,
    "danger": Danger.LIFE,
    "urgency": "昨夜から行方が分からない",
    "no_other_way": "ほかに足取りを知る方法がない",
}


@pytest.fixture
async def year(
    hass: HomeAssistant, empty_house: House, freezer: FrozenDateTimeFactory
) -> Callable[..., Any]:
    """Set up a site with three cameras, whose founder holds all three offices and has the vault open."""

    async def begin(profile: Profile, left: frozenset[DutyKind] = frozenset()) -> Year:
        house = empty_house
        await hass.config.async_set_time_zone("Asia/Tokyo")
        await house.street(gate="Gate camera", yard="Yard camera", shed=None)
        cameras = [
            house.watch(camera, house.source(key).id, key) for camera, key in CAMERAS.items()
        ]
        await house.found(*cameras, profile=profile)
        assert await house.start()
        for camera in CAMERAS:
            await house.recording(camera)
        keeper = Actor(house.owner.id, Door.PANEL, session="a browser")
        made = Year(hass, house, freezer, NOON, keeper, left)
        await made.listen()
        await made.unlock()
        return made

    return begin


async def settle(year: Year, **changes: Any) -> None:
    """Change what the site has settled, as its flow does."""
    desk = year.house.site.desk
    settings = desk.registers.settings
    assert settings is not None
    act = SiteChanged(fields=tuple(changes), settings=settings.as_dict() | changes)
    await desk.append(act, year.keeper, Phase.DONE)


async def test_in_a_building_every_duty_comes_due_and_is_seen_in_every_list_until_it_is_done(
    year: Callable[..., Any],
) -> None:
    one: Year = await year(Profile.SMALL_BUILDING, frozenset({DutyKind.MEDIA_INSPECTION}))
    desk, house = one.house.site.desk, one.house
    operator = await house.hass.auth.async_create_user("従事者", group_ids=["system-users"])

    async def scope() -> Scope:
        """Record a minute, an hour ago."""
        start = one.now - timedelta(hours=1)
        await house.record(GATE, start)
        return Scope((GATE,), start, start + timedelta(minutes=1))

    async def people() -> None:
        await desk.append(
            Appointed(
                role=Role.OPERATOR,
                user_id=operator.id,
                since=one.now,
                name="阿蘇 次郎",
                title="警備員",
            ),
            one.keeper,
            Phase.DONE,
        )
        terms = {"company": "警備会社", "task": "guarding", "task_text": "巡回", "clause": True}
        period = {"start": one.today, "until": one.day(90)}
        await one.do("contracts/make", **terms, reason="人手がない", **period)
        await one.do(
            "contracts/make", **terms, reason="人手がない", start=one.today, until=one.day(20)
        )
        for what in ("host", "medium"):
            await one.do("things/note", what=what, name="もの", place="事務室")

    async def complaints() -> None:
        for text in ("写りたくない", "なぜ置いたのか"):
            body = {"what": "complaint", "way": "in_person", "received": one.now.isoformat()}
            await one.do("complaints/receive", **body, cameras=[GATE], text=text)

    async def incident() -> None:
        body = {"what": "leak", "cameras": [GATE], "learned": one.now.isoformat()}
        await one.do("incidents/note", **body, text="媒体を置き忘れた")

    async def taking_out() -> None:
        thing = next(iter(desk.registers.things.by_id))
        body = {"thing": thing, "due": one.day(10), "reason": "修理", "where_to": "販売店"}
        await one.do("things/take_out", **body)

    async def asking() -> None:
        last = (one.now + 20 * DAY).date()
        await extension.request(
            desk, one.keeper, Wish(scope=await scope(), until=last, reason="捜査")
        )

    async def giving() -> None:
        number = await disclosure.request(
            desk, one.keeper, Application(scope=await scope(), **POLICE)
        )
        await disclosure.permit(desk, one.keeper, number)
        await opened(number)
        await provision.enter_download(desk, one.keeper, number, CopyForm.PACKAGE, 9)

    async def emergency() -> None:
        await settle(one, permission_afterwards=True)
        asked = Application(scope=await scope(), **URGENT)
        await opened(await disclosure.request(desk, one.keeper, asked))

    async def opened(number: int) -> None:
        await provision.enter_prepared(
            desk, one.keeper, number, manifest="aa" * 32, files=2, size=9, masked=False
        )

    async def drift() -> None:
        await settle(one, contact="096-999-9999")

    begins = {
        1: people,
        40: complaints,
        50: incident,
        60: taking_out,
        75: asking,
        95: giving,
        105: emergency,
        125: drift,
    }
    await one.live(400, begins)

    assert one.seen.keys() | one.left == {*DutyKind} - {DutyKind.YEARLY_CHECK}
    # Looked at once at the beginning, and every thirty days since.
    assert one.seen[DutyKind.SIGN] >= 3 * (400 // 30)
    assert one.seen[DutyKind.RETENTION_INSPECTION] == 400 // 30
    assert one.seen[DutyKind.ASSESSMENT] == 2 * 3
    # A first edition, and one more each time that the settings had left it.
    assert one.seen[DutyKind.STANDARD] >= 2
    for kind, said in one.repaired.items():
        if kind not in {DutyKind.SIGN, DutyKind.STANDARD}:
            assert REPAIRS.get(kind, "duties_overdue") in said, kind
    assert {f"sign_overdue_{camera}" for camera in CAMERAS} <= one.repaired[DutyKind.SIGN]
    assert {"standard_not_adopted", "standard_drifted"} <= one.repaired[DutyKind.STANDARD]
    # What nobody did is overdue still, and said everywhere.
    assert [duty.kind for duty in house.site.duties.overdue] == [DutyKind.MEDIA_INSPECTION]
    issue = standing(house.hass)["duties_overdue"]
    assert issue.translation_placeholders is not None
    assert issue.translation_placeholders["count"] == "1"
    # Who was not taught yet, say, was nobody told.
    for what in ("acknowledgement:", "instruction:"):
        assert any("begun {'told': {" in said and what in said for said in one.told), what
    for user in await house.hass.auth.async_get_users():
        assert [said for said in one.told if user.id in said] == []


async def test_in_a_home_it_is_one_check_a_year_and_no_repair(year: Callable[..., Any]) -> None:
    one: Year = await year(Profile.HOME)
    await settle(one, sign_days=365)
    await one.live(370, {})
    # At the beginning, when it has settled in, and a year later.
    assert one.seen == {
        DutyKind.YEARLY_CHECK: one.seen[DutyKind.YEARLY_CHECK],
        DutyKind.STANDARD: 1,
    }
    assert one.seen[DutyKind.YEARLY_CHECK] <= 4
    assert {issue for said in one.repaired.values() for issue in said} & {
        "duties_overdue",
        "standard_not_adopted",
        *(f"sign_overdue_{camera}" for camera in CAMERAS),
    } == set()
    assert one.house.site.duties.overdue == ()
