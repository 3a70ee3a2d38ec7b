"""Instruction and supervision (指導、監督): site owner → manager → operators, 運用基準例 3(3)イ, 運用体制の概要図."""

from enum import StrEnum

from .people import Role

INSTRUCTION_DAYS = 365
"""Days after which everybody is instructed again."""


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
