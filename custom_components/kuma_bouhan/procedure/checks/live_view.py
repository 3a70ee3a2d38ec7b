"""Nobody else looks at what cameras see: 4(4)ウ, 運用責任者及び運用従事者以外の者による再生・視聴防止."""

from ...guideline.self_check import Finding, apart, fails, holds, said
from ..check_facts import Facts, counted

ID = "live_view"
ARTICLE = "4(4)ウ"


def check(facts: Facts) -> Finding:
    """Ask whether no camera has an entity, or every user of Home Assistant is one who may look at footage.

    Home Assistant shows every camera entity to each of its users; it has no check there.
    """
    if not facts.cameras:
        return apart()
    sources, watchers = facts.surroundings.sources, facts.surroundings.watchers
    if not sources:
        return holds(said("live_view.none"))
    evidence = (
        said("live_view.entities", entities=tuple(sorted(sources.values()))),
        *counted("live_view.watchers", watchers),
    )
    if watchers:
        return fails(said("live_view.mend"), "/config/users", *evidence)
    return holds(*evidence)
