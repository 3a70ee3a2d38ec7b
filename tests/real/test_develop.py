import asyncio
from pathlib import Path
import signal
import sys

from scripts.house.seed import PROJECT, free_port


async def test_develop_brings_up_everything_says_where_and_stops_on_ctrl_c(tmp_path: Path) -> None:
    port, rtsp, web = (str(free_port()) for _ in range(3))
    ports = ("--port", port, "--rtsp-port", rtsp, "--camera-port", web)
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "scripts.house.develop", *ports, "--folder", str(tmp_path)),
        cwd=PROJECT,
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    said = ""
    async with asyncio.timeout(120):
        while "Ctrl-C stops" not in said:
            line = (await process.stdout.readline()).decode()
            assert line, f"it ended after:\n{said}"
            said += line
    for expected in (f"http://127.0.0.1:{port}", "owner / ", "camera.street", "rtsp://127.0.0.1"):
        assert expected in said
    process.send_signal(signal.SIGINT)
    async with asyncio.timeout(60):
        assert await process.wait() == 0
    assert " ERROR " not in (tmp_path / "config" / "home-assistant.log").read_text()
