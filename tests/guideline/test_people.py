"""Who may do what: the one table of authority."""

import pytest

from custom_components.kuma_bouhan.guideline.errors import Refused
from custom_components.kuma_bouhan.guideline.people import (
    AUTHORITY,
    AUTOMATABLE,
    ITSELF,
    UNGUARDED,
    Act,
    Actor,
    Door,
    Role,
    check,
)

SEES_OR_DESTROYS = {Act.LIST_FOOTAGE, Act.ERASE, Act.UNLOCK}
NOBODY = Actor(None, Door.ACTION)
SCRIPT = Actor("u1", Door.ACTION, automated=True)
PERSON = Actor("u1", Door.ACTION)


@pytest.mark.parametrize("act", Act)
def test_every_act_has_its_roles(act: Act) -> None:
    assert AUTHORITY[act]


@pytest.mark.parametrize("act", sorted(SEES_OR_DESTROYS))
def test_neither_site_owner_nor_staff_see_or_destroy_footage(act: Act) -> None:
    for role in (Role.SITE_OWNER, Role.STAFF, Role.COMPLAINT_OFFICER):
        with pytest.raises(Refused) as refused:
            check(act, PERSON, {role})
        assert refused.value.key == f"role_needed_{act}"
    for role in (Role.MANAGER, Role.DEPUTY, Role.OPERATOR):
        check(act, PERSON, {role})


@pytest.mark.parametrize("act", sorted(set(Act) - AUTOMATABLE - UNGUARDED))
@pytest.mark.parametrize("actor", [NOBODY, SCRIPT])
def test_an_automation_and_nobody_have_no_authority_whatever_role_started_them(
    act: Act, actor: Actor
) -> None:
    with pytest.raises(Refused) as refused:
        check(act, actor, set(Role))
    assert refused.value.key == "person_needed"


@pytest.mark.parametrize("act", sorted(AUTOMATABLE))
def test_an_automation_may_do_what_shows_gives_out_and_decides_nothing(act: Act) -> None:
    check(act, NOBODY, set())
    check(act, SCRIPT, set())


def test_nothing_that_sees_or_destroys_is_open_to_automations() -> None:
    assert not SEES_OR_DESTROYS & (AUTOMATABLE | UNGUARDED)


@pytest.mark.parametrize("act", Act)
def test_the_site_itself_is_never_refused(act: Act) -> None:
    check(act, ITSELF, set())


def test_a_person_without_a_role_is_refused() -> None:
    with pytest.raises(Refused):
        check(Act.SWITCH_RECORDING, PERSON, set())


def test_nobody_is_not_a_person_and_neither_is_a_script() -> None:
    assert PERSON.is_person
    assert not NOBODY.is_person
    assert not SCRIPT.is_person
