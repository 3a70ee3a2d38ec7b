"""The verifier: what it finds, what it says, and that it needs nothing of ours."""

import ast
from base64 import b64decode, b64encode
import json
import os
from pathlib import Path
import subprocess
import sys
from typing import Any
from zlib import crc32

from hypothesis import given, settings, strategies as st
import pytest

from custom_components.kuma_bouhan.guideline.people import Actor, Door
from custom_components.kuma_bouhan.records import disk, verify
from custom_components.kuma_bouhan.records.acts import RecordingSwitched, SigningKeyNoted
from custom_components.kuma_bouhan.records.book import Book
from custom_components.kuma_bouhan.records.entry import Phase
from custom_components.kuma_bouhan.records.extract import extract
from custom_components.kuma_bouhan.records.frame import ERASED, FRAME_HEADER, personal_part
from custom_components.kuma_bouhan.records.note import checkpoint, printed
from custom_components.kuma_bouhan.records.verify import Finding, Head, examine, main, verifies

from .conftest import PERSON, SITE, enter, host_key, signer
from .proven import HAND, Proven, write

SCRIPT = Path(verify.__file__)
VECTORS = json.loads((Path(__file__).parent / "vectors/ed25519.json").read_text())["tests"]


def words(found: list[Finding], mark: str = "NO") -> list[str]:
    return [word for is_mark, word, _ in found if is_mark == mark]


def check(data: bytes, *anchors: str) -> tuple[int, list[Finding]]:
    return examine(data, [Head(anchor) for anchor in anchors])


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Proven:
    return write(tmp_path_factory.mktemp("small") / "book", 12, heads=(4, 8))


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Proven:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fdatasync", lambda _: None)  # nobody cuts the power meanwhile
        return write(tmp_path_factory.mktemp("large") / "book", 10_000)


# --- Signatures ---


def test_signatures_are_judged_as_wycheproof_says(monkeypatch: pytest.MonkeyPatch) -> None:
    # Many keys with few signatures each: small tables are quicker. The code is the same.
    monkeypatch.setattr(verify, "BITS", 4)
    monkeypatch.setattr(verify, "WINDOWS", range(0, 256, 4))
    verify.multiples.cache_clear()
    for number, flag, result, public, message, signature in VECTORS:
        good = verifies(*map(bytes.fromhex, (public, message, signature)))
        if result != "acceptable":
            assert good is (result == "valid"), number
        elif flag == "SmallOrderPublicKey":
            assert not good, number
    verify.multiples.cache_clear()


def test_a_key_or_signature_of_another_length_is_refused() -> None:
    signed = signer(HAND)(b"x")
    assert verifies(signed[:32], b"x", signed[32:])
    assert not verifies(signed[:31], b"x", signed[32:])
    assert not verifies(signed[:32], b"x", signed[32:-1])
    assert not verifies(b"", b"x", b"")


def test_many_signatures_are_shared_out() -> None:
    signed = signer(HAND)(b"x")
    code = f"""
import sys
sys.path.insert(0, {str(SCRIPT.parent)!r})
import verify
key, signature = bytes.fromhex({signed[:32].hex()!r}), bytes.fromhex({signed[32:].hex()!r})
many = [(key, b"x", signature)] * 2000 + [(key, b"y", signature)]
assert verify.genuine(many) == [True] * 2000 + [False]
"""
    subprocess.run([sys.executable, "-I", "-c", code], check=True)


# --- A whole book ---


def test_a_whole_book_holds(small: Proven) -> None:
    code, found = check(small.data, *small.notes.values())
    assert code == 0
    assert words(found, "ok") == ["whole", "signed", "same", "same", "same"]
    (signed,) = [values for _, word, values in found if word == "signed"]
    assert (signed["user"], signed["count"]) == (PERSON.user_id, 2)
    (unsigned,) = [values for _, word, values in found if word == "unsigned"]
    assert unsigned["count"] == 10


def test_the_line_on_paper_is_an_anchor_too(small: Proven) -> None:
    line = printed(8, small.roots[8])
    assert check(small.data, line)[0] == 0
    assert check(small.data, f" {line.lower()}\n".replace(":", "：", 1))[0] == 0
    other = line[:-1] + ("0" if line[-1] != "0" else "1")
    assert words(check(small.data, other)[1]) == ["differs"]


