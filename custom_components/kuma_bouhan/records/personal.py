"""Which acts hold personal data, and since which act each of them describes nothing that stands.

Invariants:
1. What describes something that stands (settings, a camera, where the vault is, an order without an
   answer) is in no period yet.
2. Offices know their own end: acts that give one are in no period here (see `Registers.appointments`).
3. Periods count from a place in the book, not from what a clock said: one act stamped by a wrong
   clock does not make its period end early.
4. What is about one request, complaint, incident or taking out (its number) stays together: its periods count from the last act about it, so form 2 keeps its
   recipient as long as its hand-over. A complaint or incident that nobody has closed, and a medium that is asked for or out, is in no period.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ..guideline.personal_data import PERIODS
from .act import RecordedAct
from .acts import (
    CameraAdded,
    CameraChanged,
    CameraRemoved,
    ErasureAsked,
    SiteAdopted,
    SiteChanged,
    SiteSetUp,
    ViewingRequested,
)
from .assessment import CameraAssessed
from .complaint import ABOUT_COMPLAINTS, ComplaintClosed
from .contract import ContractCertified, ContractEnded, ContractMade
from .disclosure import ABOUT_DISCLOSURES
from .entry import Entry, Phase
from .extension import ABOUT_EXTENSIONS
from .incident import ABOUT_INCIDENTS, IncidentClosed
from .instruction import Instructed
from .purge_rule import PurgeRuleEnded, PurgeRuleSigned
from .sign import SignConfirmed, SignMissing
from .standard import ClausesWritten, StandardAdopted
from .thing import (
    ABOUT_TAKINGS,
    Inspected,
    MediumDisposed,
    MediumReturned,
    OtherCopyGone,
    OtherCopyNoted,
    TakingOutDenied,
    ThingChecked,
    ThingGone,
    ThingNoted,
)

_ABOUT_REQUESTS = (*ABOUT_EXTENSIONS, *ABOUT_DISCLOSURES)
_RUNS: Mapping[str, tuple[type[RecordedAct], ...]] = {
    "request": _ABOUT_REQUESTS,
    "complaint": ABOUT_COMPLAINTS,
    "incident": ABOUT_INCIDENTS,
    "taking": ABOUT_TAKINGS,
}
"""Acts that belong together by their number, by what the number counts."""
_RUN_OF = {act: run for run, acts in _RUNS.items() for act in acts}
_CLOSED_BY: Mapping[str, tuple[type[RecordedAct], ...]] = {
    "complaint": (ComplaintClosed,),
    "incident": (IncidentClosed,),
    "taking": (TakingOutDenied, MediumReturned),
}
"""Acts that close what belongs together: until then whoever sees to it has to know whom it is about, and it stands."""
_ENDS: tuple[type[RecordedAct], ...] = (
    CameraRemoved,
    ContractEnded,
    ContractCertified,
    ThingGone,
    MediumDisposed,
    OtherCopyGone,
    PurgeRuleEnded,
)
"""Acts after which something stands no longer."""
_CONCERNED = {*PERIODS, *(act.kind for act in (*_ENDS, *_RUN_OF))}
"""Kinds of acts that begin or end anything here; in ten years there are a hundred times more of others."""

_ONCE = (
    ErasureAsked,
    ViewingRequested,
    *_RUN_OF,
    Instructed,
    Inspected,
    ContractCertified,
    MediumDisposed,
    SignMissing,
    ThingChecked,
)
"""Acts that describe only what happened: their period counts from themselves, or from what followed of the same request, complaint or incident."""


@dataclass(slots=True)
class PersonalParts:
    """Folded from the book, act by act."""

    since: dict[str, dict[int, int | None]] = field(default_factory=dict)
    """By kind of act: acts with personal data; the act their period counts from, None while they stand."""
    _says: dict[str, int] = field(default_factory=dict)
    """The act that says what stands, by what it is about."""
    _about: dict[int, int] = field(default_factory=dict)
    """About how many things an act says what stands."""
    _runs: dict[tuple[str, int], list[tuple[str, int]]] = field(default_factory=dict)
    """Acts (kind, `seq`) with personal data that belong together, by what is counted and its number."""

    def fold(self, entry: Entry) -> None:
        """Take in the next act of the book."""
        act, seq = entry.act, entry.seq
        if entry.order is not None:
            self._end(entry.order, seq)
        if act.kind not in _CONCERNED:
            return
        if act.kind in PERIODS and not entry.erased:
            over = entry.phase is Phase.FAILED or isinstance(act, _ONCE)
            waits = entry.phase is Phase.ORDERED
            self.since.setdefault(act.kind, {})[seq] = seq if over and not waits else None
        if not entry.phase.counts:
            return
        if (run := _RUN_OF.get(type(act))) is not None:
            number: int = getattr(act, "number")  # noqa: B009  # every act of a run has one
            closing = _CLOSED_BY.get(run)
            stands = closing is not None and not isinstance(act, closing)
            self._follow((run, number), act.kind, seq, stands=stands)
        about = _about(act)
        for subject in about:
            if (before := self._says.pop(subject, None)) is not None:
                self._about[before] -= 1
                if not self._about[before]:
                    del self._about[before]
                    self._end(before, seq)
            if not isinstance(act, _ENDS):
                self._says[subject] = seq
                self._about[seq] = len(about)

    def forget(self, acts: Iterable[int]) -> None:
        """Take note that the personal data of these acts is no more."""
        for seq in acts:
            for kind, found in tuple(self.since.items()):
                found.pop(seq, None)
                if not found:
                    del self.since[kind]

    def _follow(self, about: tuple[str, int], kind: str, seq: int, *, stands: bool) -> None:
        """Have the periods of what belongs together count from one more act about it, unless it stands on."""
        known = self._runs.setdefault(about, [])
        if kind in PERIODS:
            known.append((kind, seq))
        for one, before in known:
            if before in self.since.get(one, {}):
                self.since[one][before] = None if stands else seq

    def _end(self, seq: int, by: int) -> None:
        for found in self.since.values():
            if seq in found and found[seq] is None:
                found[seq] = by


def _about(act: RecordedAct) -> tuple[str, ...]:
    """Return what an act says that will stand until another says it anew."""
    match act:
        case SiteSetUp():
            return ("site", "vault")
        case SiteChanged():
            return ("site",)
        case SiteAdopted():
            return ("vault",)
        case CameraAdded() | CameraChanged():
            return (act.camera,)
        case CameraRemoved():
            # With a camera its answers, too, describe nothing that stands.
            return (act.camera, f"assessment {act.camera}", f"sign {act.camera}")
        case CameraAssessed():
            return (f"assessment {act.camera}",)
        case SignConfirmed():
            return (f"sign {act.camera}",)
        case ContractMade() | ContractEnded() | ContractCertified():
            return (act.contract,)
        case ThingNoted() | ThingGone():
            return (act.thing,)
        case MediumDisposed():
            return (act.thing,) if act.thing else ()
        case OtherCopyNoted() | OtherCopyGone():
            return (act.copy,)
        case PurgeRuleSigned() | PurgeRuleEnded():
            return (act.rule,)
        case ClausesWritten():
            return ("clauses",)
        case StandardAdopted():
            return ("standard",)
    return ()
