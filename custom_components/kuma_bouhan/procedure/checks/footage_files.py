"""No pictures lie where Home Assistant shows them around: 4(4)ウ, 画像データが外部に漏れることのないように."""

from ...guideline.self_check import Finding, fails, holds, said
from ..check_facts import Facts

ID = "footage_files"
ARTICLE = "4(4)ウ"


def check(facts: Facts) -> Finding:
    """Ask whether no video, and no still of a camera, is in the folders of media and of the web."""
    found = facts.surroundings.footage_files
    partly = () if facts.surroundings.looked_through else (said("footage_files.partly"),)
    if not found:
        return holds(*partly)
    evidence = [
        said("footage_files.one", folder=folder, count=count) for folder, count in found.items()
    ]
    return fails(
        said("footage_files.mend"), "/media-browser/browser", *evidence, *partly, leaks=len(found)
    )
