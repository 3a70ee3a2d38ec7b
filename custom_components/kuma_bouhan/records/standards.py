"""The operating standard as it stands: what was added to it, and which text was adopted last: 4(1), 別紙."""

from dataclasses import dataclass, field
from datetime import datetime

from ..guideline.standard import Adoption
from .entry import Entry
from .standard import ClausesWritten, SelfChecked, StandardAdopted


@dataclass(frozen=True, slots=True, kw_only=True)
class Adopted:
    """An edition that was adopted; its text stands in the act `seq`."""

    seq: int
    edition: int
    adoption: Adoption
    on: datetime
    entered: datetime
    digest: str
    settled: str
    by: str


@dataclass(slots=True)
class Standards:
    """What the book says of the standard."""

    clauses: int | None = None
    """The act (`seq`) that says what the site added."""
    editions: list[Adopted] = field(default_factory=list)
    """Oldest first."""
    checked: datetime | None = None
    """When somebody last went through the self-check."""

    @property
    def adopted(self) -> Adopted | None:
        """Return the edition that was adopted last."""
        return self.editions[-1] if self.editions else None

    def fold(self, entry: Entry) -> None:
        """Take in the next act that is done or noted."""
        match entry.act:
            case ClausesWritten():
                self.clauses = entry.seq
            case StandardAdopted() as act:
                self.editions.append(
                    Adopted(
                        seq=entry.seq,
                        edition=act.edition,
                        adoption=act.adoption,
                        on=act.on,
                        entered=entry.at,
                        digest=act.digest,
                        settled=act.settled,
                        by=entry.actor.user_id or "",
                    )
                )
            case SelfChecked():
                self.checked = entry.at
