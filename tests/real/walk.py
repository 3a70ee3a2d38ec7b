"""What the tests of the whole site share: a site set up by its real flow, and what is asked of it."""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
import shutil
import tempfile
import time
from typing import Final

from aiohttp import ClientSession

from custom_components.kuma_bouhan.const import BOOK_FILE, DOMAIN
from custom_components.kuma_bouhan.records.acts import Routine
from custom_components.kuma_bouhan.records.book import Book, BookState
from custom_components.kuma_bouhan.records.entry import Entry
from custom_components.kuma_bouhan.records.routine import GapFact
from scripts.demonstration import evidence
from scripts.house.client import Client, Json
from scripts.house.flows import Flow, FlowRefusedError, begin, begin_repair, begin_subentry
from scripts.house.running import House
from scripts.house.seed import PEOPLE, Person
from tests.street.camera import Urls
from tests.street.process import StreetProcess

from . import launch

PASSPHRASE: Final = "kuma mon walks the street at night"
SECOND_ADMIN: Final = Person(username="second", name="人吉 四郎", admin=True)
"""May open every form of Home Assistant, and holds no role."""

YES: Final = {"crime_prevention": "yes", "unspecified_people": "yes"}
"""The two questions of 2(1)."""


ASSESSMENT: Final[dict[str, Json]] = {
    "necessity": {"why": "昨年、盗難が続いた。", "milder": "照明を増やしたが、被害は続いた。"},
    "particulars": {
        "purpose": "来街者の安全を守るため。",
        "crimes": "窃盗",
        "range_kept": "店の窓が写らない向きにした。",
        "hours": "人通りが絶えないため、終日とする。",
    },
}
"""What is asked before a camera: はじめに."""
DUTIES: Final[dict[str, Json]] = {
    "sign_days": 30,
    "sign_interlock": False,
    "answer_days": 7,
    "closing_days": 30,
}
"""What is asked about signs and complaints."""


def house_in(folder: Path) -> House:
    """Return a Home Assistant that is not started yet, with short waits."""
    people = (*PEOPLE, SECOND_ADMIN)
    return House(folder, language="en", people=people, launcher=Path(launch.__file__))


@dataclass(frozen=True, slots=True)
class Camera:
    """One camera under the rules."""

    id: str
    place: str
    subentry: str
    entities: dict[str, str] = field(repr=False)
    """Entity ids by translation key."""