def test_a_book_without_keys_and_signatures_says_so(tmp_path: Path) -> None:
    book = Book.create(tmp_path / "book", site=SITE)
    enter(book, RecordingSwitched(camera="cafe", on=True))
    book.close()
    code, found = check((tmp_path / "book").read_bytes())
    assert code == 0
    assert ("--", "unsigned", {"count": 1}) in found


def test_what_lies_beyond_the_last_anchor_is_told(small: Proven) -> None:
    _, found = check(small.data, small.notes[4], small.notes[8])
    assert found[-1] == ("!!", "newer", {"size": 8})


def test_without_an_anchor_a_cut_at_an_acts_edge_is_not_seen_and_that_is_said(
    small: Proven,
) -> None:
    data = small.data
    cut = data[: small.offsets[9]] + bytes(len(data) - small.offsets[9])
    code, found = check(cut)
    assert code == 0
    assert found[-1][:2] == ("!!", "no_anchor")
    code, found = check(cut, small.notes[12])
    assert (code, words(found)) == (1, ["shorter"])
    assert check(cut, small.notes[8])[0] == 0


def test_a_book_that_was_written_anew_differs_from_its_anchor(
    small: Proven, tmp_path: Path
) -> None:
    forged = write(tmp_path / "book", 12)  # other salts, so other roots
    assert check(forged.data)[0] == 0
    assert words(check(forged.data, small.notes[12])[1]) == ["differs"]


def test_an_anchor_of_another_site_or_key_is_refused(small: Proven) -> None:
    other = checkpoint("0b" * 16, 12, small.roots[12], signer(host_key()))
    assert words(check(small.data, other)[1]) == ["not_signed"]
    strange = checkpoint(SITE, 12, small.roots[12], signer(HAND))
    assert words(check(small.data, strange)[1]) == ["not_signed"]
    tampered = small.notes[12].replace("\n12\n", "\n8\n")
    assert words(check(small.data, tampered)[1]) == ["not_signed"]


def test_erased_personal_data_leaves_the_book_whole(small: Proven, tmp_path: Path) -> None:
    path = tmp_path / "book"
    path.write_bytes(small.data)
    with path.open("r+b") as file:
        disk.overwrite(file.fileno(), small.offsets[2])
    code, found = check(path.read_bytes(), *small.notes.values())
    assert code == 0
    assert ("--", "erased", {"count": 1}) in found
    # A stop came between the mark and the zeros.
    data = bytearray(small.data)
    part = personal_part(bytes(data[small.offsets[2] :][:FRAME_HEADER]))
    data[small.offsets[2] + part.start] = ERASED
    assert check(bytes(data), *small.notes.values())[0] == 0
    data[small.offsets[2] + part.start + 5] ^= 1
    assert check(bytes(data), *small.notes.values())[0] == 1


def rewritten(data: bytes, at: int, **change: Any) -> bytes:
    """Return a book whose act at an offset was changed by somebody who knows the format."""
    public, personal, signature = (int.from_bytes(data[at + n : at + n + 4]) for n in (4, 8, 12))
    body = data[at + FRAME_HEADER : at + FRAME_HEADER + public + personal + signature]
    line, feed, bulk = body[:public].partition(b"\n")
    said = {key: value for key, value in (json.loads(line) | change).items() if value is not ...}
    stored = json.dumps(said).encode() + feed + bulk
    commitment = data[at + 52 : at + 84]
    if "act" in change:
        signature = 0
    signed = body[public + personal :][:signature]
    head = b"".join(
        (
            data[at : at + 4],
            *(number.to_bytes(4) for number in (len(stored), personal, signature, crc32(signed))),
            verify.sha256(b"\0" + stored + (commitment if personal else b"")).digest(),
            commitment,
        )
    )
    new = head + crc32(head).to_bytes(4) + stored + body[public : public + personal] + signed
    return data[:at] + new + data[at + FRAME_HEADER + len(body) :]


