"""The annex of form 2: ground, document, identity check, decision, footage, copies and proof: 運用基準例 5."""

from ..guideline.disclosure import Asks, Duty
from .dates import in_both_eras, minute, moment
from .disclosure_papers import document_rows, medium
from .facts import Copy, Disclosure, End
from .phrases import (
    act,
    asked,
    ground,
    hands,
    in_office,
    kept_table,
    or_erased,
    proof,
    reason_or,
    size,
)
from .sheet import Block, Row, Rows, Sheet, Table
from .words import Words


def annex(words: Words, facts: Disclosure) -> Sheet:
    """Return the annex of a disclosure, or of a seizure."""
    blocks: list[Block] = [
        Rows(_ground(words, facts), words("annex.ground")),
        Rows(_decision(words, facts), words("annex.decision")),
        Rows((Row(words("footage.asked"), asked(words, facts.asked)),), words("annex.footage")),
    ]
    if facts.seized is None:
        blocks += kept_table(words, facts.kept)
        blocks += [Rows(rows, words("annex.copies"))] if (rows := _given(words, facts)) else []
        blocks.append(_copies(words, facts.copies))
    blocks += proof(words, facts.proof, words("annex.proof"))
    return Sheet(
        mark=words("annex.mark"),
        title=words("annex.title_disclosure"),
        number=words("number", number=facts.number),
        blocks=blocks,
    )


def _ground(words: Words, facts: Disclosure) -> list[Row]:
    rows = [Row(words("annex.the_ground"), ground(words, facts.ground))]
    if facts.ground is not None:
        rows.append(Row(words("annex.article"), words("article.disclosure")))
    if facts.asks is Asks.ACCESS:
        answer = facts.answer
        rows += [
            Row(words("request.kind"), words("annex.access")),
            *(
                (
                    Row(words("annex.business"), words(f"answer.{answer.business}")),
                    Row(words("annex.retained"), words(f"answer.{answer.retained}")),
                    Row(
                        words("annex.obliged"),
                        words("annex.obliged_yes" if answer.obliged else "annex.obliged_no"),
                    ),
                )
                if answer
                else (Row(words("annex.obliged"), words("annex.not_answered")),)
            ),
        ]
    return rows + document_rows(words, facts)


def _decision(words: Words, facts: Disclosure) -> list[Row]:
    if facts.seized is not None:
        return [
            Row(words("annex.asked"), words("annex.seizure")),
            Row(words("annex.act"), act(words, facts.asked.act)),
        ]
    rows = [Row(words("annex.asked"), act(words, facts.asked.act))]
    if facts.permitted is not None:
        rows += [Row(words("annex.permitted"), act(words, facts.permitted.act))]
        rows.append(hands(words, facts.permitted))
        if facts.until is not None:
            rows.append(Row(words("annex.valid"), minute(facts.until, words.language)))
        if facts.afterwards:
            rows.append(Row(words("annex.afterwards"), words("annex.afterwards_text")))
    elif facts.denied is not None:
        reason = reason_or(words, facts.deny_reason, facts.erased)
        if facts.no_ground and not facts.deny_reason:
            reason = words("annex.no_ground")
        rows += [
            Row(words("annex.denied_disclosure"), act(words, facts.denied.act)),
            Row(words("annex.deny_reason"), reason),
            hands(words, facts.denied),
        ]
    elif facts.withdrawn is not None:
        rows.append(Row(words("annex.withdrawn"), act(words, facts.withdrawn)))
    else:
        rows.append(Row(words("annex.permitted"), words("annex.not_decided")))
    if facts.permitted is None and facts.provided is not None:
        rows.append(Row(words("annex.afterwards"), words("annex.not_yet")))
    return rows


def _given(words: Words, facts: Disclosure) -> list[Row]:
    rows = []
    if (made := facts.prepared) is not None:
        text = words(
            "annex.prepared_text",
            moment=minute(made.at, words.language),
            files=made.files,
            size=size(made.bytes),
        )
        rows += [
            Row(words("annex.prepared"), text),
            Row(words("annex.manifest"), made.manifest, mono=True),
        ]
    if facts.masks:
        masks = [
            words(
                "annex.mask",
                place=one.place,
                masks=one.masks,
                moment=minute(one.at, words.language),
            )
            for one in facts.masks
        ]
        rows.append(Row(words("annex.masks"), "\n".join(masks)))
    if (given := facts.provided) is not None:
        signed = words("annex.receipt_yes" if given.receipt else "annex.receipt_no")
        duty = words(f"duty.{given.duty}")
        if given.due is not None:
            day = in_both_eras(given.due.date(), words.language)
            duty = words("annex.due", duty=duty, day=day)
        if given.duty is not Duty.NONE:
            duty = "\n".join((duty, _end(words, given.end)))
        at = words(
            "person.at",
            moment=minute(given.at, words.language),
            person=in_office(words, given.by),
        )
        rows += [
            Row(words("annex.handover"), at),
            Row(words("annex.medium"), medium(words, given)),
            Row(words("annex.received_by"), or_erased(words, given.received_by, facts.erased)),
            Row(words("annex.receipt"), signed),
            Row(words("annex.duty"), duty),
        ]
    return rows


def _copies(words: Words, copies: tuple[Copy, ...]) -> Table:
    names = ("copy_number", "copy_form", "copy_by", "copy_due", "copy_fate")
    return Table(
        [words(f"annex.{name}") for name in names],
        (7, 17, 30, 20, 26),
        [
            (
                str(one.number),
                words(f"form.{one.form}"),
                act(words, one.act),
                moment(one.due.replace(second=0), words.language),
                _end(words, one.end),
            )
            for one in copies
        ],
        words("annex.no_copies"),
        caption=words("annex.copies_caption"),
    )


def _end(words: Words, end: End | None) -> str:
    if end is None:
        return words("annex.not_confirmed")
    fate = words(f"fate.{end.fate}")
    return words("annex.fate", fate=fate, moment=minute(end.at, words.language))
