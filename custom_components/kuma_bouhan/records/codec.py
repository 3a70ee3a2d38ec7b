"""Entries as text: how acts stand in the book's public and personal bytes.

Public bytes are one line of JSON, the envelope with the act's public fields under "act". Where the act
has `bulk()` fields a line feed follows and, deflated (zlib), one line of JSON for each of them in the
order of the class: a quarter of the size, and a replay need not look at it. Personal bytes are one
JSON object. All JSON is ASCII without blanks, keys in a fixed order. What is hashed are the
stored bytes, so nobody ever needs to write the same text twice.

Moments are ISO 8601 in UTC, enumerations their values, the small records inside an act arrays by position.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from enum import StrEnum
from functools import cache
import json
from types import NoneType, UnionType
from typing import Any, NamedTuple, get_args, get_origin, get_type_hints, overload
import zlib

from ..guideline.people import Actor, Door
from .act import RecordedAct, UnknownAct, blank
from .acts import ACTS, KINDS
from .entry import Entry, Phase

_encode = json.JSONEncoder(separators=(",", ":"), allow_nan=False).encode
_scan = json.JSONDecoder().raw_decode
_PHASES = {str(phase): phase for phase in Phase}
_DOORS = {str(door): door for door in Door}


class _Field(NamedTuple):
    """How one field of an act is stored."""

    name: str
    encode: Callable[[Any], Any]
    decode: Callable[[Any], Any]
    metadata: Any


class _Shape(NamedTuple):
    """How one kind of act is stored."""

    public: tuple[_Field, ...]
    translated: tuple[_Field, ...]
    """Those of `public` that are not stored as they are."""
    bulk: tuple[_Field, ...]
    personal: tuple[_Field, ...]


class Packed[T](Sequence[T]):
    """A long sequence in its stored form; reading it decodes it anew and keeps nothing."""

    __slots__ = ("_decode", "_line", "_lines")

    def __init__(self, lines: bytes, line: int, decode: Callable[[Any], T]) -> None:
        """Keep the deflated lines of all bulk fields; this is number `line` of them."""
        self._lines = lines
        self._line = line
        self._decode = decode

    def _all(self) -> tuple[T, ...]:
        line = zlib.decompress(self._lines).split(b"\n")[self._line]
        return tuple(map(self._decode, _read(line)))

    def __iter__(self) -> Iterator[T]:
        """Decode all."""
        return iter(self._all())

    def __len__(self) -> int:
        """Count them."""
        return len(self._all())

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...
    def __getitem__(self, index: int | slice) -> T | Sequence[T]:
        """Decode all and return one."""
        return self._all()[index]

    def __eq__(self, other: object) -> bool:
        """Compare with any sequence."""
        return isinstance(other, Sequence) and self._all() == tuple(other)

    def __hash__(self) -> int:
        """Hash like the tuple it stands for."""
        return hash(self._all())

    def __repr__(self) -> str:
        """Show what it stands for."""
        return repr(self._all())


def encode(entry: Entry, *, signed: bool = False) -> tuple[bytes, bytes | None]:
    """Return an entry's public bytes, and its personal bytes where the act has any.

    `signed`: a signature will stand beside them. They say so, or it could be taken away unseen.
    """
    act = entry.act
    shape = _SHAPES[type(act)]
    envelope = {
        "seq": entry.seq,
        "at": _write_moment(entry.at),
        "local": entry.local,
        "user": entry.actor.user_id,
        "door": entry.actor.door,
        "automated": entry.actor.automated,
        "phase": entry.phase,
        "order": entry.order,
        **({"signed": True} if signed else {}),
        "kind": act.kind,
        "version": act.version,
        "act": {f.name: f.encode(getattr(act, f.name)) for f in shape.public},
    }
    public = _write(envelope)
    if shape.bulk:
        lines = [_write([f.encode(item) for item in getattr(act, f.name)]) for f in shape.bulk]
        public += b"\n" + zlib.compress(b"\n".join(lines), 9)
    if not shape.personal:
        return public, None
    private = {f.name: f.encode(getattr(act, f.name)) for f in shape.personal}
    return public, _write(private)


def decode(
    public: bytes, personal: bytes | None, *, erased: bool = False, signature: bytes = b""
) -> Entry:
    """Return the entry that these bytes hold. ValueError, KeyError or TypeError where they hold none."""
    line, _, bulk = public.partition(b"\n")
    envelope = _read(line)
    return Entry(
        seq=envelope["seq"],
        at=_read_moment(envelope["at"]),
        local=envelope["local"],
        actor=_actor(envelope["user"], envelope["door"], envelope["automated"]),
        phase=_PHASES[envelope["phase"]],
        order=envelope["order"],
        act=_act(envelope, bulk, personal, erased),
        erased=erased,
        signature=signature,
    )


def _act(
    envelope: dict[str, Any], bulk: bytes, personal: bytes | None, erased: bool
) -> RecordedAct:
    """Return the act in an envelope; one that this version cannot read stays whole as `UnknownAct`."""
    kind, version, public = envelope["kind"], envelope["version"], envelope["act"]
    private: dict[str, Any] = {} if personal is None else _read(personal)
    act = KINDS.get(kind)
    if act is not None and version <= act.version:
        try:
            return _known(act, version, public, private, bulk, erased)
        except ValueError, KeyError, TypeError:
            pass  # kept as it is
    return UnknownAct(was=kind, was_version=version, public=public, bulk=bulk, private=private)


def _known(
    act: type[RecordedAct],
    version: int,
    public: dict[str, Any],
    private: dict[str, Any],
    bulk: bytes,
    erased: bool,
) -> RecordedAct:
    """Return an act of a kind and version that we know."""
    shape = _SHAPES[act]
    if version < act.version:
        fields = act.upgrade(version, public | private)
        private = {f.name: fields.pop(f.name) for f in shape.personal if not erased}
        public = fields
    values = dict(public)
    for f in shape.translated:
        values[f.name] = f.decode(public[f.name])
    for line, f in enumerate(shape.bulk):
        # An older version may have had no long lists at all.
        values[f.name] = Packed(bulk, line, f.decode) if bulk else ()
    for f in shape.personal:
        values[f.name] = blank(f.metadata) if erased else f.decode(private[f.name])
    return act(**values)


def _write(value: Any) -> bytes:
    """Return a value as one line of JSON."""
    return _encode(value).encode("ascii")


def _read(line: bytes) -> Any:
    """Return the value in one line of JSON."""
    text = line.decode("ascii")
    value, end = _scan(text)
    if end != len(text):
        raise ValueError("more than one value")
    return value


@cache
def _actor(user: str | None, door: str, automated: bool) -> Actor:
    """Return an actor; the same few act all the time."""
    return Actor(user, _DOORS[door], automated)


def _shape(act: type[RecordedAct]) -> _Shape:
    """Work out how a kind of act is stored."""
    public, bulk, personal = [], [], []
    hints = get_type_hints(act)
    for f in fields(act):
        if "bulk" in f.metadata:
            (kind,) = get_args(hints[f.name])
            bulk.append(_Field(f.name, *_codec(kind), f.metadata))
        elif "personal" in f.metadata:
            personal.append(_Field(f.name, *_codec(hints[f.name]), f.metadata))
        else:
            public.append(_Field(f.name, *_codec(hints[f.name]), f.metadata))
    translated = tuple(f for f in public if f.decode is not _same)
    return _Shape(tuple(public), translated, tuple(bulk), tuple(personal))


def _codec(kind: Any) -> tuple[Callable[[Any], Any], Callable[[Any], Any]]:
    """Return how values of a type are written and read."""
    origin, args = get_origin(kind), get_args(kind)
    if origin is UnionType:  # T | None
        encode, decode = _codec(next(arg for arg in args if arg is not NoneType))
        return (
            lambda value: None if value is None else encode(value),
            lambda value: None if value is None else decode(value),
        )
    if origin is tuple:  # tuple[T, ...]
        encode, decode = _codec(args[0])
        return (
            lambda value: [encode(item) for item in value],
            lambda value: tuple([decode(item) for item in value]),
        )
    if kind is datetime:
        return _write_moment, _read_moment
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return str, kind
    if is_dataclass(kind) and isinstance(kind, type):
        hints = get_type_hints(kind)
        names = tuple(f.name for f in fields(kind))
        codecs = tuple(_codec(hints[name]) for name in names)
        return (
            lambda value: [
                encode(getattr(value, name))
                for name, (encode, _) in zip(names, codecs, strict=True)
            ],
            # An older record is shorter: the fields that came later take their defaults.
            lambda value: kind(
                *[decode(item) for item, (_, decode) in zip(value, codecs, strict=False)]
            ),
        )
    if kind in {str, int, float, bool} or origin is dict:
        return _same, _same
    raise TypeError(f"no way to store {kind}")


def _same(value: Any) -> Any:
    return value


def _write_moment(moment: datetime) -> str:
    """Return a moment as text in UTC."""
    if moment.tzinfo is None:
        raise ValueError("a moment without a time zone")
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat() + "Z"


_read_moment = datetime.fromisoformat


_SHAPES = {act: _shape(act) for act in ACTS}
