"""`python -m tests.street`: street cameras in a process of their own until it is told to stop."""

import argparse
import asyncio
from contextlib import AsyncExitStack
from dataclasses import asdict, replace
from datetime import datetime
import json
import signal

from .camera import StreetCamera
from .encode import BENCH, Format, VideoCodec


async def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.street", description=__doc__)
    parser.add_argument(
        "--rtsp-port", type=int, default=0, help="of the first camera; 0: any free one"
    )
    parser.add_argument("--http-port", type=int, default=0)
    parser.add_argument(
        "--cameras", type=int, default=1, help="further cameras take the ports that follow"
    )
    parser.add_argument("--size", default="", help="as in 640x360")
    parser.add_argument("--fps", type=int)
    parser.add_argument("--bitrate", type=int, help="bits per second")
    parser.add_argument("--codec", type=VideoCodec, choices=list(VideoCodec))
    parser.add_argument("--no-audio", action="store_true")
    parser.add_argument(
        "--bench", action="store_true", help="1080p25 at 3.2 Mbit/s from a loop encoded once"
    )
    parser.add_argument(
        "--loop", action="store_true", help="encode eight seconds once and repeat them"
    )
    parser.add_argument("--rate", type=float, default=1.0, help="times real time")
    parser.add_argument(
        "--print-json", action="store_true", help="print the addresses as one line of JSON"
    )
    options = parser.parse_args()

    fmt = BENCH if options.bench else Format()
    if options.size:
        width, height = options.size.split("x")
        fmt = replace(fmt, width=int(width), height=int(height))
    given = {
        name: value
        for name in ("fps", "bitrate", "codec")
        if (value := getattr(options, name)) is not None
    }
    fmt = replace(fmt, **given, audio=not options.no_audio)

    stopped = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    started = datetime.now().astimezone()
    async with AsyncExitStack() as stack:
        cameras = [
            await stack.enter_async_context(
                StreetCamera(
                    fmt,
                    name="KUMA STREET",
                    rate=options.rate,
                    loop=options.loop or options.bench,
                    started=started,
                    rtsp_port=options.rtsp_port and options.rtsp_port + index,
                    http_port=options.http_port and options.http_port + index,
                )
            )
            for index in range(options.cameras)
        ]
        urls = [asdict(camera.urls) for camera in cameras]
        lines = [f"{name:8} {url}" for one in urls for name, url in one.items()]
        print(json.dumps(urls) if options.print_json else "\n".join(lines), flush=True)  # noqa: T201
        await stopped.wait()


asyncio.run(main())
