"""`scripts/demo`: tells the story; exit code 0 only if every step held."""

import argparse
import asyncio
from pathlib import Path
import shutil
import signal
import sys
import tempfile

from scripts.house.running import House
from tests.street.process import StreetProcess

from .launch import __file__ as launcher
from .people import TOWN
from .story import Story
from .telling import Telling

OUT = Path(__file__).parents[2] / "demo-output"


async def main() -> int:
    """Tell the story, and leave the stage standing where asked to."""
    parser = argparse.ArgumentParser(prog="scripts/demo", description=__doc__)
    parser.add_argument(
        "--serve", action="store_true", help="leave Home Assistant running until Ctrl-C"
    )
    parser.add_argument("--language", choices=["ja", "en"], default="ja")
    options = parser.parse_args()

    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir()
    telling = Telling(OUT / "report.json")
    with tempfile.TemporaryDirectory(prefix="kuma_bouhan-") as folder:
        async with StreetProcess() as street:
            house = House(
                Path(folder) / "config",
                language=options.language,
                people=TOWN,
                launcher=Path(launcher),
            )
            try:
                with telling.step("Home Assistant starts on an empty folder") as figures:
                    figures["start"] = f"{await house.start():.1f} s"
                await Story(telling, house, street, OUT).tell()
            except Exception as error:  # noqa: BLE001  # the report and the exit code tell it
                print(f"\nThe story broke: {error or type(error).__name__}", file=sys.stderr)
                (OUT / "home-assistant.log").write_text(house.log())
            if options.serve and telling.held:
                await _serve(house)
            await house.close()
    passed = sum(step.outcome == "passed" for step in telling.steps)
    total = sum(step.seconds for step in telling.steps)
    print(f"\n{passed} of {len(telling.steps)} steps held, in {total:.0f} s. See {OUT.name}/.")
    return 0 if telling.held else 1


async def _serve(house: House) -> None:
    print(f"\n  Home Assistant  {house.url}")
    for username, account in house.accounts.items():
        print(f"  log in as       {username} / {account.person.password}")
    print("  Footage lives for seconds here. Ctrl-C stops.\n", flush=True)
    stopped = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    await stopped.wait()


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
