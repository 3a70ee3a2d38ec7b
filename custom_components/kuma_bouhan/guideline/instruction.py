"""Instruction and supervision (指導、監督): site owner → manager → operators, 運用基準例 3(3)イ, 運用体制の概要図."""

from collections.abc import Set as AbstractSet
from enum import StrEnum

from .people import Role

INSTRUCTION_DAYS = 365
"""Days after which everybody is instructed again."""
FIRST_INSTRUCTION_DAYS = 30
"""Days from an office's beginning in which there is to be a first instruction."""
ACKNOWLEDGE_DAYS = 14
"""Days until whoever was taught acknowledges it."""


class Topic(StrEnum):
    """What is taught."""

    STANDARD = "standard"
    """運用基準の遵守."""
    PRIVACY = "privacy"
    """プライバシーに配慮."""
    LEAKS = "leaks"
    """画像データの漏えい防止等."""
    PURPOSE = "purpose"
    """目的外利用、外部提供の禁止."""
    ERASURE = "erasure"
    """保存期間終了後の消去."""
    COMPLAINTS = "complaints"
    """苦情等の対応."""
    SECRECY = "secrecy"
    """The duty of secrecy, which lasts beyond the office."""


INSTRUCTED: frozenset[Role] = frozenset(
    {Role.MANAGER, Role.DEPUTY, Role.OPERATOR, Role.STAFF, Role.COMPLAINT_OFFICER}
)
"""Who is instructed."""
INSTRUCTED_BY_OWNER: frozenset[Role] = frozenset({Role.MANAGER, Role.DEPUTY})
"""Whom the site owner instructs; the others are the manager's."""


def is_instructed(roles: AbstractSet[Role]) -> bool:
    """Say whether somebody in these offices is instructed: who is their own manager's site owner has nobody above them."""
    own = Role.SITE_OWNER in roles and bool(roles & INSTRUCTED_BY_OWNER)
    return bool(roles & INSTRUCTED) and not own


def teaches(teacher: AbstractSet[Role], taught: AbstractSet[Role]) -> bool:
    """Say whether who holds the first offices instructs another person who holds the second."""
    if not is_instructed(taught):
        return False
    if taught & INSTRUCTED_BY_OWNER:
        return Role.SITE_OWNER in teacher
    return bool(teacher & INSTRUCTED_BY_OWNER)
