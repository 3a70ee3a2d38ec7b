"""The acts about contractors: 4(6). `contract` is an id (32 hex digits)."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from ..guideline.contracts import Certified, Task
from .act import RecordedAct, personal


@dataclass(frozen=True, slots=True, kw_only=True)
class ContractMade(RecordedAct):
    """Work was given to a contractor, or the contract changed. `clause`: it binds them to the guideline and the standard."""

    kind: ClassVar[str] = "contract_made"

    contract: str
    task: Task
    clause: bool
    start: datetime
    until: datetime
    company: str = personal()
    contact: str = personal()
    task_text: str = personal()
    reason_text: str = personal()
    """Why the site owner cannot manage it directly (やむを得ず)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContractEnded(RecordedAct):
    """A contract ended before its last day, with the access of its people; the integration was told."""

    kind: ClassVar[str] = "contract_ended"

    contract: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ContractCertified(RecordedAct):
    """It was certified what became of what a contractor had."""

    kind: ClassVar[str] = "contract_certified"

    contract: str
    certified: Certified
    on: datetime
    document: str = personal()


ABOUT_CONTRACTS = (ContractMade, ContractEnded, ContractCertified)
