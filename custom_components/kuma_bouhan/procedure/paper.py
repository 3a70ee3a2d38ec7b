"""Which papers there are, what is asked for of each, and which act of `people.RULES` reading one is."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from ..documents.sheet import Sheet
from ..documents.signs import Size
from ..documents.words import Words
from ..guideline.people import Act, Actor
from ..guideline.registers import Register
from .paper_facts import Gathering


class Paper(StrEnum):
    """Every paper that can be made."""

    FORM_1 = "form_1"
    """画像保存期間延長理由書, one per original end."""
    FORM_2 = "form_2"
    """画像提供記録書."""
    ANNEX = "annex"
    REQUEST = "request"
    RECEIPT = "receipt"
    VIEWING_REGISTER = "viewing_register"
    """閲覧記録簿 of a span."""
    ERASURE_RECORD = "erasure_record"
    """消去記録書 of a camera and span."""
    STANDARD = "standard"
    """運用基準, as it follows from the settings now, or an edition as it was adopted."""
    ORGANISATION_CHART = "organisation_chart"
    """運用体制の概要図."""
    SIGN = "sign"
    """設置表示, of a camera or of all."""
    SIGN_TAG = "sign_tag"
    """A label beside a sign, by which staff confirm it."""
    COMPLAINT_PROCEDURE = "complaint_procedure"
    """苦情等対応要領."""
    ANNUAL_REPORT = "annual_report"
    """年次報告 of a year: counts, and nobody's data."""
    REGISTER = "register"
    """A register of a span."""
    ASSESSMENT = "assessment"
    """What a camera is for, as it holds now or in an earlier edition."""
    INCIDENT = "incident"
    COMPLAINT = "complaint"
    CONTRACT_CLAUSE = "contract_clause"
    """この指針及び運用基準の遵守を委託契約の条件に: an example."""
    SELF_CHECK = "self_check"
    """自己点検, as it is found now."""
    CERTIFICATE = "certificate"
    """返却・廃棄証明書, for a contractor to sign."""

    @property
    def act(self) -> Act:
        """Return the act that reading it is; of a register's print that is the register's own."""
        return _ACTS[self]


_ACTS = {
    Paper.FORM_1: Act.READ_REQUESTS,
    Paper.FORM_2: Act.READ_REQUESTS,
    Paper.ANNEX: Act.READ_REQUESTS,
    Paper.REQUEST: Act.READ_REQUESTS,
    Paper.RECEIPT: Act.READ_REQUESTS,
    Paper.VIEWING_REGISTER: Act.READ_SUPERVISION,
    Paper.ERASURE_RECORD: Act.READ_OPERATION,
    Paper.STANDARD: Act.READ_STANDARD,
    Paper.ORGANISATION_CHART: Act.READ_STANDARD,
    Paper.SIGN: Act.READ_STANDARD,
    Paper.SIGN_TAG: Act.READ_STANDARD,
    Paper.COMPLAINT_PROCEDURE: Act.READ_STANDARD,
    Paper.ANNUAL_REPORT: Act.READ_SUPERVISION,
    Paper.REGISTER: Act.READ_SUPERVISION,
    Paper.ASSESSMENT: Act.ASSESS_CAMERA,
    Paper.INCIDENT: Act.FOLLOW_INCIDENT,
    Paper.COMPLAINT: Act.ANSWER_COMPLAINT,
    Paper.CERTIFICATE: Act.CONTRACT,
    Paper.CONTRACT_CLAUSE: Act.CONTRACT,
    Paper.SELF_CHECK: Act.READ_SELF_CHECK,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which paper is wanted: of a request, complaint or incident (`number`), of a span, of a camera, of a year."""

    paper: Paper
    number: int | None = None
    original_end: date | None = None
    camera: str | None = None
    start: datetime | None = None
    end: datetime | None = None
    others: str = ""
    """The other recorders of the camera, in the person's own words."""
    edition: int | None = None
    size: Size = Size.A4
    languages: tuple[str, ...] = ()
    """What a sign's headline is in, the largest first."""
    year: int | None = None
    """Of a report: the one in which it begins."""
    month: int | None = None
    """Which its year begins with, 1 to 12; None is January."""
    register: Register | None = None
    contract: str | None = None

    @property
    def act(self) -> Act:
        """Return the act that reading it is."""
        if self.paper is Paper.REGISTER and self.register is not None:
            return self.register.act
        return self.paper.act


type Draw = Callable[[Words], list[Sheet] | str]
"""Makes a paper on a thread: sheets that carry the book's head, or a page that needs none."""
type Maker = Callable[[Gathering, Actor, Wanted], Draw]
"""Takes what the registers say now, raises `Problem` where the paper cannot be made."""
