"""The list of drafts, protections and requests as the panel is told it: names and reasons, for who may read them.

`procedure/reading_requests.py` has let them; what is told goes to the caller alone.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from .bodies import told
from .guideline.extension import LONGEST_EXTENSION
from .guideline.people import Hands
from .guideline.settings import SiteSettings
from .guideline.viewing import Scope
from .procedure.reading_requests import (
    DisclosureItem,
    DraftItem,
    ExtensionItem,
    Listing,
    ProtectionItem,
)
from .records.disclosure_state import Copy, Decision, Provided
from .records.requests import Draft, Extension, Protection
from .request_views import told_bounds
from .site import Site

type Told = dict[str, Any]


def told_requests(site: Site, listing: Listing) -> Told:
    """Return what there is, newest first."""
    return _Telling(site, listing.names).everything(listing)


class _Telling:
    """Tells a list of one site, with the names that stand in it."""

    def __init__(self, site: Site, names: Mapping[str, str]) -> None:
        self._site = site
        self._names = names

    def everything(self, listing: Listing) -> Told:
        return {
            "settings": _settings(listing.settings or self._site.desk.registers.settings),
            "drafts": [self.draft(one) for one in listing.drafts],
            "protections": [self.protection(one) for one in listing.protections],
            "extensions": [self.extension(one) for one in listing.extensions],
            "disclosures": [self.disclosure(one) for one in listing.disclosures],
        }

    def draft(self, item: DraftItem) -> Told:
        one = item.draft
        return {
            **self._item(one),
            "wanted": one.wanted,
            "ground": one.ground,
            "can": sorted(item.can),
        }

    def protection(self, item: ProtectionItem) -> Told:
        one = item.protection
        return {
            **self._item(one),
            "true": told_bounds(self._site, item.true),
            "until": self._at(one.until),
            "state": item.state,
            "can": sorted(item.can),
        }

    def extension(self, item: ExtensionItem) -> Told:
        one = item.extension
        return {
            **self._item(one),
            "seq": one.seq,
            "state": item.state,
            "until": item.last_day.isoformat(),
            "renews": one.renews,
            "reason": item.reason,
            "remarks": item.remarks,
            "true": told_bounds(self._site, item.true),
            "original_ends": [day.isoformat() for day in item.original_ends],
            "protected_until": self._at(item.protected_until),
            "held_until": self._at(item.held_until),
            "decided": self._decided(one.decided_at, one.hands),
            "deny_reason": item.deny_reason,
            "withdrawn": self._done(one.withdrawn_at, one.withdrawn_by),
            "ended": self._done(one.ended_at, one.ended_by),
            "end_reason": item.end_reason,
            "can": sorted(item.can),
        }

    def disclosure(self, item: DisclosureItem) -> Told:
        one = item.disclosure
        access, prepared = one.access, one.prepared
        return {
            "number": one.number,
            "seq": one.seq,
            "at": self._at(one.at),
            **self._person(one.by),
            **self._scope(one.scope),
            "asks": one.asks,
            "state": item.state,
            "ground": one.standing_ground,
            "true": told_bounds(self._site, item.true),
            "recipient": {
                "affiliation": item.recipient.affiliation,
                "title": item.recipient.title,
                "name": item.recipient.name,
                "contact": item.recipient.contact,
            },
            "purpose": item.purpose,
            "content": item.content,
            "remarks": item.remarks,
            "written": one.written,
            "document": item.document,
            "document_number": item.document_number,
            "identity_check": item.identity_check,
            "exception": item.exception,
            "danger": one.danger,
            "urgency": item.urgency,
            "no_other_way": item.no_other_way,
            "masked": one.to_be_masked,
            "access": access
            and {
                "business": access.business,
                "retained": access.retained,
                "obliged": access.obliged,
            },
            "protected_until": self._at(item.protected_until),
            "held_until": self._at(item.held_until),
            "decided": one.decision and self._decision(one.decision, item.deny_reason),
            "withdrawn": self._done(one.withdrawn_at, one.withdrawn_by),
            "permission_due": self._at(one.permission_due),
            "masks": [
                {
                    "camera": mask.camera,
                    "derived": mask.derived,
                    "at": self._at(mask.at),
                    "masks": mask.masks,
                }
                for mask in one.masks
            ],
            "prepared": prepared
            and {
                "at": self._at(prepared.at),
                "manifest": prepared.manifest,
                "files": prepared.files,
                "bytes": prepared.bytes,
                "masked": prepared.masked,
            },
            "copies": [self._copy(copy) for copy in one.copies],
            "provided": one.provided and self._provided(one.provided, item),
            "seized_at": self._at(one.seized_at),
            "can": sorted(item.can),
        }

    def _item(self, one: Draft | Protection | Extension) -> Told:
        return {
            "number": one.number,
            "at": self._at(one.at),
            **self._person(one.by),
            **self._scope(one.scope),
        }

    def _scope(self, scope: Scope) -> Told:
        return {
            "cameras": list(scope.cameras),
            "start": self._at(scope.start),
            "end": self._at(scope.end),
        }

    def _person(self, user_id: str) -> Told:
        return {"by": user_id, "name": self._names.get(user_id, "")}

    def _done(self, at: datetime | None, by: str) -> Told | None:
        return None if at is None else {"at": self._at(at), **self._person(by)}

    def _decided(self, at: datetime | None, hands: Hands | None) -> Told | None:
        if hands is None or (done := self._done(at, hands.decided_by)) is None:
            return None
        return {**done, "one_person": hands.one_person}

    def _decision(self, decision: Decision, reason: str) -> Told:
        return {
            **(self._decided(decision.at, decision.hands) or {}),
            "denied": decision.denied,
            "no_ground": decision.no_ground,
            "reason": reason,
            "until": self._at(decision.until),
            "afterwards": decision.afterwards,
        }

    def _copy(self, copy: Copy) -> Told:
        return {
            "copy": copy.copy,
            "form": copy.form,
            "at": self._at(copy.at),
            **self._person(copy.by),
            "bytes": copy.bytes,
            "due": self._at(copy.due),
            "overdue": copy.is_overdue(self._site.desk.clock.now()),
            "fate": copy.fate,
        }

    def _provided(self, provided: Provided, item: DisclosureItem) -> Told:
        return {
            "at": self._at(provided.at),
            "medium": provided.medium,
            "medium_text": item.medium_text,
            "copies": provided.copies,
            "received_by": item.received_by,
            "receipt": provided.receipt,
            "duty": provided.duty,
            "due": self._at(provided.due),
            "overdue": provided.is_overdue(self._site.desk.clock.now()),
            "fate": provided.fate,
            "confirmed_at": self._at(provided.confirmed_at),
        }

    def _at(self, moment: datetime | None) -> str | None:
        return None if moment is None else told(self._site, moment)


def _settings(settings: SiteSettings | None) -> Told:
    assert settings is not None  # a running site has some: `Site._async_start`
    return {
        "approver": settings.approver,
        "written_request": settings.written_request,
        "permission_afterwards": settings.permission_afterwards,
        "four_eyes": sorted(settings.four_eyes),
        "longest_extension_days": LONGEST_EXTENSION.days,
    }
