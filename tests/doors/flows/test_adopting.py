"""Taking a site up again that was here before."""

from functools import partial

from homeassistant.config_entries import ConfigEntryState
from homeassistant.util import dt as dt_util
import pytest

from custom_components.kuma_bouhan.const import CONF_VAULT, DOMAIN
from custom_components.kuma_bouhan.guideline.custody import FREE_FAILURES
from custom_components.kuma_bouhan.records.book import Book, BookState
from custom_components.kuma_bouhan.vault.vault import Vault

from ..conftest import NOON, PASSPHRASE, House
from ..test_repairs import standing
from .conftest import home, last_group, set_up_home
from .person import Person

pytestmark = pytest.mark.freeze_time(NOON)


@pytest.fixture
async def left(empty_house: House, owner: Person) -> str:
    """Leave a vault and a book behind; give the recovery code."""
    code = await set_up_home(empty_house, owner)
    await empty_house.hass.config_entries.async_remove(empty_house.entry.entry_id)
    await empty_house.settle()
    return code


@pytest.mark.parametrize("by_code", [False, True])
async def test_whoever_holds_its_secret_takes_up_what_is_there(
    empty_house: House, stranger: Person, left: str, by_code: bool
) -> None:
    flow = await stranger.add_site()
    assert (flow.kind, flow.step) == ("form", "adopt")
    assert flow.suggested["vault"] == str(empty_house.vault_path)
    assert flow.blanks["facility"] == empty_house.hass.config.location_name
    assert flow.blanks["book"] == str(empty_house.book_path)
    moved = empty_house.vault_path.rename(empty_house.folder / "moved")
    await flow.answer(vault=str(moved), secret=left.lower() if by_code else PASSPHRASE)
    assert flow.kind == "create_entry"
    await empty_house.settle()
    entry = empty_house.hass.config_entries.async_entries(DOMAIN)[0]
    assert entry.state is ConfigEntryState.LOADED
    assert entry.data[CONF_VAULT] == str(moved)
    assert [subentry.title for subentry in entry.subentries.values()] == ["Gate camera"]
    acts = [e.act.kind for e in entry.runtime_data.desk.book.entries()]
    assert acts.count("site_adopted") == acts.count("site_removed") == 1
    assert acts.count("camera_added") == 2  # ordered and done, when it was set up
    assert "camera_removed" not in acts


async def test_a_wrong_secret_or_folder_is_named(
    empty_house: House, owner: Person, left: str
) -> None:
    flow = await owner.add_site()
    vault = str(empty_house.vault_path)
    await flow.answer(vault=vault, secret="guess")
    assert flow.errors == {"secret": "wrong_secret"}
    assert flow.suggested["secret"] is None
    await flow.answer(vault=str(empty_house.folder / "gone"), secret=PASSPHRASE)
    assert flow.errors == {"vault": "place_no_vault"}
    assert flow.suggested["vault"] == str(empty_house.folder / "gone")
    open_elsewhere = await empty_house.hass.async_add_executor_job(
        partial(Vault.open, empty_house.vault_path, clock=dt_util.utcnow)
    )
    await flow.answer(vault=vault, secret=PASSPHRASE)
    assert flow.errors == {"vault": "vault_in_use"}
    await empty_house.hass.async_add_executor_job(open_elsewhere.close)
    await flow.answer(vault=vault, secret=PASSPHRASE)
    assert flow.kind == "create_entry"


async def test_who_guesses_is_told_how_long_to_wait(
    empty_house: House, owner: Person, left: str
) -> None:
    flow = await owner.add_site()
    vault = str(empty_house.vault_path)
    for _ in range(FREE_FAILURES):
        await flow.answer(vault=vault, secret="guess")
        assert flow.errors == {"secret": "wrong_secret"}
    await flow.answer(vault=vault, secret=PASSPHRASE)
    assert flow.errors == {"secret": "unlock_wait"}
    assert flow.blanks["seconds"] == "30"


async def test_a_vault_that_the_book_does_not_speak_of_is_not_taken_up(
    empty_house: House, owner: Person, left: str
) -> None:
    aside = empty_house.book_path.rename(empty_house.folder / "book of the first")
    flow = await (await owner.add_site()).choose("home")
    # The first one's vault is no place for a second.
    await flow.answer(**home(empty_house))
    assert flow.errors == {"advanced": "place_holds_vault"}
    second = empty_house.folder / "second"
    await flow.answer(**home(empty_house, advanced={"vault": str(second)}))
    await flow.answer(last_group=last_group(flow))
    await empty_house.settle()
    entry = empty_house.hass.config_entries.async_entries(DOMAIN)[0]
    await empty_house.hass.config_entries.async_remove(entry.entry_id)
    aside.replace(empty_house.book_path)
    flow = await owner.add_site()
    await flow.answer(vault=str(second), secret=PASSPHRASE)
    assert flow.errors == {"vault": "another_vault"}


async def test_a_book_that_is_open_elsewhere_is_left_alone(
    empty_house: House, owner: Person, left: str
) -> None:
    def read() -> Book:
        return Book.open(empty_house.book_path, fold=lambda entry: None)

    flow = await owner.add_site()
    book = await empty_house.hass.async_add_executor_job(read)
    await flow.answer(vault=str(empty_house.vault_path), secret=PASSPHRASE)
    assert flow.errors == {"base": "book_in_use"}
    assert (await owner.add_site()).reason == "book_in_use"
    book.close()


async def test_a_damaged_book_is_taken_up_as_it_is_and_recording_goes_on(
    empty_house: House, owner: Person, left: str
) -> None:
    def damage() -> bytes:
        data = bytearray(empty_house.book_path.read_bytes())
        end = len(data.rstrip(b"\0"))
        data[end - 700] ^= 1
        empty_house.book_path.write_bytes(data)
        return bytes(data)

    damaged = await empty_house.hass.async_add_executor_job(damage)
    flow = await owner.add_site()
    assert flow.step == "adopt"
    await flow.answer(vault=str(empty_house.vault_path), secret="guess")
    assert flow.errors == {"secret": "wrong_secret"}
    await flow.answer(vault=str(empty_house.vault_path), secret=PASSPHRASE)
    assert flow.kind == "create_entry"
    await empty_house.settle()
    entry = empty_house.hass.config_entries.async_entries(DOMAIN)[0]
    assert entry.state is ConfigEntryState.LOADED
    assert entry.runtime_data.desk.book.state is BookState.DAMAGED
    assert "book_damaged" in standing(empty_house.hass)
    assert (
        await empty_house.hass.async_add_executor_job(empty_house.book_path.read_bytes) == damaged
    )
