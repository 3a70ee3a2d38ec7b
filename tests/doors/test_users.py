"""Home Assistant's users: who is deleted or deactivated loses every office at once."""

from datetime import timedelta
import logging

from freezegun.api import FrozenDateTimeFactory
from homeassistant.auth.models import User
from homeassistant.components import persistent_notification
from homeassistant.components.persistent_notification import _async_get_or_create_notifications
from homeassistant.core import HomeAssistant
from homeassistant.helpers import issue_registry as ir
import pytest
from pytest_homeassistant_custom_component.common import async_fire_time_changed

from custom_components.kuma_bouhan.const import DOMAIN
from custom_components.kuma_bouhan.guideline.people import Absence, Actor, Door, Role
from custom_components.kuma_bouhan.procedure.appointments import appoint
from custom_components.kuma_bouhan.procedure.regaining import announce
from custom_components.kuma_bouhan.records.problems import BookProblem
from custom_components.kuma_bouhan.users import async_people, async_person

from .conftest import NOON, PASSPHRASE, House

pytestmark = pytest.mark.freeze_time(NOON)


@pytest.fixture
async def hanako(house: House, hass: HomeAssistant) -> User:
    """Give an operator."""
    user = await hass.auth.async_create_user("花子", group_ids=["system-users"])
    person = await async_person(hass, user.id)
    await appoint(house.site.desk, Actor(house.owner.id, Door.FLOW), Role.OPERATOR, person)
    return user


def roles(house: House, user: User) -> set[Role]:
    return set(house.site.desk.roles_of(Actor(user.id, Door.ACTION)))


def said(hass: HomeAssistant) -> set[str]:
    return {issue_id for domain, issue_id in ir.async_get(hass).issues if domain == DOMAIN}


async def take(house: House, user: User, absence: Absence) -> None:
    if absence is Absence.DELETED:
        await house.hass.auth.async_remove_user(user)
    else:
        await house.hass.auth.async_update_user(user, is_active=False)
    await house.settle()


@pytest.mark.parametrize("absence", Absence)
async def test_who_is_gone_loses_their_office_at_once(
    house: House, hanako: User, absence: Absence
) -> None:
    assert roles(house, hanako) == {Role.OPERATOR}
    await take(house, hanako, absence)
    assert roles(house, hanako) == set()
    (entry,) = house.acts("role_lost")
    assert (entry.act.user_id, entry.act.absence) == (hanako.id, absence)  # type: ignore[attr-defined]
    assert entry.actor.door is Door.ITSELF


@pytest.mark.parametrize("absence", Absence)
async def test_who_went_while_the_site_did_not_run_is_noticed_at_its_start(
    house: House, hanako: User, absence: Absence
) -> None:
    await house.stop()
    await take(house, hanako, absence)
    assert await house.start()
    assert roles(house, hanako) == set()
    assert len(house.acts("role_lost")) == 1


async def test_their_open_vault_is_locked_and_the_vacant_office_is_said_without_a_name(
    house: House, hass: HomeAssistant
) -> None:
    user = house.owner
    await house.site.lock.unlock(Actor(user.id, Door.PANEL), PASSPHRASE)
    user.is_owner = False
    await take(house, user, Absence.DEACTIVATED)
    assert house.site.lock.is_locked
    vacant = {f"office_vacant_{role}" for role in (Role.SITE_OWNER, Role.MANAGER, Role.OPERATOR)}
    assert vacant <= said(hass)
    for issue_id in vacant:
        issue = ir.async_get(hass).async_get_issue(DOMAIN, issue_id)
        assert issue is not None
        assert issue.translation_placeholders == {}


async def test_coming_back_gives_nothing_back_but_a_new_appointment_does(
    house: House, hass: HomeAssistant, hanako: User
) -> None:
    await take(house, hanako, Absence.DEACTIVATED)
    await hass.auth.async_update_user(hanako, is_active=True)
    await house.settle()
    assert roles(house, hanako) == set()
    person = await async_person(hass, hanako.id)
    await appoint(house.site.desk, Actor(house.owner.id, Door.FLOW), Role.STAFF, person)
    assert roles(house, hanako) == {Role.STAFF}


async def test_another_name_or_group_changes_no_office(
    house: House, hass: HomeAssistant, hanako: User
) -> None:
    await hass.auth.async_update_user(hanako, name="華子", group_ids=["system-admin"])
    await house.settle()
    assert roles(house, hanako) == {Role.OPERATOR}
    assert house.acts("role_lost") == []


async def test_a_book_that_cannot_be_written_keeps_nobody_in_office(
    house: House, hanako: User, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def full(*_args: object, **_kwargs: object) -> None:
        raise BookProblem("book_full")

    caplog.set_level(logging.WARNING)
    with monkeypatch.context() as patch:
        patch.setattr(house.site.desk.book, "append", full)
        await take(house, hanako, Absence.DEACTIVATED)
    assert roles(house, hanako) == set()
    assert "book_full" in caplog.text
    assert hanako.id not in caplog.text
    # Back again before the book could be told: it is told now, and the office is gone all the same.
    await house.hass.auth.async_update_user(hanako, is_active=True)
    await house.settle()
    assert len(house.acts("role_lost")) == 1
    assert roles(house, hanako) == set()


async def test_people_are_active_users_by_name(house: House, hass: HomeAssistant) -> None:
    await hass.auth.async_create_system_user("Program")
    gone = await hass.auth.async_create_user("A gone one")
    await hass.auth.async_update_user(gone, is_active=False)
    await hass.auth.async_create_user("Zoe")
    await hass.auth.async_create_user("Bob")
    names = [person.name for person in await async_people(hass)]
    assert [name for name in names if name in {"Program", "A gone one", "Zoe", "Bob"}] == [
        "Bob",
        "Zoe",
    ]
    assert await async_person(hass, "nobody") is None


async def test_a_notice_that_somebody_put_away_comes_back_within_the_hour(
    house: House, hass: HomeAssistant, freezer: FrozenDateTimeFactory
) -> None:
    shown = _async_get_or_create_notifications(hass)
    await announce(house.site.desk, Actor("admin", Door.FLOW), ha_owner=True)
    await house.settle()
    (notification,) = shown
    assert "2026-11-29" in shown[notification]["message"]
    persistent_notification.async_dismiss(hass, notification)
    freezer.tick(timedelta(hours=1, seconds=1))
    async_fire_time_changed(hass)
    await house.settle()
    assert notification in shown
