"""Every word of the Japanese list counts the same in kana and in Latin letters, and as no other word."""

from itertools import chain
from random import Random
import sys
import unicodedata

from hypothesis import given, strategies as st
from mnemonic import Mnemonic
import pytest

from custom_components.kuma_bouhan.vault import passphrase, romaji
from custom_components.kuma_bouhan.vault.passphrase import folded, plain, six_words, weakness
from custom_components.kuma_bouhan.vault.romaji import in_kana

JAPANESE = [unicodedata.normalize("NFKC", word) for word in Mnemonic("japanese").wordlist]
ENGLISH = Mnemonic("english").wordlist

CONSONANTS = dict(
    zip(
        chain(
            "かきくけこがぎぐげごさしすせそざじずぜぞたちつてとだでど",
            "なにぬねのはひふへほばびぶべぼぱぴぷぺぽまみむめもらりるれろ",
        ),
        chain(
            (c + v for c in "kgsz" for v in "aiueo"),
            ("ta", "ti", "tu", "te", "to", "da", "de", "do"),
            (c + v for c in "nhbpmr" for v in "aiueo"),
        ),
        strict=True,
    )
)
KUNREI = {
    **CONSONANTS,
    **dict(
        zip(
            "あいうえおやゆよわづ",
            ["a", "i", "u", "e", "o", "ya", "yu", "yo", "wa", "zu"],
            strict=True,
        )
    ),
    "うぃ": "wi",
}
KUNREI |= {
    kana + small: roman[:-1] + "y" + vowel
    for kana, roman in CONSONANTS.items()
    if roman.endswith("i")
    for small, vowel in zip("ゃゅょ", "auo", strict=True)
}
HEPBURN = KUNREI | {"し": "shi", "ち": "chi", "つ": "tsu", "ふ": "fu", "じ": "ji"}
HEPBURN |= {
    kana + small: roman + vowel
    for kana, roman in (("し", "sh"), ("ち", "ch"), ("じ", "j"))
    for small, vowel in zip("ゃゅょ", "auo", strict=True)
}


def romanised(word: str, table: dict[str, str], *, nasal: str | None = None) -> str:
    """Romanise a word by the book, or with one spelling for every ん."""
    if not word:
        return ""
    two, one = word[:2], word[0]
    if two in table:
        return table[two] + romanised(word[2:], table, nasal=nasal)
    rest = romanised(word[1:], table, nasal=nasal)
    if one == "ん":
        return (nasal or ("n'" if rest[:1] in tuple("aiueoy") else "n")) + rest
    if one == "っ":
        return ("t" if rest.startswith("ch") else rest[0]) + rest
    return table[one] + rest


def katakana(word: str) -> str:
    return "".join(chr(ord(letter) + 0x60) for letter in word)


HALF = {unicodedata.normalize("NFKC", chr(code)): chr(code) for code in range(0xFF66, 0xFF9E)}
HALF |= {"\u3099": "ﾞ", "\u309a": "ﾟ"}


def half_width(word: str) -> str:
    return "".join(HALF[letter] for letter in unicodedata.normalize("NFD", katakana(word)))


def hepburn(word: str) -> str:
    return romanised(word, HEPBURN)


def kunrei(word: str) -> str:
    return romanised(word, KUNREI)


def keyboard(word: str) -> str:
    return romanised(word, KUNREI, nasal="nn")


@pytest.mark.parametrize("spelt", [katakana, half_width, hepburn, kunrei, keyboard, str.upper])
def test_every_word_counts_the_same_in_every_script(spelt) -> None:  # type: ignore[no-untyped-def]
    assert len(JAPANESE) == len(set(JAPANESE)) == 2048
    for word in JAPANESE:
        assert folded(spelt(word)) == word.encode(), word
        assert folded(spelt(word).upper()) == word.encode(), word


def test_no_spelling_stands_for_two_words() -> None:
    """Whichever spelling somebody chooses of whichever sounds."""
    spellings: dict[str, set[str]] = {}
    for word in JAPANESE:
        for spelling in all_spellings(word):
            spellings.setdefault(spelling, set()).add(word)
    assert len(spellings) > 3 * 2048
    assert all(len(words) == 1 for words in spellings.values())
    for spelling, (word,) in spellings.items():
        assert in_kana(spelling) == word


def all_spellings(word: str) -> set[str]:
    """Spell a word in every way that the table knows."""
    if not word:
        return {""}
    found = {
        sound + rest
        for sound, kana in romaji._SOUNDS
        if word.startswith(kana)
        for rest in all_spellings(word[len(kana) :])
    }
    if word[0] == "っ":
        rests = all_spellings(word[1:])
        found |= {rest[0] + rest for rest in rests if rest[0] not in "aiueon"}
        found |= {"t" + rest for rest in rests if rest.startswith("ch")}
    if word[0] == "ん":
        found |= {"m" + rest for rest in all_spellings(word[1:]) if rest[:1] in tuple("bpm")}
    return found


