"""Lock and keys as they stand, folded from the book: 4(4)ウ."""

from datetime import timedelta
from typing import Any

import pytest

from custom_components.kuma_bouhan.guideline.custody import CodeUse, Failures, LockReason
from custom_components.kuma_bouhan.guideline.people import Actor, Door, Role
from custom_components.kuma_bouhan.records import codec
from custom_components.kuma_bouhan.records.act import RecordedAct
from custom_components.kuma_bouhan.records.acts import (
    HolderAdmitted,
    HolderRemoved,
    KeysBegun,
    Locked,
    NewKeysAnnounced,
    NewKeysWithdrawn,
    PassphraseChanged,
    PlainHttpAccepted,
    RecoveryCodeRenewed,
    RecoveryCodeUsed,
    Refounded,
    SiteAdopted,
    SiteOwnerRestored,
    SiteSetUp,
    Unlocked,
    UnlockFailed,
    VaultFinding,
)
from custom_components.kuma_bouhan.records.entry import Entry, Phase
from custom_components.kuma_bouhan.records.holders import KEY_CHANGED, Custody
from custom_components.kuma_bouhan.records.registers import Registers

from .conftest import NOW, PERSON

SOMEBODY = Actor("somebody", Door.PANEL)
ADMITTED = HolderAdmitted(change=2, user_id="x")


def entry(act: RecordedAct, actor: Actor = PERSON, phase: Phase = Phase.DONE) -> Entry:
    return Entry(seq=7, at=NOW, local="", actor=actor, phase=phase, order=None, act=act)


def folded(*acts: RecordedAct, actor: Actor = PERSON) -> Custody:
    custody = Custody()
    for act in acts:
        custody.fold(entry(act, actor))
    return custody


def set_up(fingerprint: str) -> SiteSetUp:
    return SiteSetUp(
        site="s", vault_id="v", vault_fingerprint=fingerprint, vault_path="", settings={}
    )


def test_failures_stand_until_the_right_passphrase_comes() -> None:
    failed = UnlockFailed(count=3, until=None)
    custody = folded(failed)
    custody.fold(entry(UnlockFailed(count=1), SOMEBODY))
    assert custody.failures == {
        PERSON.user_id: Failures(3, NOW),
        "somebody": Failures(1, NOW),
    }
    custody.fold(entry(Unlocked(until=NOW)))
    assert custody.failures.keys() == {"somebody"}
    custody.fold(entry(PassphraseChanged(change=2), SOMEBODY))
    assert custody.failures == {}


def test_an_order_to_unlock_is_no_success() -> None:
    registers = Registers()
    registers.fold(entry(UnlockFailed(count=5), phase=Phase.NOTED))
    registers.fold(entry(Unlocked(until=NOW), phase=Phase.ORDERED))
    registers.fold(entry(Unlocked(until=NOW), phase=Phase.FAILED))
    assert registers.custody.failures[PERSON.user_id or ""].count == 5


def test_who_accepted_plain_http_stays_known() -> None:
    assert folded(PlainHttpAccepted()).plain_http == {PERSON.user_id}


def test_the_fingerprint_is_that_of_the_last_act_that_made_a_key() -> None:
    removed: dict[str, Any] = {"change": 2, "user_id": "x"}
    refounded = Refounded(
        user_id="x", roles=(Role.MANAGER,), since=NOW, epoch=2, vault_fingerprint="C", name=""
    )
    acts = [
        (set_up("A"), "A"),
        (HolderRemoved(**removed, epoch=2, vault_fingerprint="B"), "B"),
        (HolderRemoved(**removed), "B"),
        (refounded, "C"),
        (ADMITTED, "C"),
        (KeysBegun(change=3, epoch=3, vault_fingerprint="D"), "D"),
    ]
    custody = Custody()
    for act, known in acts:
        custody.fold(entry(act))
        assert custody.fingerprint == known


def test_a_finding_about_the_key_stands_until_another_key_is_made() -> None:
    custody = folded(
        set_up("A"),
        VaultFinding(finding=KEY_CHANGED, detail="B"),
        VaultFinding(finding="reader_used", detail="C"),
    )
    assert custody.found_changed == "B"
    custody.fold(entry(KeysBegun(change=3, epoch=3, vault_fingerprint="D")))
    assert custody.found_changed == ""


@pytest.mark.parametrize(
    ("act", "use"),
    [
        (RecoveryCodeUsed(use=CodeUse.ADOPT), CodeUse.ADOPT),
        (RecoveryCodeUsed(use=CodeUse.READER), CodeUse.READER),
        (SiteOwnerRestored(user_id="x", since=NOW, name=""), CodeUse.RESTORE),
        (HolderAdmitted(change=2, user_id="x", by_code=True), CodeUse.ADMIT),
        (ADMITTED, None),
    ],
)
def test_any_use_of_the_code_wants_a_new_one(act: RecordedAct, use: CodeUse | None) -> None:
    assert folded(act).code_use == use
    for renewing in (
        RecoveryCodeRenewed(change=3),
        KeysBegun(change=3, epoch=2),
        Refounded(user_id="x", roles=(), since=NOW, epoch=2, name=""),
    ):
        assert folded(act, renewing).code_use is None


def test_a_locking_that_an_earlier_version_entered_says_neither_why_nor_whom() -> None:
    public, private = codec.encode(
        entry(Locked(reason=LockReason.IDLE, users=("x",)), phase=Phase.NOTED)
    )
    old = public.replace(b'"version":2', b'"version":1').replace(
        b'"act":{"reason":"idle","users":["x"]}', b'"act":{}'
    )
    assert old != public
    read = codec.decode(old, private)
    assert read.act == Locked(reason=LockReason.UNSAID, users=())
    assert read.at == NOW < NOW + timedelta(1)


def test_new_keys_that_an_earlier_version_began_asked_for_no_code() -> None:
    public, private = codec.encode(entry(KeysBegun(change=3, epoch=2, by_code=True)))
    old = public.replace(b'"version":2', b'"version":1').replace(b',"by_code":true', b"")
    assert old != public and b"by_code" not in old
    assert codec.decode(old, private).act == KeysBegun(change=3, epoch=2)


@pytest.mark.parametrize(
    "ending",
    [
        NewKeysWithdrawn(announced=1),
        KeysBegun(change=3, epoch=2),
        Refounded(user_id="x", roles=(), since=NOW, epoch=2, name=""),
        SiteAdopted(vault_id="", vault_path=""),
    ],
    ids=lambda act: act.kind,
)
def test_a_notice_of_new_keys_stands_until_one_of_these(ending: RecordedAct) -> None:
    announced = NewKeysAnnounced(ready=NOW)
    notice = folded(announced, Unlocked(until=NOW), ADMITTED).notice
    assert notice is not None
    assert (notice.ready, notice.by) == (NOW, PERSON.user_id)
    assert folded(announced, ending).notice is None
