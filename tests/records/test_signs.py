"""Signs and rules of early erasure as they stand, folded from the book."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

from custom_components.kuma_bouhan.guideline.people import Actor, Door
from custom_components.kuma_bouhan.guideline.recording import Hours
from custom_components.kuma_bouhan.guideline.signs import SignMeans, SignState
from custom_components.kuma_bouhan.records.act import RecordedAct
from custom_components.kuma_bouhan.records.entry import Entry, Phase
from custom_components.kuma_bouhan.records.purge_rule import (
    PurgeRuleEnded,
    PurgeRuleRun,
    PurgeRuleSigned,
)
from custom_components.kuma_bouhan.records.registers import Registers
from custom_components.kuma_bouhan.records.sign import SignConfirmed, SignMissing
from custom_components.kuma_bouhan.records.signs import Said

NOON = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
CAMERA, OTHER, RULE = "c0" * 16, "c1" * 16, "e0" * 16
DAY = timedelta(days=1)


class Told(Registers):
    """Registers that are told one act after another; each is entered so many days after noon."""

    def tell(
        self, act: RecordedAct, at: float = 0, phase: Phase = Phase.NOTED, *, erased: bool = False
    ) -> int:
        entry = Entry(
            seq=self.entries,
            at=NOON + at * DAY,
            local="",
            actor=Actor("manager", Door.PANEL),
            phase=phase,
            order=None,
            act=act,
            erased=erased,
        )
        self.fold(entry)
        return entry.seq

    def state(self, at: float = 0) -> SignState:
        return self.signs.of(CAMERA).state(30 * DAY, NOON + at * DAY)


def confirmed(seen: float, means: SignMeans = SignMeans.PERSON, place: str = "") -> SignConfirmed:
    return SignConfirmed(
        camera=CAMERA, means=means, seen=NOON + seen * DAY, place=place, photo_jpeg=""
    )


def missing(seen: float, means: SignMeans = SignMeans.PERSON) -> SignMissing:
    return SignMissing(camera=CAMERA, means=means, seen=NOON + seen * DAY, remarks="")


def test_nobody_has_said_anything_of_a_sign_at_first() -> None:
    told = Told()
    assert told.state() is SignState.NEVER_CONFIRMED
    told.tell(confirmed(0))
    assert told.signs.of(OTHER).state(DAY, NOON) is SignState.NEVER_CONFIRMED


def test_what_was_seen_last_counts_whenever_it_is_entered() -> None:
    told = Told()
    told.tell(confirmed(-1))
    assert told.state() is SignState.DISPLAYED
    told.tell(missing(-3))
    assert told.state() is SignState.DISPLAYED
    seq = told.tell(missing(0))
    assert told.state() is SignState.MISSING
    told.tell(confirmed(-0.5))
    assert told.state() is SignState.MISSING
    assert told.signs.of(CAMERA).missing_by == seq
    told.tell(missing(-0.25))
    assert told.signs.of(CAMERA).missing == NOON
    told.tell(confirmed(0))
    assert told.state() is SignState.DISPLAYED
    assert told.signs.of(CAMERA).missing is None


def test_where_it_hangs_and_its_photo_are_known_until_somebody_says_it_anew() -> None:
    told = Told()
    first = told.tell(replace(confirmed(0, place="門柱"), photo=True))
    told.tell(confirmed(1, SignMeans.TAG), 1)
    sign = told.signs.of(CAMERA)
    assert (sign.placed_by, sign.photo_by, sign.means) == (first, first, SignMeans.TAG)
    assert sign.photo
    again = told.tell(replace(confirmed(2, place="入口の右"), photo=True), 2)
    assert (told.signs.of(CAMERA).placed_by, told.signs.of(CAMERA).photo_by) == (again, again)


def test_a_photo_that_was_overwritten_is_none() -> None:
    told = Told()
    told.tell(replace(confirmed(0), photo=True), erased=True)
    assert not told.signs.of(CAMERA).photo


def test_what_an_entity_said_last_is_known_beside_what_people_say() -> None:
    told = Told()
    first = told.tell(confirmed(0, SignMeans.ENTITY))
    told.tell(missing(1), 1)
    assert told.signs.of(CAMERA).said == Said(shown=True, at=NOON, by=first)
    then = told.tell(missing(2, SignMeans.ENTITY), 2)
    told.tell(confirmed(3), 3)
    assert told.signs.of(CAMERA).said == Said(shown=False, at=NOON + 2 * DAY, by=then)
    assert told.state(3) is SignState.DISPLAYED


SIGNED = PurgeRuleSigned(
    rule=RULE,
    cameras=(CAMERA,),
    start="22:00",
    end="05:00",
    weekdays=(0, 6),
    name="閉店後",
    reason_text="閉店後は不要",
)


def test_a_rule_stands_until_it_is_ended_and_knows_how_far_it_ran() -> None:
    told = Told()
    told.tell(SIGNED, phase=Phase.DONE)
    rule = told.purge_rules.by_id[RULE]
    assert (rule.by, rule.at, rule.run) == ("manager", NOON, None)
    assert rule.what.hours == Hours(time(22), time(5), frozenset({0, 6}))
    run = PurgeRuleRun(rule=RULE, since=NOON, until=NOON + DAY, slots=("5e" * 16,))
    told.tell(run, 1, Phase.ORDERED)
    assert told.purge_rules.by_id[RULE].run is None
    told.tell(run, 1, Phase.DONE)
    assert told.purge_rules.by_id[RULE].run == NOON + DAY
    told.tell(PurgeRuleEnded(rule=RULE), 2, Phase.DONE)
    told.tell(run, 3, Phase.DONE)
    assert told.purge_rules.by_id == {}


def test_what_a_rule_erased_is_destroyed_again_where_a_copy_of_the_vault_brings_it_back() -> None:
    told = Told()
    told.tell(SIGNED)
    told.tell(PurgeRuleRun(rule=RULE, since=NOON, until=NOON, slots=("5e" * 16,)))
    assert told.erased_slots() == {"5e" * 16}