@pytest.mark.parametrize(
    ("act", "change", "why"),
    [
        (2, {"signed": ...}, "signer"),
        (2, {"user": "somebody"}, "signer"),
        (4, {"signed": True}, "signer"),
        (2, {"local": "2026-11-23T12:04:05+09:00"}, "forged"),
        (3, {"order": 1}, "sequence"),
        (6, {"order": 2}, "sequence"),
        (4, {"seq": 5}, "sequence"),
        (4, {"kind": ...}, "frame"),
        (1, {"act": {"user_id": "somebody", "public_key": "00" * 32}}, "signer"),
    ],
)
def test_whoever_rewrites_an_act_is_told_on(
    small: Proven, act: int, change: dict[str, Any], why: str
) -> None:
    code, found = check(rewritten(small.data, small.offsets[act], **change))
    assert code == 1
    assert words(found)[0] == why


def test_a_signature_that_is_taken_away_is_missed(small: Proven) -> None:
    data, at = small.data, small.offsets[2]
    head = data[at : at + 12] + bytes(8) + data[at + 20 : at + 84]
    end = small.offsets[3]
    body = data[at + FRAME_HEADER : end - 96]
    stripped = data[:at] + head + crc32(head).to_bytes(4) + body + data[end:]
    assert words(check(stripped, small.notes[12])[1])[0] == "signer"


# --- Nothing slips through ---


