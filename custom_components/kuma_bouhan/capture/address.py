"""A camera that is an address of its own: no entity of Home Assistant's shows it, so nobody watches around the procedure.

The address is kept apart from its user and password, and the two are put together in memory alone, for Home Assistant's
stream, which leaves them out of what it logs. In the book such a camera's source is a digest of the address without them.

There are no stills of an address: only a camera's integration in Home Assistant knows how to ask for one.
"""

import asyncio
from collections.abc import Callable
import contextlib
from dataclasses import asdict, dataclass, field
from hashlib import sha256
import re
from typing import Any, Self

from homeassistant.components.camera import DynamicStreamSettings
from homeassistant.components.stream import (
    DOMAIN as STREAM,
    Stream,
    StreamClientError,
    StreamOpenClientError,
    async_check_stream_client_error,
    create_stream,
)
from homeassistant.components.stream.const import ATTR_STREAMS
from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util
from yarl import URL

from ..guideline.errors import Problem
from ..guideline.recording import RecordingState
from .source import Found, answers
from .tap import NAME, Tap

SCHEMES = frozenset({"rtsp", "rtsps", "http", "https"})
LONGEST = 2000
"""Letters of an address."""
MISSING = "address_missing"
"""Why there is no camera: its address was not kept, as after the site was taken up again from its book."""
PATIENCE = 20.0
"""Seconds for a first picture when an address is tried."""

_LEAVING = 5.0
"""Seconds for a machine to answer, and for a stream to end."""
_PREFIX = "url:"
_SECRET = re.compile(
    "(auth|credential|login|pass|psw|pwd|secret|token|user|usr)[a-z0-9.-]*=|(^|[^a-z])(api_?|access_?)?key=",
    re.IGNORECASE,
)
"""What says who asks, in a query or, as some cameras have it (`/user=admin&password=…`), in a path: it would stand wherever the
address stands."""
_REFUSED = {StreamClientError.Unauthorized, StreamClientError.Forbidden}


@dataclass(frozen=True, slots=True)
class Address:
    """Where a camera streams, and as whom to ask; as config entries keep it, and nothing else does."""

    url: str
    """Without user and password."""
    user: str = field(default="", repr=False)
    password: str = field(default="", repr=False)

    @property
    def source(self) -> str:
        """Return the id that stands for it: the same for whatever user and password."""
        return _PREFIX + sha256(self.url.encode()).hexdigest()[:12]

    @property
    def host(self) -> str:
        """Return the machine it leads to."""
        return URL(self.url).host or ""

    @property
    def whole(self) -> str:
        """Return it with user and password: never to be kept or shown."""
        url = URL(self.url)
        if self.user:
            url = url.with_user(self.user).with_password(self.password or None)
        return str(url)

    def as_dict(self) -> dict[str, str]:
        """Return plain values, for the config entry alone."""
        return asdict(self)

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Self:
        """Read what `as_dict` wrote."""
        return cls(**{name: str(data.get(name, "")) for name in ("url", "user", "password")})


def is_address(source: str) -> bool:
    """Say whether a camera's source is an address of its own."""
    return source.startswith(_PREFIX)


def read(url: str, user: str = "", password: str = "") -> Address:
    """Return the address that a person typed; a user and a password in it are set apart.

    Problem: address_unreadable, address_scheme, address_with_secret, text_too_long.
    """
    if max(map(len, (url, user, password))) > LONGEST:
        raise Problem("text_too_long")
    try:
        found = URL(url.strip())
        if found.scheme and found.scheme not in SCHEMES:
            raise Problem("address_scheme")
        user, password = user.strip() or found.user or "", password or found.password or ""
        bare = found.with_user(None)
        known = bool(bare.host) and bare.port != 0
    except ValueError:
        raise Problem("address_unreadable") from None
    # What a password with a "/", "?" or "#" in it leaves behind, where it was not written as such letters are in an address.
    if not known or found.fragment or "@" in str(bare):
        raise Problem("address_unreadable")
    if _SECRET.search(f"{bare.path}?{bare.query_string}"):
        raise Problem("address_with_secret")
    return Address(str(bare), user, password if user else "")


class AddressedCamera:
    """Gives the stream of an address, as a camera entity gives its own."""

    def __init__(self, hass: HomeAssistant, address: Address, wake: Callable[[], None]) -> None:
        """Open nothing yet; `wake` is called when the stream comes or goes."""
        self.entity_id = address.source
        self.stream: Stream | None = None
        self._hass = hass
        self._address = address
        self._wake = wake

    async def async_create_stream(self) -> Stream:
        """Return the one stream there is, with Home Assistant's own settings of streams."""
        if self.stream is None:
            self.stream = create_stream(
                self._hass,
                self._address.whole,
                options={},
                dynamic_stream_settings=DynamicStreamSettings(),
                stream_label=self._address.source,
            )
            self.stream.set_update_callback(self._wake)
        return self.stream

    def forget(self) -> None:
        """Let Home Assistant hold nothing of it any more; whoever has tapped it takes the tap off."""
        stream, self.stream = self.stream, None
        if stream is not None:
            with contextlib.suppress(KeyError, ValueError):
                self._hass.data[STREAM][ATTR_STREAMS].remove(stream)


class AddressSource:
    """The source of a camera that is an address."""

    def __init__(
        self, hass: HomeAssistant, address: Address | None, wake: Callable[[], None]
    ) -> None:
        """Take the address, where it was kept."""
        self._camera = AddressedCamera(hass, address, wake) if address else None

    def find(self) -> Found:
        """Return what gives the stream."""
        if self._camera is None:
            return Found(None, None, RecordingState.CAMERA_GONE, MISSING)
        return Found(None, self._camera, RecordingState.NO_PICTURE)

    def close(self) -> None:
        """Forget the address."""
        if self._camera:
            self._camera.forget()


async def try_out(hass: HomeAssistant, address: Address, patience: float = PATIENCE) -> None:
    """See that a picture comes from an address, in the way in which footage would.

    Problem: address_no_answer, address_refused, address_not_found, address_no_picture.
    """
    if not await answers(address.url, min(patience, _LEAVING)):
        raise Problem("address_no_answer")
    happened = asyncio.Event()
    pieces: list[object] = []

    def receive(piece: object) -> None:
        pieces.append(piece)
        happened.set()

    camera = AddressedCamera(hass, address, happened.set)
    stream = await camera.async_create_stream()
    tap = stream.add_provider(NAME)
    assert isinstance(tap, Tap)
    tap.open(receive, happened.set, dt_util.utcnow)
    fails = False
    try:
        await stream.start()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(patience):
                while not pieces and not fails:
                    await happened.wait()
                    happened.clear()
                    fails = not stream.available
    finally:
        tap.close()
        camera.forget()
        # A worker that waits for the camera ends by itself, a little later.
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(_LEAVING):
                await stream.stop()
    if not pieces:
        raise Problem(await _why(hass, address, patience) if fails else "address_no_picture")


async def _why(hass: HomeAssistant, address: Address, patience: float) -> str:
    """Return why a stream failed, as far as the camera says so."""
    try:
        async with asyncio.timeout(patience):
            await async_check_stream_client_error(hass, address.whole)
    except StreamOpenClientError as error:
        if error.error_code in _REFUSED:
            return "address_refused"
        if error.error_code is StreamClientError.NotFound:
            return "address_not_found"
    except TimeoutError:
        pass
    return "address_no_picture"
