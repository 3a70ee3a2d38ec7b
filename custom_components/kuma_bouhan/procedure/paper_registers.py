"""Gathering what the viewing register and the 消去記録書 say, out of the book and, of what is there still, the vault.

Blocking, on a thread.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from ..documents import facts
from ..guideline.recording import LONGEST_UNNOTED_GAP
from ..guideline.retention import ErasureReason
from ..guideline.viewing import LONGEST_VIEWING, Span, ViewingEnd, merged
from ..records.acts import ErasureAsked, Routine
from ..records.entry import Entry
from ..records.purge_rule import PurgeRuleRun, PurgeRuleSigned
from ..records.routine import ErasureFact
from ..records.viewing import FootagePlayed, ViewingBegan, ViewingEnded
from ..vault.facts import ChunkFacts
from .paper_facts import Gathering

PLAYED_LATE = timedelta(minutes=10)
"""What was played is entered at the latest so long after its session's longest time."""


def viewings(
    gathering: Gathering, start: datetime, end: datetime, camera: str | None = None
) -> facts.Viewings:
    """Return the viewings that began in a span, of one camera or of every one, oldest first."""
    index = gathering.desk.registers.index
    began = {
        entry.act.session: entry
        for entry in _entries(gathering, index.of([ViewingBegan.kind], start, end))
        if isinstance(entry.act, ViewingBegan) and (camera is None or camera in entry.act.cameras)
    }
    ended: dict[str, tuple[datetime, ViewingEnd]] = {}
    for entry in _entries(gathering, index.of([ViewingEnded.kind], start)):
        if isinstance(entry.act, ViewingEnded):
            ended[entry.act.session] = (entry.at, entry.act.reason)
    played: dict[str, list[FootagePlayed]] = {}
    late = end + LONGEST_VIEWING + PLAYED_LATE
    for entry in _entries(gathering, index.of([FootagePlayed.kind], start, late)):
        if isinstance(entry.act, FootagePlayed):
            played.setdefault(entry.act.session, []).append(entry.act)
    return facts.Viewings(
        start=gathering.local(start),
        end=gathering.local(end),
        viewed=tuple(
            _viewed(gathering, entry, ended.get(session), played.get(session, ()))
            for session, entry in reversed(began.items())
        ),
        place=gathering.place(camera, gathering.desk.registers.entries) if camera else "",
    )


def _entries(gathering: Gathering, seqs: Iterable[int]) -> Iterator[Entry]:
    return (gathering.entry(seq) for seq in seqs)


def _viewed(
    gathering: Gathering,
    entry: Entry,
    end: tuple[datetime, ViewingEnd] | None,
    played: Iterable[FootagePlayed],
) -> facts.Viewed:
    act = entry.act
    assert isinstance(act, ViewingBegan)
    at, why = end or (None, None)
    spans: dict[str, list[tuple[datetime, datetime]]] = {}
    for one in played:
        stretches = spans.setdefault(one.camera, [])
        stretches += ((stretch.start, stretch.end) for stretch in one.stretches)
    return facts.Viewed(
        number=entry.seq,
        viewer=gathering.person(entry.actor.user_id, entry.at),
        attendees=tuple(gathering.person(user, entry.at) for user in act.attendees),
        purpose=act.purpose,
        ground=act.ground,
        places=tuple(gathering.place(camera, entry.seq) for camera in act.cameras),
        start=gathering.local(act.start),
        end=gathering.local(act.end),
        began=gathering.local(entry.at),
        # Of a sudden stop nobody knows when it was: it is entered at the next start.
        ended=gathering.local(at) if at and why is not ViewingEnd.INTERRUPTED else None,
        why=why,
        played=tuple(
            facts.Played(
                place=gathering.place(camera, entry.seq),
                start=gathering.local(first),
                end=gathering.local(last),
            )
            for camera in act.cameras
            for first, last in merged(spans.get(camera, ()), LONGEST_UNNOTED_GAP)
        ),
    )


def erasures(
    gathering: Gathering,
    camera: str,
    start: datetime,
    end: datetime,
    *,
    others: str,
    made_by: facts.Person,
    names: bool,
) -> facts.Erasures:
    """Return what became of the footage of a camera and span; `names`: who had it erased, and why, is told."""
    asked = list(_asked(gathering, camera, start, end))
    ran = list(_ran(gathering, start))
    told = {slot for _, act in asked for slot in act.slots}
    told |= {slot for _, act in ran for slot in act.slots}
    hours = [
        _erased(gathering, fact)
        for fact in _facts(gathering, camera, start, end)
        # What somebody, or a rule, had erased stands in an act, with its true bounds.
        if fact.slot not in told
    ]
    by_act = [_by_person(gathering, entry, act, names) for entry, act in asked]
    for entry, run in ran:
        by_act += _by_rule(gathering, entry, run, camera, (start, end), names=names)
    now = gathering.desk.clock.now()
    left = gathering.desk.vault.chunks(camera, start, end, now=now)
    return facts.Erasures(
        place=gathering.place(camera, gathering.desk.registers.entries),
        start=gathering.local(start),
        end=gathering.local(end),
        erased=tuple(sorted((*_joined(hours), *by_act), key=lambda one: (one.start, one.first))),
        left=tuple(_left(gathering, left)),
        others=others,
        made_by=made_by,
    )


