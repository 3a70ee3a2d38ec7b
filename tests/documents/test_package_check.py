"""The check that goes with footage: what it says where list and book do not go together, and to whom."""

import ast
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
import json
from pathlib import Path
import sys
from typing import Any

import pytest

from custom_components.kuma_bouhan.documents.package import verify
from custom_components.kuma_bouhan.documents.package.words import BEGINS, REASONS
from custom_components.kuma_bouhan.guideline.recording import GapReason
from custom_components.kuma_bouhan.procedure.package_contents import NOT_RECORDED
from custom_components.kuma_bouhan.vault.stretches import Left, Why

type Json = dict[str, Any]
CAMERA = "c0" * 16
SIGNATURE = b64encode(bytes(96)).decode()


def act(seq: int, kind: str, **fields: Any) -> Json:
    """Return an act as an extract holds it."""
    public = {
        "seq": seq,
        "at": "2026-11-23T03:00:00Z",
        "local": "2026-11-23T12:00:00+09:00",
        "user": "manager",
        "kind": kind,
        "act": {"number": 12, **fields},
    }
    return {
        "public": b64encode(json.dumps(public).encode()).decode(),
        "signature": SIGNATURE,
        "proof": [],
    }


def leaf(item: Json) -> str:
    return str(verify.opened(item)["leaf"])


SPAN = {
    "cameras": [CAMERA],
    "start": "2026-11-23T02:00:00Z",
    "end": "2026-11-23T02:04:00.500000Z",
}
REQUEST = act(3, "disclosure_requested", **SPAN)
PERMISSION = act(5, "disclosure_permitted", **SPAN, binds=leaf(REQUEST))
SAID: Json = {
    "number": 12,
    "request": {"act": 3},
    "permission": {
        "act": 5,
        "by": "manager",
        "name": "熊本 花子",
        "fingerprint": "1234",
        "signature": SIGNATURE,
    },
    "cameras": [{"camera": CAMERA, "place": "玄関"}],
    "start": {"utc": "2026-11-23T02:00:00.000Z"},
    "end": {"utc": "2026-11-23T02:04:00.500Z"},
}


def told(said: Json, *acts: Json, manifest: str = "") -> list[tuple[str, str]]:
    """Return what is found of a list and some acts, beside the preparation that names it."""
    data = json.dumps(said).encode()
    digest = manifest or sha256(data).hexdigest()
    prepared = act(7, "disclosure_prepared", manifest=digest)
    check = verify.Check(Path("/nowhere"))
    check.act(said, {"acts": [*acts, prepared]}, data)
    return [(mark, word) for mark, word, _ in check.found]


def test_list_request_and_permission_go_together() -> None:
    assert told(SAID, REQUEST, PERMISSION) == [("ok", "prepared"), ("ok", "permitted")]


def _without_permission(said: Json) -> Json:
    return said | {"permission": None}


def _unsigned(said: Json) -> Json:
    return said | {"permission": said["permission"] | {"signature": ""}}


@pytest.mark.parametrize(
    ("change", "acts", "word"),
    [
        (lambda said: said, (PERMISSION,), ("NO", "no_request")),
        (lambda said: said, (REQUEST,), ("NO", "no_permission_act")),
        (
            lambda said: said | {"end": {"utc": "2026-11-23T02:05:00.000Z"}},
            (REQUEST, PERMISSION),
            ("NO", "no_request"),
        ),
        (
            lambda said: said | {"cameras": [{"camera": "d0" * 16}]},
            (REQUEST, PERMISSION),
            ("NO", "no_request"),
        ),
        (
            lambda said: said,
            (REQUEST, act(5, "disclosure_permitted", **SPAN, binds="00" * 32)),
            ("NO", "other_request"),
        ),
        (
            lambda said: said,
            (REQUEST, act(5, "disclosure_denied", **SPAN, binds=leaf(REQUEST))),
            ("NO", "no_permission_act"),
        ),
        (
            lambda said: said | {"permission": said["permission"] | {"by": "operator"}},
            (REQUEST, PERMISSION),
            ("NO", "other_signature"),
        ),
        (_unsigned, (REQUEST, PERMISSION), ("NO", "other_signature")),
        (_unsigned, (REQUEST, PERMISSION | {"signature": ""}), ("NO", "permitted_unsigned")),
        (_without_permission, (REQUEST,), ("!!", "no_permission")),
    ],
)
def test_what_does_not_go_together_is_told(
    change: Callable[[Json], Json], acts: tuple[Json, ...], word: tuple[str, str]
) -> None:
    assert told(change(SAID), *acts) == [("ok", "prepared"), word]


def test_a_list_that_no_act_names_is_told() -> None:
    assert told(SAID, REQUEST, PERMISSION, manifest="00" * 32) == [("NO", "not_prepared")]


