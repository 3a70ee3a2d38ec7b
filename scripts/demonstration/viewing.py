"""The chapter of the lock and the eye: who holds a key, who looks, and what is entered of it. 4(4)ウ."""

import asyncio
from datetime import datetime, timedelta
import time
from typing import Any

from scripts.house.client import CallFailedError, Client

from . import evidence
from .stage import DOMAIN, PASSPHRASE, Stage
from .telling import hold, size

API = f"/api/{DOMAIN}"
MANAGERS = "aso no kemuri wa kyou mo takaku"
OPERATORS = "amakusa no umi ni iruka ga haneru"
GUESSES = 5


class ViewingChapter(Stage):
    """Keys, the lock, a viewing session."""

    async def manager_gets_a_key(self) -> None:
        """The new manager is let in by the recovery code, which then has to be replaced."""
        with self.telling.step("The new manager makes a key; the recovery code lets them in") as (
            figures
        ):
            manager = self.house.as_user("manager")
            await self._make(manager, MANAGERS)
            await manager.post(f"{API}/keys/admit_by_code", {"code": self.code})
            await self._unlock(manager, MANAGERS)
            made = await manager.post(f"{API}/keys/recovery", {})
            (self.out / "recovery-code.html").write_text(made["paper"])
            await manager.post(
                f"{API}/keys/recovery/confirm", {"last_group": made["code"].split("-")[-1]}
            )
            old, self.code = self.code, made["code"]
            hold(await said(manager.post(f"{API}/keys/admit_by_code", {"code": old})), "old code")
            figures["new recovery code"] = "printed, with QR: recovery-code.html"

    async def operator_gets_a_key(self) -> None:
        """The operator makes a key of their own; the manager admits them."""
        with self.telling.step("An operator makes a key, and the manager admits them") as figures:
            operator, manager = self.house.as_user("operator"), self.house.as_user("manager")
            await self._make(operator, OPERATORS)
            account = self.house.accounts["operator"]
            await manager.post(f"{API}/keys/admit", {"user_id": account.user_id})
            keys = await manager.get(f"{API}/keys")
            held = {one["user_id"] for one in keys["holders"] if one["state"] == "holder"}
            hold(account.user_id in held, f"the operator holds no key: {keys}")
            figures["key holders"] = len(held)

    async def operator_looks(self) -> None:
        """For a purpose, for a span, and the register says what was played."""
        with self.telling.step("The operator looks, for a purpose, at a span; it plays") as figures:
            operator = self.house.as_user("operator")
            hold(
                await said(operator.post(f"{API}/viewing", await self._wish(operator)))
                == "unlock_first",
                "a locked vault was looked into",
            )
            await self._unlock(operator, OPERATORS)
            wish = await self._wish(operator)
            begun = time.monotonic()
            session = (await operator.post(f"{API}/viewing", wish))["session"]
            self.seen = f"{API}/viewing/{session}/{wish['cameras'][0]}"
            playlist = (await operator.get(f"{self.seen}/playlist.m3u8")).decode()
            film, self.piece = b"", ""
            for line in playlist.splitlines():
                address = line.partition('URI="')[2].partition('"')[0]
                if not line.startswith("#"):
                    address = self.piece = line
                if address:
                    film += await operator.get(self._address(address))
                    figures.setdefault(
                        "first picture after", f"{(time.monotonic() - begun) * 1000:.0f} ms"
                    )
            path = self.out / "viewed.mp4"
            path.write_bytes(film)
            _, frames = await evidence.probe(path)
            hold(frames > 50, f"only {frames} frames")
            figures["played"] = f"{int(frames)} frames, {size(len(film))}"
            neighbour = self.house.as_user("neighbour")
            hold(await said(neighbour.get(self._address(self.piece))), "a neighbour saw it too")

    async def locking_ends_it(self) -> None:
        """Whoever holds an office can lock; the player gets nothing more."""
        with self.telling.step(
            "Locking ends the playback, and the register says what was seen"
        ) as (figures):
            await self.client.call_service("button", "press", entity_id=self.entities["lock"])
            operator = self.house.as_user("operator")
            hold(await said(operator.get(self._address(self.piece))), "it still plays")
            kinds: list[str] = []
            for _ in range(50):
                answer = await self.house.as_user("manager").call_service(
                    DOMAIN, "get_register", return_response=True, register="viewing"
                )
                kinds = [one["kind"] for one in answer["entries"]]
                if "viewing_ended" in kinds:
                    break
                await asyncio.sleep(0.1)
            hold({"viewing_began", "viewing_ended"} <= set(kinds), f"the register has {kinds}")
            hold("footage_played" in kinds, f"nothing played is entered: {kinds}")
            figures["entries of the viewing register"] = len(kinds)

    async def guesses_have_to_wait(self) -> None:
        """Five wrong passphrases, and the right one has to wait as well."""
        with self.telling.step("Five wrong passphrases: the right one has to wait, too") as figures:
            for _ in range(GUESSES):
                answer = await said(self._unlock(self.client, "a guess that is long enough"))
                hold(answer == "wrong_passphrase", f"a guess was answered with {answer}")
            answer = await said(self._unlock(self.client, PASSPHRASE))
            hold(answer == "unlock_wait", f"no wait: {answer}")
            lock = await self.client.get(f"{API}/lock")
            figures["waits until"] = str(lock["wait_until"])[11:19]

    def _address(self, found: str) -> str:
        """The address of what a playlist names, which may stand relative to it."""
        return found if found.startswith("/") else f"{self.seen}/{found}"

    async def _make(self, person: Client, passphrase: str) -> None:
        await person.post(f"{API}/keys/make", {"passphrase": passphrase, "again": passphrase})

    async def _unlock(self, person: Client, passphrase: str) -> None:
        await person.post(f"{API}/unlock", {"passphrase": passphrase})

    async def _wish(self, person: Client) -> dict[str, Any]:
        cameras = await self.client.command(
            "config_entries/subentries/list", entry_id=await self.entry()
        )
        now = datetime.now().astimezone()
        offered = await person.get(f"{API}/viewing")
        return {
            "purpose": offered["purposes"][0],
            "cameras": [cameras[0]["unique_id"]],
            "start": (now - timedelta(seconds=25)).isoformat(),
            "end": now.isoformat(),
            "attendees": [],
        }


async def said(knock: Any) -> str:
    """What somebody was told who did not get in; nothing where they did."""
    try:
        await knock
    except CallFailedError as error:
        return (
            str(error.body.get("error", error.status))
            if isinstance(error.body, dict)
            else str(error.status)
        )
    return ""