@dataclass(slots=True)
class Site:
    """A site that was set up; its House may be stopped and started again."""

    house: House
    vault: Path
    entry: str
    code: str
    """The recovery code."""
    cameras: dict[str, Camera] = field(default_factory=dict)
    """By place."""
    entities: dict[str, str] = field(default_factory=dict)
    """The site's own, by translation key."""

    @property
    def client(self) -> Client:
        """The owner's way in; a new one after each restart."""
        return self.house.client

    # Cameras and their states ----------------------------------------------------------------

    async def look(self) -> None:
        """Find the cameras and their entities, once they are all there."""
        cameras = await self.subentries()
        async with asyncio.timeout(30):
            while True:
                entities = [
                    one
                    for one in await self.client.command("config/entity_registry/list")
                    if one["platform"] == DOMAIN
                ]
                self.entities = _of(entities, None)
                self.cameras = {
                    one["title"]: Camera(
                        one["unique_id"],
                        one["title"],
                        one["subentry_id"],
                        _of(entities, one["subentry_id"]),
                    )
                    for one in cameras
                }
                ours = [self.entities, *(camera.entities for camera in self.cameras.values())]
                if all(ours):
                    return
                await asyncio.sleep(0.1)

    async def subentries(self) -> list[dict[str, Json]]:
        """Return the cameras as Home Assistant has them."""
        listed = await self.client.command("config_entries/subentries/list", entry_id=self.entry)
        return list(listed)

    async def join(self, source: str, place: str, **more: Json) -> Camera:
        """Put a camera under the rules by its real flow."""
        flow = await begin_subentry(self.client, self.entry, "camera")
        await flow.walk(YES, about_camera(source, place, **more), ASSESSMENT)
        assert flow.done and flow.done["type"] == "create_entry", flow.at
        await self.look()
        return self.cameras[place]

    async def state(self, camera: Camera, key: str = "recording_state") -> str:
        """Return the state of one of a camera's entities."""
        state = await self.client.state(camera.entities[key])
        return str(state["state"]) if state else "missing"

    async def wait(
        self,
        camera: Camera,
        wanted: str | Callable[[dict[str, Json]], bool] = "recording",
        *,
        key: str = "recording_state",
        seconds: float = 60,
    ) -> dict[str, Json]:
        """Wait for the state of one of a camera's entities."""
        return await self.client.wait_for_state(camera.entities[key], wanted, seconds)

    async def issues(self) -> set[str]:
        """Return the ids of our Repairs."""
        listed = (await self.client.command("repairs/list_issues"))["issues"]
        return {one["issue_id"] for one in listed if one["domain"] == DOMAIN}

    async def wait_for_issue(self, issue: str, *, there: bool = True, seconds: float = 30) -> None:
        """Wait until a Repair is there, or no longer."""
        begun = time.monotonic()
        while (issue in await self.issues()) is not there:
            assert time.monotonic() - begun < seconds, f"{issue}: {await self.issues()}"
            await asyncio.sleep(0.2)

    async def vouch_for_the_clock(self) -> None:
        """Say through the Repair that the clock is right, where the machine cannot."""
        if "clock_untrusted" in await self.issues():
            flow = await begin_repair(self.client, DOMAIN, "clock_untrusted")
            while not flow.done:
                await flow.answer()
            await self.wait_for_issue("clock_untrusted", there=False)

    async def footage(self, camera: Camera) -> list[dict[str, Json]]:
        """Ask `list_footage` for everything of a camera."""
        listed = await self.client.call_service(
            DOMAIN,
            "list_footage",
            return_response=True,
            camera=camera.entities["recording"],
            start="2020-01-01 00:00:00",
            end="2037-01-01 00:00:00",
        )
        return list(listed["footage"])

    # On the disk -----------------------------------------------------------------------------

    def chunks(self, camera: Camera | None = None) -> list[Path]:
        """Return chunk files, oldest first by the time they were begun."""
        name = camera.id if camera else "*"
        found = self.vault.glob(f"footage/{name}/*/*.kbc")
        return sorted(found, key=lambda path: path.stat().st_ctime_ns)

    async def wait_for_new_chunk(self, camera: Camera, seconds: float = 40) -> Path:
        """Wait until a chunk begins, and return it."""
        known = set(self.chunks(camera))
        await until(lambda: set(self.chunks(camera)) - known, seconds)
        return (set(self.chunks(camera)) - known).pop()

    async def wait_for_growth(self, camera: Camera, size: int = 1, seconds: float = 40) -> None:
        """Wait until `size` more bytes are stored of a camera."""
        enough = self.stored(camera) + size
        await until(lambda: self.stored(camera) >= enough, seconds)

    def stored(self, camera: Camera) -> int:
        """Return the bytes stored of a camera."""
        return sum(path.stat().st_size for path in self.chunks(camera))

    # The book and the way out ----------------------------------------------------------------

    def book(self) -> list[Entry]:
        """Return the acts of the book as it is now; it is intact or was repaired."""
        entries: list[Entry] = []
        with tempfile.TemporaryDirectory() as folder:
            copy = shutil.copy2(self.house.config_dir / BOOK_FILE, folder)
            book = Book.open(Path(copy), fold=entries.append)
            assert book.state is not BookState.DAMAGED
            book.close()
        return entries

    def gaps(self, camera: Camera) -> list[GapFact]:
        """Return a camera's gaps that are entered in the book."""
        return [
            gap
            for entry in self.book()
            if isinstance(entry.act, Routine)
            for gap in entry.act.gaps
            if gap.camera == camera.id
        ]

    async def open(self, out: Path, *more: str) -> list[Film]:
        """Open the stopped vault with the passphrase on the command line; every film is clean."""
        secret = out.with_suffix(".txt")
        secret.write_text(PASSPHRASE)
        reading = await evidence.read(self.vault, out, "--passphrase-file", str(secret), *more)
        assert reading.code == 0, reading.said
        return await asyncio.gather(*(film_of(path) for path in reading.films))


def _of(entities: list[dict[str, Json]], subentry: str | None) -> dict[str, str]:
    return {
        one["translation_key"]: one["entity_id"]
        for one in entities
        if one["config_subentry_id"] == subentry
    }


