"""The way out: footage is decrypted without Home Assistant, by whoever holds a secret."""

from collections.abc import Iterator
from datetime import datetime, timedelta
import importlib
import json
import os
from pathlib import Path
import runpy
import shutil
import subprocess
import sys

import pytest

import custom_components.kuma_bouhan.vault as package
from custom_components.kuma_bouhan.vault import reader, wording
from custom_components.kuma_bouhan.vault.keys import Keys
from custom_components.kuma_bouhan.vault.notes import NoteKind
from custom_components.kuma_bouhan.vault.problems import VaultProblem
from custom_components.kuma_bouhan.vault.wording import Wording

from .conftest import CHEAP, PASSPHRASE, Film, House, make_film
from .pieces import DAY, DOOR, HOUR, MINUTE, NOON, SECOND, YARD, open_apart, piece
from .tampering import tampered
from .test_mp4 import probe

HERE = Path(package.__file__).parent

# Runs a program where nothing of Home Assistant can be imported.
ALONE = """
import runpy, sys
class Forbid:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("homeassistant", "custom_components", "mnemonic", "voluptuous"):
            raise ModuleNotFoundError(f"{name} is forbidden here", name=name)
sys.meta_path.insert(0, Forbid())
folder, sys.argv = sys.argv[1], sys.argv[1:]
sys.path.insert(0, folder)
runpy.run_path(folder, run_name="__main__")
"""


class Desk:
    """Somebody who reads a vault that nobody has open."""

    def __init__(self, house: House, out: Path) -> None:
        self.house = house
        self.out = out
        self.secret = out.with_name("secret")
        self.secret.write_text(PASSPHRASE + "\n", "utf-8")
        self.now = NOON + HOUR

    def run(self, *arguments: str) -> int:
        return reader.run(
            [str(self.house.folder), "--out", str(self.out), *arguments], now=self.now
        )

    def decrypt(self, *arguments: str) -> int:
        return self.run("--passphrase-file", str(self.secret), *arguments)

    def written(self, suffix: str = ".mp4") -> list[Path]:
        return sorted(self.out.glob(f"*{suffix}")) if self.out.exists() else []


@pytest.fixture
def desk(
    house: House, film: Film, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Desk]:
    """Film of two cameras, with a gap and a change of tracks, and stills."""
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    monkeypatch.delenv("LC_ALL", raising=False)
    writer = house.vault.writer(DOOR, due=house.due)
    writer.start(film.init)
    for part in film.pieces(NOON) + film.pieces(NOON + 6 * SECOND):
        writer.fragment(part)
    for part in film.pieces(NOON + 30 * SECOND):
        writer.fragment(part)
    other = make_film(2, audio=False, width=96)
    writer.start(other.init)
    for part in other.pieces(NOON + 36 * SECOND):
        writer.fragment(part)
    writer.still(b"\xff\xd8 a picture", NOON + 40 * SECOND)
    writer.close()
    yard = house.vault.writer(YARD, due=house.due)
    yard.start(film.init)
    for part in film.pieces(NOON + 5 * MINUTE):
        yard.fragment(part)
    yard.close()
    house.vault.close()
    yield Desk(house, tmp_path / "out")
    house.open()


def test_film_comes_out_stretch_by_stretch(
    desk: Desk, film: Film, capsys: pytest.CaptureFixture[str]
) -> None:
    assert desk.decrypt() == 0
    assert [path.name for path in desk.written()] == [
        "1a1a1a1a-20261123T030500.000Z.mp4",
        "d0d0d0d0-20261123T030000.000Z.mp4",
        "d0d0d0d0-20261123T030030.000Z.mp4",
        "d0d0d0d0-20261123T030036.000Z.mp4",
    ]
    frames = [int(probe(path)["frames"]) for path in desk.written()]
    assert frames == [film.frames, 2 * film.frames, film.frames, 20]
    (still,) = desk.written(".jpg")
    assert still.read_bytes() == b"\xff\xd8 a picture"
    assert still.stat().st_mode & 0o777 == 0o600
    assert capsys.readouterr().out.count("wrote ") == 5


def test_a_span_of_one_camera_comes_out(desk: Desk) -> None:
    assert desk.decrypt("--camera", DOOR, "--from", "2026-11-23T03:00:36Z") == 0
    assert len(desk.written()) == 1
    assert desk.decrypt("--camera", YARD, "--to", "2026-11-23T12:06:00+09:00") == 0
    assert len(desk.written()) == 2


