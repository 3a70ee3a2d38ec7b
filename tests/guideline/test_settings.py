"""What a site has settled, there and back again."""

from dataclasses import replace
from datetime import time

from hypothesis import given, strategies as st

from custom_components.kuma_bouhan.guideline.errors import Problem
from custom_components.kuma_bouhan.guideline.recording import Hours
from custom_components.kuma_bouhan.guideline.scope import Scope, scope
from custom_components.kuma_bouhan.guideline.settings import (
    DEFAULT_RETENTION_DAYS,
    CameraSettings,
    CaptureMode,
    OwnerKind,
    Profile,
    SiteSettings,
    days_kept,
)

minutes = st.times().map(lambda moment: moment.replace(second=0, microsecond=0))
hours = st.builds(Hours, minutes, minutes, st.frozensets(st.integers(0, 6)))
cameras = st.builds(
    CameraSettings,
    camera=st.text("0123456789abcdef", min_size=32, max_size=32),
    source=st.text(),
    place=st.text(),
    view=st.text(),
    hours=st.none() | hours,
    retention_days=st.none() | st.integers(1, 30),
    mode=st.sampled_from(CaptureMode),
    still_interval=st.integers(1, 3600),
    audio=st.booleans(),
    voluntary=st.booleans(),
)
sites = st.builds(
    SiteSettings,
    profile=st.sampled_from(Profile),
    facility=st.text(),
    owner_kind=st.sampled_from(OwnerKind),
    owner_name=st.text(),
    retention_days=st.integers(1, 30),
)


@given(cameras)
def test_a_cameras_settings_survive_storage(settings: CameraSettings) -> None:
    assert CameraSettings.from_dict(settings.as_dict()) == settings


@given(sites)
def test_a_sites_settings_survive_storage(settings: SiteSettings) -> None:
    assert SiteSettings.from_dict(settings.as_dict()) == settings


def test_what_a_newer_version_stored_is_left_aside() -> None:
    site = SiteSettings(profile=Profile.HOME, facility="家")
    assert SiteSettings.from_dict(site.as_dict() | {"from_the_future": 1}) == site
    camera = CameraSettings(camera="0" * 32, source="camera.a", place="玄関")
    assert CameraSettings.from_dict(camera.as_dict() | {"from_the_future": 1}) == camera


def test_a_camera_without_a_period_of_its_own_keeps_the_sites() -> None:
    site = SiteSettings(profile=Profile.HOME, facility="家", retention_days=7)
    camera = CameraSettings(camera="0" * 32, source="camera.a", place="玄関")
    assert days_kept(site, camera) == 7
    own = CameraSettings(camera="0" * 32, source="camera.a", place="玄関", retention_days=3)
    assert days_kept(site, own) == 3


def test_every_profile_begins_with_seven_days_and_audio_begins_off() -> None:
    assert set(DEFAULT_RETENTION_DAYS.values()) == {7}
    assert not CameraSettings(camera="0" * 32, source="camera.a", place="玄関").audio


def test_sound_is_recorded_with_a_stream_alone() -> None:
    loud = CameraSettings(camera="0" * 32, source="camera.a", place="玄関", audio=True)
    assert loud.hears
    assert not replace(loud, audio=False).hears
    assert not replace(loud, mode=CaptureMode.STILLS).hears


def test_the_guideline_covers_only_cameras_that_meet_both_halves_of_its_definition() -> None:
    answers = {
        (main, seen): scope(crime_prevention_is_main=main, sees_unspecified_people=seen)
        for main in (True, False)
        for seen in (True, False)
    }
    assert answers.pop((True, True)) is Scope.COVERED
    assert set(answers.values()) == {Scope.OUTSIDE}


def test_hours_are_stored_to_the_minute() -> None:
    settings = CameraSettings(
        camera="0" * 32, source="camera.a", place="玄関", hours=Hours(time(8, 30), time(20))
    )
    assert settings.as_dict()["hours"] == {
        "start": "08:30",
        "end": "20:00",
        "weekdays": [0, 1, 2, 3, 4, 5, 6],
    }


def test_a_problem_reads_well_in_a_log() -> None:
    assert str(Problem("span_empty")) == "span_empty"
    assert str(Problem("disk_full", needed=3)) == "disk_full (needed=3)"
