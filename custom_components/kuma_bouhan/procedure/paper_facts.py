"""Gathering what papers of requests say: facts of the registers, and names and reasons out of the book.

A paper tells what was so when it happened: who held which office then, and where a camera stood then. It counts only what is
done. Blocking, on a thread: what the registers say is taken before (`Gathering`).
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from ..documents import facts
from ..guideline.extension import last_day
from ..guideline.people import Role
from ..guideline.recording import LONGEST_UNNOTED_GAP
from ..guideline.self_check import Report
from ..records import disclosure_state as disclosures, requests
from ..records.acts import CameraAdded, CameraChanged
from ..records.disclosure import (
    DisclosureDenied,
    DisclosureProvided,
    DisclosureRequested,
    FootageSeized,
)
from ..records.entry import Entry
from ..records.extension import ExtensionDenied, ExtensionEnded, ExtensionRequested, HeldPiece
from ..records.note import PUBLIC_KEY
from ..vault.opened import fingerprint
from .desk import Desk
from .proving import proof_of


class Gathering:
    """Facts for one paper, as the book stands at one head (`note`)."""

    def __init__(self, desk: Desk) -> None:
        """Take what the registers say now."""
        self.desk = desk
        self.note = ""
        self.made: datetime | None = None
        """When the paper was made, where it is not now."""
        self.report: Report | None = None
        """The self-check, where the paper is of it."""
        self._offices = tuple(desk.registers.appointments)
        self._cameras = dict(desk.registers.cameras)
        self._settings = desk.registers.settings
        self._places: list[tuple[int, str, str]] | None = None

    @property
    def approver(self) -> Role:
        """Return whose approval the operating standard asks for."""
        return self._settings.approver if self._settings else Role.MANAGER

    def local(self, moment: datetime) -> datetime:
        """Return a moment in the site's own zone."""
        return moment.astimezone(self.desk.zone)

    def entry(self, seq: int) -> Entry:
        """Read an act."""
        return self.desk.book.entry(seq)

    def person(self, user_id: str | None, at: datetime) -> facts.Person:
        """Return somebody in the offices they held at a moment; by the name they had last where they held none."""
        known = [one for one in self._offices if one.user_id == user_id and one.name]
        held = [one for one in known if one.in_force(at)]
        named = (held or known)[-1:]
        return facts.Person(
            name=named[0].name if named else "",
            title=next((one.title for one in held if one.title), ""),
            roles=tuple(role for role in Role if any(one.role is role for one in held)),
        )

    def act(self, user_id: str | None, at: datetime) -> facts.Act:
        """Return by whom and when."""
        return facts.Act(self.person(user_id, at), self.local(at))

    def place(self, camera: str, seq: int) -> str:
        """Return where a camera stood when an act was entered; where nothing says so any more, its id in short."""
        if self._places is None:
            self._places = list(self._placed())
        stood = (place for at, which, place in self._places if which == camera and at <= seq)
        known = self._cameras.get(camera)
        now = known.settings.place if known and known.settings else camera[:8]
        return next(stood, now)

    def _placed(self) -> Iterable[tuple[int, str, str]]:
        """Yield where cameras stood, newest first."""
        for seq in self.desk.registers.index.of([CameraAdded.kind, CameraChanged.kind]):
            entry = self.entry(seq)
            if isinstance(entry.act, CameraAdded | CameraChanged) and not entry.erased:
                yield seq, entry.act.camera, str(entry.act.settings.get("place", ""))

    def asked(self, found: requests.Extension | disclosures.Disclosure) -> facts.Asked:
        """Return which footage is asked for, by whom."""
        return facts.Asked(
            places=tuple(self.place(camera, found.seq) for camera in found.scope.cameras),
            start=self.local(found.scope.start),
            end=self.local(found.scope.end),
            act=self.act(found.by, found.at),
        )

    def kept(self, pieces: Iterable[HeldPiece], seq: int) -> tuple[facts.Kept, ...]:
        """Return what is held, with its true bounds: pieces that go on from each other are one."""
        kept: list[facts.Kept] = []
        for piece in sorted(pieces, key=lambda one: (one.camera, one.start)):
            one = facts.Kept(
                place=self.place(piece.camera, seq),
                start=self.local(piece.start),
                end=self.local(piece.end),
                bytes=piece.bytes,
                original_end=last_day(piece.original_end, self.desk.zone),
            )
            last = kept[-1] if kept else None
            if (
                last is not None
                and (last.place, last.original_end) == (one.place, one.original_end)
                and abs(one.start - last.end) <= LONGEST_UNNOTED_GAP
            ):
                kept[-1] = facts.Kept(
                    place=last.place,
                    start=last.start,
                    end=max(last.end, one.end),
                    bytes=last.bytes + one.bytes,
                    original_end=last.original_end,
                )
            else:
                kept.append(one)
        return tuple(kept)

    def proof(self, seq: int) -> facts.Proof:
        """Return what shows that an act stands in the book, against the paper's head."""
        proof, signature = proof_of(self.desk, seq, None, self.note), self.entry(seq).signature
        return facts.Proof(
            act=seq,
            leaf=proof.leaf.hex(),
            signed=facts.Signed(proof.signature),
            signer=fingerprint(signature[:PUBLIC_KEY]) if signature else "",
            checkpoint=proof.checkpoint,
            host=proof.host_fingerprint,
            included=proof.included,
        )


