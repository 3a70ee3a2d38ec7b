"""What footage is on stands behind a lock: 4(4)ウ, 施錠できる設備内で保管, 盗難防止のための措置."""

from ...guideline.self_check import PANEL, Finding, fails, holds, said
from ...guideline.things import ThingKind
from ..check_facts import Facts, counted

ID = "custody"
ARTICLE = "4(4)ウ"
ALSO = ("運用基準例 4",)


def check(facts: Facts) -> Finding:
    """Ask whether of the machine, the disk and the backups it is noted where they stand, behind which lock, and what keeps them from being stolen."""
    around, things = facts.surroundings, facts.registers.things.by_id
    wanted = [ThingKind.HOST]
    if around.own_disk:
        wanted.append(ThingKind.DISK)
    if around.makes_backups:
        wanted.append(ThingKind.BACKUP)
    noted = {one.what for one in things.values()}
    missing = [said(f"custody.no_{kind}") for kind in wanted if kind not in noted]
    bare = counted("custody.without_lock", len(facts.read.without_lock))
    bare += counted("custody.unguarded", len(facts.read.unguarded))
    evidence = (said("custody.noted", count=len(things)), *missing, *bare)
    if missing or bare:
        return fails(said("custody.mend"), f"{PANEL}/duties/things", *evidence)
    return holds(*evidence)
