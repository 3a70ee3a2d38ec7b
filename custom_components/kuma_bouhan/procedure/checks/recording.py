"""The cameras record when they should: 運用基準例 2(4), 録画するものとする."""

from ...guideline.self_check import PANEL, Finding, apart, fails, holds, said
from ..check_facts import Facts

ID = "recording"
ARTICLE = "運用基準例 2(4)"


def check(facts: Facts) -> Finding:
    """Ask whether no camera is switched off, and none fails to record."""
    if not facts.cameras:
        return apart()
    off = [camera for camera in facts.cameras if camera in facts.registers.switched_off]
    evidence = (
        *facts.at("recording.not_recording", facts.surroundings.not_recording),
        *facts.at("recording.switched_off", off),
    )
    if evidence:
        return fails(said("recording.mend"), PANEL, *evidence)
    return holds()
