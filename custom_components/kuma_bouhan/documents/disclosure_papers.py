"""The papers of a disclosure: form 2 (画像提供記録書), the request and the receipt: 4(4)ア, 運用基準例 5, 参考様式2.

Form 2 has the guideline's rows in its order under its titles, and nothing else; 提供日時 is the minute of the hand-over, and
blank before it. Everything else stands on the annex (`annex.py`).
"""

from collections.abc import Sequence

from ..guideline.disclosure import Asks, Duty
from ..guideline.people import Role
from .dates import in_both_eras, minute
from .facts import Decision, Disclosure, Owner, Provided, Recipient
from .phrases import asked, decided_by_hand, ground, or_erased, person, reason_or
from .sheet import Address, Row, Rows, Sheet, Signing, Text
from .words import Words


def form_2(words: Words, facts: Disclosure) -> Sheet:
    """Return form 2."""
    at = facts.seized or (facts.provided and facts.provided.at)
    content = [or_erased(words, facts.content, facts.erased), asked(words, facts.asked)]
    if facts.masked:
        content.append(words("form_2.masked"))
    purpose = or_erased(words, facts.purpose, facts.erased)
    if facts.seized is not None:
        purpose = words("form_2.seized")
    remarks = [
        or_erased(words, facts.remarks, facts.erased and bool(facts.remarks)),
        words("form_2.annex"),
    ]
    rows = (
        Row(words("form_2.at"), minute(at, words.language) if at else words("blank.moment")),
        Row(words("form_2.recipient"), parts=_recipient(words, facts)),
        Row(words("form_2.purpose"), purpose, tall=True),
        Row(words("form_2.content"), "\n".join(filter(None, content)), tall=True),
        Row(words("form_2.remarks"), "\n".join(filter(None, remarks)), tall=True),
    )
    return Sheet(
        mark=words("form_2.mark"),
        title=words("form_2.title"),
        original="" if words.language == "ja" else Words("ja")("form_2.title"),
        number=words("number", number=facts.number),
        blocks=(Rows(rows, form=True),),
    )


def request(words: Words, facts: Disclosure) -> Sheet:
    """Return the request for permission, with the decision on it, or room for one."""
    decision, result = _decided(words, facts)
    return Sheet(
        title=words("request.title_disclosure"),
        number=words("number", number=facts.number),
        blocks=(
            Address(
                in_both_eras(facts.asked.act.at.date(), words.language),
                words("request.to", role=words(f"role.{Role.MANAGER}")),
                (Row(words("request.by"), person(words, facts.asked.act.by)),),
            ),
            Text((words("request.ask_disclosure"),)),
            Rows(_request_rows(words, facts)),
            decided_by_hand(words, "disclosure", decision, result),
            Text((words("request.in_the_book"),), small=True),
        ),
    )


def _request_rows(words: Words, facts: Disclosure) -> list[Row]:
    def told(text: str) -> str:
        return or_erased(words, text, facts.erased)

    rows = [Row(words("form_2.recipient"), parts=_recipient(words, facts))]
    if facts.asks is Asks.ACCESS:
        rows.append(Row(words("request.kind"), words("annex.access")))
    rows += [
        Row(words("annex.the_ground"), ground(words, facts.ground)),
        *document_rows(words, facts),
        Row(words("form_2.purpose"), told(facts.purpose), tall=True),
        Row(words("request.footage"), asked(words, facts.asked)),
        Row(words("form_2.content"), told(facts.content)),
    ]
    if facts.masked:
        rows.append(Row(words("annex.masks"), words("request.masked_yes")))
    rows.append(Row(words("form_2.remarks"), told(facts.remarks)))
    return rows


def document_rows(words: Words, facts: Disclosure) -> list[Row]:
    """Return on which paper a request rests, how identity was checked, and what makes it urgent."""

    def told(text: str) -> str:
        return or_erased(words, text, facts.erased)

    between = "　" if words.language == "ja" else ", "
    paper = between.join(filter(None, (facts.document, facts.document_number)))
    written = words("annex.written_yes" if facts.written else "annex.written_no")
    rows = [
        Row(words("annex.written"), written),
        Row(words("annex.document"), told(paper or words("blank.none"))),
    ]
    if facts.exception:
        rows.append(Row(words("annex.exception"), facts.exception))
    rows.append(Row(words("annex.identity"), told(facts.identity_check or words("blank.none"))))
    if facts.danger is not None:
        rows += [
            Row(words("annex.danger"), words(f"danger.{facts.danger}")),
            Row(words("annex.urgency"), told(facts.urgency)),
            Row(words("annex.no_other_way"), told(facts.no_other_way)),
        ]
    return rows


def _decided(words: Words, facts: Disclosure) -> tuple[Decision | None, str]:
    if facts.permitted is not None:
        return facts.permitted, words("request.permitted")
    if facts.denied is not None:
        if facts.no_ground:
            return facts.denied, words("request.denied_no_ground")
        reason = reason_or(words, facts.deny_reason, facts.erased)
        return facts.denied, words("request.denied_disclosure", reason=reason)
    if facts.withdrawn is not None:
        return None, words("request.withdrawn", moment=minute(facts.withdrawn.at, words.language))
    return None, ""


def receipt(words: Words, facts: Disclosure, to: Owner) -> Sheet:
    """Return the receipt for the recipient to sign."""
    given = facts.provided
    rows = [
        Row(words("receipt.footage"), asked(words, facts.asked)),
        Row(words("receipt.purpose"), or_erased(words, facts.purpose, facts.erased)),
        Row(
            words("receipt.copies"),
            medium(words, given) if given else words("receipt.blank_medium"),
        ),
        Row(words("receipt.duty"), _duty(words, given) if given else words("receipt.duty_blank")),
    ]
    if facts.prepared is not None:
        rows.append(Row(words("annex.manifest"), facts.prepared.manifest, mono=True))
    signed = (
        Row(
            words("receipt.at"),
            minute(given.at, words.language) if given else words("blank.moment"),
        ),
        Row(words("receipt.affiliation")),
        Row(words("receipt.person")),
        Row(words("receipt.contact")),
    )
    return Sheet(
        title=words("receipt.title"),
        number=words("number", number=facts.number),
        blocks=(
            Address("", _owner(words, to), ()),
            Text((words("receipt.text"),)),
            Rows(rows),
            Text((words("receipt.please"),), small=True),
            Signing(signed, words("receipt.sign")),
        ),
    )


def _owner(words: Words, to: Owner) -> str:
    if not to.name:
        return words("receipt.to_owner", facility=to.facility)
    return words("receipt.to_body" if to.is_body else "receipt.to_person", name=to.name)


def medium(words: Words, given: Provided) -> str:
    """Return on what how many copies were handed over."""
    what = given.medium_text or words(f"medium.{given.medium}")
    return words("annex.medium_text", medium=what, copies=given.copies)


def _duty(words: Words, given: Provided) -> str:
    duty = words(f"receipt.duty_{given.duty}")
    if given.duty is Duty.NONE or given.due is None:
        return duty
    return words("annex.due", duty=duty, day=in_both_eras(given.due.date(), words.language))


def _recipient(words: Words, facts: Disclosure) -> Sequence[Row]:
    """Return the guideline's three rows of a recipient."""
    who: Recipient = facts.recipient
    between = "　" if words.language == "ja" else ", "
    name = between.join(filter(None, (who.title, who.name)))
    return [
        Row(words(f"form_2.{title}"), or_erased(words, text, facts.erased))
        for title, text in (
            ("affiliation", who.affiliation),
            ("person", name),
            ("contact", who.contact),
        )
    ]