@pytest.mark.parametrize(
    ("typed", "kana"),
    [
        ("kinyoubi", "きんようび"),
        ("kin'youbi", "きんようび"),
        ("kin’youbi", "きんようび"),
        ("kin-youbi", "きんようび"),
        ("kinnyoubi", "きんようび"),
        ("KINYOUBI", "きんようび"),
        ("ｋｉｎｙｏｕｂｉ", "きんようび"),
        ("tsuzuku", "つづく"),
        ("tuduku", "つづく"),
        ("harowin", "はろうぃん"),
        ("harouin", "はろうぃん"),
        ("ケチャップ", "けちゃっぷ"),
        ("kechappu", "けちゃっぷ"),
        ("kecyappu", "けちゃっぷ"),
        ("ketilyaxtupu", "けちゃっぷ"),
        ("gicchiri", "ぎっちり"),
        ("gitchiri", "ぎっちり"),
    ],
)
def test_people_type_as_they_are_used_to(typed: str, kana: str) -> None:
    assert folded(typed) == kana.encode()


@pytest.mark.parametrize(
    "typed", ["takenoko", "n" * 32, "n" * 33, "xtu" * 10, "k", "ｋ", "kinyobi", "", "q", "tc"]
)
def test_what_is_no_word_stays_as_it_is_typed(typed: str) -> None:
    assert in_kana(plain(typed)) is None
    assert folded(typed) == plain(typed).encode()


def test_all_words_are_japanese_or_none_is_read_so() -> None:
    kana = "きんようび つづく"
    assert folded("kinyoubi tsuzuku") == folded("きんようび TUDUKU") == kana.encode()
    assert folded("kinyoubi battery") == b"kinyoubi battery"


def test_hardly_an_english_word_is_taken_for_japanese() -> None:
    assert [word for word in ENGLISH if in_kana(word)] == ["human", "satoshi"]


@given(st.integers(0, 2**96 - 1))
def test_six_words_open_however_they_are_typed(number: int) -> None:
    words = six_words("ja", lambda size: (number >> 3).to_bytes(16)[:size])
    typed = " ".join(
        hepburn(word) if place % 2 else kunrei(word) for place, word in enumerate(words.split())
    )
    assert folded(typed) == folded(words) == words.encode()


def test_without_the_list_latin_letters_are_no_kana(monkeypatch: pytest.MonkeyPatch) -> None:
    romaji._words.cache_clear()
    with monkeypatch.context() as patch:
        patch.setitem(sys.modules, "mnemonic", None)
        assert not romaji.knows_words()
        assert folded("kinyoubi") == b"kinyoubi"
        assert folded("キンヨウビ") == "きんようび".encode()
    romaji._words.cache_clear()
    assert romaji.knows_words()


@pytest.mark.parametrize(
    ("passphrase", "weak"),
    [
        ("short", "passphrase_short"),
        ("   short    ", "passphrase_short"),
        ("abababababab", "passphrase_simple"),
        ("水前寺の家水前寺の家水前寺の家", "passphrase_simple"),
        ("Suizenji-House-1", None),
        ("すいぜんじのいえ 2026", "passphrase_guessable"),
        ("correct horse battery", None),
        ("123456789012", "passphrase_guessable"),
        ("abcdefghijkl", "passphrase_guessable"),
        ("lkjihgfedcba", "passphrase_guessable"),
        ("qwertyuiop12", "passphrase_guessable"),
        ("1qaz2wsx3edc", "passphrase_guessable"),
        ("あいうえおかきくけこさし", "passphrase_guessable"),
        ("Password1234", "passphrase_guessable"),
        ("パスワード１２３４５６７", "passphrase_guessable"),
        ("熊本の防犯カメラ ２０２６", "passphrase_guessable"),
        ("kumamoto suizenji 1234", None),
        ("my password is a liberty", None),
    ],
)
def test_what_anybody_would_guess_is_no_passphrase(passphrase: str, weak: str | None) -> None:
    assert weakness(passphrase, ["スイゼンジノイエ", ""]) == weak


@given(st.integers(), st.sampled_from(["en", "ja"]), st.sampled_from([" ", "-"]))
def test_six_words_that_are_made_are_never_refused(seed: int, language: str, between: str) -> None:
    words = six_words(language, Random(seed).randbytes).split()
    assert weakness(between.join(words), ["スイゼンジノイエ"]) is None


@pytest.mark.parametrize("words", [ENGLISH, JAPANESE])
def test_hardly_a_word_of_the_lists_counts_less(words: list[str]) -> None:
    """Six of them have 18 letters and more, of which six are enough."""
    counted = {word: passphrase._without_runs(word) for word in words}
    assert [word for word in words if len(counted[word]) < len(word)] in (
        ["liberty", "poverty", "property"],
        [],
    )
    assert {word for word in words if word in passphrase._STOCK} <= {"camera", "secret", "welcome"}
