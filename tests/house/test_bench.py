"""The bench says what it measured, on which sample, and what it does not know."""

import json
from pathlib import Path
import shutil
import subprocess
from typing import Any

import pytest

from scripts.measure import __main__ as bench
from scripts.measure.report import Ask, Figure, Outcome, percentile, table

from .source import ROOT


@pytest.fixture
def output(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(bench, "OUTPUT", tmp_path / "bench-output")
    return tmp_path / "figures.json"


def figures(file: Path) -> dict[str, Any]:
    said: dict[str, Any] = json.loads(file.read_text())
    return said


def test_a_quick_run_writes_flat_figures_and_says_that_it_was_quick(
    output: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bench.main(["--quick", "--json", str(output), "index", "erase"]) == 0
    said = figures(output)
    assert said["quick"] is True
    for key in ("index.bytes_per_camera_hour", "erase.key_ms", "erase.ratio_to_fdatasync"):
        assert said[key] > 0
        assert said[f"{key}.sample"]
    assert said["version.homeassistant"]
    assert said["machine.cores"]
    assert not any(isinstance(value, dict | list) for value in said.values())
    assert not any(key.startswith("capture.") for key in said)
    printed = capsys.readouterr().out
    assert "quick: a smaller sample" in printed
    assert "erase.key_ms" in printed
    assert list((output.parent / "bench-output").glob("scratch-*")) == []


@pytest.mark.timeout(240)
def test_what_is_exported_is_measured_beside_ffmpeg(
    output: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if shutil.which("ffmpeg") is None:
        pytest.skip("ffmpeg is not installed")
    assert bench.main(["--quick", "--json", str(output), "export"]) == 0
    said = figures(output)
    for key in ("export.mb_s", "export.ratio_to_ffmpeg_copy", "export.rss_mb"):
        assert said[key] > 0
        assert "MB" in said[f"{key}.sample"]
    assert "sealed (AES-256" in capsys.readouterr().out


@pytest.mark.timeout(240)
def test_a_site_with_much_to_be_minded_is_measured(
    output: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bench.main(["--quick", "--json", str(output), "duties"]) == 0
    said = figures(output)
    for key in ("list_ms", "list_ratio_to_template", "told_ms", "check_s", "check_turn_ms"):
        assert said[f"duties.{key}"] > 0
    assert "16 cameras" in said["duties.list_ms.sample"]
    assert "400 automations and scripts, 4,000 files" in said["duties.check_s.sample"]
    assert "found: 8 that take pictures" in capsys.readouterr().out


def test_a_full_run_does_not_say_quick(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Ask] = []

    def nothing(ask: Ask) -> Outcome:
        asked.append(ask)
        return Outcome()

    monkeypatch.setattr(bench, "GROUPS", {"one": nothing, "other": nothing})
    assert bench.main(["--json", str(output)]) == 0
    assert figures(output)["quick"] is False
    assert [ask.quick for ask in asked] == [False, False]


def test_an_unknown_group_is_named_and_the_known_ones_with_it() -> None:
    done = subprocess.run(
        [ROOT / "scripts/bench", "--quick", "captures"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "no such group: captures" in done.stderr
    assert "capture, index, erase, start, view, export, book, duties" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_bar_that_is_missed_is_said_aloud() -> None:
    held = Figure(key="a", value=4.9, unit="ms", sample="", at_most=5)
    missed = Figure(key="b", value=5.1, unit="ms", sample="", at_most=5)
    without = Figure(key="c", value=5.1, unit="ms", sample="")
    fast = Figure(key="d", value=200, unit="MB/s", sample="", at_least=200)
    slow = Figure(key="e", value=199, unit="MB/s", sample="", at_least=200)
    lines = table("x", Outcome([held, missed, without, fast, slow])).splitlines()
    assert "held" in lines[1]
    assert "MISSED" in lines[2]
    assert "held" not in lines[3] and "MISSED" not in lines[3]
    assert "held" in lines[4] and "≥ 200 MB/s" in lines[4]
    assert "MISSED" in lines[5]


def test_a_percentile_is_one_of_the_values() -> None:
    values = [float(number) for number in range(1, 101)]
    assert percentile(values, 0.99) == 99
    assert percentile(values, 1) == 100
    assert percentile([7.0], 0.99) == 7
