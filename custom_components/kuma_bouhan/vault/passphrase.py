"""What people type: passphrases of six words, and the recovery code.

A passphrase counts the same however it is typed: full or half width, hiragana, katakana or, where its words
are those of the Japanese list, Latin letters; capitals or not, one space or several. The recovery code is 128 random bits in
Crockford's base 32, with 12 bits that catch a slip of the pen: 7 groups of 4.
"""

from collections.abc import Callable, Iterable
import hashlib
import os
import unicodedata

from .problems import VaultProblem
from .romaji import in_kana

WORDS = 6
SHORTEST = 12
"""Characters of a passphrase that somebody chose."""
FEWEST_CHARACTERS = 6
"""Different ones: "aaaaaaaaaaaa" is long and says nothing."""
_STOCK = [
    "password",
    "パスワード",
    "合言葉",
    "あいことば",
    "passphrase",
    "secret",
    "welcome",
    "letmein",
    "iloveyou",
    "admin",
    "防犯カメラ",
    "bouhan",
    "camera",
    "カメラ",
    "kumamoto",
    "熊本",
    "くまもと",
    "homeassistant",
]
"""What people take who were told to take something, this being what it is for."""
_ROWS = (
    "01234567890",
    "abcdefghijklmnopqrstuvwxyz",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
    "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめも",
    "いろはにほへとちりぬるを",
)
_RUN = 4
_RUNS = {
    row[start : start + _RUN]
    for there in _ROWS
    for row in (there, there[::-1])
    for start in range(len(row) - _RUN + 1)
}
"""What lies side by side on the keys or follows in the alphabet; shorter stretches stand in words, too."""
LANGUAGES = {"en": "english", "ja": "japanese"}
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS = {"O": "0", "I": "1", "L": "1"}
_SYMBOLS = 28
_CHECK_BITS = _SYMBOLS * 5 - 128
_SMALL_A, _SMALL_KE = ord("ァ"), ord("ヶ")
_TO_HIRAGANA = {code: code - 0x60 for code in range(_SMALL_A, _SMALL_KE + 1)}


def folded(passphrase: str) -> bytes:
    """Return the bytes a key is derived from, alike for all ways to type the same words. Blocking.

    Words in Latin letters become kana where every one of them is a word of the Japanese list.
    """
    words = plain(passphrase).split()
    kana = [read for word in words if (read := _in_kana(word)) is not None]
    return " ".join(kana if len(kana) == len(words) else words).encode()


def readings(passphrase: str) -> tuple[bytes, ...]:
    """Return the bytes that an older key may be derived from, those of `folded` first. Blocking.

    Version 0.1.0 knew no Japanese in Latin letters, and took what was typed so as it was.
    """
    return tuple(dict.fromkeys((folded(passphrase), plain(passphrase).encode())))


def _in_kana(word: str) -> str | None:
    typed = word.replace("’", "'")
    return in_kana(typed) if typed.isascii() else word


def plain(passphrase: str) -> str:
    """Return a passphrase without what makes no difference in any script: width, case, kind of kana, spaces."""
    text = unicodedata.normalize("NFKC", passphrase).translate(_TO_HIRAGANA)
    return " ".join(unicodedata.normalize("NFKC", text.casefold()).split())


def weakness(passphrase: str, known: Iterable[str]) -> str | None:
    """Return what is wrong with a passphrase that somebody chose, as the key of a text; None where nothing is.

    passphrase_short, passphrase_simple, passphrase_guessable. `known` are names that anybody would try first.
    They do not count, nor do stock words and runs: what is left has to be long enough.
    """
    if len(passphrase.strip()) < SHORTEST:
        return "passphrase_short"
    rest = _letters(passphrase)
    if len(set(rest)) < FEWEST_CHARACTERS:
        return "passphrase_simple"
    for name in sorted(filter(None, map(_letters, (*known, *_STOCK))), key=len, reverse=True):
        rest = rest.replace(name, "")
    return "passphrase_guessable" if len(_without_runs(rest)) < SHORTEST // 2 else None


def _without_runs(text: str) -> str:
    runs = [start for start in range(len(text)) if text[start : start + _RUN] in _RUNS]
    gone = {place for start in runs for place in range(start, start + _RUN)}
    return "".join(letter for place, letter in enumerate(text) if place not in gone)


def _letters(text: str) -> str:
    return "".join(plain(text).split())


def six_words(language: str = "en", random: Callable[[int], bytes] = os.urandom) -> str:
    """Return six words from a public list of 2048: 66 bits. Other languages get English."""
    from mnemonic import Mnemonic

    words = Mnemonic(LANGUAGES.get(language[:2], "english")).wordlist
    chosen = (int.from_bytes(random(2)) % len(words) for _ in range(WORDS))
    return unicodedata.normalize("NFKC", " ".join(words[number] for number in chosen))


def new_recovery_code(random: Callable[[int], bytes] = os.urandom) -> str:
    """Return a fresh recovery code, as it is printed."""
    secret = random(16)
    number = int.from_bytes(secret) << _CHECK_BITS | _check(secret)
    symbols = "".join(_ALPHABET[number >> 5 * place & 31] for place in reversed(range(_SYMBOLS)))
    return "-".join(symbols[start : start + 4] for start in range(0, _SYMBOLS, 4))


def read_recovery_code(text: str) -> bytes:
    """Return the 16 bytes of a code as somebody typed it; raises wrong_recovery_code."""
    typed = "".join(
        _READ_AS.get(letter, letter)
        for letter in unicodedata.normalize("NFKC", text).upper()
        if letter.isalnum()
    )
    if len(typed) != _SYMBOLS or any(letter not in _ALPHABET for letter in typed):
        raise VaultProblem("wrong_recovery_code")
    number = 0
    for letter in typed:
        number = number << 5 | _ALPHABET.index(letter)
    secret = (number >> _CHECK_BITS).to_bytes(16)
    if number & (1 << _CHECK_BITS) - 1 != _check(secret):
        raise VaultProblem("wrong_recovery_code")
    return secret


def is_last_group(typed: str, code: str) -> bool:
    """Compare the last group of a code as leniently as the whole is read: case, width, spaces, letters like digits."""
    return _group(typed) == _group(code.replace("-", " ").split()[-1])


def _group(typed: str) -> str:
    text = "".join(unicodedata.normalize("NFKC", typed).split()).upper()
    return "".join(_READ_AS.get(letter, letter) for letter in text)


def _check(secret: bytes) -> int:
    digest = hashlib.sha256(b"kuma_bouhan recovery code v1" + secret).digest()
    return int.from_bytes(digest[:2]) >> 16 - _CHECK_BITS
