"""What stands of contractors and of things after so many acts."""

from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from custom_components.kuma_bouhan.guideline.contracts import Certified, ContractState, Task
from custom_components.kuma_bouhan.guideline.people import Role
from custom_components.kuma_bouhan.guideline.things import Method, TakingState, ThingKind
from custom_components.kuma_bouhan.records.acts import Appointed
from custom_components.kuma_bouhan.records.contract import (
    ContractCertified,
    ContractEnded,
    ContractMade,
)
from custom_components.kuma_bouhan.records.personal import PersonalParts
from custom_components.kuma_bouhan.records.thing import (
    MediumDisposed,
    MediumReturned,
    TakingOutDenied,
    TakingOutPermitted,
    TakingOutRequested,
    ThingGone,
    ThingNoted,
)

from .conftest import NOW
from .test_registers import DAY, Story, appointed


@pytest.fixture
def story() -> Story:
    return Story()


# --- Contractors


CONTRACT = "c7" * 16


def contract(until: datetime, **more: Any) -> ContractMade:
    return ContractMade(
        contract=CONTRACT, task=Task.GUARDING, clause=True, start=NOW, until=until, **more, **TEXTS
    )


TEXTS = {"company": "阿蘇警備", "contact": "", "task_text": "警備", "reason_text": "夜間"}


def under_contract(user: str, until: datetime) -> Appointed:
    return replace(appointed(Role.OPERATOR, user, NOW, until), contract=CONTRACT)


def ends(story: Story) -> dict[str, datetime | None]:
    return {found.user_id: found.until for found in story.registers.appointments}


def test_with_a_contract_that_ends_the_offices_under_it_end(story: Story) -> None:
    story.tell(contract(NOW + 9 * DAY))
    story.tell(under_contract("a", NOW + 9 * DAY))
    story.tell(appointed(Role.OPERATOR, "b", NOW, NOW + 9 * DAY))
    ended = story.tell(ContractEnded(contract=CONTRACT), at=NOW + DAY)
    assert ends(story) == {"a": NOW + DAY, "b": NOW + 9 * DAY}
    assert story.registers.appointments[0].ended_by == ended.seq
    # Nothing that is said of the contract afterwards brings them back.
    story.tell(contract(NOW + 20 * DAY), at=NOW + 2 * DAY)
    assert ends(story)["a"] == NOW + DAY


def test_with_a_contract_that_changes_its_end_the_offices_under_it_do(story: Story) -> None:
    story.tell(contract(NOW + 9 * DAY))
    story.tell(under_contract("a", NOW + 9 * DAY))
    for days in (20, 4):
        story.tell(contract(NOW + days * DAY), at=NOW + DAY)
        assert ends(story) == {"a": NOW + days * DAY}
    assert story.registers.appointments[0].ended_by is None


def test_a_contract_keeps_the_number_it_was_made_with(story: Story) -> None:
    first = contract(NOW + 9 * DAY)
    for act in (first, replace(first, contract="c8" * 16), replace(first, until=NOW + 20 * DAY)):
        story.tell(act)
    found = story.registers.contracts.by_id
    assert {one.number: one.contract for one in found.values()} == {1: CONTRACT, 2: "c8" * 16}


def test_a_contract_is_settled_by_its_certificate(story: Story) -> None:
    story.tell(contract(NOW + DAY))
    found = story.registers.contracts.by_id
    assert found[CONTRACT].state(NOW) is ContractState.RUNNING
    assert found[CONTRACT].state(NOW + DAY) is ContractState.OVER
    act = ContractCertified(
        contract=CONTRACT, certified=Certified.RETURNED, on=NOW + DAY, document="証明書"
    )
    said = story.tell(act, at=NOW + 2 * DAY)
    assert found[CONTRACT].state(NOW + 2 * DAY) is ContractState.SETTLED
    assert found[CONTRACT].certified_by == said.seq
    assert found[CONTRACT].settled == NOW + 2 * DAY


# --- Things


def thing(name: str, what: ThingKind = ThingKind.MEDIUM) -> ThingNoted:
    return ThingNoted(
        thing=name, what=what, name=name, place="事務室", lock="", key_keeper="", anti_theft=""
    )


def test_a_thing_is_named_still_when_it_is_gone(story: Story) -> None:
    said = story.tell(thing("a"))
    story.tell(ThingGone(thing="a"))
    things = story.registers.things
    assert (things.by_id, things.named) == ({}, {"a": said.seq})


def test_a_medium_that_was_disposed_of_is_kept_no_longer(story: Story) -> None:
    story.tell(thing("a"))
    story.tell(thing("b"))
    done = story.tell(
        MediumDisposed(
            thing="a", method=Method.CRUSHED, on=NOW, medium="a", serial="1", witness="x"
        )
    )
    assert list(story.registers.things.by_id) == ["b"]
    assert story.registers.things.disposals == [done.seq]


def test_a_taking_out_is_open_until_it_is_denied_or_over(story: Story) -> None:
    things = story.registers.things
    request = TakingOutRequested(
        number=1, thing="a", due=NOW + DAY, reason_text="修理", where_to="店"
    )
    assert things.next_number == 1
    assert things.taking_of("a") is None
    story.tell(request)
    assert things.next_number == 2
    waiting = things.taking_of("a")
    assert waiting is not None
    assert waiting.state is TakingState.REQUESTED
    story.tell(TakingOutPermitted(number=1, requested_by="u", one_person=False))
    out = things.taking_of("a")
    assert out is not None
    assert out.state is TakingState.OUT
    story.tell(MediumReturned(number=1, fine=False, remarks="封が切れていた"), at=NOW + DAY)
    assert things.taking_of("a") is None
    assert (things.takings[1].back, things.takings[1].fine) == (NOW + DAY, False)
    story.tell(replace(request, number=2))
    story.tell(TakingOutDenied(number=2, requested_by="u", reason_text=""))
    assert things.taking_of("a") is None
    assert things.takings[2].state is TakingState.DENIED


# --- Personal data


def since(story: Story) -> dict[int, int | None]:
    """Return the acts with personal data, and from which act on its period counts."""
    personal: PersonalParts = story.registers.personal
    return {seq: over for found in personal.since.values() for seq, over in found.items()}


def test_a_contract_that_ended_by_itself_stands_until_its_certificate(story: Story) -> None:
    story.tell(contract(NOW + DAY))
    story.tell(contract(NOW + 2 * DAY))
    assert since(story) == {0: 1, 1: None}
    story.tell(
        ContractCertified(contract=CONTRACT, certified=Certified.DESTROYED, on=NOW, document="x"),
        at=NOW + 9 * DAY,
    )
    assert since(story) == {0: 1, 1: 2, 2: 2}


def test_a_contract_that_was_ended_is_in_its_period_from_then_on(story: Story) -> None:
    story.tell(contract(NOW + DAY))
    story.tell(ContractEnded(contract=CONTRACT))
    assert since(story) == {0: 1}


def test_where_a_medium_was_is_in_its_period_once_it_is_disposed_of(story: Story) -> None:
    story.tell(thing("a"))
    disposed = MediumDisposed(
        thing="a", method=Method.CRUSHED, on=NOW, medium="a", serial="1", witness="x"
    )
    story.tell(disposed)
    assert since(story) == {0: 1, 1: 1}
    story.tell(replace(disposed, thing=None))
    assert since(story) == {0: 1, 1: 1, 2: 2}
