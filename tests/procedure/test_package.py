"""What was permitted leaves the house whole, provable and for one person only; nothing else does."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from io import BytesIO
import json
from pathlib import Path
import shutil
import zipfile

import pytest
import pyzipper

from custom_components.kuma_bouhan.guideline.custody import LONGEST_OPEN
from custom_components.kuma_bouhan.guideline.disclosure import AFTERWARDS, Answer, Asks, CopyForm
from custom_components.kuma_bouhan.guideline.errors import Problem, Refused
from custom_components.kuma_bouhan.guideline.extension import PERMITTED_FOR
from custom_components.kuma_bouhan.guideline.people import ITSELF, Actor, Door, Role
from custom_components.kuma_bouhan.guideline.personal_data import PersonalPeriod
from custom_components.kuma_bouhan.guideline.recording import Gap, GapReason
from custom_components.kuma_bouhan.guideline.retention import ErasureReason
from custom_components.kuma_bouhan.guideline.viewing import Scope
from custom_components.kuma_bouhan.procedure import disclosure, packing, provision
from custom_components.kuma_bouhan.procedure.desk import Desk
from custom_components.kuma_bouhan.procedure.giving_out import GRANTED_FOR, LEAST_SECRET, Download
from custom_components.kuma_bouhan.procedure.package_contents import uncovered
from custom_components.kuma_bouhan.records.acts import (
    Appointed,
    AppointmentEnded,
    PersonalDataErased,
    Routine,
)
from custom_components.kuma_bouhan.records.disclosure import (
    CopyDownloaded,
    DisclosurePrepared,
    MaskedCopyMade,
)
from custom_components.kuma_bouhan.records.disclosure_state import DisclosureState
from custom_components.kuma_bouhan.records.entry import Phase
from custom_components.kuma_bouhan.records.routine import GapFact
from custom_components.kuma_bouhan.vault.chunk import HEADER
from custom_components.kuma_bouhan.vault.export import Film as Export
from custom_components.kuma_bouhan.vault.playing import Player
from tests.vault.conftest import Film, make_film
from tests.vault.probing import probe, samples

from .conftest import CAMERA, NOON, World
from .disclosing import HOUR, MANAGER, MINUTE, OPERATOR, SECOND, STAFF, URGENT, handover
from .packaging import ASKED_FOR, BEGAN, WANTED, Counter, check, examined, listed, unpacked

SECRET = "correct horse 77 battery"
OTHER, DERIVED = "0d" * 16, "de" * 16


@pytest.fixture(scope="module")
def film() -> Film:
    """Four minutes: more than four chunks."""
    return make_film(240)


@pytest.fixture(scope="module")
def short() -> Film:
    """Film for twenty seconds."""
    return make_film(20)


@pytest.fixture
async def counter(world: World, film: Film) -> Counter:
    """Have four minutes of film, and everybody unlocked."""
    made = Counter(world)
    await made.open()
    made.film((BEGAN, film))
    return made


@pytest.fixture
async def bare(world: World) -> Counter:
    """Have no film yet."""
    made = Counter(world)
    await made.open()
    return made


# --- What is in it


async def test_a_package_is_whole_and_its_own_check_says_so(
    counter: Counter, film: Film, tmp_path: Path
) -> None:
    number, status = await counter.ready()
    assert (status.state, status.error) == ("ready", None)
    data = await counter.package(number)
    assert len(data) == status.bytes == status.total
    root = unpacked(data, tmp_path / "out")
    found = check(root)
    assert found.code == 0
    assert found.told("NO") == []
    assert "RESULT: nothing has changed" in found.lines[-1]
    assert "Permitted by 熊本 花子" in found.lines[2]
    assert check(root, "--lang", "ja").lines[-1].startswith("結果：上記の範囲で")
    said = listed(root)
    (video,) = [one for one in said["files"] if one["kind"] == "video"]
    told = probe((root / video["name"]).read_bytes(), tmp_path)
    assert int(told["video"]["nb_read_frames"]) == film.frames == video["pictures"]
    assert float(told["video"]["duration"]) == pytest.approx(video["seconds"], abs=0.01)
    assert [one["kind"] for one in said["files"]].count("text") == 8
    assert (root / "form" / "form_2_ja.html").read_text("utf-8").startswith("<!DOCTYPE html>")


async def test_pictures_and_sounds_are_those_that_were_recorded(
    counter: Counter, film: Film, tmp_path: Path
) -> None:
    number, status = await counter.ready()
    root = unpacked(await counter.package(number), tmp_path / "out")
    data = (root / status.files[0].name).read_bytes()
    whole = film.init + b"".join(film.fragments)
    for kind in ("video", "audio"):
        assert [one.data for one in samples(data, kind)] == [
            one.data for one in samples(whole, kind)
        ]


async def test_the_list_tells_sources_times_place_and_who_decided(
    counter: Counter, tmp_path: Path
) -> None:
    number, _ = await counter.ready()
    said = listed(unpacked(await counter.package(number), tmp_path / "out"))
    assert said["number"] == number
    assert said["start"] == {
        "utc": "2026-11-23T02:20:00.000Z",
        "local": "2026-11-23T11:20:00.000+09:00",
    }
    assert said["cameras"] == [{"camera": CAMERA, "place": "玄関"}]
    assert said["permission"]["by"] == "manager"
    (video,) = [one for one in said["files"] if one["kind"] == "video"]
    chunks = counter.world.vault.chunks(
        CAMERA, WANTED.start, WANTED.end, now=counter.world.machine.wall
    )
    assert [(one["id"], one["sha256"]) for one in video["chunks"]] == [
        (one.id, one.digest.hex()) for one in chunks
    ]
    assert said["missing"] == []
    assert said["site"]["host"]["fingerprint"] == counter.world.vault.host_fingerprint


async def test_the_introduction_is_for_windows_too_and_names_files_and_places(
    counter: Counter, tmp_path: Path
) -> None:
    number, status = await counter.ready()
    root = unpacked(await counter.package(number), tmp_path / "out")
    for language, word in (("ja", "再生"), ("en", "Media Player")):
        data = (root / f"README_{language}.txt").read_bytes()
        assert data.startswith(b"\xef\xbb\xbf")
        assert data.count(b"\r\n") == data.count(b"\n")
        text = data.decode("utf-8-sig")
        assert word in text and status.files[0].name in text and "玄関" in text
        for claim in ("証拠能力を保証", "改ざん不可能", "完全消去", "適法", "公認"):
            assert claim not in text


async def test_a_restart_and_a_change_of_tracks_give_files_of_their_own_that_say_why(
    bare: Counter, short: Film, tmp_path: Path
) -> None:
    wide = make_film(20, audio=False, width=128)
    bare.film((BEGAN, short), (BEGAN + 20 * SECOND, wide), (BEGAN + 41 * SECOND, wide))
    bare.film((BEGAN + 2 * MINUTE, wide))
    number, status = await bare.ready()
    assert [one.why for one in status.files] == ["beginning", "tracks", "restart", "gap"]
    assert [one.index for one in status.files] == [0, 1, 2, 3]
    root = unpacked(await bare.package(number), tmp_path / "out")
    assert check(root).code == 0
    for one in status.files:
        assert probe((root / one.name).read_bytes(), tmp_path)["video"]["nb_read_frames"] == "200"
    text = (root / "README_ja.txt").read_text("utf-8-sig")
    assert "再起動または再接続" in text and "形式が変わった" in text
    missing = listed(root)["missing"]
    assert [one["reason"] for one in missing] == ["not_recorded", "not_recorded"]


async def test_what_is_missing_is_told_with_the_reason_the_book_has(
    bare: Counter, short: Film, tmp_path: Path
) -> None:
    bare.film((BEGAN + MINUTE, short))
    fact = GapFact(CAMERA, BEGAN - MINUTE, BEGAN + MINUTE, GapReason.CAMERA_UNAVAILABLE)
    act = Routine(hour=BEGAN.replace(minute=0), gaps=(fact,))
    await bare.world.desk.append(act, MANAGER, Phase.NOTED)
    end = BEGAN + 80 * SECOND
    bare.not_entered = [Gap(CAMERA, end, end + HOUR, GapReason.SWITCHED_OFF)]
    number, _ = await bare.ready()
    root = unpacked(await bare.package(number), tmp_path / "out")
    assert [
        (one["start"]["utc"][11:19], one["end"]["utc"][11:19], one["reason"])
        for one in listed(root)["missing"]
    ] == [
        ("02:20:00", "02:21:00", "camera_unavailable"),
        ("02:21:20", "02:24:00", "switched_off"),
    ]
    assert "カメラに接続できませんでした" in (root / "README_ja.txt").read_text("utf-8-sig")


async def test_a_damaged_chunk_is_left_out_and_told_and_the_rest_is_given(
    counter: Counter, tmp_path: Path
) -> None:
    number = await counter.permitted(ASKED_FOR)
    now = counter.world.machine.wall
    _, second, *_ = counter.world.vault.chunks(CAMERA, WANTED.start, WANTED.end, now=now)
    (path,) = counter.world.vault_path.rglob(f"{second.id}.kbc")
    data = bytearray(path.read_bytes())
    data[HEADER + (len(data) - HEADER) // 2] ^= 1
    path.write_bytes(data)
    status = await counter.prepared(number)
    assert [one.why for one in status.files] == ["beginning", "left_out"]
    root = unpacked(await counter.package(number), tmp_path / "out")
    assert check(root).code == 0
    assert [one["reason"] for one in listed(root)["missing"]] == ["damaged"]


async def test_stills_are_given_as_they_were_taken(bare: Counter, tmp_path: Path) -> None:
    made = bare.stills(30, CAMERA, 10 * SECOND)
    number, status = await bare.ready()
    (file,) = status.files
    assert (file.kind, file.name, file.why) == ("stills", "stills/camera1/", None)
    root = unpacked(await bare.package(number), tmp_path / "out")
    found = sorted((root / "stills" / "camera1").iterdir())
    assert [one.read_bytes() for one in found] == made[:24]
    assert found[0].name == "20261123_112000_000.jpg"
    assert check(root).code == 0
    with pytest.raises(Problem, match="file_unknown"):
        await bare.link(number, CopyForm.VIDEO, file=0)


async def test_damaged_stills_are_left_out_and_the_rest_is_given(
    bare: Counter, tmp_path: Path
) -> None:
    bare.stills(30, CAMERA, 10 * SECOND)
    number = await bare.permitted(ASKED_FOR)
    now = bare.world.machine.wall
    first, *_ = bare.world.vault.chunks(CAMERA, WANTED.start, WANTED.end, now=now)
    (path,) = bare.world.vault_path.rglob(f"{first.id}.kbc")
    data = bytearray(path.read_bytes())
    data[HEADER + 100] ^= 1
    path.write_bytes(data)
    assert (await bare.prepared(number)).state == "ready"
    root = unpacked(await bare.package(number), tmp_path / "out")
    missing = listed(root)["missing"]
    assert [one["reason"] for one in missing] == ["damaged"]
    assert len(list((root / "stills" / "camera1").iterdir())) < 24
    assert check(root).code == 0


async def test_two_files_that_begin_in_the_same_second_have_names_of_their_own(
    bare: Counter, short: Film
) -> None:
    """The camera was started anew within it."""
    one = replace(short, fragments=short.fragments[:1])
    bare.film((BEGAN, one), (BEGAN + SECOND / 2, short))
    _, status = await bare.ready()
    assert [file.name for file in status.files] == [
        "video/camera1_20261123_112000.mp4",
        "video/camera1_20261123_112000_2.mp4",
    ]


async def test_what_is_not_what_was_measured_is_not_given_out(counter: Counter) -> None:
    number, _ = await counter.ready()
    package = counter.packages._works[number].package
    assert package is not None
    changed = replace(package.members[-1], crc=1)
    counter.packages._works[number].package = replace(
        package, members=(*package.members[:-1], changed)
    )
    with pytest.raises(Problem, match="footage_damaged"):
        await counter.package(number)


async def test_two_cameras_stand_side_by_side(
    counter: Counter, short: Film, tmp_path: Path
) -> None:
    await counter.world.add_camera(OTHER)
    counter.film((BEGAN, short), camera=OTHER)
    asked = replace(ASKED_FOR, scope=Scope((CAMERA, OTHER), WANTED.start, WANTED.end))
    number, status = await counter.ready(asked)
    assert [one.camera for one in status.files] == [CAMERA, OTHER]
    assert {one.name[:13] for one in status.files} == {"video/camera1", "video/camera2"}
    assert check(unpacked(await counter.package(number), tmp_path / "out")).code == 0


async def test_a_masked_copy_is_given_in_place_of_the_footage(
    counter: Counter, short: Film, tmp_path: Path
) -> None:
    number = await counter.permitted(replace(ASKED_FOR, masked=True))
    with pytest.raises(Problem, match="masks_missing"):
        await counter.packages.prepare(OPERATOR, number)
    counter.film((BEGAN, short), camera=DERIVED)
    act = MaskedCopyMade(number=number, camera=CAMERA, derived=DERIVED, masks=2, digest="00" * 32)
    await counter.world.desk.append(act, OPERATOR, Phase.NOTED)
    status = await counter.prepared(number)
    assert [one.camera for one in status.files] == [CAMERA]
    root = unpacked(await counter.package(number), tmp_path / "out")
    said = listed(root)
    assert said["masked"] is True
    assert said["cameras"][0]["masked_copy"] == DERIVED
    assert "圧縮し直しています" in said["cut"]["ja"]
    assert check(root).code == 0
    assert [one.masked for one in _prepared(counter)] == [True]
    # Masked anew, it is another package.
    await counter.world.desk.append(act, OPERATOR, Phase.NOTED)
    assert (await counter.packages.status(OPERATOR, number)).state == "none"


def _prepared(counter: Counter) -> list[DisclosurePrepared]:
    found = [entry.act for entry in counter.world.acts("disclosure_prepared")]
    return [act for act in found[1::2] if isinstance(act, DisclosurePrepared)]


async def test_nothing_in_the_span_makes_no_package(bare: Counter) -> None:
    bare.world.record(BEGAN, 4)  # no film
    number, status = await bare.ready()
    assert status.state == "failed"
    assert status.error is not None and status.error.key == "no_footage_in_span"
    with pytest.raises(Problem, match="not_prepared"):
        await bare.link(number)


def test_what_nothing_covers_is_found() -> None:
    start, end = BEGAN, BEGAN + 4 * MINUTE
    assert uncovered([], start, end) == [(start, end)]
    covered = [(start - MINUTE, start + MINUTE), (start + 61 * SECOND, start + 2 * MINUTE)]
    assert uncovered(covered, start, end) == [(start + 2 * MINUTE, end)]
    assert uncovered([(start, end)], start, end) == []
    assert uncovered([(start + 9 * SECOND, end)], start, end, timedelta(seconds=10)) == []


# --- The check tells every change


def _files(root: Path) -> list[Path]:
    return sorted(path for path in root.rglob("*") if path.is_file())


async def test_one_changed_byte_anywhere_is_told(counter: Counter, tmp_path: Path) -> None:
    number, _ = await counter.ready()
    whole = unpacked(await counter.package(number), tmp_path / "whole")
    names = [str(path.relative_to(whole)) for path in _files(whole)]
    assert len(names) == 11
    for name in names:
        root = tmp_path / "changed"
        shutil.copytree(whole, root)
        path = root / name
        data = bytearray(path.read_bytes())
        # In the middle of a comment or a word: what changes is no syntax.
        data[len(data) // 2] ^= 1
        path.write_bytes(data)
        # Who checks the checker: another copy of it.
        found = examined(root)
        assert found.code in (1, 2), (name, found.lines)
        assert found.lines[-1].startswith("RESULT: IT") or found.code == 2
        if name not in ("manifest.json", "extract.json"):
            assert f"[NO] This file has been changed: {name}" in found.lines
        shutil.rmtree(root)


async def test_what_is_taken_away_or_put_beside_is_told(counter: Counter, tmp_path: Path) -> None:
    number, status = await counter.ready()
    root = unpacked(await counter.package(number), tmp_path / "out")
    (root / "note.txt").write_text("not of ours")
    (root / "Thumbs.db").write_text("")
    found = examined(root)
    assert found.code == 0
    assert found.told("!!")[0] == "[!!] This file is not part of what was put together: note.txt"
    (root / status.files[0].name).unlink()
    found = check(root)
    assert found.code == 1
    assert found.told("NO") == [f"[NO] This file is missing: {status.files[0].name}"]
    (root / "manifest.json").unlink()
    assert check(root).code == 2


def _forged(change: Callable[[dict[str, object]], None]) -> Callable[[Path], None]:
    def forge(root: Path) -> None:
        path = root / "manifest.json"
        said = json.loads(path.read_bytes())
        change(said)
        path.write_text(json.dumps(said, ensure_ascii=False), "utf-8")

    return forge


async def test_a_list_that_was_forged_is_not_the_one_in_the_book(
    counter: Counter, tmp_path: Path
) -> None:
    """Whoever changes a file and its line in the list cannot change what the book says."""
    number, _ = await counter.ready()
    root = unpacked(await counter.package(number), tmp_path / "out")
    _forged(lambda said: said.update(masked=True))(root)
    found = check(root)
    assert found.code == 1
    assert found.told("NO") == [
        "[NO] The list of files (manifest.json) is not the one that the book names."
    ]


async def test_an_extract_of_something_else_is_told(
    counter: Counter, short: Film, tmp_path: Path
) -> None:
    number, _ = await counter.ready()
    first = unpacked(await counter.package(number), tmp_path / "first")
    counter.film((BEGAN + 6 * MINUTE, short))
    scope = Scope((CAMERA,), BEGAN + 6 * MINUTE, BEGAN + 7 * MINUTE)
    number, _ = await counter.ready(replace(ASKED_FOR, scope=scope))
    second = unpacked(await counter.package(number), tmp_path / "second")
    shutil.copy(second / "extract.json", first / "extract.json")
    found = check(first)
    assert found.code == 1
    assert "not the one that the book names" in found.told("NO")[0]


async def test_an_anchor_from_paper_is_compared(counter: Counter, tmp_path: Path) -> None:
    number, _ = await counter.ready()
    root = unpacked(await counter.package(number), tmp_path / "out")
    head = next(line for line in check(root).lines if "to keep as an anchor" in line)
    anchor = head.partition("): ")[2]
    assert check(root, "--lang", "en", "--anchor", anchor).code == 0
    size, _, digits = anchor.partition(": ")
    wrong = f"{size}: {digits[:-1]}{'1' if digits[-1] == '0' else '0'}"
    assert check(root, "--lang", "en", "--anchor", wrong).code == 1


# --- The same bytes, in every piece and after a restart


async def test_ranges_put_together_are_the_whole(counter: Counter) -> None:
    number, status = await counter.ready()
    video = await counter.link(number, CopyForm.VIDEO, file=0)
    package = await counter.link(number)
    sealed = await counter.link(number, CopyForm.SEALED_PACKAGE, secret=SECRET)
    for grant in (video, package, sealed):
        whole = await counter.fetch(grant)
        size = len(whole)
        cuts = [0, 1, 7000, size // 3, size // 2, size - 40, size]
        pieces = [
            await counter.fetch(grant, start, stop)
            for start, stop in zip(cuts, cuts[1:], strict=False)
        ]
        assert b"".join(pieces) == whole
        assert [len(piece) for piece in pieces] == [
            stop - start for start, stop in zip(cuts, cuts[1:], strict=False)
        ]
    assert status.bytes == package.size


async def test_after_a_restart_the_same_bytes_and_nothing_new_in_the_book(
    counter: Counter,
) -> None:
    number, status = await counter.ready()
    package = await counter.package(number)
    grant = await counter.link(number, CopyForm.SEALED_PACKAGE, secret=SECRET)
    sealed = await counter.fetch(grant)
    await counter.restart()
    assert (await counter.packages.status(OPERATOR, number)).state == "none"
    with pytest.raises(Problem, match="link_over"):
        await counter.packages.open(OPERATOR, grant.token)
    again = await counter.prepared(number, MANAGER)
    assert again.manifest == status.manifest
    assert await counter.package(number) == package
    grant = await counter.link(number, CopyForm.SEALED_PACKAGE, secret=SECRET)
    assert await counter.fetch(grant) == sealed
    assert len(_prepared(counter)) == 1


async def test_tables_that_do_not_fit_are_gathered_again(
    counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    number, _ = await counter.ready()
    package = await counter.package(number)
    monkeypatch.setattr(packing, "KEPT", 0)
    await counter.prepared(number)
    assert all(
        one.member.content.cost == 0  # type: ignore[union-attr]
        for one in counter.packages._works[number].package.filmed  # type: ignore[union-attr]
    )
    assert await counter.package(number) == package


async def test_where_something_has_changed_the_book_has_another_list(counter: Counter) -> None:
    number, first = await counter.ready()
    await counter.set(facility="水前寺の新しい家")
    second = await counter.prepared(number)
    assert first.manifest != second.manifest
    assert [act.manifest for act in _prepared(counter)] == [first.manifest, second.manifest]


# --- Sealed


async def test_a_sealed_package_opens_with_its_passphrase_only(
    counter: Counter, tmp_path: Path
) -> None:
    number, _ = await counter.ready()
    grant = await counter.link(number, CopyForm.SEALED_PACKAGE, secret=SECRET)
    data = await counter.fetch(grant)
    assert len(data) == grant.size
    assert b"README_ja.txt" in data and "玄関".encode() not in data
    with pyzipper.AESZipFile(BytesIO(data)) as archive:
        archive.setpassword(b"not this one at all")
        with pytest.raises(RuntimeError, match="password"):
            archive.read("disclosure-1/manifest.json")
        archive.setpassword(SECRET.encode())
        assert archive.testzip() is None
        assert {one.wz_aes_strength for one in archive.infolist()} == {3}  # 256 bits
        archive.extractall(tmp_path / "out")
    assert check(tmp_path / "out" / "disclosure-1").code == 0


async def test_no_two_files_are_sealed_with_the_same_salt(counter: Counter) -> None:
    number, _ = await counter.ready()
    members = counter.packages._works[number].package.members  # type: ignore[union-attr]
    salts = {packing._salt(one) for one in members}
    assert len(salts) == len(members)
    changed = replace(members[0], sha256=bytes(32))
    assert packing._salt(changed) not in salts


@pytest.mark.parametrize(
    "secret",
    [
        None,
        "",
        "short",
        "a" * (LEAST_SECRET - 1),
        " padded with blanks ",
        "日本語の合言葉はだめです",
        "a" * 200,
    ],
)
async def test_a_passphrase_that_tools_differ_about_is_refused(
    counter: Counter, secret: str | None
) -> None:
    number, _ = await counter.ready()
    with pytest.raises(Problem, match="seal_unfit"):
        await counter.link(number, CopyForm.SEALED_PACKAGE, secret=secret)


@pytest.mark.parametrize(
    ("secret", "weak"),
    [
        ("111111111111", "passphrase_simple"),
        ("password1234", "passphrase_guessable"),
        ("suizenjihouse2026", "passphrase_guessable"),
    ],
)
async def test_a_passphrase_that_is_guessed_at_once_seals_nothing(
    counter: Counter, secret: str, weak: str
) -> None:
    await counter.set(facility="Suizenji House")
    number, _ = await counter.ready()
    with pytest.raises(Problem, match=weak):
        await counter.link(number, CopyForm.SEALED_PACKAGE, secret=secret)


async def test_one_video_alone_for_the_officer_at_the_door(
    counter: Counter, tmp_path: Path
) -> None:
    number, status = await counter.ready()
    grant = await counter.link(number, CopyForm.VIDEO, file=0)
    data = await counter.fetch(grant)
    assert len(data) == grant.size == status.files[0].bytes
    assert (grant.kind, grant.name) == ("video/mp4", "画像提供_第1号_camera1_20261123_112000.mp4")
    assert int(probe(data, tmp_path)["video"]["nb_read_frames"]) == 2400
    for wrong in (None, 1, -1):
        with pytest.raises(Problem, match="file_unknown"):
            await counter.link(number, CopyForm.VIDEO, file=wrong)


# --- Only what was permitted, only by whom


async def test_nothing_is_decrypted_before_the_permission(
    counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_: object) -> None:
        raise AssertionError("decrypted")

    monkeypatch.setattr(Player, "table", never)
    number = await counter.ask(ASKED_FOR)
    with pytest.raises(Problem, match="not_permitted"):
        await counter.packages.prepare(OPERATOR, number)
    assert (await counter.packages.status(OPERATOR, number)).state == "none"
    with pytest.raises(Problem, match="request_unknown"):
        await counter.packages.prepare(OPERATOR, 99)


async def test_who_may_not_prepares_and_sees_nothing(counter: Counter) -> None:
    number = await counter.permitted(ASKED_FOR)
    with pytest.raises(Refused, match="role_needed_prepare_disclosure"):
        await counter.packages.prepare(STAFF, number)
    with pytest.raises(Refused, match="role_needed_read_requests"):
        await counter.packages.status(STAFF, number)
    elsewhere = replace(OPERATOR, session="another browser")
    with pytest.raises(Refused, match="unlock_first"):
        await counter.packages.prepare(elsewhere, number)
    await counter.prepared(number)
    with pytest.raises(Refused, match="unlock_first"):
        await counter.packages.grant(elsewhere, number, CopyForm.PACKAGE)


async def test_a_link_is_one_persons_in_one_login_session_for_ten_minutes(
    counter: Counter,
) -> None:
    number, _ = await counter.ready()
    grant = await counter.link(number)
    for other in (
        MANAGER,
        replace(OPERATOR, session="another browser"),
        Actor("operator", Door.ACTION),
    ):
        with pytest.raises(Problem, match="link_over"):
            await counter.packages.open(other, grant.token)
    with pytest.raises(Problem, match="link_over"):
        await counter.packages.open(OPERATOR, "f" * 32)
    counter.world.machine.pass_time(GRANTED_FOR - SECOND)
    assert (await counter.packages.open(OPERATOR, grant.token)).size == grant.size
    counter.world.machine.pass_time(SECOND)
    with pytest.raises(Problem, match="link_over"):
        await counter.packages.open(OPERATOR, grant.token)


async def test_setting_the_clock_back_makes_no_link_last_longer(counter: Counter) -> None:
    number, _ = await counter.ready()
    grant = await counter.link(number)
    counter.world.machine.pass_time(GRANTED_FOR)
    counter.world.machine.set_wall(counter.world.machine.wall - HOUR)
    with pytest.raises(Problem, match="link_over"):
        await counter.packages.open(OPERATOR, grant.token)


async def test_a_copy_stands_in_the_book_before_its_first_byte_and_once_a_link(
    counter: Counter,
) -> None:
    number, _ = await counter.ready()
    grant = await counter.link(number)
    download = await counter.packages.open(OPERATOR, grant.token)
    assert counter.found(number).copies == ()
    going = download.pieces(0, download.size)
    await anext(going)
    (copy,) = counter.found(number).copies
    assert (copy.form, copy.bytes, copy.by) == (CopyForm.PACKAGE, grant.size, "operator")
    await going.aclose()
    # Two pieces of it at once are the same copy still.
    await asyncio.gather(counter.fetch(grant, 0, 100), counter.fetch(grant, 100, 200))
    assert len(counter.found(number).copies) == 1
    await counter.fetch(await counter.link(number, CopyForm.VIDEO, file=0), 0, 10)
    assert [one.form for one in counter.found(number).copies] == ["package", "video"]


async def test_without_the_book_no_byte_leaves(
    counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    number, _ = await counter.ready()
    grant = await counter.link(number)
    real = Desk.append

    async def full(self: Desk, act: object, *more: object, **named: object) -> object:
        if isinstance(act, CopyDownloaded):
            raise Problem("book_full")
        return await real(self, act, *more, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(Desk, "append", full)
    download = await counter.packages.open(OPERATOR, grant.token)
    with pytest.raises(Problem, match="book_full"):
        await anext(download.pieces(0, 10))


# --- Broken off


def _lock(counter: Counter, number: int) -> object:
    return counter.lock.lock(MANAGER)


def _withdraw(counter: Counter, number: int) -> object:
    return disclosure.withdraw(counter.world.desk, OPERATOR, number)


async def _erase(counter: Counter, number: int) -> None:
    vault = counter.world.vault
    slots = [slot.id for slot in vault.slots()]
    vault.destroy(slots, ErasureReason.NO_LONGER_NEEDED, counter.world.machine.wall)


@pytest.mark.parametrize("form", [CopyForm.PACKAGE, CopyForm.SEALED_PACKAGE, CopyForm.VIDEO])
@pytest.mark.parametrize(
    ("ends", "says"),
    [
        (_lock, "link_over|footage_sealed"),
        (_withdraw, "request_withdrawn"),
        (_erase, "footage_gone"),
    ],
)
async def test_what_is_running_is_broken_off(
    counter: Counter,
    monkeypatch: pytest.MonkeyPatch,
    form: CopyForm,
    ends: Callable[[Counter, int], object],
    says: str,
) -> None:
    monkeypatch.setattr("custom_components.kuma_bouhan.procedure.giving_out.AT_ONCE", 1)
    monkeypatch.setattr(packing, "BLOCK", 4096)
    number, _ = await counter.ready()
    grant = await counter.link(
        number,
        form,
        file=0 if form is CopyForm.VIDEO else None,
        secret=SECRET if form is CopyForm.SEALED_PACKAGE else None,
    )
    download = await counter.packages.open(OPERATOR, grant.token)
    going, sent = download.pieces(0, download.size), 0
    sent += sum(map(len, await anext(going)))
    await ends(counter, number)  # type: ignore[misc]
    with pytest.raises(Problem, match=says):
        sent += len(await _rest(going))
    assert sent < download.size
    with pytest.raises(Problem):
        await counter.fetch(grant)


@dataclass
class _Leaving:
    """A download of which the first bytes have left."""

    download: Download
    going: AsyncGenerator[Sequence[bytes | memoryview]]


async def _leaving(counter: Counter, monkeypatch: pytest.MonkeyPatch, number: int) -> _Leaving:
    """Begin to download a video, and take the first of it."""
    monkeypatch.setattr("custom_components.kuma_bouhan.procedure.giving_out.AT_ONCE", 1)
    monkeypatch.setattr(packing, "BLOCK", 4096)
    grant = await counter.link(number, CopyForm.VIDEO, file=0)
    download = await counter.packages.open(OPERATOR, grant.token)
    going = download.pieces(0, download.size)
    await anext(going)
    download.check()
    return _Leaving(download, going)


async def _office_ends(counter: Counter) -> None:
    act = AppointmentEnded(
        role=Role.OPERATOR,
        user_id="operator",
        until=counter.world.machine.wall,
        secrecy_acknowledged=True,
    )
    await counter.world.desk.append(act, MANAGER, Phase.DONE)


async def _office_will_end(counter: Counter) -> None:
    until = counter.world.machine.wall + MINUTE
    act = Appointed(
        role=Role.OPERATOR, user_id="operator", since=NOON, until=until, name="", title=""
    )
    await counter.world.desk.append(act, ITSELF, Phase.DONE)


async def _nothing(_counter: Counter) -> None:
    """Only time passes."""


async def _clock_in_doubt(counter: Counter) -> None:
    counter.world.machine.synchronised = False


@pytest.mark.parametrize(
    ("happens", "then", "says"),
    [
        (_office_ends, timedelta(0), "link_over"),
        (_office_will_end, MINUTE, "unlock_first"),
        (_nothing, LONGEST_OPEN, "unlock_first"),
        (_clock_in_doubt, SECOND, "clock_not_trusted"),
    ],
)
async def test_a_client_that_holds_its_download_up_gets_nothing_more_once_who_asked_may_no_longer(
    counter: Counter,
    monkeypatch: pytest.MonkeyPatch,
    happens: Callable[[Counter], Awaitable[None]],
    then: timedelta,
    says: str,
) -> None:
    """No piece is read meanwhile, and no timer calls: what is asked before each piece is sent has to see it."""
    number, _ = await counter.ready()
    leaving = await _leaving(counter, monkeypatch, number)
    await happens(counter)
    counter.world.machine.pass_time(then)
    with pytest.raises(Problem, match=says):
        leaving.download.check()
    with pytest.raises(Problem):
        await _rest(leaving.going)


async def _late(counter: Counter, length: timedelta) -> None:
    """Come back so much later, the vault just opened."""
    counter.world.machine.pass_time(length)
    await counter.unlock()


async def test_a_permission_that_ends_while_it_is_downloaded_ends_the_download(
    counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    number, _ = await counter.ready()
    await _late(counter, PERMITTED_FOR - MINUTE)
    leaving = await _leaving(counter, monkeypatch, number)
    counter.world.machine.pass_time(MINUTE - SECOND)
    await anext(leaving.going)
    counter.world.machine.pass_time(SECOND)
    with pytest.raises(Problem, match="permission_over"):
        leaving.download.check()
    with pytest.raises(Problem, match="permission_over"):
        await _rest(leaving.going)
    assert counter.state(number) is DisclosureState.VOID


async def _overdue(counter: Counter) -> None:
    counter.world.machine.pass_time(MINUTE)


async def _no_longer_afterwards(counter: Counter) -> None:
    await counter.set(permission_afterwards=False)
    counter.world.machine.pass_time(SECOND)


@pytest.mark.parametrize(
    ("ends", "says"),
    [(_overdue, "permission_overdue"), (_no_longer_afterwards, "not_permitted")],
)
async def test_what_leaves_before_its_permission_stops_when_it_may_wait_for_one_no_longer(
    counter: Counter,
    monkeypatch: pytest.MonkeyPatch,
    ends: Callable[[Counter], Awaitable[None]],
    says: str,
) -> None:
    await counter.set(permission_afterwards=True)
    number = await counter.ask(replace(URGENT, scope=WANTED))
    await counter.prepared(number)
    await _late(counter, AFTERWARDS - MINUTE)
    leaving = await _leaving(counter, monkeypatch, number)
    await ends(counter)
    with pytest.raises(Problem, match=says):
        leaving.download.check()


async def test_a_copy_that_was_handed_over_meanwhile_is_downloaded_to_its_end(
    counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    number, _ = await counter.ready()
    leaving = await _leaving(counter, monkeypatch, number)
    at = counter.world.machine.wall
    await provision.provide(counter.world.desk, OPERATOR, number, handover(at))
    counter.world.machine.pass_time(SECOND)
    leaving.download.check()


async def test_what_runs_longer_than_its_link_is_broken_off_too(
    counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("custom_components.kuma_bouhan.procedure.giving_out.AT_ONCE", 1)
    number, _ = await counter.ready()
    grant = await counter.link(number, CopyForm.VIDEO, file=0)
    download = await counter.packages.open(OPERATOR, grant.token)
    going = download.pieces(0, download.size)
    await anext(going)
    for _ in range(3):
        counter.world.machine.pass_time(GRANTED_FOR / 2)
        counter.lock.used(OPERATOR)
    await counter.link(number)  # the old one is forgotten
    await _withdraw(counter, number)  # type: ignore[misc]
    with pytest.raises(Problem, match="request_withdrawn"):
        await _rest(going)


async def _rest(going: AsyncIterator[Sequence[bytes | memoryview]]) -> bytes:
    return b"".join([b"".join(block) async for block in going])


class _Slow:
    """Runs what is measured step by step, and stops after some for a test to step in."""

    def __init__(self, counter: Counter, monkeypatch: pytest.MonkeyPatch, after: int) -> None:
        self.reached, self.go = asyncio.Event(), asyncio.Event()
        self._left, desk = after, counter.world.desk
        monkeypatch.setattr("custom_components.kuma_bouhan.procedure.package.STEPS", 1)
        real = desk.run

        async def run(function: Callable[..., object], /, *args: object, **named: object) -> object:
            if function.__name__ == "_some":
                self._left -= 1
                if not self._left:
                    self.reached.set()
                    await self.go.wait()
            return await real(function, *args, **named)

        monkeypatch.setattr(desk, "run", run)


@pytest.mark.parametrize(
    ("ends", "state", "says"),
    [
        (_lock, "failed", "package_locked"),
        (_withdraw, "none", ""),
        (_erase, "failed", "no_footage"),
    ],
)
async def test_what_is_measured_is_broken_off(
    counter: Counter,
    monkeypatch: pytest.MonkeyPatch,
    ends: Callable[[Counter, int], object],
    state: str,
    says: str,
) -> None:
    number = await counter.permitted(ASKED_FOR)
    slow = _Slow(counter, monkeypatch, 4)
    await counter.packages.prepare(OPERATOR, number)
    await slow.reached.wait()
    status = await counter.packages.status(OPERATOR, number)
    assert status.state == "measuring" and 0 < status.done < status.total
    assert status.seconds_left is not None
    task = counter.packages._works[number].task
    assert task is not None
    await ends(counter, number)  # type: ignore[misc]
    slow.go.set()
    await task
    status = await counter.packages.status(OPERATOR, number)
    assert status.state == state
    assert says in (status.error.key if status.error else "")
    assert _prepared(counter) == []


async def test_preparing_twice_measures_once_and_one_after_the_other(
    counter: Counter, short: Film, monkeypatch: pytest.MonkeyPatch
) -> None:
    counter.film((BEGAN + 6 * MINUTE, short))
    scope = Scope((CAMERA,), BEGAN + 6 * MINUTE, BEGAN + 7 * MINUTE)
    first = await counter.permitted(ASKED_FOR)
    second = await counter.permitted(replace(ASKED_FOR, scope=scope))
    slow = _Slow(counter, monkeypatch, 3)
    await counter.packages.prepare(OPERATOR, first)
    await slow.reached.wait()
    await counter.packages.prepare(MANAGER, first)
    await counter.packages.prepare(OPERATOR, second)
    assert (await counter.packages.status(OPERATOR, second)).total == 0
    slow.go.set()
    assert (await counter.come_to_an_end(first)).state == "ready"
    assert (await counter.come_to_an_end(second)).state == "ready"
    assert len(_prepared(counter)) == 2


async def test_what_fails_for_a_reason_nobody_foresaw_is_told_and_can_be_begun_anew(
    counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = await counter.permitted(ASKED_FOR)

    def broken(*_: object) -> Iterator[None]:
        raise RuntimeError("a fault of ours")

    with monkeypatch.context() as patch:
        patch.setattr(packing.Measuring, "steps", broken)
        await counter.packages.prepare(OPERATOR, number)
        task = counter.packages._works[number].task
        assert task is not None
        with pytest.raises(RuntimeError):
            await task
    status = await counter.packages.status(OPERATOR, number)
    assert status.error is not None and status.error.key == "package_failed"
    assert (await counter.prepared(number)).state == "ready"


async def test_a_stop_breaks_off_and_nothing_begins_after_it(
    counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    number, _ = await counter.ready()
    grant = await counter.link(number)
    download = await counter.packages.open(OPERATOR, grant.token)
    other = await counter.permitted(replace(ASKED_FOR, purpose="別件の捜査"))
    slow = _Slow(counter, monkeypatch, 3)
    await counter.packages.prepare(OPERATOR, other)
    await slow.reached.wait()
    slow.go.set()
    await counter.packages.close()
    with pytest.raises(Problem, match="site_not_running"):
        await anext(download.pieces(0, 10))
    await counter.packages.prepare(OPERATOR, number)
    assert (await counter.packages.status(OPERATOR, number)).state == "none"


async def test_handed_over_it_can_be_downloaded_no_more(counter: Counter) -> None:
    number, _ = await counter.ready()
    grant = await counter.link(number)
    counter.world.machine.pass_time(MINUTE)
    now = counter.world.machine.wall
    await provision.provide(counter.world.desk, MANAGER, number, handover(now))
    with pytest.raises(Problem, match="provided_already"):
        await counter.packages.open(OPERATOR, grant.token)
    assert (await counter.packages.status(OPERATOR, number)).state == "none"


async def test_what_is_permitted_afterwards_is_given_without_a_permission_and_says_so(
    counter: Counter, tmp_path: Path
) -> None:
    await counter.set(permission_afterwards=True)
    number = await counter.ask(replace(URGENT, scope=WANTED))
    status = await counter.prepared(number)
    assert status.error is None
    root = unpacked(await counter.package(number), tmp_path / "out")
    assert not (root / "form").exists()
    assert listed(root)["permission"] is None
    found = check(root)
    assert found.code == 0
    assert "to be permitted afterwards" in found.told("!!")[0]
    # With the permission it is another package: the one that names it.
    await disclosure.permit(counter.world.desk, MANAGER, number)
    assert (await counter.packages.status(OPERATOR, number)).state == "none"
    assert (await counter.prepared(number)).state == "ready"


async def test_what_is_to_be_masked_since_it_was_put_together_is_not_given_as_it_was(
    counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("custom_components.kuma_bouhan.procedure.giving_out.AT_ONCE", 1)
    await counter.set(permission_afterwards=True)
    number = await counter.ask(replace(URGENT, scope=WANTED, asks=Asks.ACCESS))
    assert (await counter.prepared(number)).error is None
    grant = await counter.link(number, CopyForm.VIDEO, file=0)
    download = await counter.packages.open(OPERATOR, grant.token)
    going = download.pieces(0, download.size)
    await anext(going)
    desk, yes = counter.world.desk, Answer.YES
    await disclosure.answer(desk, OPERATOR, number, business=yes, retained=yes, obliged=True)
    with pytest.raises(Problem, match="package_outdated"):
        await _rest(going)
    with pytest.raises(Problem, match="not_prepared"):
        await counter.link(number)
    with pytest.raises(Problem, match="masks_missing"):
        await counter.packages.prepare(OPERATOR, number)
    with pytest.raises(Problem, match="masks_missing"):
        await provision.enter_download(desk, OPERATOR, number, CopyForm.PACKAGE, 1)


async def test_an_access_request_brings_the_answer_with_it(
    counter: Counter, short: Film, tmp_path: Path
) -> None:
    asked = replace(ASKED_FOR, asks=Asks.ACCESS, ground=None, affiliation="", written=False)
    number = await counter.ask(asked)
    await disclosure.answer(
        counter.world.desk,
        OPERATOR,
        number,
        business=Answer.YES,
        retained=Answer.YES,
        obliged=True,
    )
    await disclosure.permit(counter.world.desk, MANAGER, number)
    counter.film((BEGAN, short), camera=DERIVED)
    act = MaskedCopyMade(number=number, camera=CAMERA, derived=DERIVED, masks=1, digest="00" * 32)
    await counter.world.desk.append(act, OPERATOR, Phase.NOTED)
    assert (await counter.prepared(number)).state == "ready"
    root = unpacked(await counter.package(number), tmp_path / "out")
    found = check(root)
    assert found.code == 0
    assert any("access_answered" in line for line in found.lines)
    assert any("masked_copy_made" in line for line in found.lines)


async def test_the_tables_of_one_package_are_kept_and_none_that_nobody_may_give_out(
    counter: Counter, short: Film
) -> None:
    counter.film((BEGAN + 6 * MINUTE, short))
    scope = Scope((CAMERA,), BEGAN + 6 * MINUTE, BEGAN + 7 * MINUTE)
    first, _ = await counter.ready()
    package = await counter.package(first)

    def cost() -> int:
        held = counter.packages._works[first].package
        assert held is not None
        film = held.filmed[0].member.content
        assert isinstance(film, Export)
        return film.cost

    assert cost() > 0
    second, _ = await counter.ready(replace(ASKED_FOR, scope=scope))
    assert cost() == 0
    assert await counter.package(first) == package
    # The first permission comes to its end unused.
    await counter.pass_time(PERMITTED_FOR - SECOND)
    third, _ = await counter.ready(
        replace(ASKED_FOR, scope=Scope((CAMERA,), scope.start, scope.start + 10 * SECOND))
    )
    assert first in counter.packages._works
    await counter.pass_time(MINUTE)
    await counter.prepared(third)
    assert set(counter.packages._works) == {third}


async def test_with_the_names_the_package_goes(counter: Counter) -> None:
    number, _ = await counter.ready()
    grant = await counter.link(number)
    gone = PersonalDataErased(reason=PersonalPeriod.DISCLOSURE, acts=(counter.found(number).seq,))
    await counter.world.desk.append(gone, MANAGER, Phase.NOTED)
    assert (await counter.packages.status(OPERATOR, number)).state == "none"
    with pytest.raises(Problem, match="link_over"):
        await counter.packages.open(OPERATOR, grant.token)


# --- No plain byte on a disk, no pile in memory


async def test_no_plain_byte_is_written_to_a_disk(
    counter: Counter, film: Film, tmp_path: Path
) -> None:
    number, _ = await counter.ready()
    await counter.package(number)
    needle = film.fragments[3][-200:]
    assert len(set(needle)) > 4
    for path in counter.world.folder.rglob("*"):
        if path.is_file():
            assert needle not in path.read_bytes(), path


async def test_the_zip_is_as_long_as_was_said(counter: Counter) -> None:
    number, status = await counter.ready()
    data = await counter.package(number)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert len(data) == status.bytes
        assert {one.compress_type for one in archive.infolist()} == {zipfile.ZIP_STORED}
        assert all(one.filename.isascii() for one in archive.infolist())
