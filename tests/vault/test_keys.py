"""Secrets open the vault however they are typed, and show nowhere."""

from base64 import b64encode

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from hypothesis import given, strategies as st
import pytest

from custom_components.kuma_bouhan.vault.kdf import KdfCost
from custom_components.kuma_bouhan.vault.passphrase import (
    folded,
    new_recovery_code,
    read_recovery_code,
    six_words,
)
from custom_components.kuma_bouhan.vault.problems import VaultProblem
from custom_components.kuma_bouhan.vault.sealing import NewHolder

from .conftest import PASSPHRASE, House
from .tampering import tampered


def test_the_passphrase_opens_however_it_is_typed(house: House) -> None:
    katakana = "アオゾラ　ヒマワリ クジラ  ツクエ ﾐｶﾝ ヤマ\n"
    with house.vault.unlock("manager", katakana) as opened:
        assert opened.holder == "manager"
        assert not opened.is_closed
        signer = opened.signer()
    assert signer is not None
    assert opened.signer() is None  # closed
    signed = signer(b"a decision")  # what was begun before
    assert signed[:32] == house.vault.keys.signing["manager"]
    Ed25519PublicKey.from_public_bytes(signed[:32]).verify(signed[32:], b"a decision")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Cat Dog", "  cat   DOG "),
        ("ＣＡＴ", "cat"),
        ("が", "か\u3099"),
        ("ｶﾞ", "が"),
        ("ヴヵヶ", "ゔゕゖ"),
        ("STRASSE", "straße"),
    ],
)
def test_the_same_words_count_the_same(one: str, other: str) -> None:
    assert folded(one) == folded(other)


def test_other_words_do_not() -> None:
    assert len({folded(text) for text in ("cat dog", "catdog", "か", "が", "dog cat")}) == 5


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert folded(folded(text).decode()) == folded(text)


@pytest.mark.parametrize("language", ["ja", "ja-JP", "en", "fr"])
def test_six_words_open_what_they_closed(language: str) -> None:
    words = six_words(language)
    assert len(words.split(" ")) == 6
    assert folded(words)
    assert words != six_words(language)
    assert words.isascii() is not language.startswith("ja")


@pytest.mark.parametrize(
    ("holder", "key"), [("manager", "wrong_passphrase"), ("nobody", "key_missing")]
)
def test_a_wrong_passphrase_or_holder_is_refused_without_a_trace(
    house: House, holder: str, key: str
) -> None:
    with pytest.raises(VaultProblem) as caught:
        house.vault.unlock(holder, "a wrong secret")
    assert caught.value.key == key
    assert "wrong secret" not in repr(caught.value)
    assert caught.value.__cause__ is None


def test_the_recovery_code_opens_too(house: House) -> None:
    (chunk,) = house.record(1)
    with house.vault.unlock_by_recovery_code(house.code) as opened:
        assert opened.holder is None
        assert house.vault.read(opened, chunk, now=house.now).fragments
        assert opened.signer() is None


def test_another_code_is_refused(house: House) -> None:
    for code in (new_recovery_code(), "", "ABCD", PASSPHRASE, house.code[:-1] + "*"):
        with pytest.raises(VaultProblem, match="wrong_recovery_code"):
            house.vault.unlock_by_recovery_code(code)


@given(st.binary(min_size=16, max_size=16))
def test_a_code_is_read_however_it_is_written(secret: bytes) -> None:
    code = new_recovery_code(lambda _: secret)
    assert [len(group) for group in code.split("-")] == [4] * 7
    written = code.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert read_recovery_code(code) == read_recovery_code(written) == secret


@given(st.binary(min_size=16, max_size=16), st.integers(0, 27), st.integers(1, 31))
def test_a_slip_of_the_pen_is_caught(secret: bytes, place: int, shift: int) -> None:
    alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    code = new_recovery_code(lambda _: secret).replace("-", "")
    other = alphabet[(alphabet.index(code[place]) + shift) % 32]
    typed = code[:place] + other + code[place + 1 :]
    try:
        assert read_recovery_code(typed) != secret
    except VaultProblem as problem:
        assert problem.key == "wrong_recovery_code"  # noqa: PT017 - one in 4096 passes


