"""Facts that papers are made of, as a building might have them."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from custom_components.kuma_bouhan.documents import (
    annex,
    disclosure_papers,
    extension_papers,
    facts,
)
from custom_components.kuma_bouhan.documents.erasure_record import erasure_record
from custom_components.kuma_bouhan.documents.sheet import Head, Sheet
from custom_components.kuma_bouhan.documents.viewing_register import viewing_register
from custom_components.kuma_bouhan.documents.words import Words
from custom_components.kuma_bouhan.guideline.disclosure import Asks, CopyForm, Duty, Fate, Medium
from custom_components.kuma_bouhan.guideline.grounds import Ground
from custom_components.kuma_bouhan.guideline.people import Role
from custom_components.kuma_bouhan.guideline.retention import ErasureReason
from custom_components.kuma_bouhan.guideline.viewing import Purpose, ViewingEnd

TOKYO = ZoneInfo("Asia/Tokyo")
NOW = datetime(2026, 11, 23, 14, 5, tzinfo=TOKYO)
SECOND, MINUTE, HOUR, DAY = (
    timedelta(seconds=1),
    timedelta(minutes=1),
    timedelta(hours=1),
    timedelta(days=1),
)
NOTE = (
    "kuma-bouhan/abababababababababababababababab\n1234\nmPnCdiqvZlHS7DQdjP9YU9ayTtGjOg4JNMZ4zX8rE2c=\n\n"
    "— kuma-bouhan/abababababababababababababababab "
    "Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n"
)
LINE = "1234: 98F9 C276 2AAF 6651 D2EC 341D 8CFF 5853"
HEAD = Head(line=LINE, note=NOTE, acts=1234, facility="水前寺コーポラス", made=NOW)

MANAGER = facts.Person(
    name="熊本 花子", title="管理組合理事長", roles=(Role.SITE_OWNER, Role.MANAGER)
)
OPERATOR = facts.Person(name="阿蘇 太郎", title="管理員", roles=(Role.OPERATOR,))
OWNER = facts.Owner(facility="水前寺コーポラス", name="水前寺コーポラス管理組合", is_body=True)
PROOF = facts.Proof(
    act=1180,
    leaf="9f" * 32,
    signed=facts.Signed.HOLDS,
    signer="A1B2 C3D4 E5F6 0718 293A 4B5C 6D7E 8F90",
    checkpoint=NOTE,
    host="0718 293A 4B5C 6D7E 8F90 A1B2 C3D4 E5F6",
    included=True,
)
YESTERDAY = NOW - DAY
ASKED = facts.Asked(
    places=("正面入口", "駐車場 北側"),
    start=YESTERDAY,
    end=YESTERDAY + 20 * MINUTE,
    act=facts.Act(OPERATOR, NOW - 2 * HOUR),
)
FIRST_END, SECOND_END = date(2026, 11, 29), date(2026, 11, 30)
KEPT = (
    facts.Kept(
        place="正面入口",
        start=YESTERDAY - 12 * SECOND,
        end=YESTERDAY + 20 * MINUTE + 31 * SECOND,
        bytes=312_400_000,
        original_end=FIRST_END,
    ),
    facts.Kept(
        place="駐車場 北側",
        start=YESTERDAY + 8 * HOUR,
        end=YESTERDAY + 11 * HOUR + 12 * MINUTE,
        bytes=2_298_100_000,
        original_end=SECOND_END,
    ),
)
DECISION = facts.Decision(act=facts.Act(MANAGER, NOW), one_person=False)
EXTENSION = facts.Extension(
    number=12,
    approver=Role.MANAGER,
    asked=ASKED,
    until=date(2027, 1, 31),
    kept=KEPT,
    reason="令和8年11月22日の夜に駐車場で起きた車上荒らしについて、警察から、捜査のため画像を保存してほしいと要請があったため。",
    remarks="担当：熊本東警察署 刑事課",
    renews=None,
    proof=PROOF,
    approved=DECISION,
)
REQUEST = facts.Disclosure(
    number=13,
    asks=Asks.DISCLOSURE,
    ground=Ground.LAW,
    asked=ASKED,
    recipient=facts.Recipient(
        affiliation="熊本県熊本東警察署 刑事課",
        title="巡査部長",
        name="八代 次郎",
        contact="096-000-0000（内線 321）",
    ),
    purpose="令和8年11月22日に発生した車上荒らし事件の捜査のため。捜査関係事項照会書による。",
    content="駐車場北側に停めた白い車のそばを、2人の人物が通る画像。",
    remarks="",
    proof=PROOF,
    kept=KEPT,
    written=True,
    document="捜査関係事項照会書",
    document_number="熊東刑 第456号",
    identity_check="警察手帳を確認し、警察署の代表番号に電話をして在籍を確認",
)
PERMITTED = replace(REQUEST, permitted=DECISION, until=NOW + 30 * DAY)
PROVIDED = replace(
    PERMITTED,
    masks=(facts.Masked(place="正面入口", at=NOW + HOUR, masks=3),),
    prepared=facts.Prepared(
        at=NOW + HOUR, manifest="3c" * 32, files=6, bytes=623_000_000, masked=False
    ),
    copies=(
        facts.Copy(
            number=1,
            form=CopyForm.PACKAGE,
            act=facts.Act(OPERATOR, NOW + HOUR),
            due=NOW + DAY,
            end=facts.End(fate=Fate.DELETED, at=NOW + 3 * HOUR),
        ),
        facts.Copy(
            number=2,
            form=CopyForm.VIDEO,
            act=facts.Act(OPERATOR, NOW + 2 * HOUR),
            due=NOW + DAY,
        ),
    ),
    provided=facts.Provided(
        at=NOW + 2 * HOUR,
        by=OPERATOR,
        medium=Medium.USB,
        medium_text="",
        copies=1,
        receipt=True,
        received_by="八代 次郎",
        duty=Duty.RETURN,
        due=NOW + 60 * DAY,
    ),
)
SEIZED = facts.Disclosure(
    number=14,
    asks=Asks.SEIZURE,
    ground=Ground.LAW,
    asked=ASKED,
    recipient=REQUEST.recipient,
    purpose="",
    content="録画装置一式",
    remarks="",
    proof=PROOF,
    document="捜索差押許可状",
    seized=NOW - HOUR,
)


def viewed(number: int) -> facts.Viewed:
    """Return one of many viewings."""
    start, began = NOW - 9 * HOUR + number * HOUR, NOW - 28 * DAY + number * DAY / 2
    return facts.Viewed(
        number=300 + number,
        viewer=(MANAGER, OPERATOR)[number % 2],
        attendees=(OPERATOR,) if number % 3 == 0 else (),
        purpose=list(Purpose)[number % 4],
        ground=Ground.INVESTIGATION if number % 4 == 3 else None,
        places=("正面入口",) if number % 2 else ("正面入口", "駐車場 北側"),
        start=start,
        end=start + HOUR,
        began=began,
        ended=began + 12 * MINUTE,
        why=ViewingEnd.PERSON,
        played=tuple(
            facts.Played(place="正面入口", start=at, end=at + 45 * SECOND)
            for at in (start + part * 9 * MINUTE for part in range(number % 5))
        ),
    )


def viewings(count: int) -> facts.Viewings:
    """Return so many viewings of a month."""
    return facts.Viewings(
        start=NOW - 30 * DAY, end=NOW, viewed=tuple(viewed(number) for number in range(count))
    )


ERASED = tuple(
    facts.Erased(
        start=NOW - (20 - day) * DAY,
        end=NOW - (19 - day) * DAY,
        first=NOW - (13 - day) * DAY,
        last=NOW - (12 - day) * DAY,
        reason=ErasureReason.PERIOD_OVER,
        files=1440,
        bytes=28_000_000_000,
        confirmed=True,
    )
    for day in range(9)
)
ON_REQUEST = facts.Erased(
    start=NOW - 11 * DAY,
    end=NOW - 11 * DAY + HOUR,
    first=NOW - 10 * DAY,
    last=NOW - 10 * DAY,
    reason=ErasureReason.NO_LONGER_NEEDED,
    files=60,
    bytes=1_200_000_000,
    confirmed=True,
    by=OPERATOR,
    why="写っている本人からの申し出",
)
ERASURES = facts.Erasures(
    place="駐車場 北側",
    start=NOW - 20 * DAY,
    end=NOW - 10 * DAY,
    erased=(*ERASED, ON_REQUEST),
    left=(
        facts.Left(start=NOW - 12 * DAY, end=NOW - 12 * DAY + 20 * MINUTE, until=NOW + 60 * DAY),
    ),
    others="カメラ本体のSDカード（7日で上書き）\n警備会社の録画装置（30日保存）",
    made_by=OPERATOR,
)


def papers(
    language: str,
    extension: facts.Extension = EXTENSION,
    disclosure: facts.Disclosure = PROVIDED,
    views: facts.Viewings | None = None,
    erasures: facts.Erasures = ERASURES,
) -> Mapping[str, list[Sheet]]:
    """Return every paper there is."""
    words = Words(language)
    return {
        "form_1": extension_papers.form_1(words, extension, None),
        "annex_1": [extension_papers.annex(words, extension)],
        "request_1": [extension_papers.request(words, extension)],
        "form_2": [disclosure_papers.form_2(words, disclosure)],
        "annex_2": [annex.annex(words, disclosure)],
        "request_2": [disclosure_papers.request(words, disclosure)],
        "receipt": [disclosure_papers.receipt(words, disclosure, OWNER)],
        "viewing_register": [viewing_register(words, views or viewings(26))],
        "erasure_record": [erasure_record(words, erasures)],
    }