def extension(gathering: Gathering, found: requests.Extension) -> facts.Extension:
    """Return what the papers of an extension say."""
    asked = gathering.entry(found.seq)
    act = asked.act
    assert isinstance(act, ExtensionRequested)
    decided: dict[str, Any] = {}
    if found.decided_at is not None and found.decision is not None and found.hands is not None:
        decision = facts.Decision(
            act=gathering.act(found.hands.decided_by, found.decided_at),
            one_person=found.hands.one_person,
        )
        decided["denied" if found.denied else "approved"] = decision
        denial = gathering.entry(found.decision).act
        if isinstance(denial, ExtensionDenied):
            decided["deny_reason"] = denial.reason_text
    if found.withdrawn_at is not None:
        decided["withdrawn"] = gathering.act(found.withdrawn_by, found.withdrawn_at)
    if found.ended is not None:
        end = gathering.entry(found.ended)
        assert isinstance(end.act, ExtensionEnded)
        decided["ended"] = gathering.act(end.actor.user_id, end.at)
        decided["end_reason"] = end.act.reason_text
    return facts.Extension(
        number=found.number,
        approver=gathering.approver,
        asked=gathering.asked(found),
        until=last_day(found.until, gathering.desk.zone),
        kept=gathering.kept(found.held or found.protected, found.seq),
        reason=act.reason_text,
        remarks=act.remarks,
        renews=found.renews,
        proof=gathering.proof(found.decision or found.seq),
        erased=asked.erased,
        **decided,
    )


def disclosure(gathering: Gathering, found: disclosures.Disclosure) -> facts.Disclosure:
    """Return what the papers of a disclosure, or of a seizure, say."""
    asked, decision = gathering.entry(found.seq), found.decision
    act = asked.act
    said: dict[str, Any]
    if isinstance(act, FootageSeized):
        said = {"purpose": "", "seized": gathering.local(act.at), "ground": found.ground}
    else:
        assert isinstance(act, DisclosureRequested)
        said = {
            "purpose": act.purpose_text,
            "ground": (decision and decision.ground) or found.standing_ground,
            "written": found.written,
            "danger": found.danger,
            "identity_check": act.identity_check,
            "exception": act.exception_text,
            "urgency": act.urgency_text,
            "no_other_way": act.no_other_way_text,
            **_decided(gathering, found),
            **_given(gathering, found),
        }
    permission = found.permission
    return facts.Disclosure(
        number=found.number,
        asks=found.asks,
        asked=gathering.asked(found),
        recipient=facts.Recipient(
            affiliation=act.affiliation, title=act.title, name=act.name, contact=act.contact
        ),
        content=act.content_text,
        remarks=act.remarks,
        document=act.document,
        document_number=act.document_number,
        masked=permission.masked if permission else found.to_be_masked,
        kept=gathering.kept(permission.pieces if permission else found.pieces, found.seq),
        proof=gathering.proof(decision.seq if decision else found.seq),
        erased=asked.erased,
        **said,
    )


def _decided(gathering: Gathering, found: disclosures.Disclosure) -> dict[str, Any]:
    said: dict[str, Any] = {}
    if found.access is not None:
        said["answer"] = facts.AccessAnswer(
            business=found.access.business,
            retained=found.access.retained,
            obliged=found.access.obliged,
        )
    if (decision := found.decision) is not None:
        decided = facts.Decision(
            act=gathering.act(decision.by, decision.at), one_person=decision.hands.one_person
        )
        said["denied" if decision.denied else "permitted"] = decided
        said |= {"afterwards": decision.afterwards, "no_ground": decision.no_ground}
        if decision.until is not None:
            said["until"] = gathering.local(decision.until)
        denial = gathering.entry(decision.seq).act
        if isinstance(denial, DisclosureDenied):
            said["deny_reason"] = denial.reason_text
    if found.withdrawn_at is not None:
        said["withdrawn"] = gathering.act(found.withdrawn_by, found.withdrawn_at)
    return said


def _given(gathering: Gathering, found: disclosures.Disclosure) -> dict[str, Any]:
    local = gathering.local
    said: dict[str, Any] = {
        "masks": tuple(
            facts.Masked(
                place=gathering.place(one.camera, found.seq), at=local(one.at), masks=one.masks
            )
            for one in found.masks
        ),
        "copies": _copies(gathering, found.copies),
    }
    if (made := found.prepared) is not None:
        said["prepared"] = facts.Prepared(
            at=local(made.at),
            manifest=made.manifest,
            files=made.files,
            bytes=made.bytes,
            masked=made.masked,
        )
    if (given := found.provided) is not None:
        act = gathering.entry(given.seq).act
        assert isinstance(act, DisclosureProvided)
        said["provided"] = facts.Provided(
            at=local(given.at),
            by=gathering.person(given.by, given.at),
            medium=given.medium,
            medium_text=act.medium_text,
            copies=given.copies,
            receipt=given.receipt,
            received_by=act.received_by,
            duty=given.duty,
            due=given.due and local(given.due),
            end=_end(gathering, given),
        )
    return said


def _copies(gathering: Gathering, copies: Sequence[disclosures.Copy]) -> tuple[facts.Copy, ...]:
    return tuple(
        facts.Copy(
            number=one.copy,
            form=one.form,
            act=gathering.act(one.by, one.at),
            due=gathering.local(one.due),
            end=_end(gathering, one),
        )
        for one in copies
    )


def _end(gathering: Gathering, one: disclosures.Copy | disclosures.Provided) -> facts.End | None:
    if one.fate is None or one.confirmed_at is None:
        return None
    return facts.End(fate=one.fate, at=gathering.local(one.confirmed_at))