def test_every_bit_of_a_small_book_counts(tmp_path: Path) -> None:
    made = write(tmp_path / "book", 4)
    whole, anchors = made.data, [Head(made.notes[4])]
    data = bytearray(whole[: made.offsets[-1] + 16])
    assert examine(bytes(data), anchors)[0] == 0
    for bit in range(len(data) * 8):
        data[bit // 8] ^= 1 << bit % 8
        try:
            assert examine(bytes(data), anchors)[0] == 1, bit
        except verify.WRONG:
            assert bit < 80  # it does not begin like a book, or is of another version
        data[bit // 8] ^= 1 << bit % 8
    for length in range(made.offsets[-1]):
        try:
            assert examine(bytes(data[:length]), anchors)[0] == 1, length
        except verify.WRONG:
            assert length < 64


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_flipped_bit_of_a_long_book_is_missed(large: Proven, data: st.DataObject) -> None:
    book = bytearray(large.data)
    bit = data.draw(st.integers(128, large.offsets[-1] * 8 - 1))
    book[bit // 8] ^= 1 << bit % 8
    assert check(bytes(book), large.notes[10_000])[0] == 1


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_act_is_dropped_doubled_or_swapped_unseen(large: Proven, data: st.DataObject) -> None:
    book, numbers = large.data, st.integers(0, large.size - 1)
    one, other = sorted((data.draw(numbers), data.draw(numbers)))
    frames = [book[large.offsets[n] : large.offsets[n + 1]] for n in (one, other)]
    before, between = (
        book[: large.offsets[one]],
        book[large.offsets[one + 1] : large.offsets[other]],
    )
    after = book[large.offsets[other + 1] :]
    changed = {
        "drop": before + between + (frames[1] if one != other else b"") + after,
        "double": before + frames[1] + frames[0] + book[large.offsets[one + 1] :],
        "swap": before + frames[1] + between + frames[0] + after,
    }[data.draw(st.sampled_from(["drop", "double", "swap"]))]
    assert changed == book or check(changed, large.notes[10_000])[0] == 1


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_nothing_is_inserted_or_cut_off_unseen(large: Proven, data: st.DataObject) -> None:
    book, at = large.data, data.draw(st.integers(64, large.offsets[-1] - 1))
    if data.draw(st.booleans()):
        more = data.draw(st.binary(min_size=1, max_size=200))
        changed = book[:at] + more + book[at:]
    elif data.draw(st.booleans()):
        changed = book[:at]
    else:
        edge = large.offsets[data.draw(st.integers(0, large.size - 1))]
        changed = book[:edge] + bytes(len(book) - edge)
    assert changed == book or check(changed, large.notes[10_000])[0] == 1


# --- Extracts ---


@pytest.fixture
def made(tmp_path: Path) -> Proven:
    return write(tmp_path / "book", 12, heads=(4, 8))


def extracted(made: Proven, **how: Any) -> dict[str, Any]:
    book = made.open()
    try:
        text = extract(book, made.index, [2, 3, 7], signer(host_key()), **how)
    finally:
        book.close()
    content: dict[str, Any] = json.loads(text)
    return content


def judged(content: dict[str, Any], *anchors: str) -> tuple[int, list[Finding]]:
    return check(json.dumps(content).encode(), *anchors)


def test_an_extract_proves_its_acts_and_brings_the_keys(made: Proven) -> None:
    content = extracted(made)
    assert [act["seq"] for act in content["acts"]] == [0, 1, 2, 3, 7]
    assert all("personal" not in act for act in content["acts"])
    code, found = judged(content)
    assert (code, words(found, "ok")) == (0, ["inside", "signed"])
    assert [values["kind"] for _, word, values in found if word == "act"] == [
        "host_key_noted",
        "signing_key_noted",
        "camera_added",
        "recording_switched",
        "routine",
    ]


def test_personal_data_is_in_an_extract_only_when_it_shall_be(made: Proven) -> None:
    assert "北口" not in json.dumps(extracted(made), ensure_ascii=False)
    content = extracted(made, personal=[2])
    salted = b64decode(content["acts"][2]["personal"])
    assert json.loads(salted[16:])["settings"] == {"place": "北口"}
    assert judged(content)[0] == 0
    content["acts"][2]["personal"] = b64encode(salted[:-1] + b"!").decode()
    assert words(judged(content)[1])[0] == "frame"


def test_an_extract_as_of_fewer_acts_is_the_same_whenever_it_is_made(made: Proven) -> None:
    early = extracted(made, size=8)
    assert early["checkpoint"].split("\n")[1] == "8"
    assert max(act["seq"] for act in early["acts"]) < 8
    assert early == extracted(made, size=8)
    assert early != extracted(made)
    assert examine(json.dumps(early).encode(), [])[0] == 0
    with pytest.raises(ValueError, match="no leaf"):
        extracted(made, size=7)


def test_an_extract_is_compared_with_the_heads_it_was_made_for(made: Proven) -> None:
    content = extracted(made, since=[4])
    assert judged(content, made.notes[4], made.notes[12], printed(4, made.roots[4]))[0] == 0
    code, found = judged(content, made.notes[8])
    assert (code, words(found, "??")) == (2, ["apart"])
    wrong = checkpoint(SITE, 4, bytes(32), signer(host_key()))
    assert words(judged(content, wrong)[1]) == ["differs"]


def test_an_altered_extract_does_not_hold(made: Proven) -> None:
    whole = extracted(made, since=[4])

    def altered(why: str, change: Any) -> None:
        content = json.loads(json.dumps(whole))
        change(content)
        code, found = judged(content, made.notes[4])
        assert code == 1 if why else code == 2
        assert not why or words(found)[0] == why

    def public(content: dict[str, Any]) -> None:
        act = content["acts"][4]
        act["public"] = b64encode(b64decode(act["public"]).replace(b"2026", b"2025")).decode()

    def unsigned(content: dict[str, Any]) -> None:
        content["acts"][2]["signature"] = ""

    def forged(content: dict[str, Any]) -> None:
        signed = b64decode(content["acts"][2]["signature"])
        content["acts"][2]["signature"] = b64encode(signed[:-1] + bytes([signed[-1] ^ 1])).decode()

    def strange(content: dict[str, Any]) -> None:
        content["checkpoint"] = checkpoint(SITE, 12, made.roots[12], signer(HAND))

    def smaller(content: dict[str, Any]) -> None:
        content["checkpoint"] = checkpoint(SITE, 5, made.roots[12], signer(host_key()))

    def keyless(content: dict[str, Any]) -> None:
        del content["acts"][0]

    altered("outside", public)
    altered("outside", lambda content: content["acts"][4]["proof"].pop())
    altered("outside", smaller)
    altered("signer", unsigned)
    altered("forged", forged)
    altered("head_not_signed", strange)
    altered("head_not_signed", keyless)
    altered("frame", lambda content: content["acts"][4].update(commitment="AAAA"))
    altered("frame", lambda content: content["acts"][4].pop("proof"))
    altered("", lambda content: content["growth"].clear())
    altered("", lambda content: content["growth"][0]["proof"].pop())


def test_what_is_not_in_the_book_cannot_be_extracted(made: Proven) -> None:
    book = made.open()
    with pytest.raises(ValueError):
        extract(book, made.index, [12], signer(host_key()))
    with pytest.raises(ValueError):
        extract(book, made.index, [2], signer(host_key()), since=[13])
    book.close()


# --- As people use it ---


def test_it_stands_alone_on_an_older_python() -> None:
    tree = ast.parse(SCRIPT.read_text(), feature_version=(3, 9))
    names = {
        name.name.split(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for name in node.names
    } | {
        (node.module or "").split(".")[0] if not node.level else "."
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
    }
    assert names <= sys.stdlib_module_names


def run(*arguments: object) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-I", "-X", "utf8", SCRIPT, *map(str, arguments)],
        capture_output=True,
        check=False,
        text=True,
        cwd="/",
        env={"PATH": os.defpath},
    )
    assert not done.stderr
    return done.returncode, done.stdout


def test_it_runs_as_a_script_and_explains_itself(small: Proven, tmp_path: Path) -> None:
    note = tmp_path / "anchor.txt"
    note.write_text(small.notes[8])
    line = printed(12, small.roots[12])
    code, said = run(small.path, "--anchor", note, "--anchor", line, "--lang", "en")
    assert code == 0
    assert "Anchor at 8 acts: the book still says what it said then." in said
    assert line in said
    assert "root) could have rewritten" in said
    code, said = run(small.path, "--lang", "ja")
    assert code == 0
    assert "控えが指定されていません" in said
    broken = tmp_path / "broken"
    data = bytearray(small.data)
    data[small.offsets[5] + 100] ^= 4
    broken.write_bytes(data)
    code, said = run(broken, "--lang", "ja")
    assert code == 1
    assert "記録 5 の" in said
    assert "一致しません" in said


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"[]", b"\xff", b'{"checkpoint": "x"}', b"KUMABOOK"]
)
def test_what_is_neither_book_nor_extract_cannot_be_read(
    content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    code = main([str(path), "--lang", "en"])
    assert code == (1 if content == b"KUMABOOK" else 2)
    assert "RESULT" in capsys.readouterr().out


def test_what_cannot_be_an_anchor_is_said(
    small: Proven, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for anchor in ("", "12", "12: ABCD", "12: " + "0" * 40, "x" * 300, small.notes[12] + "\n"):
        assert main([str(small.path), "--anchor", anchor, "--lang", "en"]) == 2
    assert main([str(tmp_path / "nothing"), "--lang", "en"]) == 2
    newer = small.data[:8] + b"\0\2" + small.data[10:60]
    newer += crc32(newer).to_bytes(4) + small.data[64:]
    (tmp_path / "newer").write_bytes(newer)
    assert main([str(tmp_path / "newer"), "--lang", "en"]) == 2
    assert "cannot be read" in capsys.readouterr().out


def test_what_a_file_says_commands_no_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = Book.create(tmp_path / "book", site=SITE)
    enter(
        book,
        SigningKeyNoted(user_id="\x1b[2J", public_key=HAND.public_key().public_bytes_raw().hex()),
    )
    actor = Actor("\x1b[2J", Door.PANEL)
    enter(book, RecordingSwitched(camera="cafe", on=True), actor=actor, sign=signer(HAND))
    book.close()
    assert main([str(tmp_path / "book"), "--lang", "en"]) == 0
    said = capsys.readouterr().out
    assert "user ?[2J" in said
    assert "\x1b" not in said


def test_every_word_is_there_in_both_languages_and_promises_nothing() -> None:
    rows = [row.split("|") for row in verify.WORDS.strip().splitlines()]
    assert all(len(row) == 3 for row in rows)
    known = {row[0] for row in rows}
    said = {
        node.value
        for node in ast.walk(ast.parse(SCRIPT.read_text()))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert known <= said | {"0", "1", "2"}
    for word in ("証拠能力を保証", "改ざん不可能", "完全消去", "適法", "公認", "Merkle"):
        assert word.lower() not in verify.WORDS.lower()


def test_a_key_counts_from_where_it_is_noted(tmp_path: Path) -> None:
    book = Book.create(tmp_path / "book", site=SITE)
    late = Actor("late", Door.PANEL)
    enter(book, RecordingSwitched(camera="cafe", on=True), actor=late, sign=signer(HAND))
    public = HAND.public_key().public_bytes_raw().hex()
    key = SigningKeyNoted(user_id="late", public_key=public)
    enter(book, key, phase=Phase.NOTED)
    book.close()
    assert words(check((tmp_path / "book").read_bytes())[1]) == ["signer"]
