"""Acts as text: nothing is lost, nothing personal is public, old versions are understood."""

from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime
from enum import StrEnum
from importlib import import_module
import json
from pkgutil import iter_modules
from types import NoneType, UnionType
from typing import Any, ClassVar, get_args, get_origin, get_type_hints

from hypothesis import given, settings, strategies as st
import pytest

from custom_components.kuma_bouhan import records
from custom_components.kuma_bouhan.guideline.people import Actor, Door, Role
from custom_components.kuma_bouhan.records import codec, routine
from custom_components.kuma_bouhan.records.act import RecordedAct, UnknownAct, personal
from custom_components.kuma_bouhan.records.acts import (
    ACTS,
    KINDS,
    Appointed,
    RecordingSwitched,
    Routine,
    SiteChanged,
)
from custom_components.kuma_bouhan.records.entry import Entry, Phase
from custom_components.kuma_bouhan.records.routine import GapFact

from .conftest import NOW, PERSON

MODULES = [found.name for found in iter_modules(records.__path__)]
MOMENTS = st.datetimes(
    min_value=datetime(1970, 1, 1),  # noqa: DTZ001
    max_value=datetime(2200, 1, 1),  # noqa: DTZ001
    timezones=st.just(UTC),
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=6,
)


def values(kind: Any) -> st.SearchStrategy[Any]:
    """Return a strategy for a field's type."""
    origin, args = get_origin(kind), get_args(kind)
    if origin is UnionType:
        return st.one_of(*(st.none() if arg is NoneType else values(arg) for arg in args))
    if origin is dict:
        return st.dictionaries(st.text(max_size=8), JSON, max_size=4)
    if origin is not None:  # tuple[T, ...] and Sequence[T]
        return st.lists(values(args[0]), max_size=3).map(tuple)
    if kind is datetime:
        return MOMENTS
    if kind is float:
        return st.floats(allow_nan=False, allow_infinity=False)
    if kind in {str, int, bool} or issubclass(kind, StrEnum):
        return st.from_type(kind)
    return instances(kind)


def instances(kind: Any) -> st.SearchStrategy[Any]:
    """Return a strategy for a dataclass."""
    hints = get_type_hints(kind)
    return st.builds(kind, **{f.name: values(hints[f.name]) for f in fields(kind)})


ENTRIES = st.builds(
    Entry,
    seq=st.integers(0, 2**53),
    at=MOMENTS,
    local=st.just("2026-11-23T12:04:05+09:00"),
    actor=st.builds(
        Actor,
        user_id=st.none() | st.text(max_size=32),
        door=st.sampled_from(Door),
        automated=st.booleans(),
    ),
    phase=st.sampled_from(Phase),
    order=st.none() | st.integers(0, 2**53),
    act=st.sampled_from(ACTS).flatmap(instances),
)


APPOINTED = Appointed(role=Role.STAFF, user_id="u", since=NOW, name="n", title="t")


def entry(act: RecordedAct) -> Entry:
    return Entry(seq=7, at=NOW, local="", actor=PERSON, phase=Phase.DONE, order=None, act=act)


def altered(public: bytes, **change: Any) -> bytes:
    """Return public bytes with other values in the envelope."""
    line, mark, bulk = public.partition(b"\n")
    return json.dumps(json.loads(line) | change).encode() + mark + bulk


@settings(max_examples=400, deadline=None)
@given(ENTRIES)
def test_every_act_is_read_as_it_was_written(written: Entry) -> None:
    public, private = codec.encode(written)
    assert codec.decode(public, private) == written
    assert public.partition(b"\n")[0].isascii()


def test_every_act_is_registered_under_a_kind_of_its_own() -> None:
    found = {
        thing
        for name in MODULES
        for thing in vars(import_module(f"{records.__name__}.{name}")).values()
        if isinstance(thing, type) and issubclass(thing, RecordedAct)
    }
    assert found - {RecordedAct, UnknownAct} == set(ACTS)
    assert len(KINDS) == len(ACTS)


@pytest.mark.parametrize("kind", ACTS, ids=lambda kind: kind.kind)
@given(data=st.data())
@settings(max_examples=5, deadline=None)
def test_personal_fields_never_stand_in_the_public_bytes(
    kind: type[RecordedAct], data: st.DataObject
) -> None:
    hints = get_type_hints(kind)
    secret = {
        f.name: "熊本花子" if hints[f.name] is str else {"熊本花子": "熊本花子"}
        for f in fields(kind)
        if "personal" in f.metadata
    }
    rest = {f.name: data.draw(values(hints[f.name])) for f in fields(kind) if f.name not in secret}
    public, private = codec.encode(entry(kind(**secret, **rest)))
    escaped = json.dumps("熊本花子")[1:-1].encode()
    assert escaped not in public
    assert not secret.keys() & json.loads(public.partition(b"\n")[0])["act"].keys()
    assert (private or b"").count(escaped) == sum(
        1 if v == "熊本花子" else 2 for v in secret.values()
    )