def test_the_recovery_code_opens_it_too(desk: Desk) -> None:
    desk.secret.write_text(desk.house.code.lower())
    assert desk.decrypt("--recovery-code") == 0
    assert desk.decrypt("--holder", "manager") == 2


def test_words_may_be_typed_in_latin_letters(desk: Desk) -> None:
    keys = Keys.read(desk.house.folder, desk.house.vault.id, mend=False)
    keys.change_passphrase("manager", PASSPHRASE, "きんようび つづく しゃしん", cost=CHEAP)
    desk.secret.write_text("kin'youbi TUDUKU syashin\n")
    assert desk.decrypt() == 0
    keys.change_passphrase("manager", "きんようび つづく しゃしん", PASSPHRASE, cost=CHEAP)


def test_a_copy_of_the_keys_serves_where_they_are_lost(
    desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own, copy = desk.house.folder / "keyring.json", tmp_path / "keyring.json"
    own.rename(copy)
    assert desk.decrypt() == 2
    assert "damaged (keyring.json)" in capsys.readouterr().err
    assert desk.decrypt("--keys", str(copy)) == 0
    assert not own.exists()  # it mends nothing
    copy.rename(own)


def test_keys_that_somebody_exchanged_are_said(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    own = desk.house.folder / "keyring.json"
    before = own.read_bytes()
    with tampered(desk.house.folder) as content:
        content["epochs"][0]["public"] = content["recovery"][0]["public"]
    assert desk.decrypt() == 2
    assert "Somebody replaced it" in capsys.readouterr().err
    own.write_bytes(before)


def test_a_secret_is_asked_for(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def answer(prompt: str) -> str:
        asked.append(prompt)
        return PASSPHRASE

    monkeypatch.setattr(reader.getpass, "getpass", answer)
    assert desk.run() == 0
    assert desk.run("--recovery-code") == 2
    assert asked == ["Passphrase: ", "Recovery code: "]


@pytest.mark.parametrize("secret", ["wrong", ""])
def test_a_wrong_secret_opens_nothing_and_leaves_no_mark(
    desk: Desk, capsys: pytest.CaptureFixture[str], secret: str
) -> None:
    desk.secret.write_text(secret)
    assert desk.decrypt() == 2
    assert capsys.readouterr().err == "The passphrase opens no key.\n"
    assert not desk.written()
    assert not (desk.house.folder / "reader.log").exists()


def test_footage_is_listed_without_a_secret(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert desk.run("--list") == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 4
    assert lines[0].startswith(YARD)
    assert "still" in lines[3]
    assert not desk.out.exists()


def test_reading_leaves_a_mark_that_the_next_start_tells(desk: Desk) -> None:
    desk.decrypt("--camera", DOOR)
    desk.decrypt("--camera", YARD)
    one, other = desk.house.open().notes
    assert one.kind is other.kind is NoteKind.READER_USED
    assert one.at == NOON + HOUR
    assert one.detail.startswith("chunks 3, cameras 1, 2026-11-23T03:00:00+00:00 – ")
    desk.house.vault.close()


def test_while_somebody_records_it_refuses(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.house.open()
    assert desk.decrypt() == 2
    assert "in use" in capsys.readouterr().err
    desk.house.vault.close()
    assert desk.decrypt() == 0


def test_what_is_overdue_is_refused(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.now = NOON + HOUR + 7 * DAY
    assert desk.decrypt() == 1
    assert desk.run("--list") == 1
    assert "No footage" in capsys.readouterr().err
    assert not desk.written()


def test_what_is_erased_is_refused(desk: Desk) -> None:
    house = desk.house
    house.open()
    slots = {slot.camera: slot.id for slot in house.vault.slots()}
    house.destroy(slots[DOOR])
    house.vault.close()
    assert desk.decrypt() == 0
    assert [path.name[:8] for path in desk.written()] == ["1a1a1a1a"]


def test_rewrapped_footage_comes_out(desk: Desk) -> None:
    house = desk.house
    house.open()
    first, *_ = house.chunks()
    hold = open_apart(house.vault, DOOR, NOON, NOON + 99 * DAY)
    house.vault.rewrap([first.id], hold)
    house.destroy(*(slot.id for slot in house.vault.slots() if slot.id != hold))
    house.vault.close()
    desk.now = NOON + 50 * DAY
    assert desk.decrypt() == 0
    assert [path.name[:8] for path in desk.written()] == ["d0d0d0d0", "d0d0d0d0"]


def test_a_copy_is_read_too_and_a_lost_mirror_does_not_matter(desk: Desk, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(desk.house.folder, copy)
    for name in ("slots.b", "wraps.a", "lock", "index.db"):
        (copy / name).unlink(missing_ok=True)
    desk.house = House(copy)
    assert desk.decrypt() == 0
    assert len(desk.written()) == 4
    assert not (copy / "slots.b").exists()
    assert not (copy / "index.db").exists()


def test_a_copy_that_cannot_be_written_to_is_read_without_a_mark(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    real = os.open
    folder = str(desk.house.folder)

    def refuse(path: str | Path, flags: int, *rest: int, **more: int | None) -> int:
        if flags & (os.O_RDWR | os.O_WRONLY) and str(path).startswith(folder):
            raise PermissionError(13, "no")
        return real(path, flags, *rest, **more)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(os, "open", refuse)
        assert desk.decrypt() == 0
        assert "no mark" in capsys.readouterr().err
        (desk.house.folder / "lock").unlink()
        assert desk.decrypt() == 0


def test_damaged_chunks_are_named_and_the_others_come_out(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    camera = desk.house.folder / "footage" / YARD
    (chunk,) = camera.rglob("*.kbc")
    data = bytearray(chunk.read_bytes())
    data[400] ^= 1
    chunk.write_bytes(data)
    chunk.with_name("strange.kbc").write_bytes(b"strange")
    (camera / "no-slot").mkdir()
    assert desk.decrypt() == 0
    assert f"cannot be decrypted: chunk {chunk.stem}" in capsys.readouterr().err
    assert len(desk.written()) == 3
    assert desk.decrypt("--camera", YARD) == 1


def test_a_torn_chunk_gives_what_it_holds(
    desk: Desk, capsys: pytest.CaptureFixture[str], film: Film
) -> None:
    (chunk,) = (desk.house.folder / "footage" / YARD).rglob("*.kbc")
    data = chunk.read_bytes()
    chunk.write_bytes(data[:-90])
    assert desk.run("--list", "--camera", YARD) == 0
    assert "(cut off)" in capsys.readouterr().out
    # Six short fragments are less than the cipher buffers: only a whole body shows them.
    chunk.write_bytes(data[:-80])
    assert desk.decrypt("--camera", YARD) == 0
    assert int(probe(desk.written()[0])["frames"]) == film.frames


def test_what_is_no_film_is_left_out(house: House, tmp_path: Path, film: Film) -> None:
    writer = house.vault.writer(DOOR, due=house.due)
    writer.start(b"no tracks")
    writer.fragment(piece(NOON))
    writer.start(film.init)
    first, second, third, *_ = film.pieces(NOON + MINUTE)
    writer.fragment(first)
    writer.fragment(piece(second.start))
    writer.fragment(third)
    writer.close()
    house.vault.close()
    desk = Desk(house, tmp_path / "out")
    assert desk.decrypt() == 0
    assert int(probe(desk.written()[0])["frames"]) == 20
    house.open()


def test_a_stretch_begins_with_a_whole_picture_and_what_is_left_out_is_told(
    house: House, tmp_path: Path, film: Film, capsys: pytest.CaptureFixture[str]
) -> None:
    import dataclasses

    writer = house.vault.writer(DOOR, due=house.due)
    writer.start(film.init)
    first, *rest = film.pieces(NOON)
    for part in (dataclasses.replace(first, keyframe=False), *rest):
        writer.fragment(part)
    after_a_gap = film.pieces(NOON + 30 * SECOND)[0]
    writer.fragment(dataclasses.replace(after_a_gap, keyframe=False))
    writer.close()
    house.vault.close()
    desk = Desk(house, tmp_path / "out")
    assert desk.decrypt() == 0
    (written,) = desk.written()
    assert int(probe(written)["frames"]) == film.frames - 10
    said = capsys.readouterr().err.splitlines()
    told = [line for line in said if line.startswith(("left out", "書き出していません"))]
    assert len(told) == 2
    for line, start in zip(told, (NOON, NOON + 30 * SECOND), strict=True):
        assert start.astimezone().isoformat(sep=" ", timespec="seconds") in line
    house.open()


def test_where_no_vault_is_it_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "ja_JP.UTF-8")
    assert reader.run([str(tmp_path)], now=NOON) == 2
    assert capsys.readouterr().err == "ここに保管庫がありません。\n"


def test_a_moment_that_is_none_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        reader.run(["folder", "--from", "yesterday"], now=NOON)
    assert stopped.value.code == 2
    assert "yesterday" in capsys.readouterr().err


def test_both_languages_say_everything_with_the_same_blanks() -> None:
    import string

    for english, japanese in wording._TEXTS.values():
        blanks = [
            sorted(name for _, name, _, _ in string.Formatter().parse(text) if name)
            for text in (english, japanese)
        ]
        assert blanks[0] == blanks[1]
        assert english != japanese
    assert Wording("ja").problem(VaultProblem("never_heard", why="x")) == "never_heard (why=x)"


def alone(*arguments: str, language: str = "en") -> subprocess.CompletedProcess[str]:
    """Run the reader as a program of its own that can import nothing of Home Assistant's."""
    return subprocess.run(
        [sys.executable, "-c", ALONE, str(HERE), *arguments],
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": os.environ["PATH"], "LANG": f"{language}.UTF-8", "PYTHONUTF8": "1"},
    )


def test_it_runs_where_home_assistant_is_not_installed(
    house: House, film: Film, tmp_path: Path
) -> None:
    # The program looks at the machine's own clock. Half an hour ago no hour begins meanwhile.
    now = datetime.now().astimezone().replace(minute=30) - timedelta(hours=1)
    writer = house.vault.writer(DOOR, due=lambda end: end + timedelta(days=1))
    writer.start(film.init)
    for part in film.pieces(now):
        writer.fragment(part)
    writer.close()
    secret = tmp_path / "secret"
    secret.write_text(PASSPHRASE, "utf-8")
    arguments = (
        str(house.folder),
        "--passphrase-file",
        str(secret),
        "--out",
        str(tmp_path / "out"),
    )
    refused = alone(*arguments, language="ja")
    assert (refused.returncode, "使用中" in refused.stderr) == (2, True)
    house.vault.close()
    done = alone(*arguments)
    assert (done.returncode, done.stderr) == (0, "")
    (path,) = (tmp_path / "out").glob("*.mp4")
    assert int(probe(path)["frames"]) == film.frames
    assert json.loads((house.folder / "reader.log").read_text())["what"].startswith("chunks 1")
    house.open()


def test_where_no_word_list_is_it_says_what_it_cannot_read(desk: Desk, tmp_path: Path) -> None:
    desk.secret.write_text("kinyoubi tsuzuku")
    done = alone(str(desk.house.folder), "--passphrase-file", str(desk.secret), "--list")
    assert "mnemonic" not in done.stderr
    house = House(tmp_path / "other")
    house.found()
    house.record(1, start=datetime.now().astimezone())
    house.vault.close()
    done = alone(str(house.folder), "--passphrase-file", str(desk.secret))
    assert done.returncode == 2
    assert "Japanese words in Latin letters" in done.stderr
    desk.secret.write_text(PASSPHRASE, "utf-8")
    done = alone(str(house.folder), "--passphrase-file", str(desk.secret), "--out", str(desk.out))
    assert "Latin letters" not in done.stderr


def test_without_cryptography_it_says_what_it_needs() -> None:
    done = subprocess.run(
        [sys.executable, "-S", str(HERE), "folder"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (2, "This needs the Python package cryptography.\n")


def test_the_program_hands_over_to_the_reader(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["vault", str(desk.house.folder), "--list"])
    monkeypatch.setattr(sys, "path", [str(HERE), *sys.path])
    monkeypatch.setattr(sys, "modules", dict(sys.modules))
    with pytest.raises(SystemExit) as stopped:
        runpy.run_path(str(HERE), run_name="__main__")
    # By the machine's own clock this footage may be overdue by now.
    assert stopped.value.code in (0, 1)
    assert str(HERE) not in sys.path[:1]
    assert (DOOR in capsys.readouterr().out) is (stopped.value.code == 0)


def test_the_program_says_what_it_needs(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def missing(name: str) -> None:
        raise ModuleNotFoundError(name, name="cryptography")

    monkeypatch.setattr(importlib, "import_module", missing)
    monkeypatch.setattr(sys, "modules", dict(sys.modules))
    with pytest.raises(SystemExit) as stopped:
        runpy.run_path(str(HERE), run_name="__main__")
    assert stopped.value.code == 2
    assert "cryptography" in capsys.readouterr().err
