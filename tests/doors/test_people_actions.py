"""Actions about people: ids, offices and times; for a person with the vault unlocked."""

from datetime import timedelta
from typing import Any

from homeassistant.auth.models import User
from homeassistant.core import Context, HomeAssistant
from homeassistant.exceptions import HomeAssistantError, ServiceValidationError
from homeassistant.util import dt as dt_util
import pytest
import voluptuous as vol

from custom_components.kuma_bouhan.const import DOMAIN
from custom_components.kuma_bouhan.guideline.people import Actor, Door, Role
from custom_components.kuma_bouhan.procedure.regaining import announce

from .conftest import NOON, PASSPHRASE, House

pytestmark = pytest.mark.freeze_time(NOON)

DAY = timedelta(days=1)


@pytest.fixture
async def hanako(hass: HomeAssistant) -> User:
    return await hass.auth.async_create_user("花子", group_ids=["system-users"])


async def unlock(house: House) -> None:
    await house.site.lock.unlock(Actor(house.owner.id, Door.PANEL), PASSPHRASE)


async def act(house: House, action: str, by: Context, /, **data: Any) -> None:
    await house.call(f"{DOMAIN}.{action}", by, data)


def roles(house: House, user: User, days: int = 0) -> set[Role]:
    return set(house.site.desk.registers.roles_of(user.id, NOON + days * DAY))


async def test_an_operator_is_appointed_for_a_period_and_released(
    house: House, hanako: User
) -> None:
    await unlock(house)
    until = dt_util.as_local(NOON + 2 * DAY).replace(tzinfo=None).isoformat()
    await act(house, "appoint", house.person, user_id=hanako.id, role="operator", until=until)
    held = house.site.desk.registers.appointments[-1]
    assert (held.name, held.title, held.until) == ("花子", "", NOON + 2 * DAY)
    assert roles(house, hanako, 1) == {Role.OPERATOR}
    await act(
        house,
        "end_appointment",
        house.person,
        user_id=hanako.id,
        role="operator",
        secrecy_acknowledged=False,
    )
    assert roles(house, hanako) == set()
    assert house.acts("appointed")[-1].signature  # by whoever had it unlocked


async def test_the_site_and_the_manager_change_hands(house: House, hanako: User) -> None:
    await unlock(house)
    for role in ("manager", "site_owner"):
        await act(
            house,
            "hand_over",
            house.person,
            user_id=hanako.id,
            role=role,
            secrecy_acknowledged=True,
        )
    assert roles(house, hanako) == {Role.MANAGER, Role.SITE_OWNER}
    assert roles(house, house.owner) == {Role.OPERATOR}


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("appoint", {"role": "operator"}),
        ("end_appointment", {"role": "operator", "secrecy_acknowledged": True}),
        ("hand_over", {"role": "manager", "secrecy_acknowledged": True}),
    ],
)
async def test_deciding_asks_for_an_unlocked_vault_and_for_a_person(
    house: House, hanako: User, name: str, data: dict[str, Any]
) -> None:
    for by, key in ((house.person, "unlock_first"), (house.automation, "person_needed")):
        with pytest.raises(ServiceValidationError) as refused:
            await act(house, name, by, user_id=hanako.id, **data)
        assert refused.value.translation_key == key
    assert [entry.act.key for entry in house.acts("refusal")] == ["unlock_first", "person_needed"]  # type: ignore[attr-defined]


async def test_who_leaves_needs_no_key_but_has_to_acknowledge(house: House, hanako: User) -> None:
    await unlock(house)
    await act(house, "appoint", house.person, user_id=hanako.id, role="staff")
    leave = {"user_id": hanako.id, "role": "staff"}
    herself = Context(user_id=hanako.id)
    with pytest.raises(HomeAssistantError) as problem:
        await act(house, "end_appointment", herself, **leave, secrecy_acknowledged=False)
    assert problem.value.translation_key == "secrecy_missing"
    await act(house, "end_appointment", herself, **leave, secrecy_acknowledged=True)
    assert roles(house, hanako) == set()


async def test_anybody_with_a_role_objects_by_action(house: House, hanako: User) -> None:
    await announce(house.site.desk, Actor("admin", Door.FLOW), ha_owner=True)
    with pytest.raises(ServiceValidationError) as refused:
        await act(house, "object_to_refounding", Context(user_id=hanako.id))
    assert refused.value.translation_key == "role_needed_object_to_refounding"
    await act(house, "object_to_refounding", house.person)
    assert house.site.desk.registers.refounding is None


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("appoint", {"role": "emperor"}),
        ("appoint", {"role": "operator", "name": "花子"}),
        ("appoint", {"role": "operator", "title": "管理員"}),
        ("hand_over", {"role": "operator", "secrecy_acknowledged": True}),
        ("end_appointment", {"role": "operator"}),
    ],
)
async def test_names_titles_and_unknown_offices_are_not_taken(
    house: House, hanako: User, name: str, data: dict[str, Any]
) -> None:
    with pytest.raises(vol.Invalid):
        await act(house, name, house.person, user_id=hanako.id, **data)


async def test_a_user_who_does_not_exist_is_said(house: House) -> None:
    await unlock(house)
    with pytest.raises(HomeAssistantError) as problem:
        await act(house, "appoint", house.person, user_id="nobody", role="operator")
    assert problem.value.translation_key == "user_unknown"
