"""The registers that are kept, and which act of `people.RULES` reading each of them is.

Registers of operation say what the cameras and the footage did: whoever works with them, or answers
complaints about them, needs that (運用体制の概要図: 保存状況の点検, 苦情等の対応). Registers of supervision
say what people did: they are for those who appoint, instruct and answer for it (運用基準例 3(3)イ). Names and
reasons in either are for the latter only (`Act.READ_NAMES`); everybody else reads ids, times and counts.
"""

from enum import StrEnum

from .people import Act


class Register(StrEnum):
    """A list of acts or facts, newest first."""

    APPOINTMENTS = "appointments"
    """Who held which office from when until when: 4(2)."""
    ERASURES = "erasures"
    """Footage whose key was destroyed: 4(4)エ."""
    GAPS = "gaps"
    """Stretches without footage, with the reason."""
    RECORDING = "recording"
    """Recording switched on and off: 運用基準例 2(4)."""
    RETENTION = "retention"
    """Changes of period: 4(4)イ."""
    SETTINGS = "settings"
    """What the site and its cameras had settled, from founding on: 4(1), 運用基準例 2."""
    UNLOCKING = "unlocking"
    """The vault opened and locked, and whose keys there are: 4(4)ウ."""
    VIEWING = "viewing"
    """閲覧記録簿: who viewed which footage when and what for, and what was really played: 4(4)ア, ウ."""
    EXTENSIONS = "extensions"
    """Footage kept beyond its period, of which form 1 is made, and provisional protection: 4(4)イ, 運用基準例 4(2)."""
    DISCLOSURES = "disclosures"
    """Footage given to others, of which form 2 is made, and what was asked for: 4(4)ア, 運用基準例 5(2)."""
    ASSESSMENTS = "assessments"
    """What each camera is for, and that it was thought over: はじめに, 4(1)."""
    SIGNS = "signs"
    """Signs that were seen, or missed: 4(3)."""
    COMPLAINTS = "complaints"
    """苦情・問合せ: 4(5)."""
    INCIDENTS = "incidents"
    """漏えい、滅失、き損、改ざん."""
    INSTRUCTION = "instruction"
    """指導・監督: 運用基準例 3(3)イ."""
    CONTRACTS = "contracts"
    """委託: 4(6)."""
    THINGS = "things"
    """Where footage physically is, what was taken out, other copies, disposal: 4(4)ウ, 運用基準例 4(1), 4(3)."""
    INSPECTIONS = "inspections"
    """画像データの保存状況の点検."""
    STANDARDS = "standards"
    """Which operating standard was adopted when, and that the self-check was gone through: 4(1)."""
    PURGE_RULES = "purge_rules"
    """Rules by which footage goes early, and what went: 4(4)エ."""
    REFUSALS = "refusals"
    """What was asked for without authority."""
    FINDINGS = "findings"
    """What was found other than it had been left, and whether the clock was vouched for."""
    ALL = "all"
    """Every act in the book, orders and failures included."""

    @property
    def act(self) -> Act:
        """Return the act that reading this register is."""
        return Act.READ_OPERATION if self in _OPERATION else Act.READ_SUPERVISION


_OPERATION = frozenset(
    {
        Register.ERASURES,
        Register.GAPS,
        Register.RECORDING,
        Register.RETENTION,
        Register.FINDINGS,
        Register.SIGNS,
        Register.COMPLAINTS,
        Register.THINGS,
        Register.INSPECTIONS,
        Register.PURGE_RULES,
    }
)
