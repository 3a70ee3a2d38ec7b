"""Before a camera: its purpose and necessity were thought over, and are once a year: はじめに, 設置目的や必要性、妥当性なども十分検討."""

from ...guideline.self_check import PANEL, Finding, apart, fails, holds, said
from ..check_facts import YEAR, Facts

ID = "assessment"
ARTICLE = "はじめに"
ALSO = ("4(1)",)


def check(facts: Facts) -> Finding:
    """Ask whether every camera has answers, gone through within the year."""
    if not facts.cameras:
        return apart()
    known = facts.registers.assessments.by_camera
    never = [camera for camera in facts.cameras if camera not in known]
    old = [
        camera
        for camera in facts.cameras
        if camera in known and facts.is_old(known[camera].reviewed, YEAR)
    ]
    done = said("assessment.done", count=len(facts.cameras) - len(never), all=len(facts.cameras))
    if never or old:
        return fails(
            said("assessment.mend"),
            f"{PANEL}/duties/assessments",
            done,
            *facts.at("assessment.never", never),
            *facts.at("assessment.old", old),
        )
    return holds(done)
