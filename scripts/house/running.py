"""Runs a real Home Assistant process and gives the way in.

    async with House(folder, language="ja") as house:
        await house.client.states()

States: stopped -> (start) -> running -> (stop | kill) -> stopped. `start` returns when Home Assistant says RUNNING,
which is later than its first answer over HTTP.
"""

import asyncio
from collections.abc import Iterable
import contextlib
import os
from pathlib import Path
import re
import signal
import sys
import time
from types import TracebackType
from typing import Final, Self

from aiohttp import ClientError

from .client import CallFailedError, Client
from .seed import (
    LOOPBACK,
    OWNER,
    PEOPLE,
    PROJECT,
    Account,
    Language,
    Person,
    free_port,
    is_taken,
    listen_on,
    prepare,
)

# `custom_components` for a launcher, and two modules that Home Assistant's voice parts insist on.
_MODULES: Final = (str(PROJECT), str(Path(__file__).parent / "absent"))
_ENTRY: Final = re.compile(r"^(?=\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+ )", re.MULTILINE)
_BAD: Final = re.compile(r"^\S+ \S+ (ERROR|CRITICAL) ")


class House:
    """One configuration folder and the process that runs in it. Async context manager."""

    def __init__(
        self,
        config_dir: Path,
        *,
        language: Language = "ja",
        people: Iterable[Person] = PEOPLE,
        port: int = 0,
        launcher: Path | None = None,
        arguments: Iterable[str] = (),
    ) -> None:
        """`launcher`: a Python file to run instead of `-m homeassistant`; it gets the same arguments.

        It may change what it likes and then calls `homeassistant.__main__.main()`. `arguments` are added to
        Home Assistant's own; port 0 takes a free one and keeps it over restarts.
        """
        self.config_dir = config_dir.absolute()
        self._language, self._people = language, tuple(people)
        self.port, self._launcher, self._arguments = port, launcher, tuple(arguments)
        self.accounts: dict[str, Account] = {}
        self._clients: dict[str, Client] = {}
        self._process: asyncio.subprocess.Process | None = None
        self._earlier_log = ""

    async def __aenter__(self) -> Self:
        """Start; nothing stays behind if that fails."""
        try:
            await self.start()
        except BaseException:
            await self.close()
            raise
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop and close."""
        await self.close()

    @property
    def url(self) -> str:
        """Where the browser finds it."""
        return f"http://{LOOPBACK}:{self.port}"

    @property
    def pid(self) -> int | None:
        """The process, while it runs."""
        running = self._process is not None and self._process.returncode is None
        return self._process.pid if self._process is not None and running else None

    @property
    def client(self) -> Client:
        """The owner's way in."""
        return self.as_user(next(iter(self.accounts), OWNER.username))

    def as_user(self, username: str) -> Client:
        """Give the way in of the person with this username."""
        if username not in self._clients:
            self._clients[username] = Client(self.url, self.accounts[username].token)
        return self._clients[username]

    async def start(self, seconds: float = 120) -> float:
        """Start, and return how many seconds it took to be RUNNING."""
        began = time.monotonic()
        if not self.accounts:
            self.accounts = await asyncio.to_thread(
                prepare, self.config_dir, language=self._language, people=self._people
            )
        self.port = self.port or free_port()
        if is_taken(self.port):
            raise RuntimeError(f"port {self.port} of this machine is in use; choose another")
        listen_on(self.config_dir, self.port)
        program = [str(self._launcher)] if self._launcher else ["-m", "homeassistant"]
        options = ["--config", str(self.config_dir), "--log-file", str(self.log_file)]
        with (self.config_dir / "hass.out").open("ab") as out:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                *program,
                *("--skip-pip", "--log-no-color", *options, *self._arguments),
                cwd=self.config_dir,
                env={**os.environ, "PYTHONPATH": os.pathsep.join(_MODULES)},
                stdin=asyncio.subprocess.DEVNULL,
                stdout=out,
                stderr=out,
                start_new_session=True,  # a Ctrl-C in the terminal is ours; we stop it in order
            )
        async with asyncio.timeout(seconds):
            await self._until_running()
        return time.monotonic() - began

    async def wait(self) -> int:
        """Wait until it ends by itself; 100 means that somebody asked it to restart."""
        code = await self._process.wait() if self._process is not None else 0
        self._after_end()
        return code

    async def stop(self, seconds: float = 60) -> int | None:
        """Stop in order, as a person does; returns the exit code."""
        process = self._process
        if process is None:
            return None
        if process.returncode is None:
            process.terminate()
            try:
                async with asyncio.timeout(seconds):
                    await process.wait()
            except TimeoutError:
                process.kill()
                await process.wait()
                raise TimeoutError(f"Home Assistant did not stop within {seconds} s") from None
        self._after_end()
        return process.returncode

    def freeze(self) -> None:
        """Let it do nothing more; `kill` ends it."""
        assert self._process is not None
        self._process.send_signal(signal.SIGSTOP)

    async def kill(self) -> None:
        """End it as a power cut would: SIGKILL."""
        if self._process is not None and self._process.returncode is None:
            self._process.kill()
            await self._process.wait()
        self._after_end()

    async def restart(self) -> float:
        """Stop and start; returns the seconds of the start."""
        await self.stop()
        return await self.start()

    async def close(self) -> None:
        """Stop it if it runs, and close every way in."""
        try:
            await self.stop()
        finally:
            for client in self._clients.values():
                await client.close()
            self._clients.clear()

    @property
    def log_file(self) -> Path:
        """The log of the present run; Home Assistant begins a new one at each start."""
        return self.config_dir / "home-assistant.log"

    def log(self) -> str:
        """Read the log of all runs of this House."""
        return self._earlier_log + (self._read_log() if self.pid else "")

    def log_errors(self, about: str = "kuma_bouhan") -> list[str]:
        """Entries (with their tracebacks) at ERROR or worse that mention `about`; "" for all."""
        entries = _ENTRY.split(self.log())
        return [entry for entry in entries if _BAD.match(entry) and about in entry]

    async def _until_running(self) -> None:
        while True:
            if self._process is None or self._process.returncode is not None:
                output = (self.config_dir / "hass.out").read_text(errors="replace")
                raise RuntimeError(f"Home Assistant ended while starting:\n{output[-4000:]}")
            with contextlib.suppress(ClientError, OSError, CallFailedError, TypeError):
                if (await self.client.command("get_config"))["state"] == "RUNNING":
                    return
            await asyncio.sleep(0.1)

    def _after_end(self) -> None:
        if self._process is not None:
            self._earlier_log += self._read_log()
        self._process = None

    def _read_log(self) -> str:
        return self.log_file.read_text(errors="replace") if self.log_file.exists() else ""
