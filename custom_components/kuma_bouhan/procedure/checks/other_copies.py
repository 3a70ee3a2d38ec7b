"""What a camera or a recorder keeps beside this goes as early: 4(4)イ, 必要最小限の期間."""

from ...guideline.self_check import PANEL, Finding, apart, fails, holds, said
from ...guideline.settings import days_kept
from ..check_facts import Facts

ID = "other_copies"
ARTICLE = "4(4)イ"
ALSO = ("4(4)ウ", "運用基準例 4")


def check(facts: Facts) -> Finding:
    """Ask whether no other copy of a camera is kept longer than the camera's period."""
    copies = [one for one in facts.registers.things.copies.values() if one.camera in facts.cameras]
    if not copies:
        return apart()
    unknown = [one.camera for one in copies if one.days is None]
    long = [
        one.camera
        for one in copies
        if one.days is not None and one.days > days_kept(facts.settings, facts.cameras[one.camera])
    ]
    evidence = (said("other_copies.count", count=len(copies)),)
    if unknown or long:
        return fails(
            said("other_copies.mend"),
            f"{PANEL}/duties/things",
            *evidence,
            *facts.at("other_copies.long", dict.fromkeys(long)),
            *facts.at("other_copies.unknown", dict.fromkeys(unknown)),
        )
    return holds(*evidence)
