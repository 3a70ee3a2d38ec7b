"""How long names, reasons and settings stand in the book: the one table.

The guideline asks that footage is kept no longer than is necessary, 4(4)イ, and so is what
the book says of people. What a disclosure has to be explained by (who was manager, where the camera stood,
under which settings) is kept as long as disclosures are; what answers an inquiry, 4(5), as long
as complaints are. What still stands is never over: a period counts from when an act describes
nothing any more, because the settings changed, the camera went, the office ended; and from the act
itself where it describes only what happened.
"""

from collections.abc import Mapping
from datetime import UTC, datetime, tzinfo
from enum import StrEnum

from .settings import SiteSettings

SHORTEST_YEARS = 1
LONGEST_YEARS = 10


class PersonalPeriod(StrEnum):
    """Which of the site's periods personal data is kept for."""

    DISCLOSURE = "disclosure"
    """As long as disclosures: `disclosure_years`."""
    COMPLAINT = "complaint"
    """As long as complaints and inquiries: `complaint_years`."""


PERIODS: Mapping[str, PersonalPeriod] = {
    # Where the vault and the cameras were, and what the operating standard said, while footage
    # that was given out was recorded: form 2 names both.
    "site_set_up": PersonalPeriod.DISCLOSURE,
    "site_adopted": PersonalPeriod.DISCLOSURE,
    "site_changed": PersonalPeriod.DISCLOSURE,
    "camera_added": PersonalPeriod.DISCLOSURE,
    "camera_changed": PersonalPeriod.DISCLOSURE,
    # Who permitted and who carried out: after the office has ended.
    "appointed": PersonalPeriod.DISCLOSURE,
    "handed_over": PersonalPeriod.DISCLOSURE,
    "site_owner_restored": PersonalPeriod.DISCLOSURE,
    "refounded": PersonalPeriod.DISCLOSURE,
    # Why footage was used beyond its purpose, 4(4)ア: on the grounds on which it is given out.
    "viewing_requested": PersonalPeriod.DISCLOSURE,
    # Form 1 and form 2, and what was asked for and not given.
    "extension_requested": PersonalPeriod.DISCLOSURE,
    "extension_denied": PersonalPeriod.DISCLOSURE,
    "extension_ended": PersonalPeriod.DISCLOSURE,
    "disclosure_requested": PersonalPeriod.DISCLOSURE,
    "disclosure_denied": PersonalPeriod.DISCLOSURE,
    "disclosure_provided": PersonalPeriod.DISCLOSURE,
    "footage_seized": PersonalPeriod.DISCLOSURE,
    # Which cameras there were, what for and under which standard; where footage lay, and who worked with it.
    "camera_assessed": PersonalPeriod.DISCLOSURE,
    "clauses_written": PersonalPeriod.DISCLOSURE,
    "standard_adopted": PersonalPeriod.DISCLOSURE,
    "contract_made": PersonalPeriod.DISCLOSURE,
    "contract_certified": PersonalPeriod.DISCLOSURE,
    "thing_noted": PersonalPeriod.DISCLOSURE,
    "thing_checked": PersonalPeriod.DISCLOSURE,
    "taking_out_requested": PersonalPeriod.DISCLOSURE,
    "taking_out_denied": PersonalPeriod.DISCLOSURE,
    "medium_returned": PersonalPeriod.DISCLOSURE,
    "other_copy_noted": PersonalPeriod.DISCLOSURE,
    "medium_disposed": PersonalPeriod.DISCLOSURE,
    "incident_noted": PersonalPeriod.DISCLOSURE,
    "incident_followed": PersonalPeriod.DISCLOSURE,
    "incident_closed": PersonalPeriod.DISCLOSURE,
    "instructed": PersonalPeriod.DISCLOSURE,
    "purge_rule_signed": PersonalPeriod.DISCLOSURE,
    # What answers an inquiry, 4(5): who came, what was said, that a sign hung there.
    "complaint_received": PersonalPeriod.COMPLAINT,
    "complaint_answered": PersonalPeriod.COMPLAINT,
    "complaint_closed": PersonalPeriod.COMPLAINT,
    "sign_confirmed": PersonalPeriod.COMPLAINT,
    "sign_missing": PersonalPeriod.COMPLAINT,
    "inspected": PersonalPeriod.COMPLAINT,
    # Why footage went early, 4(4)エ: whoever asks where it is makes an inquiry.
    "erasure_asked": PersonalPeriod.COMPLAINT,
}
"""The period of each kind of act that holds personal data."""


def years_of(period: PersonalPeriod, settings: SiteSettings) -> int:
    """Return the years that a site keeps this for."""
    if period is PersonalPeriod.DISCLOSURE:
        return settings.disclosure_years
    return settings.complaint_years


def over_since(now: datetime, years: int, zone: tzinfo) -> datetime:
    """Return the moment (UTC) before which a period that began is over now.

    The same day and wall clock so many years ago; of a 29 February the day before, so late and never early.
    """
    local = now.astimezone(zone)
    try:
        then = local.replace(year=local.year - years)
    except ValueError:
        then = local.replace(year=local.year - years, day=28)
    return then.astimezone(UTC)
