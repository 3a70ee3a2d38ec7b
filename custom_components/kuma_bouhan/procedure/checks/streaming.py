"""Pictures are streamed by this Home Assistant alone: 4(4)ウ, 画像データが外部に漏れることのないように."""

from ...guideline.self_check import Finding, fails, holds, said
from ..check_facts import Facts

ID = "streaming"
ARTICLE = "4(4)ウ"


def check(facts: Facts) -> Finding:
    """Ask whether no other machine streams them, and nothing streams them past Home Assistant's sign-in."""
    if facts.surroundings.sources and facts.surroundings.streams_elsewhere:
        return fails(said("streaming.mend"), "/config/integrations/dashboard", leaks=1)
    return holds()
