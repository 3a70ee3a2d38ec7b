"""A counter at which footage is given out: films in a vault, people who ask, and packages that are opened again."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from io import BytesIO
import json
from pathlib import Path
import subprocess
import sys
from typing import Any
import zipfile

import pytest

from custom_components.kuma_bouhan.documents.package import verify
from custom_components.kuma_bouhan.guideline.application import Application
from custom_components.kuma_bouhan.guideline.disclosure import CopyForm
from custom_components.kuma_bouhan.guideline.people import Actor
from custom_components.kuma_bouhan.guideline.recording import Gap
from custom_components.kuma_bouhan.guideline.viewing import Scope
from custom_components.kuma_bouhan.procedure.giving_out import Grant
from custom_components.kuma_bouhan.procedure.package import Packages, Status
from custom_components.kuma_bouhan.procedure.retention import due_when_opened
from custom_components.kuma_bouhan.procedure.signing import note_keys
from tests.vault.conftest import Film

from .conftest import CAMERA, NOON
from .disclosing import MINUTE, OPERATOR, POLICE, Office

BEGAN = NOON - 40 * MINUTE
WANTED = Scope((CAMERA,), BEGAN, BEGAN + 4 * MINUTE)
ASKED_FOR = replace(POLICE, scope=WANTED)


@dataclass(frozen=True)
class Checked:
    """What `verify.py` said, and its exit code."""

    code: int
    lines: list[str]

    def told(self, mark: str) -> list[str]:
        return [line for line in self.lines if line.startswith(f"[{mark}]")]


class Counter(Office):
    """An office whose packages are put together."""

    not_entered: Sequence[Gap] = ()

    async def open(self) -> None:
        """Settle in, and have everybody unlocked."""
        await self.settle_in()
        await note_keys(self.world.desk)
        await self.begin()

    async def begin(self) -> None:
        """Unlock, with no package yet."""
        await self.unlock()
        self.packages = Packages(
            self.world.desk,
            self.lock,
            lambda camera: [gap for gap in self.not_entered if gap.camera == camera],
        )

    async def restart(self) -> None:
        """Stop as by a power cut, and start."""
        with suppress(Exception):
            await self.packages.close()
        await super().restart()
        await self.begin()

    def film(
        self, *films: tuple[datetime, Film], camera: str = CAMERA, orientation: int = 1
    ) -> None:
        """Put films into the vault, each a connection of its own."""
        desk = self.world.desk
        writer = self.world.vault.writer(camera, due=lambda end: due_when_opened(desk, CAMERA, end))
        for start, film in films:
            writer.start(film.init, orientation=orientation)
            for piece in film.pieces(start):
                writer.fragment(piece)
            writer.cut()
        writer.close()

    def stills(self, count: int, camera: str, apart: timedelta) -> list[bytes]:
        """Put stills into the vault."""
        desk = self.world.desk
        writer = self.world.vault.writer(camera, due=lambda end: due_when_opened(desk, CAMERA, end))
        made = [b"\xff\xd8 still %d \xff\xd9" % number for number in range(count)]
        for number, data in enumerate(made):
            writer.still(data, BEGAN + number * apart)
        writer.close()
        return made

    async def ready(
        self, application: Application = ASKED_FOR, actor: Actor = OPERATOR
    ) -> tuple[int, Status]:
        """Ask, permit, and put together; return the number and how it came out."""
        number = await self.permitted(application)
        return number, await self.prepared(number, actor)

    async def prepared(self, number: int, actor: Actor = OPERATOR) -> Status:
        """Put together, to the end."""
        await self.packages.prepare(actor, number)
        return await self.come_to_an_end(number)

    async def come_to_an_end(self, number: int) -> Status:
        """Wait until what is under way is over."""
        work = self.packages._works.get(number)
        if work is not None and work.task is not None:
            await work.task
        return await self.packages.status(OPERATOR, number)

    async def link(
        self,
        number: int,
        form: CopyForm = CopyForm.PACKAGE,
        *,
        actor: Actor = OPERATOR,
        **which: Any,
    ) -> Grant:
        """Ask for a link."""
        return await self.packages.grant(actor, number, form, **which)

    async def fetch(
        self, grant: Grant, start: int = 0, stop: int | None = None, actor: Actor = OPERATOR
    ) -> bytes:
        """Download, or a part of it."""
        download = await self.packages.open(actor, grant.token)
        found = b""
        async for block in download.pieces(start, download.size if stop is None else stop):
            found += b"".join(block)
        return found

    async def package(self, number: int) -> bytes:
        """Download all of a package."""
        return await self.fetch(await self.link(number))


def unpacked(data: bytes, folder: Path) -> Path:
    """Unpack as everybody does; return the one folder in it."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert archive.testzip() is None
        archive.extractall(folder)
    (root,) = folder.iterdir()
    return root


def listed(root: Path) -> dict[str, Any]:
    """Return the list of files."""
    said: dict[str, Any] = json.loads((root / "manifest.json").read_bytes())
    return said


def check(root: Path, *arguments: str) -> Checked:
    """Run the check that lies in a package as somebody else would: a bare Python, nothing of ours."""
    done = subprocess.run(
        [sys.executable, "-I", root / "verify.py", *(arguments or ("--lang", "en"))],
        capture_output=True,
        check=False,
        cwd="/",
        env={"PYTHONDONTWRITEBYTECODE": "1", "PYTHONIOENCODING": "utf-8"},
    )
    assert done.stderr == b""
    return Checked(done.returncode, done.stdout.decode().splitlines())


def examined(root: Path) -> Checked:
    """Run the check as it is kept, as if it lay in that folder."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(verify, "HERE", root.resolve())
        return Checked(*verify.examine(root, [], japanese=False))
