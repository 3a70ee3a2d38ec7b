#!/usr/bin/env python3
"""Checks a book of Kuma Bouhan, or an extract from one, without Kuma Bouhan and without a network.

    python3 verify.py FILE [--anchor TEXT_OR_FILE]... [--lang ja|en]

An anchor is what somebody kept of the book's head: the signed note, or the line that stands on paper
("12345: 5DC9 DA79 ..."). Exit code: 0 it holds, 1 it does not, 2 it cannot be read or compared.
docs/formats-book.md tells the formats. Python 3.9 or later is enough.
"""

from __future__ import annotations

import argparse
from base64 import b64decode
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache, partial
from hashlib import sha256, sha512
import json
import locale
import mmap
import os
import re
import struct
import sys
from typing import Any
from zlib import crc32

# --- Signatures: Ed25519, RFC 8032, section 5.1.7. [S]B - [k]A must be spelled like R. ---

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
ROOT_OF_MINUS_1 = pow(2, (P - 1) // 4, P)
BASE = bytes([0x58] + [0x66] * 31)
BITS = 6
WINDOWS = range(0, 256, BITS)
Numbers = tuple[int, ...]
NEUTRAL: Numbers = (0, 1, 1, 0)


def point(data: bytes) -> tuple[int, int] | None:
    """Return x and y of an encoded point; None where it is none, or not in its one spelling."""
    y, sign = int.from_bytes(data, "little") & (1 << 255) - 1, data[31] >> 7
    u, v = (y * y - 1) % P, (D * y * y + 1) % P
    x = u * pow(v, 3, P) * pow(u * pow(v, 7, P), (P - 5) // 8, P) % P
    if (v * x * x - u) % P:
        x = x * ROOT_OF_MINUS_1 % P
    if y >= P or (v * x * x - u) % P or (x == 0 and sign):
        return None
    return (P - x if x & 1 != sign else x), y


def add(p: Numbers, q: Numbers) -> Numbers:
    """Add q, prepared as (y + x, y - x, 2dxy), to p, which is (X, Y, Z, T)."""
    x, y, z, t = p
    a, b, c, d = (y - x) * q[1] % P, (y + x) * q[0] % P, t * q[2] % P, 2 * z
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def prepared(p: Numbers) -> Numbers:
    """Return a point the way `add` wants it."""
    inverse = pow(p[2], -1, P)
    x, y = p[0] * inverse % P, p[1] * inverse % P
    return (y + x) % P, (y - x) % P, 2 * D * x * y % P


@lru_cache(maxsize=64)
def multiples(public: bytes, sign: int) -> list[list[Numbers]]:
    """Return sign × j × 2^w × the point, for every window w and digit j; nothing for no good point."""
    x, y = point(public) or (0, -1)  # -1: its order is 2
    x, table = sign * x % P, []
    base: Numbers = (x, y, 1, x * y % P)
    for _ in WINDOWS:
        step, row, current = prepared(base), [NEUTRAL], NEUTRAL
        for _digit in range(1 << BITS):
            current = add(current, step)
            row.append(prepared(current))
        table.append(row[:-1])
        base = current
    return [] if table[0][8] == (1, 1, 0) else table  # a key of small order fits every message


def verifies(public: bytes, message: bytes, signature: bytes) -> bool:
    """Say whether a signature is genuine."""
    s = int.from_bytes(signature[32:], "little")
    table = multiples(public, -1) if len(public) == 32 and len(signature) == 64 and s < L else []
    if not table:
        return False
    k = int.from_bytes(sha512(signature[:32] + public + message).digest(), "little") % L
    found, mask = NEUTRAL, (1 << BITS) - 1
    for of_base, of_key, shift in zip(multiples(BASE, 1), table, WINDOWS):
        if s >> shift & mask:
            found = add(found, of_base[s >> shift & mask])
        if k >> shift & mask:
            found = add(found, of_key[k >> shift & mask])
    inverse = pow(found[2], -1, P)
    x, y = found[0] * inverse % P, found[1] * inverse % P
    return (y | (x & 1) << 255).to_bytes(32, "little") == signature[:32]


def genuine(signatures: list[tuple[bytes, bytes, bytes]]) -> list[bool]:
    """Say of each (public, message, signature) whether it is; many are shared out."""
    if len(signatures) < 2000:
        return [verifies(*each) for each in signatures]
    with ProcessPoolExecutor() as pool:
        return list(pool.map(verifies, *zip(*signatures), chunksize=500))


def node(left: bytes, right: bytes) -> bytes:
    """Of the tree over all acts, RFC 6962, section 2.1: any change below changes its root."""
    return sha256(b"\1" + left + right).digest()


def push(peaks: list[bytes], size: int, leaf: bytes) -> None:
    """Add leaf number `size` to a tree of which only the perfect subtrees are kept."""
    while size & 1:
        leaf, size = node(peaks.pop(), leaf), size >> 1
    peaks.append(leaf)


def root_of(peaks: list[bytes]) -> bytes:
    root = peaks[-1] if peaks else sha256(b"").digest()
    for peak in peaks[-2::-1]:
        root = node(peak, root)
    return root


def climb(index: int, last: int, proof: list[bytes], nodes: list[bytes]) -> list[bytes] | None:
    """Climb from leaf `index` to the top; nodes after the first take siblings at their left only."""
    for sibling in proof:
        if not last:
            return None
        if index & 1 or index == last:
            nodes = [node(sibling, each) for each in nodes]
            while index and not index & 1:
                index, last = index >> 1, last >> 1
        else:
            nodes = [node(nodes[0], sibling), *nodes[1:]]
        index, last = index >> 1, last >> 1
    return None if last else nodes


def grew(old: int, new: int, proof: list[bytes], old_root: bytes, new_root: bytes) -> bool:
    if old == new or not 0 < old < new:
        return old == new and not proof and old_root == new_root
    path = [old_root, *proof] if old & (old - 1) == 0 else proof
    index, last = old - 1, new - 1
    while index & 1:
        index, last = index >> 1, last >> 1
    return bool(path) and climb(index, last, path[1:], path[:1] * 2) == [new_root, old_root]


class Broken(Exception):
    """What stands here is not what was entered; its word says why."""


WRONG = (ValueError, KeyError, TypeError, AttributeError, RecursionError, struct.error)
FRAME = struct.Struct(">4sIIII32s32sI")
NOTE = r"\A(kuma-bouhan/([0-9a-f]{32})\n(0|[1-9]\d{0,18})\n(\S{44})\n)\n((?:— \S+ \S+\n){1,16})\Z"
Act = dict[str, Any]
Finding = tuple[str, str, Act]
unbase = partial(b64decode, validate=True)


class Head:
    """What somebody kept of the head of a book: a signed note, or the line on paper."""

    def __init__(self, text: str) -> None:
        self.site = ""
        if line := re.fullmatch(r"\s*(\d+)\s*[:：]\s*([0-9A-Fa-f\s]+)", text):
            self.size, self.root = int(line[1]), bytes.fromhex(line[2])
            if len(self.root) not in (16, 32):  # half of it is printed
                raise ValueError("not a root")
            return
        [(self.said, self.site, size, root, self.lines)] = re.findall(NOTE, text, re.ASCII)
        self.size, self.root = int(size), unbase(root)

    def is_signed(self, keys: Iterable[bytes]) -> bool:
        """Say whether the host has signed it, with one of these keys."""
        name = "kuma-bouhan/" + self.site
        named = {sha256(name.encode() + b"\n\1" + key).digest()[:4]: key for key in keys}
        for _, who, signed in map(str.split, self.lines.splitlines()):
            key, signature = named.get(unbase(signed)[:4], b""), unbase(signed)[4:]
            if who == name and verifies(key, self.said.encode(), signature):
                return True
        return False


def act_of(public: bytes, commitment: bytes, signature: bytes, erased: bool) -> Act:
    """Return an act as it is stored. `erased`: its personal data is."""
    act = json.loads(public.partition(b"\n")[0])
    if act.get("signed", False) is not bool(signature) or len(signature) not in (0, 96):
        raise Broken("signer")
    act["leaf"] = sha256(b"\0" + public + commitment).digest()
    return {**act, "signature": signature, "erased": erased}


def acts_of_book(data: bytes | mmap.mmap) -> Iterator[Act]:
    """Yield the acts of a book's file, and see to it that nothing but zeros follows them."""
    at = 64
    while any(data[at : at + 88]):
        head = data[at : at + 88]
        magic, publics, personals, signatures, check, leaf, commitment, crc = FRAME.unpack(head)
        body = data[at + 88 : at + 88 + publics + personals + signatures]
        salted, signature = body[publics : publics + personals], body[publics + personals :]
        if magic != b"\xfeKB\1" or crc32(head[:-4]) != crc or len(signature) != signatures:
            raise Broken("frame")
        erased = salted[:1] == b"\xc3"  # the rest is zeros, unless a stop came before
        if salted and sha256(salted[1:]).digest() != commitment and (not erased or any(salted[1:])):
            raise Broken("frame")
        act = act_of(body[:publics], commitment if salted else b"", signature, erased)
        if (
            act["leaf"] != leaf
            or salted[:1] not in (b"", b"\x3c", b"\xc3")
            or (signature and crc32(signature) != check)
        ):
            raise Broken("frame")
        yield act
        at += 88 + len(body)
    if any(any(data[place : place + 65536]) for place in range(at, len(data), 65536)):
        raise Broken("frame")


def acts_of_extract(items: list[Act], size: int, root: bytes) -> Iterator[Act]:
    """Yield the acts of an extract that are shown to stand in the book with this root."""
    for item in items:
        salted, commitment = unbase(item.get("personal", "")), unbase(item.get("commitment", ""))
        if len(commitment) not in (0, 32) or (salted and sha256(salted).digest() != commitment):
            raise Broken("frame")
        act = act_of(unbase(item["public"]), commitment, unbase(item["signature"]), False)
        proof, seq = [unbase(each) for each in item["proof"]], act["seq"]
        if not 0 <= seq < size or climb(seq, size - 1, proof, [act["leaf"]]) != [root]:
            raise Broken("outside")
        yield act


class Check:
    """What is found of a book (`whole`) or of an extract, as (mark, word, values)."""

    def __init__(self, site: str, whole: bool, anchors: list[Head]) -> None:
        self.site, self.whole, self.anchors = site, whole, anchors
        self.count = self.erased = 0
        self.found: list[Finding] = []
        self.roots: dict[int, bytes] = {0: root_of([])}
        self.hosts: dict[bytes, int] = {}
        self.people: set[str] = set()
        self.signatures: list[tuple[Any, ...]] = []

    def say(self, mark: str, word: str, **values: Any) -> None:
        self.found.append((mark, word, values))

    def read(self, acts: Iterable[Act]) -> bytes:
        """Go through the acts as far as they hold; return the root of a whole book."""
        peaks: list[bytes] = []
        orders: set[Any] = set()
        wanted, seq = {anchor.size for anchor in self.anchors}, 0
        try:
            for act in acts:
                seq, user, order = act["seq"], act["user"], act["order"]
                if self.whole and (seq != self.count or not {order} <= orders | {None}):
                    raise Broken("sequence")
                if act["phase"] == "ordered":
                    orders.add(seq)
                orders.discard(order)
                if act["kind"] == "host_key_noted":
                    self.hosts[bytes.fromhex(act["act"]["public_key"])] = seq
                elif act["kind"] == "signing_key_noted":
                    self.people.add("{user_id} {public_key}".format(**act["act"]))
                if signature := act["signature"]:
                    if f"{user} {signature[:32].hex()}" not in self.people:
                        raise Broken("signer")
                    message = b"kuma_bouhan act v1\n" + bytes.fromhex(self.site) + act["leaf"]
                    self.signatures.append((user, seq, signature[:32], message, signature[32:]))
                if not self.whole:
                    self.say("--", "act", **act, sign="✓" if signature else "–")
                push(peaks, self.count, act["leaf"])
                self.count, seq = self.count + 1, seq + 1
                self.erased += act["erased"]
                if self.count in wanted:
                    self.roots[self.count] = root_of(peaks)
            self.say("ok", "whole" if self.whole else "inside", count=self.count, open=len(orders))
        except (Broken, *WRONG) as wrong:
            self.say("NO", str(wrong) if isinstance(wrong, Broken) else "frame", seq=seq)
        return root_of(peaks)

    def judge(self, size: int, root: bytes) -> int:
        """Tell of signatures and keys, compare with the anchors; return the exit code."""
        good = genuine([signed[2:] for signed in self.signatures])
        forged = [signed[1] for signed, holds in zip(self.signatures, good) if not holds]
        if forged:
            self.say("NO", "forged", seq=forged[0], count=len(forged))
        signers = Counter(signed[::2][:2] for signed, holds in zip(self.signatures, good) if holds)
        for (user, key), count in signers.items():
            self.say("ok", "signed", user=user, count=count, key=grouped(sha256(key).digest()))
        self.say("--", "unsigned", count=self.count - len(good))
        for key, seq in self.hosts.items():
            self.say("--", "host", seq=seq, key=grouped(sha256(key).digest()))
        if self.erased:
            self.say("--", "erased", count=self.erased)
        for kept in self.anchors:
            known = self.roots.get(kept.size)
            if kept.site and not (kept.site == self.site and kept.is_signed(self.hosts)):
                self.say("NO", "not_signed", size=kept.size)
            elif known is None:
                self.say(*(("NO", "shorter") if self.whole else ("??", "apart")), size=kept.size)
            else:
                same = known.startswith(kept.root)
                self.say(*(("ok", "same") if same else ("NO", "differs")), size=kept.size)
        self.say("--", "head", head=f"{size}: {grouped(root)}")
        newest = max((kept.size for kept in self.anchors), default=0)
        self.say("!!", "newer" if newest else "no_anchor", size=newest)
        marks = {mark for mark, _, _ in self.found}
        return 1 if "NO" in marks else 2 if "??" in marks else 0


def grouped(data: bytes) -> str:
    return " ".join(re.findall("....", data.hex().upper()[:32]))  # papers bear one half


def examine(data: bytes | mmap.mmap, anchors: list[Head]) -> tuple[int, list[Finding]]:
    """Check a book's or an extract's bytes; return exit code and findings. WRONG: it is neither."""
    if data[:8] == b"KUMABOOK":
        check = Check(data[16:32].hex(), True, anchors)
        if crc32(data[:60]) != int.from_bytes(data[60:64], "big"):
            check.say("NO", "frame", seq=0)
        elif data[8:10] != b"\0\1":
            raise ValueError("another version")
        root = check.read(acts_of_book(data))
        return check.judge(check.count, root), check.found
    said = json.loads(bytes(data))
    head = Head(said["checkpoint"])
    check = Check(head.site, False, anchors)
    check.read(acts_of_extract(said["acts"], head.size, head.root))
    check.roots = {head.size: head.root}
    for old in said["growth"]:
        root, proof = unbase(old["root"]), [unbase(each) for each in old["proof"]]
        if grew(old["size"], head.size, proof, root, head.root):
            check.roots[old["size"]] = root
    if not head.is_signed(check.hosts):
        check.say("NO", "head_not_signed")
    return check.judge(head.size, head.root), check.found


WORDS = """
whole|Every act is whole and unchanged since it was entered, numbered without a gap; every answer belongs to one order ({open} orders have none yet).|どの記録も、記載したときから変わらず、番号も抜けていません。結果の記録はどれも一つの指示に対応しています（結果のない指示 {open} 件）。
inside|All {count} acts stand in the book, unchanged, as it was when this extract was made. What else stands there, this extract does not say.|{count} 件の記録はすべて、この抄本を作成した時点の記録簿に、このとおりあります。ほかの記録については、この抄本からは分かりません。
act|Act {seq}: {local}  {kind} ({phase})  user {user}  signed {sign}|記録 {seq}：{local}  {kind}（{phase}）  ユーザー {user}  署名 {sign}
unreadable|Neither a book nor an extract from one, or no anchor ({error}).|記録簿でも抄本でもないか、控えとして読み取れません（{error}）。
frame|What stands in the place of act {seq} is not what was entered there, and what follows it cannot be relied on. (A copy made while the book was written can end like this: compare with another copy.)|記録 {seq} のあるべき所が、記載されたものではありません。それより後も信頼できません。（書き込み中に複製すると末尾がこうなることがあります。別の複製と比べてください。）
sequence|Act {seq} does not belong here: acts are missing, doubled or in another order, or it answers an order that is not there.|記録 {seq} はここにあるはずのないものです。記録の欠落、重複、順序の変更があるか、対応する指示がありません。
signer|The signature of act {seq} was taken away, added later, or made with a key that does not belong to its person.|記録 {seq} の署名が、取り除かれたか、後から付けられたか、その人のものでない鍵によるものです。
outside|Act {seq} does not stand in the book that this extract is said to be from.|記録 {seq} は、この抄本の元とされる記録簿にはありません。
forged|{count} signatures are not genuine; the first is that of act {seq}.|本物でない署名が {count} 件あります。最初は記録 {seq} です。
signed|{count} acts are signed by user {user} and the signatures are genuine. Key {key}: compare it with the organisation chart (運用体制図).|{count} 件にユーザー {user} の署名があり、本物です。鍵の指紋 {key} を、運用体制図に印刷された指紋と比べてください。
unsigned|{count} acts are unsigned: made by the machine, while the vault was locked, or before there was a key. Who made them, only the book says.|署名のない記録が {count} 件あります。機器によるもの、保管庫の施錠中のもの、鍵ができる前のものです。だれによるものかは、記録簿の記載だけが根拠です。
host|The host's key, from act {seq} on: {key}. Compare it with the operating standard (運用基準): only then is what it signed the host's.|記録 {seq} からの機器の鍵の指紋 {key} を、運用基準に印刷された指紋と比べてください。一致して初めて、機器の署名といえます。
erased|The personal data of {count} acts was erased after its period. The rest of them can still be checked.|{count} 件の個人情報は、期間が過ぎて消去されています。それ以外の部分は確認できます。
head_not_signed|The head of the book in this extract is not signed with a host's key that stands in the book.|この抄本にある記録簿の照合値に、記録簿にある機器の鍵の署名がありません。
same|Anchor at {size} acts: the book still says what it said then.|{size} 件の時点の控え：記録簿の内容は、その時と同じです。
differs|Anchor at {size} acts: one of these {size} acts was changed, left out or put in since then.|{size} 件の時点の控え：その後、この {size} 件のどれかが変更、削除または追加されています。
shorter|Anchor at {size} acts: the book had {size} acts then, and fewer can be read now. Acts are missing at its end, or it is an older copy.|{size} 件の時点の控え：その時は {size} 件ありましたが、今読み取れるのはそれより少数です。末尾が失われたか、古い複製です。
not_signed|Anchor at {size} acts: it is not signed with a host's key that stands in this book.|{size} 件の時点の控え：この記録簿にある機器の鍵の署名がありません。
apart|Anchor at {size} acts: this extract cannot be compared with it. Ask for an extract that can, or for the whole book.|{size} 件の時点の控え：この抄本とは比べられません。比べられる抄本か、記録簿全体を求めてください。
head|The head to keep as an anchor (number of acts and check digits): {head}|控えとして残せる照合値（記録の件数と照合用の数字）：{head}
newer|Acts from number {size} on are newer than the newest anchor: whoever controls the computer (root) could have rewritten them or left them out, and this check cannot show it.|記録 {size} 以降は、最も新しい控えより後のものです。コンピューターを管理する人（root）なら書き換えや削除ができ、この確認では分かりません。
no_anchor|No anchor was given. Whoever controls the computer (root) could have rewritten the book or cut off its end, and the file alone cannot show it. Give what stands on a paper, an export or a notification: --anchor|控えが指定されていません。コンピューターを管理する人（root）なら全体の書き換えや末尾の削除ができ、ファイルだけでは分かりません。書類、提供物、通知にある控えを --anchor で指定してください。
0|RESULT: it holds, as far as is said above.|結果：上記の範囲で、記録簿のとおりであることを確認しました。
1|RESULT: IT DOES NOT HOLD. Keep this file and every other copy as they are, and have them looked at.|結果：一致しません。このファイルとほかの複製をそのまま保管し、調べてもらってください。
2|RESULT: it cannot be read or compared.|結果：読み取れないか、比べられないため、確認できません。
"""


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="verify.py", description=__doc__.split("\n")[0])
    parser.add_argument("file", metavar="FILE")
    parser.add_argument("--anchor", action="append", default=[], metavar="TEXT_OR_FILE")
    parser.add_argument("--lang", choices=["ja", "en"], help="of the language that it tells in")
    asked = parser.parse_args(arguments)
    japanese = (asked.lang or (locale.getlocale()[0] or "").lower()[:2]) == "ja"
    rows = [row.split("|") for row in WORDS.strip().splitlines()]
    words = {word: ja if japanese else en for word, en, ja in rows}
    try:
        kept = [open(a, encoding="utf-8").read() if os.path.isfile(a) else a for a in asked.anchor]
        with open(asked.file, "rb") as file:
            data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        code, found = examine(data, [Head(text) for text in kept])
    except (OSError, *WRONG) as error:
        code, found = 2, [("??", "unreadable", {"error": error})]
    for mark, word, values in found:
        line = f"[{mark}] {words[word].format(**values)}"
        print("".join(each if each.isprintable() else "?" for each in line))
    print(words[str(code)])
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