def test_closed_keys_open_nothing(house: House) -> None:
    (chunk,) = house.record(1)
    opened = house.unlock()
    opened.close()
    assert opened.is_closed
    with pytest.raises(VaultProblem, match="footage_sealed"):
        house.vault.read(opened, chunk, now=house.now)


def test_secrets_do_not_show(house: House) -> None:
    opened = house.unlock()
    assert repr(opened) == "Opened(open)"
    opened.close()
    assert repr(opened) == "Opened(closed)"
    assert "secret" not in repr(NewHolder("manager", "secret"))
    assert "sealed" not in repr(house.vault._parts.keys.current)


def test_no_secret_stands_in_the_folder(house: House) -> None:
    secrets = [folded(PASSPHRASE), read_recovery_code(house.code), house.code.encode()]
    with house.unlock() as opened:
        secrets.append(opened.epoch(1).private_bytes_raw())
    for path in house.folder.rglob("*"):
        assert path.is_dir() or not any(secret in path.read_bytes() for secret in secrets)


def own_public() -> str:
    """Return a public key whose private key somebody else has."""
    return b64encode(X25519PrivateKey.generate().public_key().public_bytes_raw()).decode()


@pytest.mark.parametrize("whose", ["epochs", "holders", "recovery"])
def test_a_public_key_that_somebody_exchanged_is_noticed(house: House, whose: str) -> None:
    house.vault.close()
    with tampered(house.folder) as content:
        content[whose][0]["public"] = own_public()
    house.open()
    with pytest.raises(VaultProblem, match="vault_key_changed"):
        house.unlock()
    # Whose own public key it was does not know any more that the code is right.
    key = "wrong_recovery_code" if whose == "recovery" else "vault_key_changed"
    with pytest.raises(VaultProblem, match=key):
        house.vault.unlock_by_recovery_code(house.code)


def test_a_signing_key_that_somebody_exchanged_is_noticed(house: House) -> None:
    house.vault.close()
    with tampered(house.folder) as content:
        content["holders"][0]["signing_public"] = own_public()
    house.open()
    with pytest.raises(VaultProblem, match="vault_key_changed"):
        house.unlock()
    house.vault.unlock_by_recovery_code(house.code).close()


def test_a_holder_that_somebody_added_is_noticed(house: House) -> None:
    """The next epoch would be sealed to them, and nobody had to open the vault for it."""
    house.vault.close()
    with tampered(house.folder) as content:
        (mine,) = content["holders"]
        content["holders"].append(mine | {"name": "x", "holder": "x", "public": own_public()})
        (epoch,) = content["epochs"]
        epoch["sealed"]["x"] = dict(epoch["sealed"][mine["name"]])
    house.open()
    house.vault.keys.remove("manager", keep_signing=False, now=house.now)
    with pytest.raises(VaultProblem, match="vault_key_changed"):
        house.vault.unlock_by_recovery_code(house.code)


def test_tags_that_somebody_took_away_open_nothing(house: House) -> None:
    house.vault.close()
    with tampered(house.folder) as content:
        content["recovery"][0]["public"] = own_public()
        for seal in content["epochs"][0]["sealed"].values():
            seal["tag"] = None
    house.open()
    with pytest.raises(VaultProblem, match="vault_damaged"):
        house.unlock()


def test_an_epoch_that_is_not_sealed_to_somebody_stays_shut_for_them(house: House) -> None:
    (chunk,) = house.record(1)
    house.vault.close()
    with tampered(house.folder) as content:
        (mine,), (recovery,) = content["holders"], content["recovery"]
        sealed = content["epochs"][0]["sealed"]
        seal = sealed.pop(mine["name"])
    house.open()
    with house.unlock() as opened, pytest.raises(VaultProblem, match="footage_sealed"):
        house.vault.read(opened, chunk, now=house.now)
    house.vault.close()
    with tampered(house.folder) as content:
        content["epochs"][0]["sealed"][recovery["name"]] = seal
    house.open()
    with pytest.raises(VaultProblem, match="vault_damaged"):
        house.vault.unlock_by_recovery_code(house.code)


def test_users_pay_what_was_decided() -> None:
    assert KdfCost() == KdfCost(memory_kib=65_536, iterations=3, lanes=4)