def _facts(
    gathering: Gathering, camera: str, start: datetime, end: datetime
) -> Iterator[ErasureFact]:
    """Yield the hours of a span whose files went with their key."""
    index = gathering.desk.registers.index
    for entry in _entries(gathering, index.of([Routine.kind], start)):
        assert isinstance(entry.act, Routine)
        yield from (
            fact
            for fact in entry.act.erasures
            if fact.camera == camera and fact.start < end and fact.end > start and fact.files
        )


def _asked(
    gathering: Gathering, camera: str, start: datetime, end: datetime
) -> Iterator[tuple[Entry, ErasureAsked]]:
    index = gathering.desk.registers.index
    for entry in _entries(gathering, index.of([ErasureAsked.kind], start)):
        act = entry.act
        if (
            isinstance(act, ErasureAsked)
            and act.camera == camera
            and (act.true_start or act.start) < end
            and (act.true_end or act.end) > start
        ):
            yield entry, act


def _erased(gathering: Gathering, fact: ErasureFact) -> facts.Erased:
    at = gathering.local(fact.erased_at)
    return facts.Erased(
        start=gathering.local(fact.start),
        end=gathering.local(fact.end),
        first=at,
        last=at,
        reason=fact.reason,
        files=fact.files,
        bytes=fact.bytes,
        confirmed=fact.confirmed,
    )


def _by_person(gathering: Gathering, entry: Entry, act: ErasureAsked, names: bool) -> facts.Erased:
    """Return what a person had erased; it is entered as done only once it was read back as destroyed."""
    at = gathering.local(entry.at)
    return facts.Erased(
        start=gathering.local(act.true_start or act.start),
        end=gathering.local(act.true_end or act.end),
        first=at,
        last=at,
        reason=ErasureReason.NO_LONGER_NEEDED,
        files=act.chunks,
        bytes=act.bytes,
        confirmed=True,
        by=gathering.person(entry.actor.user_id, entry.at) if names else None,
        why=act.reason_text if names else "",
    )


def _ran(gathering: Gathering, start: datetime) -> Iterator[tuple[Entry, PurgeRuleRun]]:
    """Yield the runs of rules of early erasure since a moment."""
    index = gathering.desk.registers.index
    for entry in _entries(gathering, index.of([PurgeRuleRun.kind], start)):
        assert isinstance(entry.act, PurgeRuleRun)
        yield entry, entry.act


def _by_rule(
    gathering: Gathering,
    entry: Entry,
    act: PurgeRuleRun,
    camera: str,
    span: Span,
    *,
    names: bool,
) -> Iterator[facts.Erased]:
    """Yield what went of a camera and span when a rule was run; `by` is who ran it, where a person did."""
    at, by = gathering.local(entry.at), entry.actor.user_id
    for one in act.stretches:
        if one.camera == camera and one.start < span[1] and one.end > span[0]:
            yield facts.Erased(
                start=gathering.local(one.start),
                end=gathering.local(one.end),
                first=at,
                last=at,
                reason=ErasureReason.PURGE_RULE,
                files=one.chunks,
                bytes=one.bytes,
                confirmed=True,
                by=gathering.person(by, entry.at) if names and entry.actor.is_person else None,
                why=_why(gathering, act.rule) if names else "",
            )


def _why(gathering: Gathering, rule: str) -> str:
    """Return why a rule was signed; nothing once that has been overwritten."""
    index = gathering.desk.registers.index
    for entry in _entries(gathering, index.of([PurgeRuleSigned.kind])):
        assert isinstance(entry.act, PurgeRuleSigned)
        if entry.act.rule == rule:
            return entry.act.reason_text
    return ""


def _joined(hours: Iterable[facts.Erased]) -> list[facts.Erased]:
    """Return hours that go on from each other, and were erased on one day for one reason, as one."""
    joined: list[facts.Erased] = []
    for one in sorted(hours, key=lambda one: (one.start, one.first)):
        last = joined[-1] if joined else None
        if (
            last is not None
            and one.start == last.end
            and (one.reason, one.confirmed) == (last.reason, last.confirmed)
            and one.first.date() == last.first.date()
        ):
            joined[-1] = replace(
                last,
                end=one.end,
                first=min(last.first, one.first),
                last=max(last.last, one.last),
                files=last.files + one.files,
                bytes=last.bytes + one.bytes,
            )
        else:
            joined.append(one)
    return joined


def _left(gathering: Gathering, chunks: Iterable[ChunkFacts]) -> list[facts.Left]:
    """Return what is there still, as stretches that are kept until one day."""
    left: list[facts.Left] = []
    for chunk in chunks:
        until = chunk.due and gathering.local(chunk.due)
        one = facts.Left(
            start=gathering.local(chunk.start), end=gathering.local(chunk.end), until=until
        )
        last = left[-1] if left else None
        if (
            last is not None
            and one.start - last.end <= LONGEST_UNNOTED_GAP
            and (until and until.date()) == (last.until and last.until.date())
        ):
            latest = max(filter(None, (last.until, until)), default=None)
            left[-1] = replace(last, end=max(last.end, one.end), until=latest)
        else:
            left.append(one)
    return left
