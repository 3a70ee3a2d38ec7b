"""`scripts/develop`: Home Assistant with a street camera, for daily work, until Ctrl-C.

The folder `.develop` keeps everything between two starts; delete it to begin anew.
"""

import argparse
import asyncio
from pathlib import Path
import signal

from tests.street.process import StreetProcess

from .client import Client
from .flows import add_generic_camera
from .running import House
from .seed import PROJECT

_RESTART = 100  # the exit code of a Home Assistant that somebody asked to restart


async def main() -> None:
    """Run until Ctrl-C, or until Home Assistant ends."""
    parser = argparse.ArgumentParser(prog="scripts/develop", description=__doc__)
    parser.add_argument("--port", type=int, default=8123)
    parser.add_argument("--rtsp-port", type=int, default=8554)
    parser.add_argument("--camera-port", type=int, default=8555, help="the camera's HTTP port")
    parser.add_argument("--language", choices=["ja", "en"], default="ja")
    parser.add_argument("--folder", type=Path, default=PROJECT / ".develop", help="what is kept")
    options = parser.parse_args()

    stopped = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    ports = ("--rtsp-port", str(options.rtsp_port), "--http-port", str(options.camera_port))
    folder = options.folder / "config"
    async with StreetProcess(*ports) as street:
        print("starting Home Assistant ...", flush=True)
        async with House(folder, language=options.language, port=options.port) as house:
            camera = await _camera(house.client, street.urls[0].rtsp)
            print(f"\n  Home Assistant  {house.url}")
            for username, account in house.accounts.items():
                role = "owner" if account.person.admin else "not an administrator"
                print(f"  log in as       {username} / {account.person.password}   ({role})")
            print(f"  camera          {camera}   {street.urls[0].rtsp}")
            print(f'  its faults      curl -d \'{{"do": "stall"}}\' {street.urls[0].control}')
            print(f"  log             {house.log_file}")
            print(
                "\n  Settings > Devices & services > Add integration > Kuma Bouhan; Ctrl-C stops.\n",
                flush=True,
            )
            waiting = asyncio.create_task(stopped.wait())
            while not stopped.is_set():
                ending = asyncio.create_task(house.wait())
                await asyncio.wait({waiting, ending}, return_when=asyncio.FIRST_COMPLETED)
                if ending.done() and ending.result() == _RESTART:
                    print("restarting ...", flush=True)
                    await house.start()
                elif ending.done():
                    print(f"Home Assistant ended with code {ending.result()}", flush=True)
                    break
                else:
                    ending.cancel()
                    print("stopping ...", flush=True)
            waiting.cancel()


async def _camera(client: Client, url: str) -> str:
    """Find the street camera, set up through `generic`'s own flow the first time."""
    if await client.entries("generic"):
        return "camera.street"
    return await add_generic_camera(
        client, stream=url, name="KUMA STREET", entity_id="camera.street"
    )


if __name__ == "__main__":
    asyncio.run(main())
