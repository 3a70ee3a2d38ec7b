#!/usr/bin/env python3
"""Checks footage that was given out: every file, and what the book says of it. Needs no network and no other software.

    python3 verify.py [FOLDER] [--anchor TEXT_OR_FILE]... [--lang ja|en]

An anchor is what somebody kept of the book's head: the line that stands on paper ("12345: 5DC9 DA79 ..."). Exit code:
0 it holds, 1 it does not, 2 it cannot be read or compared. Python 3.9 or later is enough.
"""

from __future__ import annotations

import argparse
from base64 import b64decode
from collections.abc import Iterator
from hashlib import sha256
import importlib.util
import json
import locale
import os
from pathlib import Path
import sys
from types import ModuleType
from typing import Any

FORMAT = "kuma_bouhan package 1"
MANIFEST, BOOK = "manifest.json", "verify_book.py"
HERE = Path(__file__).resolve().parent
WRONG = (ValueError, KeyError, TypeError, AttributeError, RecursionError, OSError)
Json = dict[str, Any]
Finding = tuple[str, str, Json]


class Check:
    """What is found, as (mark, word, values)."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.found: list[Finding] = []

    def say(self, mark: str, word: str, **values: Any) -> None:
        self.found.append((mark, word, values))

    @property
    def fails(self) -> bool:
        return any(mark == "NO" for mark, _, _ in self.found)

    def files(self, said: Json) -> None:
        """Compare every file with the list, and look for what is not in it."""
        known = {MANIFEST, said["extract"]}
        good = size = 0
        for one in said["files"]:
            name, path = one["name"], self.folder.joinpath(*one["name"].split("/"))
            known.add(name)
            if ".." in name.split("/") or not path.is_file():
                self.say("NO", "lacking", name=name)
            elif path.stat().st_size != one["bytes"] or digest(path) != one["sha256"]:
                self.say("NO", "changed", name=name)
            else:
                good, size = good + 1, size + one["bytes"]
        if good == len(said["files"]):
            self.say("ok", "files", count=good, bytes=size)
        for name in sorted(others(self.folder) - known):
            self.say("!!", "other", name=name)

    def act(self, said: Json, extract: Json, manifest: bytes) -> None:
        """Compare the list with the acts that the extract proves."""
        acts = {one["seq"]: one for one in map(opened, extract["acts"])}
        prepared = [
            act
            for act in acts.values()
            if act["kind"] == "disclosure_prepared"
            and act["act"]["manifest"] == sha256(manifest).hexdigest()
            and act["act"]["number"] == said["number"]
        ]
        if not prepared:
            self.say("NO", "not_prepared")
            return
        self.say("ok", "prepared", seq=prepared[0]["seq"], local=prepared[0]["local"])
        request = acts.get(said["request"]["act"])
        if request is None or not self.same(said, request, "disclosure_requested"):
            self.say("NO", "no_request", seq=said["request"]["act"])
            return
        permission = said["permission"]
        if permission is None:
            self.say("!!", "no_permission")
            return
        act = acts.get(permission["act"])
        if act is None or not self.same(said, act, "disclosure_permitted"):
            self.say("NO", "no_permission_act", seq=permission["act"])
        elif act["act"]["binds"] != request["leaf"]:
            self.say("NO", "other_request", seq=permission["act"])
        elif act["user"] != permission["by"] or act["signature"] != permission["signature"]:
            self.say("NO", "other_signature", seq=permission["act"])
        else:
            # Nothing is given out on a permission that nobody signed.
            signed = bool(permission["signature"])
            self.say(
                "ok" if signed else "NO",
                "permitted" if signed else "permitted_unsigned",
                seq=act["seq"],
                local=act["local"],
                name=permission["name"] or act["user"],
                key=permission["fingerprint"],
            )

    @staticmethod
    def same(said: Json, act: Json, kind: str) -> bool:
        """Say whether an act is of this request, these cameras and this span."""
        about = act["act"]
        return (
            act["kind"] == kind
            and about["number"] == said["number"]
            and sorted(about["cameras"]) == sorted(one["camera"] for one in said["cameras"])
            and [moment(about[name]) for name in ("start", "end")]
            == [moment(said[name]["utc"]) for name in ("start", "end")]
        )


def digest(path: Path) -> str:
    made = sha256()
    with path.open("rb") as file:
        while data := file.read(1 << 20):
            made.update(data)
    return made.hexdigest()


def others(folder: Path) -> set[str]:
    """Return what lies in the folder, as the list would name it."""
    return set(walked(folder, ""))


def walked(folder: Path, before: str) -> Iterator[str]:
    for one in folder.iterdir():
        if one.name.startswith(".") or one.name in {"__pycache__", "Thumbs.db", "desktop.ini"}:
            continue
        if one.is_dir():
            yield from walked(one, f"{before}{one.name}/")
        else:
            yield before + one.name


def opened(item: Json) -> Json:
    """Return an act of the extract with its leaf and its signature; whether it is genuine the other check says."""
    public = b64decode(item["public"], validate=True)
    commitment = b64decode(item.get("commitment", ""), validate=True)
    act: Json = json.loads(public.partition(b"\n")[0])
    leaf = sha256(b"\0" + public + commitment).hexdigest()
    return {**act, "leaf": leaf, "signature": item["signature"]}


def moment(text: str) -> str:
    """Return a moment to the millisecond, in one spelling."""
    whole, _, part = text.removesuffix("Z").partition(".")
    return f"{whole}.{part[:3]:0<3}"


def loaded(data: bytes) -> ModuleType:
    """Return the check of the book that lies beside this one, of which the bytes were compared."""
    spec = importlib.util.spec_from_loader("verify_book", loader=None)
    if spec is None:
        raise OSError(BOOK)
    module = importlib.util.module_from_spec(spec)
    sys.modules["verify_book"] = module
    exec(compile(data, BOOK, "exec"), module.__dict__)  # noqa: S102 - it is this package's own
    return module


def examine(folder: Path, anchors: list[str], *, japanese: bool) -> tuple[int, list[str]]:
    """Check a package; return the exit code and what is to be told, line by line."""
    check = Check(folder)
    lines: list[str] = []
    code = 0
    try:
        manifest = (folder / MANIFEST).read_bytes()
        said = json.loads(manifest)
        if said["format"] != FORMAT:
            raise ValueError(said["format"])
        check.files(said)
        try:
            data = (folder / BOOK).read_bytes()
            listed = {one["name"]: one["sha256"] for one in said["files"]}
            extract = (folder / said["extract"]).read_bytes()
            own = HERE / BOOK
            if folder.resolve() != HERE and not (own.is_file() and own.read_bytes() == data):
                # Started on what somebody else sent it runs only what lies beside itself.
                check.say("NO", "other_check")
            elif listed.get(BOOK) != sha256(data).hexdigest():
                check.say("NO", "no_check")
            else:
                book = loaded(data)
                code, found = book.examine(extract, [book.Head(text) for text in anchors])
                words = spoken(book.WORDS, japanese)
                lines = [line(mark, words[word], values) for mark, word, values in found]
                if json.loads(extract)["checkpoint"].split("\n")[0] != (
                    "kuma-bouhan/" + said["site"]["book"]
                ):
                    check.say("NO", "other_book")
            check.act(said, json.loads(extract), manifest)
        except WRONG as error:
            check.say("NO", "no_extract", error=error)
    except WRONG as error:
        code = 2
        check.say("??", "unreadable", error=error)
    words = spoken(WORDS, japanese)
    told = [line(mark, words[word], values) for mark, word, values in check.found]
    if check.fails:
        code = 1
    if lines:
        lines = ["", words["book"], *lines, ""]
    return code, [*told, *lines, words[str(code)]]


def spoken(words: str, japanese: bool) -> dict[str, str]:
    rows = [row.split("|") for row in words.strip().splitlines()]
    return {word: ja if japanese else en for word, en, ja in rows}


def line(mark: str, word: str, values: Json) -> str:
    text = f"[{mark}] {word.format(**values)}"
    return "".join(each if each.isprintable() else "?" for each in text)


WORDS = """
files|All {count} files ({bytes} bytes) are as they were when they were put together.|{count} 個のファイル（{bytes} バイト）は、すべて準備されたときのままです。
changed|This file has been changed: {name}|変更されているファイル：{name}
lacking|This file is missing: {name}|見つからないファイル：{name}
other|This file is not part of what was put together: {name}|準備された中にはないファイル：{name}
prepared|The list of files is the one that act {seq} of the book names ({local}).|ファイルの一覧は、記録簿の記録 {seq}（{local}）に記載されたものと同じです。
not_prepared|The list of files (manifest.json) is not the one that the book names.|ファイルの一覧（manifest.json）が、記録簿に記載されたものと違います。
no_request|Act {seq} is not the request for this footage.|記録 {seq} は、この画像の提供の申請ではありません。
no_permission|No permission stands in the extract: it was put together to be permitted afterwards.|抄本に許可の記録がありません。事後に許可を受けるものとして準備されています。
no_permission_act|Act {seq} is not the permission for this footage.|記録 {seq} は、この画像の提供の許可ではありません。
other_request|The permission (act {seq}) is of another request than the one here.|許可（記録 {seq}）は、ここにあるものとは別の申請に対するものです。
other_signature|The signature of the permission (act {seq}) is not the one that the list of files names.|許可（記録 {seq}）の署名が、ファイルの一覧にあるものと違います。
permitted|Permitted by {name} (act {seq}, {local}), and signed: key {key}.|許可した人：{name}（記録 {seq}、{local}）。署名の鍵の指紋：{key}
permitted_unsigned|The permission in the name of {name} (act {seq}, {local}) is not signed: it permits nothing.|{name} の名による許可（記録 {seq}、{local}）に署名がありません。許可として扱えません。
other_book|The extract is from another book than the one that the list of files names.|抄本は、ファイルの一覧にあるものとは別の記録簿のものです。
no_check|The check of the book (verify_book.py) is not the one that the list of files names, and was not run: the extract was not looked at.|記録簿を確認するプログラム（verify_book.py）がファイルの一覧にあるものではないため、実行していません。抄本は確認していません。
other_check|The check of the book (verify_book.py) was not run, and the extract was not looked at: it is another than the one beside this program, or none lies beside it. Put the verify_book.py that belongs to this program there.|記録簿を確認するプログラム（verify_book.py）が、このプログラムと同じ場所にないか、そこにあるものと違うため、実行していません。抄本は確認していません。このプログラムと対になる verify_book.py を同じ場所に置いてください。
no_extract|The extract from the book cannot be read, or does not fit ({error}).|記録簿の抄本を読み取れないか、内容が合いません（{error}）。
unreadable|There is no list of files here that can be read ({error}). Unpack everything into one folder first.|ファイルの一覧を読み取れません（{error}）。すべてを一つのフォルダーに展開してから実行してください。
book|Of the extract from the book (extract.json):|記録簿の抄本（extract.json）について：
0|RESULT: nothing has changed since it was put together, as far as is said above.|結果：上記の範囲で、準備されたときから変わっていないことを確認しました。
1|RESULT: IT DOES NOT HOLD. Keep everything as it is, and ask whoever provided it.|結果：一致しません。すべてをそのまま保管し、提供元に問い合わせてください。
2|RESULT: it cannot be read or compared.|結果：読み取れないか、比べられないため、確認できません。
"""


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="verify.py", description=__doc__.split("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, default=HERE, metavar="FOLDER")
    parser.add_argument("--anchor", action="append", default=[], metavar="TEXT_OR_FILE")
    parser.add_argument("--lang", choices=["ja", "en"], help="of the language that it tells in")
    asked = parser.parse_args(arguments)
    japanese = (asked.lang or (locale.getlocale()[0] or "").lower()[:2]) == "ja"
    anchors = [
        Path(text).read_text(encoding="utf-8") if os.path.isfile(text) else text
        for text in asked.anchor
    ]
    code, told = examine(asked.folder, anchors, japanese=japanese)
    for each in told:
        print(each)
    return code


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        sys.exit(main(sys.argv[1:]))
    finally:
        if os.name == "nt" and len(sys.argv) == 1 and sys.stdin.isatty():
            input("Enter ...")  # opened with a double click: the window would close
