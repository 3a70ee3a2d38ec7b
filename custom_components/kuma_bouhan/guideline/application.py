"""What a request for footage has to say: 4(4)ア, 運用基準例 5, the rows of 参考様式2.

Form 2 asks for the recipient (所属, 職・氏名, 連絡先), the purpose and the content; every ground asks for what makes it one.
Nothing else is required. No ground is exempt from prior permission, and nothing here judges whether a request is right: a
person does.
"""

from dataclasses import dataclass

from .disclosure import Asks, Danger
from .errors import Problem
from .grounds import Ground
from .viewing import Scope

LONGEST_TEXT = 2000
LONGEST_LINE = 200
"""Characters of what stands on one line of form 2: a name, an address, a number."""

_LINES = ("affiliation", "title", "name", "contact", "document_number")
_TEXTS = (
    "purpose",
    "content",
    "remarks",
    "document",
    "identity_check",
    "exception",
    "urgency",
    "no_other_way",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """画像提供先: to whom footage is given. A person who asks for footage of themselves has no affiliation."""

    affiliation: str = ""
    title: str = ""
    name: str = ""
    contact: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Application(Recipient):
    """A request as somebody wrote it down.

    `draft` and `protection` are numbers of what it was made from. `written`: a paper asks for it, whose name and number
    are `document` and `document_number`. `exception`: why there is no paper where the site asks for one.
    """

    scope: Scope
    asks: Asks = Asks.DISCLOSURE
    ground: Ground | None = None
    purpose: str = ""
    content: str = ""
    remarks: str = ""
    written: bool = False
    document: str = ""
    document_number: str = ""
    identity_check: str = ""
    exception: str = ""
    danger: Danger | None = None
    urgency: str = ""
    no_other_way: str = ""
    masked: bool = False
    draft: int | None = None
    protection: int | None = None

    def check(self, *, written_request: bool) -> None:
        """Raise `Problem` where something is missing; `written_request`: whether the site asks police and fire service for a paper.

        Keys: no_cameras, span_empty, span_too_long, affiliation_missing, name_missing, contact_missing, purpose_missing,
        content_missing, ground_missing, document_missing, exception_missing, danger_missing, urgency_missing,
        no_other_way_missing, text_too_long.
        """
        self.scope.check()
        if self.asks is Asks.DISCLOSURE and not self.affiliation.strip():
            raise Problem("affiliation_missing")
        if not self.name.strip():
            raise Problem("name_missing")
        if not self.contact.strip():
            raise Problem("contact_missing")
        if not self.purpose.strip():
            raise Problem("purpose_missing")
        if not self.content.strip():
            raise Problem("content_missing")
        if self.asks is Asks.DISCLOSURE and self.ground is None:
            raise Problem("ground_missing")
        self._check_ground(written_request)
        check_lengths(self)

    def _check_ground(self, written_request: bool) -> None:
        match self.ground:
            case Ground.LAW:
                if not self.document.strip():
                    raise Problem("document_missing")
            case Ground.INVESTIGATION:
                if written_request and not self.written and not self.exception.strip():
                    raise Problem("exception_missing")
            case Ground.EMERGENCY:
                if self.danger is None:
                    raise Problem("danger_missing")
                if not self.urgency.strip():
                    raise Problem("urgency_missing")
                if not self.no_other_way.strip():
                    raise Problem("no_other_way_missing")


def check_lengths(written: object) -> None:
    """Raise text_too_long where a text of a request, or of a seizure, is longer than what can be read and printed."""
    for names, longest in ((_LINES, LONGEST_LINE), (_TEXTS, LONGEST_TEXT)):
        for name in names:
            if len(getattr(written, name, "").strip()) > longest:
                raise Problem("text_too_long")
