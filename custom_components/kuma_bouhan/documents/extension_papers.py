"""The papers of an extension: form 1 (画像保存期間延長理由書), its annex, and the request: 4(4)イ, 運用基準例 4(2), 参考様式1.

Form 1 has the guideline's rows in its order under its titles, and nothing else; there is one for each original end. Where it
leaves room, under its other remarks, it says which footage is kept, with the true bounds.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from .dates import in_both_eras, minute
from .facts import Disclosure, Extension, Kept
from .phrases import (
    act,
    asked,
    decided_by_hand,
    hands,
    kept_lines,
    kept_table,
    or_erased,
    person,
    proof,
    reason_or,
)
from .sheet import Address, Block, Row, Rows, Sheet, Text
from .words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class _Form:
    """What form 1 says, whichever decision extends the period."""

    number: int
    decided: date
    reason: str
    until: date
    remarks: Sequence[str]
    kept: Sequence[Kept]


def form_1(words: Words, facts: Extension | Disclosure, original_end: date | None) -> list[Sheet]:
    """Return form 1 for an original end, or one for each; none where nothing is extended.

    A permitted disclosure includes it: what is to be provided is kept until it is.
    """
    form = (
        _of_extension(words, facts)
        if isinstance(facts, Extension)
        else _of_disclosure(words, facts)
    )
    if form is None:
        return []
    ends = sorted({one.original_end for one in form.kept})
    return [_sheet(words, form, end) for end in ends if original_end is None or end == original_end]


def _of_extension(words: Words, facts: Extension) -> _Form | None:
    if facts.approved is None:
        return None
    remarks = [or_erased(words, facts.remarks, facts.erased and bool(facts.remarks))]
    if facts.renews is not None:
        remarks.append(words("form_1.renews", number=facts.renews))
    if facts.ended is not None:
        day = in_both_eras(facts.ended.at.date(), words.language)
        reason = reason_or(words, facts.end_reason, facts.erased)
        remarks.append(words("form_1.ended", day=day, reason=reason))
    return _Form(
        number=facts.number,
        decided=facts.approved.act.at.date(),
        reason=or_erased(words, facts.reason, facts.erased),
        until=facts.until,
        remarks=remarks,
        kept=facts.kept,
    )


def _of_disclosure(words: Words, facts: Disclosure) -> _Form | None:
    if facts.permitted is None or facts.until is None:
        return None
    return _Form(
        number=facts.number,
        decided=facts.permitted.act.at.date(),
        reason=words("form_1.for_disclosure", number=facts.number),
        until=facts.until.date(),
        remarks=(),
        kept=facts.kept,
    )


def _sheet(words: Words, form: _Form, end: date) -> Sheet:
    kept = kept_lines(words, (one for one in form.kept if one.original_end == end))
    remarks = "\n".join(filter(None, (*form.remarks, words("form_1.kept"), *kept)))

    def until(day: date) -> str:
        return words("form_1.until", day=in_both_eras(day, words.language))

    rows = (
        Row(words("form_1.decided"), in_both_eras(form.decided, words.language)),
        Row(words("form_1.reason"), form.reason, tall=True),
        Row(words("form_1.original"), until(end)),
        Row(words("form_1.extended"), until(form.until)),
        Row(words("form_1.remarks"), remarks, tall=True),
    )
    return Sheet(
        mark=words("form_1.mark"),
        title=words("form_1.title"),
        original="" if words.language == "ja" else Words("ja")("form_1.title"),
        number=words("number", number=form.number),
        blocks=(Rows(rows, form=True),),
    )


def annex(words: Words, facts: Extension) -> Sheet:
    """Return the annex: ground, decision, footage and proof."""
    decision = [Row(words("annex.asked"), act(words, facts.asked.act))]
    if facts.approved is not None:
        decision += [
            Row(words("annex.approved"), act(words, facts.approved.act)),
            hands(words, facts.approved),
        ]
    elif facts.denied is not None:
        decision += [
            Row(words("annex.denied_extension"), act(words, facts.denied.act)),
            Row(words("annex.deny_reason"), reason_or(words, facts.deny_reason, facts.erased)),
            hands(words, facts.denied),
        ]
    elif facts.withdrawn is not None:
        decision.append(Row(words("annex.withdrawn"), act(words, facts.withdrawn)))
    else:
        decision.append(Row(words("annex.approved"), words("annex.not_decided")))
    # What was not approved was only asked for.
    until = "annex.until" if facts.approved is not None else "request.until"
    decision.append(Row(words(until), in_both_eras(facts.until, words.language)))
    if facts.ended is not None:
        reason = reason_or(words, facts.end_reason, facts.erased)
        decision.append(Row(words("annex.ended"), "\n".join((act(words, facts.ended), reason))))
    blocks: list[Block] = [
        Rows(
            (
                Row(words("annex.the_ground"), words("article.extension")),
                Row(words("form_1.reason"), or_erased(words, facts.reason, facts.erased)),
            ),
            words("annex.ground"),
        ),
        Rows(decision, words("annex.decision")),
        Rows((Row(words("footage.asked"), asked(words, facts.asked)),), words("annex.footage")),
        *kept_table(words, facts.kept),
        *proof(words, facts.proof, words("annex.proof_extension")),
    ]
    return Sheet(
        mark=words("annex.mark"),
        title=words("annex.title_extension"),
        number=words("number", number=facts.number),
        blocks=blocks,
    )


def request(words: Words, facts: Extension) -> Sheet:
    """Return the request for approval, with the decision on it, or room for one."""
    ends = sorted({one.original_end for one in facts.kept})
    rows = (
        Row(words("request.footage"), asked(words, facts.asked)),
        Row(words("form_1.reason"), or_erased(words, facts.reason, facts.erased), tall=True),
        Row(
            words("form_1.original"),
            "\n".join(in_both_eras(end, words.language) for end in ends),
        ),
        Row(words("request.until"), in_both_eras(facts.until, words.language)),
        Row(words("form_1.remarks"), or_erased(words, facts.remarks, facts.erased)),
    )
    result = ""
    if facts.approved is not None:
        result = words("request.approved")
    elif facts.denied is not None:
        reason = reason_or(words, facts.deny_reason, facts.erased)
        result = words("request.denied_extension", reason=reason)
    elif facts.withdrawn is not None:
        result = words("request.withdrawn", moment=minute(facts.withdrawn.at, words.language))
    decision = facts.approved or facts.denied
    return Sheet(
        title=words("request.title_extension"),
        number=words("number", number=facts.number),
        blocks=(
            Address(
                in_both_eras(facts.asked.act.at.date(), words.language),
                words("request.to", role=words(f"role.{facts.approver}")),
                (Row(words("request.by"), person(words, facts.asked.act.by)),),
            ),
            Text((words("request.ask_extension"),)),
            Rows(rows),
            decided_by_hand(words, "extension", decision, result),
            Text((words("request.in_the_book"),), small=True),
        ),
    )
