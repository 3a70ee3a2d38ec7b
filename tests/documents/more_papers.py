"""Facts that the papers of a building are made of: its standard, its people, its signs, its year."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, time, timedelta

from custom_components.kuma_bouhan.documents import kept_sheets
from custom_components.kuma_bouhan.documents.annual_report import (
    CameraYear,
    Erasures,
    Year,
    annual_report,
)
from custom_components.kuma_bouhan.documents.clause import clause
from custom_components.kuma_bouhan.documents.clause_paper import contract_clause
from custom_components.kuma_bouhan.documents.complaint_procedure import (
    Procedure,
    complaint_procedure,
)
from custom_components.kuma_bouhan.documents.explanation import Watching
from custom_components.kuma_bouhan.documents.facts import Act, Person
from custom_components.kuma_bouhan.documents.kept_sheets import (
    Answered,
    Assessed,
    Complaint,
    Contract,
    Followed,
    Incident,
)
from custom_components.kuma_bouhan.documents.organisation_chart import (
    Member,
    Organisation,
    organisation_chart,
)
from custom_components.kuma_bouhan.documents.register import Entered, Print, register
from custom_components.kuma_bouhan.documents.sheet import Sheet
from custom_components.kuma_bouhan.documents.signs import Sign
from custom_components.kuma_bouhan.documents.standard import Settled, Watched, digest, standard
from custom_components.kuma_bouhan.documents.standard_paper import (
    Edition,
    Printed,
    operating_standard,
)
from custom_components.kuma_bouhan.documents.words import Words
from custom_components.kuma_bouhan.guideline.assessment import Area, Assessment
from custom_components.kuma_bouhan.guideline.complaints import ComplaintKind, Outcome, Way
from custom_components.kuma_bouhan.guideline.contracts import Task
from custom_components.kuma_bouhan.guideline.grounds import Ground
from custom_components.kuma_bouhan.guideline.incidents import IncidentKind, Informed
from custom_components.kuma_bouhan.guideline.people import Role
from custom_components.kuma_bouhan.guideline.recording import GapReason, Hours
from custom_components.kuma_bouhan.guideline.registers import Register
from custom_components.kuma_bouhan.guideline.retention import ErasureReason
from custom_components.kuma_bouhan.guideline.signs import SignMeans
from custom_components.kuma_bouhan.guideline.standard import Adoption
from custom_components.kuma_bouhan.guideline.things import Inspection
from custom_components.kuma_bouhan.guideline.viewing import Purpose
from custom_components.kuma_bouhan.records.entry import Phase

from .papers import DAY, HOUR, MANAGER, NOW, OPERATOR, OWNER

SETTLED = Settled(
    facility="水前寺コーポラス",
    owner="水前寺コーポラス管理組合",
    purpose="共用部での犯罪の防止と、居住者の安全の確保",
    crimes="空き巣、車上荒らし、自転車の盗難",
    contact="管理人室 096-000-0000（平日9時から17時まで）",
    manager_title="管理組合理事長",
    days=7,
    approver=Role.MANAGER,
    afterwards=False,
    sign_days=30,
    sign_interlock=True,
    answer_days=7,
    closing_days=30,
    officer="管理員",
    rules_by="理事会",
    kept_at=("1階の機械室の鍵付きラック",),
    cameras=(
        Watched(place="正面入口", view="自動ドアと郵便受けの前"),
        Watched(place="駐車場 北側", view="出入口と1番から8番の区画", days=14),
        Watched(place="駐輪場", view="駐輪場の通路", hours=Hours(time(18), time(6))),
    ),
    clauses={
        4: "画像を開く鍵は、理事長と管理員が一つずつ持つ。",
        8: "この基準は、1階の掲示板に掲示する。\n改正は総会の決議による。",
    },
)
BLANK = replace(
    SETTLED,
    owner="",
    purpose="",
    crimes="",
    manager_title="",
    rules_by="",
    kept_at=(),
    clauses={},
    cameras=(Watched(place="正面入口", stills=10, audio=True),),
)
CAPTAIN = Person(name="熊本 花子", title="管理組合理事長")
KEEPER = Person(name="阿蘇 太郎", title="管理員")
PROCEDURE = Procedure(
    settled=SETTLED,
    manager=CAPTAIN,
    officers=[KEEPER],
    adopted=True,
    cameras=[
        Watching(
            place=one.place,
            view=one.view,
            hours=one.hours,
            days=one.days or SETTLED.days,
            audio=one.audio,
            signed=True,
            range_kept="隣の住宅が写らないように、一部を覆っています。",
        )
        for one in SETTLED.cameras
    ],
)
GUARD = Person(name="天草 次郎", title="警備員")
ORGANISATION = Organisation(
    owner="水前寺コーポラス管理組合",
    held={
        Role.SITE_OWNER: [Member(who=CAPTAIN)],
        Role.MANAGER: [Member(who=CAPTAIN)],
        Role.DEPUTY: [Member(who=Person(name="菊池 一郎", title="副理事長"))],
        Role.OPERATOR: [
            Member(who=KEEPER),
            Member(who=GUARD, contractor=True, until=date(2027, 3, 31)),
        ],
        Role.STAFF: [Member(who=Person(name="山鹿 みどり", title="清掃員"))],
        Role.COMPLAINT_OFFICER: [Member(who=KEEPER)],
    },
    several=("熊本 花子",),
)
SIGN = Sign(
    owner=SETTLED.owner,
    manager_title=SETTLED.manager_title,
    contact=SETTLED.contact,
    purpose=SETTLED.purpose,
    crimes=SETTLED.crimes,
    hours=[None],
    days=7,
    alike=True,
    audio=True,
    place="正面入口",
)
YEAR = Year(
    begins=date(2026, 4, 1),
    ends=date(2027, 3, 31),
    first=date(2026, 4, 1),
    last=date(2027, 3, 31),
    viewings={Purpose.INCIDENT: 7, Purpose.INSPECTION: 12, Purpose.INQUIRY: 2, Purpose.BEYOND: 1},
    provided={Ground.LAW: 3, Ground.INVESTIGATION: 2},
    provided_on_no_ground=1,
    disclosures_denied=1,
    extensions=2,
    erasures={
        ErasureReason.PERIOD_OVER: Erasures(hours=25_920, bytes=7_600_000_000_000),
        ErasureReason.NO_LONGER_NEEDED: Erasures(hours=3, bytes=900_000_000),
    },
    complaints={ComplaintKind.COMPLAINT: 1, ComplaintKind.INQUIRY: 4},
    outcomes={Outcome.UNDERSTOOD: 4, Outcome.CHANGED: 1},
    incidents={IncidentKind.LOSS: 1},
    inspections={Inspection.RETENTION: 12, Inspection.MEDIA: 1},
    signs_confirmed=36,
    signs_missing=1,
    instructions=2,
    instructed=5,
    disposed=1,
    reviewed=3,
    refusals=4,
    editions=(1, 2),
    cameras=[
        CameraYear(place="正面入口", faults=timedelta(hours=3, minutes=12), count=5),
        CameraYear(place="駐車場 北側", faults=timedelta(seconds=90), count=2),
        CameraYear(place="駐輪場", intended=timedelta(hours=4380)),
    ],
)
SO_FAR = replace(YEAR, first=date(2026, 5, 10), last=date(2026, 11, 23), over=False)
ASSESSED = Assessed(
    place="正面入口",
    edition=2,
    answers=Assessment(
        purpose=SETTLED.purpose,
        crimes="空き巣、郵便物の盗難",
        why="夜間は管理員がおらず、入口からの侵入が2件続いたため。",
        milder="照明を増やし、オートロックの暗証番号を変えたが、なお侵入があった。",
        view="自動ドアと郵便受けの前",
        range_kept="道路と向かいの家が写らない向きにし、窓の範囲はカメラの機能で隠している。",
        hours="侵入は昼夜を問わず起きているため、24時間とする。",
        excluded=(Area(0, 0, 0.3, 0.4), Area(0.75, 0.1, 0.25, 0.5)),
    ),
    history=((2, False, Act(MANAGER, NOW)), (2, True, Act(MANAGER, NOW - 300 * DAY))),
)
INCIDENT = Incident(
    number=2,
    what=IncidentKind.LEAK,
    places=["正面入口"],
    happened=None,
    learned=NOW - 2 * DAY,
    noted=Act(OPERATOR, NOW - DAY),
    text="提供のために作ったUSBメモリーが、受渡しの前に見当たらなくなった。",
    measures="管理人室と機械室を探し、警察に遺失届を出した。",
    first_report=(NOW + 2 * DAY).date(),
    full_report=(NOW + 27 * DAY).date(),
    followed=[Followed(act=Act(MANAGER, NOW), informed=(Informed.POLICE,), text="遺失届第12号")],
)
COMPLAINT = Complaint(
    number=5,
    what=ComplaintKind.COMPLAINT,
    way=Way.TELEPHONE,
    places=["駐車場 北側"],
    received=NOW - 3 * DAY,
    noted=Act(OPERATOR, NOW - 3 * DAY),
    officer=KEEPER,
    answer_due=(NOW + 4 * DAY).date(),
    closing_due=(NOW + 27 * DAY).date(),
    name="宇土 健一",
    contact="090-0000-0000",
    text="自宅の窓が写っているのではないかと心配している。",
    answers=[
        Answered(
            at=NOW,
            by=OPERATOR,
            way=Way.IN_PERSON,
            explained="画面を止めて撮影範囲を見せ、窓は隠していることを説明した。",
        )
    ],
)
CONTRACT = Contract(
    owner=OWNER,
    company="有限会社 火の国警備",
    task=Task.GUARDING,
    task_text="夜間の巡回と、画像の点検",
    start=date(2026, 4, 1),
    last=date(2027, 3, 31),
)


def entered(number: int) -> Entered:
    """Return one of many lines."""
    if number % 3 == 0:
        return Entered(
            number=100 + number,
            entered=NOW - 90 * DAY + number * DAY,
            phase=Phase.NOTED,
            kind="gap",
            by="",
            itself=True,
            facts={
                "camera": "駐輪場",
                "start": NOW - 2 * HOUR,
                "end": NOW - HOUR,
                "reason": GapReason.OUTSIDE_HOURS,
            },
        )
    return Entered(
        number=100 + number,
        entered=NOW - 90 * DAY + number * DAY,
        phase=Phase.DONE,
        kind="sign_confirmed",
        by="阿蘇 太郎",
        facts={"camera": "正面入口", "means": SignMeans.PERSON, "seen": NOW, "photo": True},
        personal={"place": "自動ドアの右", "photo_jpeg": "abcd"},
    )


def printed(count: int = 24) -> Print:
    """Return a register with so many lines."""
    return Print(
        register=Register.ALL,
        start=NOW - 90 * DAY,
        end=NOW,
        lines=[entered(number) for number in range(count)],
        names=True,
    )


def more_papers(language: str) -> Mapping[str, list[Sheet]]:
    """Return every paper of what is kept beside footage."""
    words = Words(language)
    value = digest(standard(Words("ja"), SETTLED))
    adopted = Edition(
        edition=2,
        adoption=Adoption.GENERAL_MEETING,
        on=NOW - 100 * DAY,
        by=CAPTAIN,
        remarks="第12回定期総会、第3号議案",
    )
    text = standard(words, SETTLED)
    return {
        "standard": [operating_standard(words, Printed(text=text, digest=value, edition=adopted))],
        "standard_draft": [
            operating_standard(words, Printed(text=standard(words, BLANK), digest=value, last=None))
        ],
        "organisation_chart": [organisation_chart(words, ORGANISATION)],
        "complaint_procedure": [complaint_procedure(words, PROCEDURE)],
        "annual_report": [annual_report(words, YEAR)],
        "annual_so_far": [annual_report(words, SO_FAR)],
        "register": [register(words, printed())],
        "assessment": [kept_sheets.assessment(words, ASSESSED)],
        "incident": [kept_sheets.incident(words, INCIDENT)],
        "complaint": [kept_sheets.complaint(words, COMPLAINT)],
        "certificate": [kept_sheets.certificate(words, CONTRACT)],
        "contract_clause": [
            contract_clause(
                words, clause(language, CONTRACT.owner.name), CONTRACT.owner.name, CONTRACT.company
            )
        ],
    }
