"""What a profile fills in, for the person to keep or to change: in the language of the house.

Texts that go into the operating standard (運用基準例 1) and so are stored as typed; they are not translated later.
"""

from dataclasses import dataclass

from ..guideline.settings import OwnerKind, Profile


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestions:
    """Proposed answers of one profile."""

    owner_kind: OwnerKind
    manager_title: str
    purpose: str
    crimes: str


_ENGLISH = {
    Profile.HOME: Suggestions(
        owner_kind=OwnerKind.PERSON,
        manager_title="Head of household",
        purpose="To prevent crime in and around the house.",
        crimes="burglary, theft, damage to property",
    ),
    Profile.SMALL_BUILDING: Suggestions(
        owner_kind=OwnerKind.PERSON,
        manager_title="Building manager",
        purpose="To prevent crime at the entrances and in the shared areas of the building.",
        crimes="burglary, bicycle theft, damage to property",
    ),
    Profile.ASSOCIATION: Suggestions(
        owner_kind=OwnerKind.BODY,
        manager_title="Chairperson",
        purpose="To prevent crime in the facility and in front of it.",
        crimes="theft, theft from vehicles, damage to property",
    ),
}

_JAPANESE = {
    Profile.HOME: Suggestions(
        owner_kind=OwnerKind.PERSON,
        manager_title="世帯主",
        purpose="住宅及びその周囲における犯罪を防止するため。",
        crimes="空き巣、盗難、器物損壊",
    ),
    Profile.SMALL_BUILDING: Suggestions(
        owner_kind=OwnerKind.PERSON,
        manager_title="管理人",
        purpose="建物の出入口及び共用部分における犯罪を防止するため。",
        crimes="侵入盗、自転車盗、器物損壊",
    ),
    Profile.ASSOCIATION: Suggestions(
        owner_kind=OwnerKind.BODY,
        manager_title="会長",
        purpose="施設内及び施設の出入口付近における犯罪を防止するため。",
        crimes="窃盗、車上ねらい、器物損壊",
    ),
}


def suggestions(profile: Profile, language: str) -> Suggestions:
    """Return what a profile proposes."""
    return (_JAPANESE if language.startswith("ja") else _ENGLISH)[profile]
