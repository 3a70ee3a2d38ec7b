"""Where sound is recorded the sign says so: 4(3), 不必要な個人の画像の撮影を防ぐ."""

from ...guideline.self_check import PANEL, Finding, apart, fails, holds, said
from ..check_facts import Facts

ID = "sign_sound"
ARTICLE = "4(3)"


def check(facts: Facts) -> Finding:
    """Ask whether the sign of each camera with sound was seen since the camera's settings changed last."""
    loud = [camera for camera, one in facts.cameras.items() if one.hears]
    if not loud:
        return apart()
    changed, signs = facts.read.cameras_changed, facts.registers.signs
    unseen = [
        camera
        for camera in loud
        if (seen := signs.of(camera).confirmed) is None
        or (camera in changed and seen < changed[camera])
    ]
    if unseen:
        return fails(
            said("sign_sound.mend"), f"{PANEL}/duties/signs", *facts.at("sign_sound.unseen", unseen)
        )
    return holds(*facts.at("sign_sound.cameras", loud))
