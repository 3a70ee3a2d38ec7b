"""Acts about the book itself, as older software wrote them."""

from custom_components.kuma_bouhan.records import codec
from custom_components.kuma_bouhan.records.acts import BookFinding

from .test_acts import entry


def test_a_finding_of_the_first_version_is_read() -> None:
    now = BookFinding(finding="repaired", detail="hash, byte 64")
    public, _ = codec.encode(entry(now))
    fields = b'"version":1,"act":{"finding":"repaired","detail":"hash, byte 64"}}'
    before = public[: public.index(b'"version":2')] + fields
    assert codec.decode(before, None).act == now
