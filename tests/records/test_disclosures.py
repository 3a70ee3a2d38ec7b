"""How far a disclosure has come, by the book: asked for, decided, prepared, given out, come back."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from custom_components.kuma_bouhan.guideline.disclosure import (
    AFTERWARDS,
    Answer,
    Asks,
    CopyForm,
    Duty,
    Fate,
    Medium,
)
from custom_components.kuma_bouhan.guideline.extension import PERMITTED_FOR, HoldKind
from custom_components.kuma_bouhan.guideline.grounds import Ground
from custom_components.kuma_bouhan.guideline.people import Actor, Door
from custom_components.kuma_bouhan.guideline.personal_data import PersonalPeriod
from custom_components.kuma_bouhan.guideline.viewing import Scope
from custom_components.kuma_bouhan.records.act import RecordedAct
from custom_components.kuma_bouhan.records.acts import PersonalDataErased
from custom_components.kuma_bouhan.records.disclosure import (
    AccessAnswered,
    CopyConfirmed,
    CopyDownloaded,
    DisclosureDenied,
    DisclosurePermitted,
    DisclosurePrepared,
    DisclosureProvided,
    DisclosureRequested,
    DisclosureWithdrawn,
    FootageSeized,
    MaskedCopyMade,
)
from custom_components.kuma_bouhan.records.disclosure_state import Disclosure, DisclosureState
from custom_components.kuma_bouhan.records.entry import Entry, Phase
from custom_components.kuma_bouhan.records.extension import HeldPiece
from custom_components.kuma_bouhan.records.registers import Registers

from .conftest import NOW, Shelf, enter

CAMERA, OTHER = "ca" * 16, "0d" * 16
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
START, END = NOW - 2 * HOUR, NOW - HOUR
ASKER, DECIDER = (Actor(user, Door.PANEL) for user in ("asker", "decider"))


def piece(slot: str, until: datetime = NOW + 10 * DAY) -> HeldPiece:
    return HeldPiece(slot * 32, CAMERA, START, NOW + 7 * DAY, until, START, END, 60, 1000)


def requested(**changes: Any) -> DisclosureRequested:
    about: dict[str, Any] = {
        "number": 1,
        "asks": Asks.DISCLOSURE,
        "ground": Ground.INVESTIGATION,
        "cameras": (CAMERA,),
        "start": START,
        "end": END,
        "pieces": (piece("a"),),
    }
    texts = (
        "affiliation title name contact purpose_text content_text remarks document document_number"
        " identity_check exception_text urgency_text no_other_way_text"
    )
    return DisclosureRequested(**dict.fromkeys(texts.split(), "ひみつ") | about | changes)


PERMITTED = DisclosurePermitted(
    number=1,
    requested_by="asker",
    one_person=False,
    ground=Ground.INVESTIGATION,
    cameras=(CAMERA,),
    start=START,
    end=END,
    masked=False,
    binds="be" * 32,
    until=NOW + PERMITTED_FOR,
    pieces=(piece("b", NOW + PERMITTED_FOR),),
)
DENIED = DisclosureDenied(number=1, requested_by="asker", no_ground=True, reason_text="ひみつ")
PREPARED = DisclosurePrepared(number=1, manifest="aa" * 32, files=2, bytes=99)
DOWNLOADED = CopyDownloaded(number=1, copy=1, form=CopyForm.PACKAGE, bytes=99, due=NOW + DAY)
PROVIDED = DisclosureProvided(
    number=1,
    at=NOW,
    medium=Medium.USB,
    copies=2,
    receipt=True,
    duty=Duty.RETURN,
    due=NOW + 3 * DAY,
    medium_text="",
    received_by="",
)
BACK = CopyConfirmed(number=1, copy=None, fate=Fate.RETURNED, at=NOW)
GONE = CopyConfirmed(number=1, copy=1, fate=Fate.DELETED, at=NOW)


@dataclass
class Story:
    """Registers that acts are told to one after another, a minute apart."""

    registers: Registers = field(default_factory=Registers)
    seq: int = 0

    def tell(self, *acts: RecordedAct, actor: Actor = ASKER, erased: bool = False) -> Disclosure:
        for act in acts:
            entry = Entry(
                seq=self.seq,
                at=NOW + self.seq * timedelta(minutes=1),
                local="",
                actor=actor,
                phase=Phase.DONE,
                order=None,
                act=act,
                erased=erased,
            )
            self.seq += 1
            self.registers.fold(entry)
        return self.now

    @property
    def now(self) -> Disclosure:
        return self.registers.requests.disclosures[1]

    def held(self) -> dict[HoldKind, Sequence[HeldPiece]]:
        holds = self.registers.requests.holds.standing(NOW + HOUR)
        return {hold.kind: hold.pieces for hold in holds}


@pytest.fixture
def story() -> Story:
    return Story()


@pytest.mark.parametrize(
    ("acts", "state"),
    [
        ([], DisclosureState.REQUESTED),
        ([DENIED], DisclosureState.DENIED),
        ([DisclosureWithdrawn(number=1)], DisclosureState.WITHDRAWN),
        ([PERMITTED], DisclosureState.PERMITTED),
        ([PERMITTED, DisclosureWithdrawn(number=1)], DisclosureState.WITHDRAWN),
        ([PERMITTED, PREPARED], DisclosureState.PREPARED),
        ([PERMITTED, PREPARED, DOWNLOADED], DisclosureState.PREPARED),
        ([PERMITTED, PREPARED, DOWNLOADED, PROVIDED], DisclosureState.PROVIDED),
        ([PERMITTED, PREPARED, DOWNLOADED, PROVIDED, BACK], DisclosureState.PROVIDED),
        ([PERMITTED, PREPARED, DOWNLOADED, PROVIDED, GONE], DisclosureState.PROVIDED),
        ([PERMITTED, PREPARED, DOWNLOADED, PROVIDED, GONE, BACK], DisclosureState.CLOSED),
        (
            [PERMITTED, PREPARED, replace(PROVIDED, duty=Duty.NONE, due=None)],
            DisclosureState.CLOSED,
        ),
        ([PREPARED, PROVIDED, DENIED], DisclosureState.PROVIDED),
    ],
)
def test_a_disclosure_has_come_as_far_as_the_acts_say(
    story: Story, acts: list[RecordedAct], state: DisclosureState
) -> None:
    story.tell(requested())
    story.tell(*acts, actor=DECIDER)
    assert story.now.state(NOW + HOUR) is state


def test_a_permission_that_is_not_used_in_time_is_void(story: Story) -> None:
    found = story.tell(requested(), PERMITTED, PREPARED)
    assert found.state(PERMITTED.until - timedelta(seconds=1)) is DisclosureState.PREPARED
    assert found.state(PERMITTED.until) is DisclosureState.VOID
    assert story.tell(PROVIDED).state(PERMITTED.until + DAY) is DisclosureState.PROVIDED


def test_a_request_protects_a_permission_holds_and_both_end(story: Story) -> None:
    story.tell(requested())
    assert story.held() == {HoldKind.REQUEST: (piece("a"),)}
    story.tell(PERMITTED)
    assert story.held() == {HoldKind.DISCLOSURE: tuple(PERMITTED.pieces)}
    story.tell(PREPARED, PROVIDED)
    assert story.held() == {}


@pytest.mark.parametrize("end", [DENIED, DisclosureWithdrawn(number=1)])
def test_what_is_denied_or_withdrawn_holds_nothing(story: Story, end: RecordedAct) -> None:
    story.tell(requested(), end)
    assert story.held() == {}
    assert not story.registers.requests.is_wanted(CAMERA, START, END, NOW)


def test_footage_is_wanted_until_it_is_provided(story: Story) -> None:
    requests = story.registers.requests
    for act in (requested(), PERMITTED, PREPARED):
        story.tell(act)
        assert requests.is_wanted(CAMERA, START, START + timedelta(seconds=1), NOW)
        assert not requests.is_wanted(OTHER, START, END, NOW)
        assert not requests.is_wanted(CAMERA, END, END + HOUR, NOW)
    assert not requests.is_wanted(CAMERA, START, END, PERMITTED.until)
    story.tell(PROVIDED)
    assert not requests.is_wanted(CAMERA, START, END, NOW)


def test_who_decided_and_whether_one_person_did_both_is_known(story: Story) -> None:
    story.tell(requested())
    found = story.tell(PERMITTED, actor=DECIDER)
    decision = found.decision
    assert decision is not None and found.permission == decision
    assert (decision.by, decision.hands.one_person) == ("decider", False)
    assert decision.scope == found.scope == Scope((CAMERA,), START, END)
    assert (decision.binds, decision.ground) == ("be" * 32, Ground.INVESTIGATION)
    other = Story()
    other.tell(requested())
    denied = other.tell(DENIED).decision
    assert denied is not None and denied.denied and denied.no_ground
    assert denied.hands.one_person
    assert other.now.permission is None


def test_what_the_site_answers_that_it_is_obliged_to_rests_on_law_and_is_masked(
    story: Story,
) -> None:
    found = story.tell(requested(asks=Asks.ACCESS, ground=None))
    assert (found.standing_ground, found.to_be_masked) == (None, False)
    answer = AccessAnswered(number=1, business=Answer.YES, retained=Answer.UNKNOWN, obliged=False)
    found = story.tell(answer)
    assert (found.standing_ground, found.to_be_masked) == (None, False)
    found = story.tell(replace(answer, obliged=True))
    assert (found.standing_ground, found.to_be_masked) == (Ground.LAW, True)
    assert found.access is not None and found.access.retained is Answer.UNKNOWN


def test_what_was_prepared_before_a_permission_has_to_be_permitted_within_a_day(
    story: Story,
) -> None:
    assert story.tell(requested()).permission_due is None
    first = story.tell(PREPARED).permission_due
    assert first is not None and first - AFTERWARDS == NOW + timedelta(minutes=1)
    again = story.tell(replace(PREPARED, manifest="bb" * 32), PROVIDED)
    assert again.permission_due == first
    assert again.prepared is not None and again.prepared.manifest == "bb" * 32
    assert story.tell(PERMITTED).permission_due is None


def test_copies_are_counted_until_their_end_is_confirmed(story: Story) -> None:
    story.tell(requested(), PERMITTED, PREPARED, DOWNLOADED)
    found = story.tell(replace(DOWNLOADED, copy=2), PROVIDED)
    assert found.copies_out == 4
    assert [found.copies_overdue(NOW + days * DAY) for days in (0, 1, 3)] == [0, 2, 4]
    found = story.tell(GONE)
    assert [copy.fate for copy in found.copies] == [Fate.DELETED, None]
    assert (found.copies_out, found.copies_overdue(NOW + 3 * DAY)) == (3, 3)
    found = story.tell(BACK)
    assert found.provided is not None and found.provided.fate is Fate.RETURNED
    assert (found.copies_out, found.copies_overdue(NOW + 3 * DAY)) == (1, 1)


def test_copies_of_what_was_withdrawn_are_still_out(story: Story) -> None:
    found = story.tell(requested(), PERMITTED, PREPARED, DOWNLOADED, DisclosureWithdrawn(number=1))
    assert found.copies_out == 1
    assert story.tell(GONE).copies_out == 0


def test_a_masked_copy_takes_the_place_of_the_one_before_it(story: Story) -> None:
    made = MaskedCopyMade(number=1, camera=CAMERA, derived="d1" * 16, masks=2, digest="aa" * 32)
    story.tell(requested(), PERMITTED, made, replace(made, camera=OTHER))
    found = story.tell(replace(made, derived="d2" * 16))
    assert [(one.camera, one.derived) for one in found.masks] == [
        (OTHER, "d1" * 16),
        (CAMERA, "d2" * 16),
    ]


def test_a_seizure_stands_by_itself_and_takes_its_number(story: Story) -> None:
    texts = "affiliation title name contact document document_number content_text remarks"
    act = FootageSeized(
        number=1,
        at=NOW,
        cameras=(CAMERA,),
        start=START,
        end=END,
        **dict.fromkeys(texts.split(), "ひみつ"),
    )
    found = story.tell(act)
    assert found.state(NOW) is DisclosureState.SEIZED
    assert (found.asks, found.seized_at, found.waits) == (Asks.SEIZURE, NOW, False)
    assert story.registers.requests.next_number == 2
    assert story.held() == {}


def test_nothing_personal_is_kept_in_memory(story: Story) -> None:
    story.tell(requested(), DENIED)
    assert "ひみつ" not in repr(story.registers.requests)


def test_whose_names_were_overwritten_is_known_at_once_and_after_a_replay(story: Story) -> None:
    assert story.tell(requested()).named
    erased = PersonalDataErased(acts=(0,), reason=PersonalPeriod.DISCLOSURE)
    story.tell(erased)
    assert not story.now.named
    again = Story()
    assert not again.tell(requested(), erased=True).named


def test_what_is_said_of_no_request_changes_nothing(story: Story) -> None:
    story.tell(requested())
    before = story.now
    story.tell(replace(PERMITTED, number=7), replace(PREPARED, number=7))
    assert story.now == before
    assert story.registers.requests.disclosures.keys() == {1}


def test_a_replayed_book_says_the_same(shelf: Shelf) -> None:
    story, book = Registers(), shelf.create()
    acts = (requested(), PERMITTED, PREPARED, DOWNLOADED, PROVIDED, GONE, BACK)
    for act in acts:
        story.fold(enter(book, act))
    book.close()
    shelf.open()
    again = Registers()
    for entry in shelf.folded:
        again.fold(entry)
    assert again.requests.disclosures == story.requests.disclosures
    assert [*again.requests.standing(NOW)] == [*story.requests.standing(NOW)]


def test_the_recipient_stays_in_the_book_as_long_as_what_came_of_the_request(shelf: Shelf) -> None:
    book, story = shelf.create(), Registers()
    other = requested(number=2)
    for act in (requested(), other, PERMITTED, PREPARED, PROVIDED):
        story.fold(enter(book, act))
    since = story.personal.since
    assert since == {"disclosure_requested": {0: 4, 1: 1}, "disclosure_provided": {4: 4}}
    story.fold(enter(book, BACK))
    assert since == {"disclosure_requested": {0: 5, 1: 1}, "disclosure_provided": {4: 5}}
    story.fold(enter(book, PersonalDataErased(acts=(0, 4), reason=PersonalPeriod.DISCLOSURE)))
    story.fold(enter(book, GONE))
    assert since == {"disclosure_requested": {1: 1}}


def test_it_is_pending_until_it_is_decided_and_no_copy_is_out(story: Story) -> None:
    def after(*acts: RecordedAct) -> bool:
        story.tell(*acts)
        known = story.registers.requests.disclosures
        assert list(known.pending) == [one for one in known.values() if one.is_pending]
        return bool(known.pending)

    assert after(requested())
    assert not after(PERMITTED, PREPARED)
    assert after(DOWNLOADED)
    assert after(PROVIDED)
    assert after(GONE)
    assert not after(BACK)


@pytest.mark.parametrize("end", [DENIED, DisclosureWithdrawn(number=1)])
def test_what_came_to_nothing_is_not_pending(story: Story, end: RecordedAct) -> None:
    story.tell(requested(), end)
    assert not story.registers.requests.disclosures.pending


def test_what_is_pending_is_known_as_it_is_known_last(story: Story) -> None:
    story.tell(requested(), PersonalDataErased(acts=(0,), reason=PersonalPeriod.DISCLOSURE))
    (found,) = story.registers.requests.disclosures.pending
    assert found is story.now
    assert not found.named
