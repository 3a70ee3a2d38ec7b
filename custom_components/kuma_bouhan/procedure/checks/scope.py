"""Which cameras the guideline is about: 2(1), 副次的に犯罪の予防を目的とするものを含まず."""

from ...guideline.self_check import Finding, apart, holds, said
from ..check_facts import Facts, counted

ID = "scope"
ARTICLE = "2(1)"


def check(facts: Facts) -> Finding:
    """Ask whether there are cameras that it is about; others are under it of the site's own will."""
    voluntary = [camera for camera, one in facts.cameras.items() if one.voluntary]
    evidence = (
        said("scope.cameras", count=len(facts.cameras) - len(voluntary)),
        *facts.at("scope.voluntary", voluntary),
        *counted("scope.others", facts.surroundings.other_cameras),
    )
    return apart(*evidence) if len(voluntary) == len(facts.cameras) else holds(*evidence)
