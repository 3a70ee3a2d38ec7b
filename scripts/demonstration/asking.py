"""The chapter of extension and disclosure: form 1 and form 2, from the officer at the door to the copy that is deleted. 4(4)ア, イ."""

import asyncio
from datetime import datetime, timedelta
import io
from pathlib import Path
import shutil
import sys
import time
from typing import Any
import zipfile

from aiohttp import ClientSession

from scripts.house.client import Client

from . import evidence
from .stage import DOMAIN
from .telling import hold, size
from .viewing import MANAGERS, OPERATORS, ViewingChapter, said

API = f"/api/{DOMAIN}"
ASKED = timedelta(seconds=90)
"""So much footage is asked for."""
KEPT = timedelta(seconds=12)
"""So much of it is kept on beyond its period."""

OFFICER = {
    "asks": "disclosure",
    "ground": "investigation",
    "affiliation": "熊本県〇〇警察署 生活安全課",
    "title": "巡査部長",
    "name": "水俣 一郎",
    "contact": "096-000-0000",
    "purpose": "駐輪場で起きた自転車盗の捜査のため",
    "content": "正面入口を通る人と自転車が映った画像",
    "written": True,
    "document": "捜査関係事項照会書",
    "document_number": "〇〇発第123号",
    "identity_check": "警察手帳を確認し、署に電話で照会した",
}


