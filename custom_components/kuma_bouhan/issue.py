"""What a repair is."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from homeassistant.helpers import issue_registry as ir


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """Something that is wrong now; `key` names its text."""

    key: str
    severity: ir.IssueSeverity = ir.IssueSeverity.ERROR
    placeholders: Mapping[str, str] = field(default_factory=dict)
    fixable: bool = False