def test_moments_are_compared_to_the_millisecond() -> None:
    assert verify.moment("2026-11-23T02:00:00Z") == verify.moment("2026-11-23T02:00:00.000Z")
    assert verify.moment("2026-11-23T02:00:00.1234Z") != verify.moment("2026-11-23T02:00:00.124Z")


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return where a package lies whose own program is run."""
    folder = tmp_path / "p"
    monkeypatch.setattr(verify, "HERE", folder)
    return folder


def package(folder: Path, **changes: Any) -> Path:
    """Make a folder with a list of one file and a check of the book that has nothing to say."""
    folder.mkdir()
    book = (
        b'WORDS = "fine|fine|fine"\n'
        b"def Head(text):\n    return text\n"
        b"def examine(data, heads):\n    return 0, [('ok', 'fine', {})]\n"
    )
    (folder / "verify_book.py").write_bytes(book)
    digest = sha256(book).hexdigest()
    said = SAID | {
        "format": verify.FORMAT,
        "site": {"book": "ab" * 16},
        "extract": "extract.json",
        "files": [{"name": "verify_book.py", "bytes": len(book), "sha256": digest}],
        **changes,
    }
    data = json.dumps(said).encode()
    (folder / "manifest.json").write_bytes(data)
    prepared = act(7, "disclosure_prepared", manifest=sha256(data).hexdigest())
    extract = {
        "checkpoint": f"kuma-bouhan/{'ab' * 16}\n7\n",
        "acts": [REQUEST, PERMISSION, prepared],
    }
    (folder / "extract.json").write_text(json.dumps(extract))
    return folder


def test_a_whole_package_holds_in_both_languages(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    package(root)
    (root / ".DS_Store").write_text("")
    assert verify.main(["--lang", "en"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("[ok] All 1 files")
    assert lines[-1].startswith("RESULT: nothing has changed")
    anchor = root.parent / "anchor.txt"
    anchor.write_text("a head")
    assert verify.main([str(root), "--lang", "ja", "--anchor", str(anchor)]) == 0
    assert capsys.readouterr().out.splitlines()[-1].startswith("結果：上記の範囲で")


def test_an_extract_from_another_book_is_told(root: Path) -> None:
    code, lines = verify.examine(package(root, site={"book": "cd" * 16}), [], japanese=False)
    assert code == 1
    assert any("from another book" in line for line in lines)


def test_a_checker_that_was_changed_is_not_run(root: Path) -> None:
    package(root)
    (root / "verify_book.py").write_text("raise SystemExit('run')")
    code, lines = verify.examine(root, [], japanese=False)
    assert code == 1
    assert "[NO] This file has been changed: verify_book.py" in lines


def test_an_extract_that_no_check_was_run_on_proves_nothing(root: Path) -> None:
    code, lines = verify.examine(package(root, files=[]), [], japanese=False)
    assert code == 1
    assert any("the extract was not looked at" in line for line in lines)


@pytest.mark.parametrize("beside", [None, "# of another package"])
def test_kept_apart_it_runs_nothing_that_does_not_lie_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, beside: str | None
) -> None:
    sent = package(tmp_path / "sent")
    if beside is not None:
        (tmp_path / "verify_book.py").write_text(beside)
    monkeypatch.setattr(verify, "HERE", tmp_path)
    monkeypatch.setattr(verify, "loaded", lambda _: pytest.fail("run"))
    code, lines = verify.examine(sent, [], japanese=False)
    assert code == 1
    assert any("another than the one beside this program" in line for line in lines)


def test_kept_apart_it_checks_with_the_same_program_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent = package(tmp_path / "sent")
    (tmp_path / "verify_book.py").write_bytes((sent / "verify_book.py").read_bytes())
    monkeypatch.setattr(verify, "HERE", tmp_path)
    assert verify.examine(sent, [], japanese=False)[0] == 0


@pytest.mark.parametrize("name", ["../outside", "/etc/passwd"])
def test_a_list_leads_nowhere_outside_its_folder(tmp_path: Path, name: str) -> None:
    (tmp_path / "outside").write_text("")
    root = package(tmp_path / "p", files=[{"name": name, "bytes": 0, "sha256": ""}])
    code, lines = verify.examine(root, [], japanese=False)
    assert code == 1
    assert f"[NO] This file is missing: {name}" in lines


def test_what_is_no_package_is_said_to_be_none(tmp_path: Path) -> None:
    code, lines = verify.examine(tmp_path, [], japanese=True)
    assert (code, len(lines)) == (2, 2)
    assert "展開してから" in lines[0]
    root = package(tmp_path / "p", format="something else")
    assert verify.examine(root, [], japanese=False)[0] == 2
    (root / "extract.json").unlink()
    whole = package(tmp_path / "q")
    (whole / "extract.json").unlink()
    code, lines = verify.examine(whole, [], japanese=False)
    assert code == 1 and any("cannot be read, or does not fit" in line for line in lines)


def test_it_needs_nothing_but_the_standard_library() -> None:
    tree = ast.parse(Path(verify.__file__).read_text())
    names = {
        name.split(".")[0]
        for node in ast.walk(tree)
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    assert names <= sys.stdlib_module_names


def test_every_reason_is_told_in_both_languages() -> None:
    assert BEGINS["ja"].keys() == BEGINS["en"].keys()
    assert REASONS["ja"].keys() == REASONS["en"].keys()
    assert {*GapReason} <= REASONS["ja"].keys()


def test_no_reason_why_a_file_begins_is_without_words() -> None:
    assert BEGINS["en"].keys() == {*Why}
    assert {*Left, NOT_RECORDED} <= REASONS["en"].keys()
