"""The story: one step after another in a real Home Assistant, each checked."""

import asyncio
from collections.abc import Callable
import time
from typing import Any

from scripts.house.flows import add_generic_camera, begin, begin_repair

from . import evidence
from .book import BookChapter
from .keeping import KeepingChapter
from .launch import DAY, SLOT
from .people import PeopleChapter
from .stage import DOMAIN, PASSPHRASE
from .telling import hold, size

DAYS = 7
PERIOD = DAYS * DAY + SLOT
BEFORE_A_CAMERA: dict[str, Any] = {
    "necessity": {
        "why": "近所で被害や不審者の情報があった。",
        "milder": "照明も付けているが、それだけでは足りない。",
    },
    "particulars": {
        "purpose": "住宅及びその周囲における犯罪を防止するため。",
        "crimes": "空き巣、盗難、器物損壊",
        "range_kept": "隣家が写らない向きにした。",
        "hours": "犯罪は昼夜を問わず起こりうるため、終日とする。",
    },
}
"""What is asked before a camera: はじめに."""
AS_PROPOSED: dict[str, Any] = {
    "sign_days": 365,
    "sign_interlock": False,
    "answer_days": 7,
    "closing_days": 30,
}


class Story(PeopleChapter, KeepingChapter, BookChapter):
    """One telling of the main job. `House` and street camera are running."""

    async def tell(self) -> None:
        """Tell it from beginning to end."""
        await self.camera_is_there()
        await self.site_is_set_up()
        await self.clock_is_confirmed()
        await self.footage_is_recorded()
        await self.people_are_appointed()
        await self.operator_protects_at_once()
        await self.nobody_without_a_role_gets_in()
        await self.vault_opens_and_locks()
        await self.manager_gets_a_key()
        await self.operator_gets_a_key()
        await self.operator_looks()
        await self.locking_ends_it()
        await self.guesses_have_to_wait()
        await self.what_came_since_is_protected()
        await self.way_out_is_shut_while_recording()
        await self.footage_opens_with_the_passphrase()
        await self.nothing_opens_without_it()
        await self.recording_goes_on_locked()
        await self.officer_asks()
        await self.manager_permits()
        await self.package_is_handed_over()
        await self.extension_is_approved()
        await self.copy_is_made_in_time()
        await self.sign_is_confirmed()
        await self.complaint_is_answered()
        await self.standard_is_adopted()
        await self.self_check_says()
        await self.period_passes()
        await self.extension_ends()
        await self.copy_opens_no_more()
        await self.book_holds()
        await self.one_byte_of_the_book_is_changed()
        await self.the_good_book_is_put_back()

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
                view="門と前の道路の一部",
                **BEFORE_A_CAMERA,
                name="熊本 花子",
                passphrase=PASSPHRASE,
                passphrase_again=PASSPHRASE,
                duties=AS_PROPOSED,
                advanced={"vault": str(self.vault)},
            )
            while flow.step.startswith("doubt_"):
                await flow.choose("accept_doubt")
            self.code = str(flow.at["description_placeholders"]["code"])
            await flow.answer(last_group=self.code.split("-")[-1])
            hold(flow.done and flow.done["type"] == "create_entry", f"no entry: {flow.at}")
            await self.find_entities()
            figures["entities"] = len(self.entities)
            figures["recovery code"] = f"{len(self.code)} characters to write down"

    async def clock_is_confirmed(self) -> None:
        """Where the machine cannot vouch for its clock, a person does, through the Repair."""
        with self.telling.step("Somebody vouches for the clock, or the machine does") as figures:
            doubts = [one for one in await self.issues() if "clock" in one]
            figures["by"] = "a person, through the Repair" if doubts else "the machine"
            for issue in doubts:
                flow = await begin_repair(self.client, DOMAIN, issue)
                await self.agree(flow)
            left = await self.issues()
            hold(not left, f"still to be repaired: {left}")

    async def footage_is_recorded(self) -> None:
        """Entities change as footage comes in."""
        with self.telling.step("The street is recorded into the encrypted vault") as figures:
            await self.wait("recording_state", "recording")
            await self.wait("kept", _at_least(15 / 86400))
            figures["state"] = await self.state("recording_state")
            figures["chunks"] = len(evidence.chunks(self.vault))
            figures["stored"] = size(sum(p.stat().st_size for p in self.vault.rglob("*.kbc")))
            plain = evidence.occurrences(self.vault, [b"moof", b"mdat", b"avc1"])
            hold(plain == 0, f"{plain} files of the vault hold plain video")
            figures["files with plain video"] = plain

    # --- the lock ---------------------------------------------------------------------------

    async def vault_opens_and_locks(self) -> None:
        """The key holder opens the vault, and the button locks it."""
        with self.telling.step(
            "The key holder opens the vault, and the button locks it"
        ) as figures:
            await self.client.post(f"/api/{DOMAIN}/unlock", {"passphrase": PASSPHRASE})
            await self.wait("vault", "on")
            await self.client.call_service("button", "press", entity_id=self.entities["lock"])
            await self.wait("vault", "off")
            figures["vault"] = "locked"

    # --- the way out -----------------------------------------------------------------------

    async def way_out_is_shut_while_recording(self) -> None:
        """The command-line reader keeps off a vault that is in use."""
        with self.telling.step("The command-line reader keeps off a vault in use"):
            reading = await evidence.read(self.vault, self.out / "nothing", *self.passphrase())
            hold(reading.code != 0 and not reading.films, reading.said)

    async def footage_opens_with_the_passphrase(self) -> None:
        """Home Assistant is stopped; the folder and the passphrase are enough."""
        with self.telling.step("With the passphrase the footage opens, without Home Assistant") as (
            figures
        ):
            await self.house.stop()
            reading = await evidence.read(self.vault, self.out / "opened", *self.passphrase())
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
            await self.wait("recording_state", "recording")
            hold(await self.state("vault") == "off", "the vault is not locked")
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
            await self.wait("recording_state", "switched_off")
            self.copied = evidence.copy_aside(self.vault, self.book, self.aside)
            self.copied_at = time.monotonic()
            hold(self.copied, "there was nothing to copy")
            figures["chunks"] = len(self.copied)
            evidence.put_slots_beside(self.vault, self.aside)
            reading = await evidence.read(
                self.aside / "vault", self.out / "nothing", *self.passphrase()
            )
            hold(reading.films, f"the copy should still open now: {reading.said}")
            figures["opens now"] = f"{len(reading.films)} films"
            for path in (self.aside / "vault").glob("slots.*"):
                path.unlink()

    async def period_passes(self) -> None:
        """Due erasure, by itself."""
        with self.telling.step(f"The period of {DAYS} (shortened) days passes") as figures:
            until = time.monotonic() + PERIOD.total_seconds() + 30
            while not await self.only_what_is_held_is_left():
                left = len(evidence.chunks(self.vault))
                hold(time.monotonic() < until, f"{left} chunks are left")
                self.telling.progress(f"{left} chunks left")
                await asyncio.sleep(0.5)
            figures["waited"] = f"{time.monotonic() - self.copied_at:.0f} s"
            figures["files left"] = f"{len(evidence.chunks(self.vault))}, of an approved extension"
            await self.wait("erasure", lambda state: state["state"] != "unknown")

    async def copy_opens_no_more(self) -> None:
        """The copy, the live slots, the passphrase and the recovery code together."""
        with self.telling.step("The copy, with every secret at hand, opens no more") as figures:
            evidence.put_slots_beside(self.vault, self.aside)
            for secret in (self.passphrase(), ("--recovery-code", self.code)):
                reading = await evidence.read(self.aside / "vault", self.out / "nothing", *secret)
                hold(reading.code != 0 and not reading.films, reading.said)
            figures["chunks copied"] = len(evidence.chunks(self.aside / "vault"))
            figures["opened"] = 0
            figures["tried with"] = "live slots, passphrase, recovery code"


def _at_least(days: float) -> Callable[[dict[str, Any]], bool]:
    def enough(state: dict[str, Any]) -> bool:
        try:
            return float(state["state"]) >= days
        except ValueError:
            return False

    return enough
