"""The self-check: what of the guideline holds at a site, what does not, and how that is mended: 4(1), その適正な運用に努めてください.

A duty holds, does not hold (fails), or does not apply (apart): no contractors, so nothing to be asked of them. What is found names
counts, days and the places of cameras, never a person.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

EVERY = timedelta(days=365)
"""After which somebody goes through it again."""
PANEL = "/kuma-bouhan"
"""Where most of it is mended: below it, the panel's pages."""
INTEGRATION = "/config/integrations/integration/kuma_bouhan"
"""Where Home Assistant's administrators find this integration's settings, and those of its cameras."""


class CheckState(StrEnum):
    """What was found of a duty."""

    HOLDS = "holds"
    FAILS = "fails"
    APART = "apart"
    """It does not apply here."""


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence: its key below `check.` in the words of the papers, and what fills its blanks.

    A blank is a number, a text, a moment (said as its day in the site's own time), a sentence, or several of these.
    """

    key: str
    blanks: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What was found of one duty. `path` leads to where it is mended: in the panel or in Home Assistant's settings.

    `leaks` counts ways by which pictures leave that a person can close, and that Home Assistant has no say of its own about.
    """

    state: CheckState
    evidence: tuple[Said, ...] = ()
    mend: Said | None = None
    path: str | None = None
    leaks: int = 0


@dataclass(frozen=True, slots=True)
class Checked:
    """A duty, by its id and article, and what was found of it."""

    id: str
    article: str
    finding: Finding

    @property
    def state(self) -> CheckState:
        """Return what was found."""
        return self.finding.state


@dataclass(frozen=True, slots=True)
class Report:
    """The whole self-check at a moment, in the order of the guideline."""

    at: datetime
    checks: tuple[Checked, ...]

    def count(self, state: CheckState) -> int:
        """Return of how many duties this was found."""
        return sum(check.state is state for check in self.checks)

    @property
    def holds(self) -> int:
        """Return how many duties hold."""
        return self.count(CheckState.HOLDS)

    @property
    def all(self) -> int:
        """Return how many duties apply here: all of them hold where nothing is left to do."""
        return self.holds + self.count(CheckState.FAILS)

    @property
    def leaks(self) -> int:
        """Return in how many ways pictures leave that a person can close."""
        return sum(check.finding.leaks for check in self.checks)


def said(key: str, /, **blanks: object) -> Said:
    """Return a sentence."""
    return Said(key, blanks)


def holds(*evidence: Said) -> Finding:
    """Return that a duty holds."""
    return Finding(state=CheckState.HOLDS, evidence=evidence)


def fails(mend: Said, path: str, *evidence: Said, leaks: int = 0) -> Finding:
    """Return that a duty does not hold, and how and where that is mended."""
    return Finding(state=CheckState.FAILS, evidence=evidence, mend=mend, path=path, leaks=leaks)


def apart(*evidence: Said) -> Finding:
    """Return that a duty does not apply here."""
    return Finding(state=CheckState.APART, evidence=evidence)
