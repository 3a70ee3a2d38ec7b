"""How long names and reasons stand in the book."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from hypothesis import given, strategies as st

from custom_components.kuma_bouhan.guideline.personal_data import (
    PersonalPeriod,
    over_since,
    years_of,
)
from custom_components.kuma_bouhan.guideline.settings import Profile, SiteSettings

TOKYO = ZoneInfo("Asia/Tokyo")


def test_a_site_says_how_many_years() -> None:
    site = SiteSettings(profile=Profile.HOME, facility="家", disclosure_years=4, complaint_years=2)
    assert years_of(PersonalPeriod.DISCLOSURE, site) == 4
    assert years_of(PersonalPeriod.COMPLAINT, site) == 2


def test_five_years_for_disclosures_and_three_for_complaints_unless_the_site_says_otherwise() -> (
    None
):
    site = SiteSettings.from_dict({"profile": "home", "facility": "家"})
    assert [years_of(period, site) for period in PersonalPeriod] == [5, 3]


def test_a_year_is_over_on_the_same_day_by_the_wall_clock() -> None:
    now = datetime(2031, 11, 23, 0, 30, tzinfo=TOKYO)
    assert over_since(now, 5, TOKYO) == datetime(2026, 11, 22, 15, 30, tzinfo=UTC)


def test_what_began_on_a_leap_day_is_over_a_day_late_never_early() -> None:
    begun = datetime(2024, 2, 29, 12, tzinfo=TOKYO)
    assert over_since(datetime(2029, 2, 28, 23, tzinfo=TOKYO), 5, TOKYO) < begun
    assert over_since(datetime(2029, 3, 1, 12, tzinfo=TOKYO), 5, TOKYO) > begun
    leap = over_since(datetime(2028, 2, 29, 12, tzinfo=TOKYO), 5, TOKYO)
    assert leap == datetime(2023, 2, 28, 12, tzinfo=TOKYO)


@given(
    st.datetimes(timezones=st.just(TOKYO)).filter(lambda now: now.year > 1960), st.integers(1, 10)
)
def test_so_many_years_ago_is_never_nearer_than_that(now: datetime, years: int) -> None:
    assert (now - over_since(now, years, TOKYO)).days >= 365 * years
