"""Who signs what, and where the keys that sign are to be found."""

from datetime import timedelta

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from custom_components.kuma_bouhan.guideline.custody import LONGEST_OPEN
from custom_components.kuma_bouhan.guideline.people import ITSELF, Actor, Door
from custom_components.kuma_bouhan.procedure import founding
from custom_components.kuma_bouhan.procedure.lock import Lock
from custom_components.kuma_bouhan.procedure.signing import note_keys
from custom_components.kuma_bouhan.records.acts import HostKeyNoted, SigningKeyNoted, Stopped
from custom_components.kuma_bouhan.records.book import Book
from custom_components.kuma_bouhan.records.entry import Entry, Phase
from custom_components.kuma_bouhan.records.frame import SIGNED
from custom_components.kuma_bouhan.records.verify import Head, examine
from custom_components.kuma_bouhan.vault.door import HOST_KEY

from .conftest import CAMERA, MANAGER, PASSPHRASE, TOKYO, World


def holds(world: World, entry: Entry) -> bool:
    """Say whether an act's signature is the manager's, for this site and this act."""
    public, signature = entry.signature[:32], entry.signature[32:]
    message = SIGNED + bytes.fromhex(world.book.site) + world.book.stored(entry.seq).leaf
    Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    return public == world.vault.keys.signing["manager"]


async def test_a_new_book_knows_the_keys_that_sign(world: World) -> None:
    assert world.desk.registers.host_keys == [world.vault.host_key]
    assert world.desk.registers.signing_keys == world.vault.keys.signing
    (host,) = world.acts("host_key_noted")
    assert isinstance(host.act, HostKeyNoted)
    assert host.act.fingerprint == world.vault.host_fingerprint
    assert host.actor == MANAGER
    (key,) = world.acts("signing_key_noted")
    assert isinstance(key.act, SigningKeyNoted)
    assert key.act.user_id == "manager"


async def test_an_order_and_its_answer_are_signed_while_the_vault_is_open(world: World) -> None:
    lock = Lock(world.desk)
    await lock.unlock(MANAGER, PASSPHRASE)
    await world.add_camera("cd" * 16)
    ordered, done = world.acts("camera_added")[-2:]
    assert holds(world, ordered)
    assert holds(world, done)
    asked, opened = world.acts("unlocked")
    assert asked.signature == b""
    assert holds(world, opened)


async def test_nobody_else_signs(world: World) -> None:
    lock = Lock(world.desk)
    await lock.unlock(MANAGER, PASSPHRASE)
    for actor in (
        ITSELF,
        Actor("operator", Door.PANEL),
        Actor("manager", Door.ACTION, automated=True),
    ):
        entry = await world.desk.append(Stopped(), actor, Phase.NOTED)
        assert entry.signature == b""


async def test_what_is_done_after_locking_is_unsigned(world: World) -> None:
    lock = Lock(world.desk)
    await lock.unlock(MANAGER, PASSPHRASE)
    await world.pass_time(LONGEST_OPEN + timedelta(seconds=1))
    entry = await world.desk.append(Stopped(), MANAGER, Phase.NOTED)
    assert entry.signature == b""
    await lock.unlock(MANAGER, PASSPHRASE)
    await lock.lock(MANAGER)
    assert world.acts("locked")[-1].signature == b""


async def test_keys_are_noted_once_and_again_when_they_change(world: World) -> None:
    await note_keys(world.desk)
    assert len(world.acts("host_key_noted")) == 1
    world.stop()
    other = Ed25519PrivateKey.generate()
    (world.vault_path / HOST_KEY).write_bytes(other.private_bytes_raw())
    world.start()
    await note_keys(world.desk)
    assert len(world.acts("host_key_noted")) == 2
    assert world.desk.registers.host_keys[-1] == other.public_key().public_bytes_raw()
    assert len(world.desk.registers.host_keys) == 2
    assert len(world.acts("signing_key_noted")) == 1


async def test_adopting_notes_a_key_that_changed(world: World) -> None:
    world.stop()
    other = Ed25519PrivateKey.generate()
    (world.vault_path / HOST_KEY).write_bytes(other.private_bytes_raw())
    founding.adopt(
        world.book_path,
        world.vault_path,
        actor=MANAGER,
        secret=PASSPHRASE,
        now=world.machine.now,
        zone=TOKYO,
    )
    world.start()
    assert [entry.act.kind for entry in world.book.entries()][-2:] == [
        "host_key_noted",
        "site_adopted",
    ]


async def test_a_book_from_before_is_taught_the_keys_at_the_next_start(world: World) -> None:
    world.stop()
    world.book_path.unlink()
    Book.create(world.book_path, site="ab" * 16).close()
    world.start()
    await note_keys(world.desk)
    assert [entry.act.kind for entry in world.book.entries()] == [
        "host_key_noted",
        "signing_key_noted",
    ]
    assert CAMERA not in world.desk.registers.cameras


async def test_a_founded_sites_book_holds_before_the_verifier(world: World) -> None:
    lock = Lock(world.desk)
    await lock.unlock(MANAGER, PASSPHRASE)
    await world.add_camera("cd" * 16)
    note = world.book.checkpoint(world.vault.sign)
    code, found = examine(world.book_path.read_bytes(), [Head(note)])
    assert code == 0
    assert {"whole", "signed", "same"} <= {word for mark, word, _ in found if mark == "ok"}
    (host,) = [values for _, word, values in found if word == "host"]
    assert host["key"] == world.vault.host_fingerprint
