"""The story: one step after another in a real Home Assistant, each checked."""

import asyncio
from collections.abc import Callable
from pathlib import Path
import time
from typing import Any

from scripts.house.client import CallFailedError, Client
from scripts.house.flows import Flow, add_generic_camera, begin, begin_repair
from scripts.house.running import House
from tests.street.process import StreetProcess

from . import evidence
from .launch import CHUNK, DAY, SLOT
from .telling import Telling, hold, size

DOMAIN = "kuma_bouhan"
PASSPHRASE = "kuma mon walks the street at night"
DAYS = 7
PERIOD = DAYS * DAY + SLOT


class Story:
    """One telling of the main job. `House` and street camera are running."""

    def __init__(self, telling: Telling, house: House, street: StreetProcess, out: Path) -> None:
        """Take the stage."""
        self.telling = telling
        self.house = house
        self.street = street
        self.out = out
        self.vault = out / "vault"
        self.book = house.config_dir / DOMAIN / "book"
        self.aside = out / "copied-in-time"
        self.source = ""
        self.code = ""
        self.entities: dict[str, str] = {}

    @property
    def client(self) -> Client:
        """The owner's way in; a new one after each restart."""
        return self.house.client

    async def tell(self) -> None:
        """Tell it from beginning to end."""
        await self.camera_is_there()
        await self.site_is_set_up()
        await self.clock_is_confirmed()
        await self.footage_is_recorded()
        await self.nobody_without_a_role_gets_in()
        await self.vault_opens_and_locks()
        await self.way_out_is_shut_while_recording()
        await self.footage_opens_with_the_passphrase()
        await self.nothing_opens_without_it()
        await self.recording_goes_on_locked()
        await self.copy_is_made_in_time()
        await self.period_passes()
        await self.copy_opens_no_more()
        await self.book_holds()

    # --- from nothing to recording ---------------------------------------------------------

    async def camera_is_there(self) -> None:
        """A camera as people have one: Home Assistant's own `generic`."""
        with self.telling.step("A street camera stands in Home Assistant") as figures:
            self.source = await add_generic_camera(
                self.client,
                stream=self.street.urls[0].rtsp,
                name="KUMA STREET",
                entity_id="camera.street",
            )
            still = await self.client.camera_image(self.source)
            (self.out / "street.jpg").write_bytes(still)
            figures["entity"] = self.source
            figures["still"] = size(len(still))

    async def site_is_set_up(self) -> None:
        """The real forms, Home profile."""
        with self.telling.step("A household sets its site up in the forms") as figures:
            flow = await begin(self.client, DOMAIN)
            await flow.choose("home")
            await flow.answer(
                camera=self.source,
                name="熊本 花子",
                passphrase=PASSPHRASE,
                passphrase_again=PASSPHRASE,
                advanced={"vault": str(self.vault)},
            )
            while flow.step.startswith("doubt_"):
                await flow.choose("accept_doubt")
            self.code = str(flow.at["description_placeholders"]["code"])
            await flow.answer(last_group=self.code.split("-")[-1])
            hold(flow.done and flow.done["type"] == "create_entry", f"no entry: {flow.at}")
            await self._find_entities()
            figures["entities"] = len(self.entities)
            figures["recovery code"] = f"{len(self.code)} characters to write down"

    async def _find_entities(self) -> None:
        for _ in range(100):
            listed = await self.client.command("config/entity_registry/list")
            ours = {
                one["translation_key"]: one["entity_id"]
                for one in listed
                if one["platform"] == DOMAIN
            }
            if "recording_state" in ours and "vault" in ours:
                self.entities = ours
                return
            await asyncio.sleep(0.1)
        hold(False, "the entities did not appear")

    async def clock_is_confirmed(self) -> None:
        """Where the machine cannot vouch for its clock, a person does, through the Repair."""
        with self.telling.step("Somebody vouches for the clock, or the machine does") as figures:
            issues = (await self.client.command("repairs/list_issues"))["issues"]
            doubts = [
                one for one in issues if one["domain"] == DOMAIN and "clock" in one["issue_id"]
            ]
            figures["by"] = "a person, through the Repair" if doubts else "the machine"
            for issue in doubts:
                flow = await begin_repair(self.client, DOMAIN, issue["issue_id"])
                await self._agree(flow)
            issues = (await self.client.command("repairs/list_issues"))["issues"]
            ours = [one["issue_id"] for one in issues if one["domain"] == DOMAIN]
            hold(not ours, f"still to be repaired: {ours}")

    async def _agree(self, flow: Flow) -> None:
        while flow.done is None:
            await flow.answer(**dict.fromkeys(flow.fields, True))

    async def footage_is_recorded(self) -> None:
        """Entities change as footage comes in."""
        with self.telling.step("The street is recorded into the encrypted vault") as figures:
            await self._wait("recording_state", "recording")
            await self._wait("kept", _at_least(15 / 86400))
            figures["state"] = await self._state("recording_state")
            figures["chunks"] = len(evidence.chunks(self.vault))
            figures["stored"] = size(sum(p.stat().st_size for p in self.vault.rglob("*.kbc")))
            plain = evidence.occurrences(self.vault, [b"moof", b"mdat", b"avc1"])
            hold(plain == 0, f"{plain} files of the vault hold plain video")
            figures["files with plain video"] = plain

    # --- who may ---------------------------------------------------------------------------

    async def nobody_without_a_role_gets_in(self) -> None:
        """Neighbours are refused at the door, and that is entered."""
        with self.telling.step("A user without a role is refused") as figures:
            neighbour = self.house.as_user("neighbour")
            refused = 0
            span = {"start": "2020-01-01 00:00:00", "end": "2037-01-01 00:00:00"}
            for action, more in (("list_footage", {}), ("erase", {"reason": "asked_for"})):
                try:
                    await neighbour.call_service(
                        DOMAIN,
                        action,
                        return_response=action == "list_footage",
                        camera=self.source,
                        **span,
                        **more,
                    )
                except CallFailedError:
                    refused += 1
            try:
                await neighbour.post(f"/api/{DOMAIN}/unlock", {"passphrase": PASSPHRASE})
            except CallFailedError:
                refused += 1
            hold(refused == 3, f"only {refused} of 3 were refused")
            figures["refused"] = refused

    async def vault_opens_and_locks(self) -> None:
        """The key holder opens the vault, and the button locks it."""
        with self.telling.step(
            "The key holder opens the vault, and the button locks it"
        ) as figures:
            await self.client.post(f"/api/{DOMAIN}/unlock", {"passphrase": PASSPHRASE})
            await self._wait("vault", "on")
            await self.client.call_service("button", "press", entity_id=self.entities["lock"])
            await self._wait("vault", "off")
            figures["vault"] = "locked"

    # --- the way out -----------------------------------------------------------------------

    async def way_out_is_shut_while_recording(self) -> None:
        """The command-line reader keeps off a vault that is in use."""
        with self.telling.step("The command-line reader keeps off a vault in use"):
            reading = await evidence.read(self.vault, self.out / "nothing", *self._passphrase())
            hold(reading.code != 0 and not reading.films, reading.said)

    async def footage_opens_with_the_passphrase(self) -> None:
        """Home Assistant is stopped; the folder and the passphrase are enough."""
        with self.telling.step("With the passphrase the footage opens, without Home Assistant") as (
            figures
        ):
            await self.house.stop()
            reading = await evidence.read(self.vault, self.out / "opened", *self._passphrase())
            hold(reading.code == 0 and reading.films, reading.said)
            seconds = frames = 0.0
            for film in reading.films:
                length, count = await evidence.probe(film)
                seconds, frames = seconds + length, frames + count
            hold(frames > 100, f"only {frames} frames")
            figures["films"] = len(reading.films)
            figures["length"] = f"{seconds:.1f} s"
            figures["frames"] = int(frames)
            figures["ffprobe"] = "no complaint"

    async def nothing_opens_without_it(self) -> None:
        """A wrong passphrase, a wrong code, none at all."""
        with self.telling.step("Without the passphrase nothing opens") as figures:
            wrong = self.out / "wrong.txt"
            wrong.write_text("a guess that is long enough")
            for secret in (("--passphrase-file", str(wrong)), ("--recovery-code", "0" * 28), ()):
                reading = await evidence.read(self.vault, self.out / "nothing", *secret)
                hold(reading.code != 0 and not reading.films, reading.said)
            wrong.unlink()
            figures["tried"] = "a wrong passphrase, a wrong code, nothing"

    async def recording_goes_on_locked(self) -> None:
        """After a restart the vault is locked, and recording goes on all the same."""
        with self.telling.step("Home Assistant restarts; recording goes on, the vault locked") as (
            figures
        ):
            before = set(evidence.chunks(self.vault))
            figures["start"] = f"{await self.house.start():.1f} s"
            await self._wait("recording_state", "recording")
            hold(await self._state("vault") == "off", "the vault is not locked")
            begun = time.monotonic()
            while len(set(evidence.chunks(self.vault)) - before) < 4:
                hold(time.monotonic() - begun < 60, "no new chunks after the restart")
                await asyncio.sleep(0.2)
            gap = await self.client.state(self.entities["last_gap"])
            hold(gap and gap["state"] not in ("unknown", "unavailable"), "the gap was not noted")
            assert gap is not None
            figures["gap"] = f"{gap['attributes']['seconds']} s, {gap['attributes']['reason']}"

    # --- the end of a period ---------------------------------------------------------------

    async def copy_is_made_in_time(self) -> None:
        """A thief copies chunks, index, wraps, keys and book while the footage lives."""
        with self.telling.step("Chunks, index, wraps, keys and book are copied aside in time") as (
            figures
        ):
            await self.client.call_service(DOMAIN, "stop_recording", camera=self.source)
            await self._wait("recording_state", "switched_off")
            self.copied = evidence.copy_aside(self.vault, self.book, self.aside)
            self.copied_at = time.monotonic()
            hold(self.copied, "there was nothing to copy")
            figures["chunks"] = len(self.copied)
            evidence.put_slots_beside(self.vault, self.aside)
            reading = await evidence.read(
                self.aside / "vault", self.out / "nothing", *self._passphrase()
            )
            hold(reading.films, f"the copy should still open now: {reading.said}")
            figures["opens now"] = f"{len(reading.films)} films"
            for path in (self.aside / "vault").glob("slots.*"):
                path.unlink()

    async def period_passes(self) -> None:
        """Due erasure, by itself."""
        with self.telling.step(f"The period of {DAYS} (shortened) days passes") as figures:
            until = time.monotonic() + PERIOD.total_seconds() + 30
            while left := evidence.chunks(self.vault):
                hold(time.monotonic() < until, f"{len(left)} chunks outlived their period")
                self.telling.progress(f"{len(left)} chunks left")
                await asyncio.sleep(0.5)
            figures["waited"] = f"{time.monotonic() - self.copied_at:.0f} s"
            figures["files left"] = 0
            await self._wait("oldest_footage", "unknown")
            await self._wait("erasure", lambda state: state["state"] != "unknown")

    async def copy_opens_no_more(self) -> None:
        """The copy, the live slots, the passphrase and the recovery code together."""
        with self.telling.step("The copy, with every secret at hand, opens no more") as figures:
            evidence.put_slots_beside(self.vault, self.aside)
            for secret in (self._passphrase(), ("--recovery-code", self.code)):
                reading = await evidence.read(self.aside / "vault", self.out / "nothing", *secret)
                hold(reading.code != 0 and not reading.films, reading.said)
            figures["chunks copied"] = len(evidence.chunks(self.aside / "vault"))
            figures["opened"] = 0
            figures["tried with"] = "live slots, passphrase, recovery code"

    async def book_holds(self) -> None:
        """The book, checked frame by frame, says what was erased."""
        with self.telling.step("The book is whole, and says what was erased") as figures:
            slots = {path.parent.name.split("-")[-1] for path in self.copied}
            until = time.monotonic() + (SLOT + 3 * CHUNK).total_seconds() + 10
            while True:
                checked = evidence.check_book(self.book, self.out / "book-checked")
                if slots <= checked.erased:
                    break
                hold(time.monotonic() < until, f"not entered: {slots - checked.erased}")
                await asyncio.sleep(0.5)
            hold(checked.state == "intact", f"the book is {checked.state}")
            hold(await self._state("book_intact") == "on", "Home Assistant doubts the book")
            hold(checked.kinds.get("refusal"), "the refusals were not entered")
            hold(not self.house.log_errors(), f"errors: {self.house.log_errors()[:1]}")
            figures["acts"] = checked.acts
            figures["erased hours"] = len(checked.erased)
            figures["root"] = checked.root[:16] + "…"

    # --- small things ----------------------------------------------------------------------

    def _passphrase(self) -> tuple[str, str]:
        path = self.out / "passphrase.txt"
        path.write_text(PASSPHRASE)
        return "--passphrase-file", str(path)

    async def _state(self, key: str) -> str:
        state = await self.client.state(self.entities[key])
        return str(state["state"]) if state else "missing"

    async def _wait(self, key: str, wanted: str | Callable[[dict[str, Any]], bool]) -> None:
        await self.client.wait_for_state(self.entities[key], wanted, 60)


def _at_least(days: float) -> Callable[[dict[str, Any]], bool]:
    def enough(state: dict[str, Any]) -> bool:
        try:
            return float(state["state"]) >= days
        except ValueError:
            return False

    return enough