@dataclass(frozen=True, slots=True)
class Film:
    """A film that the command-line reader wrote, and ffprobe found no fault with."""

    path: Path
    start: datetime
    length: timedelta
    frames: int

    @property
    def end(self) -> datetime:
        return self.start + self.length

    def is_of(self, camera: Camera) -> bool:
        return self.path.name.startswith(camera.id[:8])


async def film_of(path: Path) -> Film:
    """Read a film: its name says when it begins."""
    start = datetime.strptime(path.stem.split("-", 1)[1], "%Y%m%dT%H%M%S.%fZ").replace(tzinfo=UTC)
    seconds, frames = await evidence.probe(path)
    return Film(path, start, timedelta(seconds=seconds), frames)


# Setting up ------------------------------------------------------------------------------------


def about_camera(source: str, place: str, **more: Json) -> dict[str, Json]:
    """Return the answers of a camera's form."""
    picture = {"mode": "stream", "still_interval": 5, "audio": False}
    return {
        "source": source,
        "place": place,
        "view": "店の前の道路",
        "hours": {"limited": False, "start": "22:00:00", "end": "06:00:00", "weekdays": ["mon"]},
        **more,
        "picture": picture | more.get("picture", {}),
    }


async def add_source(house: House, **address: str) -> str:
    """Set up a camera with Home Assistant's own `generic`; several may be at it at a time."""
    flow = await begin(house.client, "generic")
    advanced = {"framerate": 2, "verify_ssl": True, "rtsp_transport": "tcp"}
    await flow.walk({"advanced": advanced, **address}, {"confirmed_ok": True})
    assert flow.done and flow.done["type"] == "create_entry", flow.at
    entry = flow.done["result"]["entry_id"]
    async with asyncio.timeout(30):
        while True:
            for one in await house.client.command("config/entity_registry/list"):
                if one["config_entry_id"] == entry and one["entity_id"].startswith("camera."):
                    return str(one["entity_id"])
            await asyncio.sleep(0.1)


async def add_stream(house: House, urls: Urls) -> str:
    """Add a street camera by its RTSP address."""
    return await add_source(house, stream_source=urls.rtsp)


async def set_up_home(house: House, vault: Path, source: str) -> Site:
    """Set a household's site up by its real flow; its first camera records `source`."""
    flow = await begin(house.client, DOMAIN)
    await flow.choose("home")
    await flow.answer(
        camera=source,
        view="店の前の道路",
        **ASSESSMENT,
        name="熊本 花子",
        passphrase=PASSPHRASE,
        passphrase_again=PASSPHRASE,
        duties=DUTIES,
        advanced={"vault": str(vault)},
    )
    await accept_doubts(flow)
    code = str(flow.at["description_placeholders"]["code"])
    await flow.answer(last_group=code.rsplit("-", maxsplit=1)[-1])
    assert flow.done and flow.done["type"] == "create_entry", flow.at
    site = Site(house, vault, flow.done["result"]["entry_id"], code)
    await site.look()
    return site


async def accept_doubts(flow: Flow) -> None:
    """Take the folder in spite of what is weaker about it."""
    while flow.step.startswith("doubt_"):
        await flow.choose("accept_doubt")


async def refused(flow: Flow, **answers: Json) -> dict[str, str]:
    """Answer a form badly; return the errors it is met with."""
    try:
        await flow.answer(**answers)
    except FlowRefusedError as error:
        return error.errors
    return {}


# The street ------------------------------------------------------------------------------------


async def street_status(street: StreetProcess, camera: int = 0) -> dict[str, Json]:
    """Return what a street camera says of itself: `viewers` now, `connected` so far, `frame`."""
    async with ClientSession() as session, session.get(street.urls[camera].control) as response:
        status: dict[str, Json] = await response.json()
        return status


def files_with(folder: Path, *needles: str) -> Iterator[Path]:
    """Yield the files under a folder that hold one of these texts."""
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            content = path.read_bytes()
            if any(needle.encode() in content for needle in needles):
                yield path


async def until(seen: Callable[[], object], seconds: float = 30) -> None:
    """Wait for something that is seen from here."""
    begun = time.monotonic()
    while not seen():
        if time.monotonic() - begun > seconds:
            raise TimeoutError
        await asyncio.sleep(0.05)