def test_an_erased_personal_part_reads_as_blank() -> None:
    public, _ = codec.encode(entry(SiteChanged(fields=("contact",), settings={"contact": "x"})))
    read = codec.decode(public, None, erased=True)
    assert read.erased
    assert read.act == SiteChanged(fields=("contact",), settings={})


def test_an_unknown_kind_is_kept_whole() -> None:
    public, private = codec.encode(entry(APPOINTED))
    act = codec.decode(altered(public, kind="promoted"), private).act
    assert isinstance(act, UnknownAct)
    assert (act.was, act.was_version) == ("promoted", APPOINTED.version)
    assert act.public["user_id"] == "u"
    assert act.private == {"name": "n", "title": "t"}


def test_a_newer_version_of_a_known_kind_is_kept_whole() -> None:
    public, _ = codec.encode(entry(Routine(hour=NOW)))
    act = codec.decode(altered(public, version=2), None).act
    assert isinstance(act, UnknownAct)
    assert act.was_version == 2
    assert act.bulk


def test_a_version_that_nobody_can_upgrade_is_kept_whole() -> None:
    public, _ = codec.encode(entry(RecordingSwitched(camera="c", on=True)))
    assert isinstance(codec.decode(altered(public, version=0), None).act, UnknownAct)


def test_fields_that_make_no_sense_are_kept_whole() -> None:
    public, private = codec.encode(entry(APPOINTED))
    fields = json.loads(public)["act"] | {"role": "emperor"}
    assert isinstance(codec.decode(altered(public, act=fields), private).act, UnknownAct)


@dataclass(frozen=True, slots=True, kw_only=True)
class Greeted(RecordedAct):
    """Version 1 called its field `who` and made it public."""

    kind: ClassVar[str] = "greeted"
    version: ClassVar[int] = 2

    times: int
    name: str = personal("(erased)")

    @classmethod
    def upgrade(cls, version: int, fields: dict[str, Any]) -> dict[str, Any]:
        assert version == 1
        return {"times": 1, "name": fields["who"]}


def test_an_older_version_is_upgraded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(KINDS, "greeted", Greeted)
    monkeypatch.setitem(codec._SHAPES, Greeted, codec._shape(Greeted))
    public, _ = codec.encode(entry(Greeted(times=2, name="x")))
    old = altered(public, version=1, act={"who": "you"})
    assert codec.decode(old, None).act == Greeted(times=1, name="you")
    assert codec.decode(old, None, erased=True).act == Greeted(times=1, name="(erased)")


def test_an_office_that_was_given_before_there_were_contractors_is_under_no_contract() -> None:
    public, private = codec.encode(entry(APPOINTED))
    fields = json.loads(public)["act"]
    assert fields.pop("contract", None) is None
    old = altered(public, version=1, act=fields)
    assert codec.decode(old, private).act == APPOINTED
    assert codec.decode(old, None, erased=True).act == replace(APPOINTED, name="", title="")


def test_small_records_grow_at_their_end(monkeypatch: pytest.MonkeyPatch) -> None:
    @dataclass(frozen=True, slots=True)
    class LongerGap(GapFact):
        detail: str = "not told"

    _, decode = codec._codec(LongerGap)
    stored = ["c", "2026-11-23T00:00:00Z", "2026-11-23T00:01:00Z", "no_picture"]
    assert decode(stored).detail == "not told"


def test_a_moment_without_a_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        codec.encode(entry(Routine(hour=NOW.replace(tzinfo=None))))


def test_what_cannot_be_stored_is_refused_when_the_act_is_defined() -> None:
    with pytest.raises(TypeError, match="no way to store"):
        codec._codec(bytes)


def test_two_values_on_a_line_are_no_entry() -> None:
    public, _ = codec.encode(entry(RecordingSwitched(camera="c", on=True)))
    with pytest.raises(ValueError, match="more than one"):
        codec.decode(public + b"{}", None)


def test_long_lists_behave_as_the_lists_they_stand_for() -> None:
    gaps = [routine.HourOfCamera("c", n, n, NOW, NOW, "00") for n in range(3)]
    read = codec.decode(*codec.encode(entry(Routine(hour=NOW, chunks=gaps)))).act
    assert isinstance(read, Routine)
    assert list(read.chunks) == gaps
    assert len(read.chunks) == 3
    assert read.chunks[1] == gaps[1]
    assert read.chunks[1:] == tuple(gaps[1:])
    assert hash(read.chunks) == hash(tuple(gaps))
    assert repr(read.chunks) == repr(tuple(gaps))
    assert read.chunks != gaps[1:]
