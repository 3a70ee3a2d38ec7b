"""A configuration folder that starts without onboarding, without the network and without errors in its log.

`prepare` may be called again on the same folder: users, tokens and everything set up in it stay.
"""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
import json
from pathlib import Path
import socket
import subprocess
import sys
from typing import Any, Final, Literal

LOOPBACK: Final = "127.0.0.1"
PROJECT: Final = Path(__file__).parents[2]
_ACCOUNTS: Final = "house.json"

# What `default_config` brings, less what looks for devices, sounds or servers outside this machine.
CONFIGURATION: Final = """\
homeassistant:
  name: KUMA STREET
  language: {language}
  country: JP
  currency: JPY
  time_zone: Asia/Tokyo
  unit_system: metric
  latitude: 32.8031
  longitude: 130.7079
  elevation: 13
automation: !include automations.yaml
config:
frontend:
history:
logbook:
media_source:
recorder:
stream:
sun:
system_health:
logger:
  default: warning
  logs:
    custom_components.kuma_bouhan: info
"""

type Language = Literal["ja", "en"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who can log in. The first of a folder owns it, and is an administrator."""

    username: str
    name: str
    password: str = "kuma-street"
    admin: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A person known to this Home Assistant, and a token that lasts ten years."""

    person: Person
    user_id: str
    token: str


OWNER: Final = Person(username="owner", name="熊本 花子", admin=True)
PEOPLE: Final = (
    OWNER,
    Person(username="manager", name="阿蘇 太郎"),
    Person(username="operator", name="天草 次郎"),
    Person(username="neighbour", name="水前寺 三郎"),
)


def prepare(
    config_dir: Path, *, language: Language = "ja", people: Iterable[Person] = PEOPLE
) -> dict[str, Account]:
    """Make the folder ready to start; returns its accounts by username."""
    storage = config_dir / ".storage"
    storage.mkdir(parents=True, exist_ok=True)
    (config_dir / "configuration.yaml").write_text(CONFIGURATION.format(language=language))
    automations = config_dir / "automations.yaml"
    if not automations.exists():
        automations.write_text("[]\n")
    link = config_dir / "custom_components"
    if not link.exists():
        link.symlink_to(PROJECT / "custom_components")
    known = config_dir / _ACCOUNTS
    if known.exists():
        return {
            one["person"]["username"]: Account(**{**one, "person": Person(**one["person"])})
            for one in json.loads(known.read_text())
        }
    accounts = _create(config_dir, list(people))
    done = ["user", "core_config", "analytics", "integration"]
    _store(storage, "onboarding", {"done": done}, 4)
    for account in accounts:
        # As the frontend saves a person's choice of language.
        _store(
            storage, f"frontend.user_data_{account.user_id}", {"language": {"language": language}}
        )
    known.write_text(json.dumps([asdict(account) for account in accounts]))
    known.chmod(0o600)
    return {account.person.username: account for account in accounts}


def free_port() -> int:
    """Return a port of loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        port: int = probe.getsockname()[1]
        return port


def is_taken(port: int) -> bool:
    """Whether somebody listens on this port of loopback (or of everywhere)."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, port))
        except OSError:
            return True
        return False


def listen_on(config_dir: Path, port: int) -> None:
    """Let it listen on this port of loopback. Never `http:` in YAML: HA gives that five minutes, then exits."""
    stable = {
        "server_host": [LOOPBACK],
        "server_port": port,
        "cors_allowed_origins": [],
        "login_attempts_threshold": -1,
        "ip_ban_enabled": False,
        "ssl_profile": "modern",
        "use_x_frame_options": True,
        "created_at": datetime.now(UTC).isoformat(),
        "error": None,
        "error_message": None,
    }
    data = {"stable": stable, "pending": None, "yaml_migration_done": True}
    _store(config_dir / ".storage", "http", data, 2, 2)


def _create(config_dir: Path, people: list[Person]) -> list[Account]:
    done = subprocess.run(
        [sys.executable, "-m", "scripts.house.people"],
        input=json.dumps({"config": str(config_dir), "people": [asdict(one) for one in people]}),
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"the users could not be created:\n{done.stderr}")
    created = json.loads(done.stdout)
    return [Account(person=one, **made) for one, made in zip(people, created, strict=True)]


def _store(storage: Path, key: str, data: dict[str, Any], version: int = 1, minor: int = 1) -> None:
    content = {"version": version, "minor_version": minor, "key": key, "data": data}
    path = storage / key
    path.write_text(json.dumps(content))
    path.chmod(0o600)
