"""Words of the Japanese list, typed in Latin letters: password fields block input methods.

Hepburn, Kunrei and what people type at a keyboard are one word (`si` and `shi`, `sya` and `sha`, `n'`, `nn`, `m` before `b`,
`tch` and `cch`); long vowels as in kana (`ou`). What a spelling could stand for beside it does not matter: only
the words of the list count, and no spelling stands for two of them.
"""

from collections.abc import Iterator
from functools import cache
import unicodedata

LONGEST = 32
"""Letters: no word of the list comes near."""

_VOWELS = "aiueo"
_ROWS = {
    "": "あいうえお",
    "k": "かきくけこ",
    "g": "がぎぐげご",
    "s": "さしすせそ",
    "z": "ざじずぜぞ",
    "t": "たちつてと",
    "d": "だぢづでど",
    "n": "なにぬねの",
    "h": "はひふへほ",
    "b": "ばびぶべぼ",
    "p": "ぱぴぷぺぽ",
    "m": "まみむめも",
    "r": "らりるれろ",
    "x": "ぁぃぅぇぉ",
    "l": "ぁぃぅぇぉ",
}
_GLIDES = {
    **{f"{row}y": kana[1] for row, kana in _ROWS.items() if row not in ("", "x", "l")},
    "sh": "し",
    "j": "じ",
    "jy": "じ",
    "ch": "ち",
    "cy": "ち",
}
_OTHERS = {
    "ya": "や",
    "yu": "ゆ",
    "yo": "よ",
    "wa": "わ",
    "shi": "し",
    "ji": "じ",
    "chi": "ち",
    "tsu": "つ",
    "fu": "ふ",
    "wi": "うぃ",
    "ui": "うぃ",
    # Hepburn does not tell it from ず.
    "zu": "づ",
    "dzu": "づ",
    "n": "ん",
    "nn": "ん",
    "n'": "ん",
    "n-": "ん",
    "xn": "ん",
    **{
        f"{small}{vowel}": kana
        for small in ("xy", "ly")
        for vowel, kana in zip("auo", "ゃゅょ", strict=True)
    },
    **{f"{small}{tsu}": "っ" for small in "xl" for tsu in ("tu", "tsu")},
}
_SOUNDS = [
    *(
        (row + vowel, kana)
        for row, kanas in _ROWS.items()
        for vowel, kana in zip(_VOWELS, kanas, strict=True)
    ),
    *(
        (glide + vowel, kana + small)
        for glide, kana in _GLIDES.items()
        for vowel, small in zip("auo", "ゃゅょ", strict=True)
    ),
    *_OTHERS.items(),
]


def in_kana(typed: str) -> str | None:
    """Return the word of the Japanese list that somebody typed in Latin letters, None where it is none.

    Reads the list from its file at the first call.
    """
    if len(typed) > LONGEST:
        return None
    words, beginnings = _words()
    return next((kana for kana in _readings(typed, "", beginnings) if kana in words), None)


def _readings(typed: str, before: str, beginnings: frozenset[str]) -> Iterator[str]:
    """Return what a spelling may stand for after some kana, as far as a word of the list begins so."""
    if before not in beginnings:
        return
    if not typed:
        yield before
    for sound, kana in _SOUNDS:
        if typed.startswith(sound):
            yield from _readings(typed[len(sound) :], before + kana, beginnings)
    first, second = typed[:1], typed[1:2]
    if (first == second and first not in "aiueon") or typed[:2] == "tc":
        yield from _readings(typed[1:], before + "っ", beginnings)
    if first == "m" and second in ("b", "p", "m"):
        yield from _readings(typed[1:], before + "ん", beginnings)


def knows_words() -> bool:
    """Say whether the list is there; without it no word in Latin letters is taken for Japanese."""
    return bool(_words()[0])


@cache
def _words() -> tuple[frozenset[str], frozenset[str]]:
    """Return the words of the list, and all that they begin with."""
    try:
        from mnemonic import Mnemonic
    except ModuleNotFoundError:
        # The command-line reader runs where only `cryptography` is.
        return frozenset(), frozenset()
    words = [unicodedata.normalize("NFKC", word) for word in Mnemonic("japanese").wordlist]
    return frozenset(words), frozenset(word[:end] for word in words for end in range(len(word) + 1))
