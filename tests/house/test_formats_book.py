"""docs/formats-book.md has every act of the book, and how long each one's personal data stays, once."""

from dataclasses import fields
import re

import pytest

from custom_components.kuma_bouhan.guideline.personal_data import PERIODS
from custom_components.kuma_bouhan.records.codec import KINDS

from .source import ROOT

ACTS, PERSONAL = (ROOT / "docs" / "formats-book.md").read_text().split("## How long personal data")


def described(kind: str) -> list[str]:
    """Return the rows that describe a kind of act."""
    return re.findall(rf"^\| `{kind}` .*$", ACTS, re.MULTILINE)


def periods(kind: str) -> list[str]:
    """Return the rows that say how long a kind's personal data stays."""
    rows = [line for line in PERSONAL.splitlines() if line.startswith("| `")]
    return [row for row in rows if f"`{kind}`" in row.split("|")[1]]


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_act_is_described_once_with_all_its_fields(kind: str) -> None:
    (row,) = described(kind)
    assert [
        one
        for one in (field.name for field in fields(KINDS[kind]))
        if not re.search(rf"\b{one}\b", row)
    ] == []


@pytest.mark.parametrize("kind", sorted(PERIODS))
def test_how_long_personal_data_stays_is_said_once(kind: str) -> None:
    (row,) = periods(kind)
    assert ("complaints" if PERIODS[kind] == "complaint" else "disclosures") in row.split("|")[2]


def test_nothing_is_said_of_acts_that_there_are_not() -> None:
    rows = re.findall(r"^\| `(\w+)` ", ACTS.split("## Acts")[1].split("\n`root`")[0], re.MULTILINE)
    assert set(rows) == set(KINDS)