class RequestsChapter(ViewingChapter):
    """Footage that outlives its period, and footage that leaves the house."""

    bounds = ("", "")
    """What an extension keeps, from and until."""

    async def operator_protects_at_once(self) -> None:
        """Somebody is at the door: one tap, and what is there outlives its period until somebody decides."""
        with self.telling.step(
            "An officer is at the door: one tap protects what is there"
        ) as figures:
            self.camera = await self._camera()
            self.protections = [await self._protect()]
            figures["protected until"] = self.protections[0]["until"][:16]

    async def what_came_since_is_protected(self) -> None:
        """A second tap, before Home Assistant is stopped: what is protected already stays so."""
        self.protections.append(await self._protect())

    async def officer_asks(self) -> None:
        """Ninety seconds are asked for: with a ground, or not at all."""
        with self.telling.step("90 s are asked for; without a ground nobody can ask") as figures:
            operator = self.house.as_user("operator")
            while (there := await self._recorded()) < ASKED:
                self.telling.progress(f"{there.total_seconds():.0f} s are recorded")
                self.protections.append(await self._protect())
                await asyncio.sleep(8)
            end = datetime.now().astimezone()
            wish = OFFICER | {"cameras": [self.camera], "start": self.began, "end": end.isoformat()}
            groundless = {name: value for name, value in wish.items() if name != "ground"}
            refused = await said(operator.post(f"{API}/requests/disclosure", groundless))
            hold(refused == "ground_missing", f"without a ground: {refused or 'it was taken'}")
            self.number = (await operator.post(f"{API}/requests/disclosure", wish))["number"]
            await self._unlock(operator, OPERATORS)
            early = await said(self._prepare(operator))
            hold(early == "not_permitted", f"before the permission: {early or 'it was prepared'}")
            figures["number"] = self.number
            figures["of"] = f"{(await self._recorded()).total_seconds():.0f} s recorded"
            figures["before the permission"] = "nothing is decrypted"

    async def manager_permits(self) -> None:
        """The manager, from a phone, with a passphrase; nobody else can."""
        with self.telling.step("The manager permits it, signed with their own key") as figures:
            body = {"number": self.number, "passphrase": OPERATORS}
            other = await said(
                self.house.as_user("operator").post(f"{API}/requests/disclosure/permit", body)
            )
            hold(
                other == "role_needed_permit_disclosure", f"an operator: {other or 'permitted it'}"
            )
            manager = self.house.as_user("manager")
            await manager.post(f"{API}/requests/disclosure/permit", body | {"passphrase": MANAGERS})
            found = await self._disclosure(manager)
            hold(found["state"] == "permitted", f"it is {found['state']}")
            figures["permitted by"] = found["decided"]["name"]

    async def package_is_handed_over(self) -> None:
        """Put together, downloaded, checked with its own program, tampered with, handed over."""
        with self.telling.step("The package is put together, checked and handed over") as figures:
            operator = self.house.as_user("operator")
            begun = time.monotonic()
            await self._prepare(operator)
            status = await self._measured(operator)
            hold(status["state"] == "ready", f"it is {status}")
            link = await operator.post(
                f"{API}/requests/disclosure/link", {"number": self.number, "form": "package"}
            )
            data = await _fetched(operator.url + link["url"])
            figures["made in"] = f"{time.monotonic() - begun:.1f} s, {size(len(data))}"
            (self.out / "package.zip").write_bytes(data)
            folder = self._unpacked(data)
            seconds = frames = 0.0
            for film in sorted(folder.rglob("*.mp4")):
                length, count = await evidence.probe(film)
                seconds, frames = seconds + length, frames + count
                figures["films"] = int(figures.get("films", 0)) + 1
            hold(seconds > 60, f"only {seconds:.0f} s of film")
            figures["plays"] = f"{seconds:.0f} s, {int(frames)} frames, ffprobe: no complaint"
            code, words = await _verified(folder)
            hold(code == 0, words)
            film = next(folder.rglob("*.mp4"))
            changed = bytearray(film.read_bytes())
            changed[len(changed) // 2] ^= 1
            film.write_bytes(changed)
            code, words = await _verified(folder)
            hold(code != 0, f"a changed film was not noticed: {words}")
            figures["one byte changed"] = "told by verify.py"
            await self._hand_over(operator)

    async def _hand_over(self, operator: Client) -> None:
        await operator.post(
            f"{API}/requests/disclosure/provide",
            {
                "number": self.number,
                "at": datetime.now().astimezone().isoformat(timespec="minutes"),
                "medium": "usb",
                "copies": 1,
                "receipt": True,
                "received_by": "水俣 一郎",
                "duty": "none",
            },
        )
        await self._paper("form_2", "form-2.html", number=self.number)
        await operator.post(
            f"{API}/requests/disclosure/confirm",
            {"number": self.number, "copy": 1, "fate": "deleted"},
        )
        found = await self._disclosure(operator)
        hold(found["state"] == "closed", f"it is {found['state']}: {found}")

    async def extension_is_approved(self) -> None:
        """Some seconds are to be kept on: asked for by one, approved by the other."""
        with self.telling.step("An extension of some seconds is asked for and approved") as figures:
            operator, manager = self.house.as_user("operator"), self.house.as_user("manager")
            end = datetime.now().astimezone() - timedelta(seconds=2)
            asked = await operator.post(
                f"{API}/requests/extension",
                {
                    "cameras": [self.camera],
                    "start": (end - KEPT).isoformat(),
                    "end": end.isoformat(),
                    "until": (end + timedelta(days=1)).date().isoformat(),
                    "reason": "自転車盗の捜査のため特に必要と認められるため",
                },
            )
            self.extension = asked["number"]
            await manager.post(
                f"{API}/requests/extension/approve",
                {"number": self.extension, "passphrase": MANAGERS},
            )
            for one in self.protections:
                await operator.post(f"{API}/requests/protect/end", {"number": one["number"]})
            found = await self._extension(manager)
            hold(found["state"] == "approved", f"it is {found['state']}")
            await self._paper(
                "form_1",
                "form-1.html",
                number=self.extension,
                original_end=found["original_ends"][0],
            )
            (true,) = found["true"]
            self.bounds = (true["start"], true["end"])
            figures["kept until"] = found["until"]
            figures["true bounds"] = f"{true['start'][11:19]} – {true['end'][11:19]}"

    async def extension_ends(self) -> None:
        """Nothing but the span was kept; ended early, it goes like the rest."""
        with self.telling.step(
            "The extension kept exactly its span; ended early, it is erased"
        ) as figures:
            manager = self.house.as_user("manager")
            kept = await self._kept()
            hold(kept == self.bounds, f"kept is {kept}, approved {self.bounds}")
            figures["kept"] = (
                f"{len(evidence.chunks(self.vault))} chunks, {kept[0][11:19]} – {kept[1][11:19]}"
            )
            await manager.post(
                f"{API}/requests/extension/end",
                {"number": self.extension, "reason": "捜査が終わったため", "passphrase": MANAGERS},
            )
            hold(not (gone := evidence.chunks(self.vault)), f"{len(gone)} chunks outlived it")
            figures["files left"] = 0

    # --- what the steps are made of -----------------------------------------------------------

    async def _camera(self) -> str:
        cameras = await self.client.command(
            "config_entries/subentries/list", entry_id=await self.entry()
        )
        return str(cameras[0]["unique_id"])

    async def _protect(self) -> dict[str, Any]:
        """Protect what is there now; what is protected already stays so."""
        now = datetime.now().astimezone()
        operator = self.house.as_user("operator")
        answer: dict[str, Any] = await operator.post(
            f"{API}/requests/protect",
            {
                "cameras": [self.camera],
                "start": (now - timedelta(minutes=10)).isoformat(),
                "end": now.isoformat(),
            },
        )
        return answer

    async def _recorded(self) -> timedelta:
        """How much footage there is, gaps left out; `began` is when it begins."""
        spans = [
            (datetime.fromisoformat(one["start"]), datetime.fromisoformat(one["end"]))
            for one in await self._footage()
        ]
        self.began = spans[0][0].isoformat() if spans else ""
        return sum((end - start for start, end in spans), timedelta())

    async def _footage(self) -> list[dict[str, Any]]:
        now = datetime.now().astimezone()
        answer = await self.house.as_user("operator").call_service(
            DOMAIN,
            "list_footage",
            return_response=True,
            camera=self.source,
            start=(now - timedelta(minutes=10)).isoformat(),
            end=now.isoformat(),
        )
        found: list[dict[str, Any]] = answer["footage"]
        return found

    async def _kept(self) -> tuple[str, str]:
        """From when until when there is footage."""
        found = await self._footage()
        return (found[0]["start"], found[-1]["end"]) if found else ("", "")

    async def only_what_is_held_is_left(self) -> bool:
        """Whether everything else is gone, the files too."""
        return await self._kept() == self.bounds

    async def _prepare(self, operator: Client) -> None:
        await operator.post(f"{API}/requests/disclosure/prepare", {"number": self.number})

    async def _measured(self, operator: Client) -> dict[str, Any]:
        """Wait until the package is measured, as the panel does: it asks again and again."""
        for _ in range(600):
            status: dict[str, Any] = await operator.get(f"{API}/requests/package/{self.number}")
            if status["state"] != "measuring":
                return status
            await asyncio.sleep(0.1)
        return status

    async def _disclosure(self, person: Client) -> dict[str, Any]:
        return await self._listed(person, "disclosures", self.number)

    async def _extension(self, person: Client) -> dict[str, Any]:
        return await self._listed(person, "extensions", self.extension)

    async def _listed(self, person: Client, kind: str, number: int) -> dict[str, Any]:
        listed = await person.command(f"{DOMAIN}/requests")
        found: dict[str, Any] = next(one for one in listed[kind] if one["number"] == number)
        return found

    async def _paper(self, paper: str, name: str, **about: Any) -> None:
        manager = self.house.as_user("manager")
        made = await manager.post(
            f"{API}/requests/paper", {"paper": paper, "language": "ja", **about}
        )
        (self.out / name).write_bytes(await _fetched(manager.url + made["url"]))

    def _unpacked(self, data: bytes) -> Path:
        folder = self.out / "package"
        shutil.rmtree(folder, ignore_errors=True)
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            hold(package.testzip() is None, "the package is damaged")
            package.extractall(folder)
        return folder


async def _fetched(url: str) -> bytes:
    """What a link gives to whoever has it, as a browser's download does."""
    async with ClientSession() as session, session.get(url) as response:
        hold(response.status == 200, f"{url}: {response.status}")
        return await response.read()


async def _verified(folder: Path) -> tuple[int, str]:
    """Run the package's own program, with a Python that knows nothing of ours."""
    (program,) = folder.rglob("verify.py")
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-I", str(program)),
        cwd=program.parent,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    words, _ = await process.communicate()
    return process.returncode or 0, words.decode(errors="replace").strip()
