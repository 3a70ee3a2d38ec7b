"""The project's own tools can fail."""

import json
from pathlib import Path
import subprocess

import pytest

from scripts.lib.coverage_gate import main

from .source import ROOT


def report(path: Path, **shares: float) -> str:
    files = {
        name: {"summary": {"percent_covered": share}, "missing_lines": [7, 9, 10, 11]}
        for name, share in shares.items()
    }
    path.write_text(json.dumps({"files": files}))
    return str(path)


def test_the_gate_names_the_module_that_is_tested_too_little(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(report(tmp_path / "c.json", vault=94.9, book=95.0)) == 1
    said = capsys.readouterr().out
    assert "vault (not run: 7, 9-11)" in said
    assert "book" not in said


def test_the_gate_opens_when_every_module_is_tested(tmp_path: Path) -> None:
    assert main(report(tmp_path / "c.json", vault=95.0, book=100.0)) == 0


def test_set_up_that_is_done_says_nothing() -> None:
    done = subprocess.run(
        [ROOT / "scripts/setup"], stdin=subprocess.DEVNULL, capture_output=True, check=True
    )
    assert (done.stdout, done.stderr) == (b"", b"")
