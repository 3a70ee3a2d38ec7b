"""A keyring's file as somebody else would change it, with the right checksum."""

from collections.abc import Iterator
from contextlib import contextmanager
import json
from pathlib import Path
from typing import Any

from custom_components.kuma_bouhan.vault.keyring import FILE, checksum


@contextmanager
def tampered(folder: Path) -> Iterator[dict[str, Any]]:
    """Give the content of a vault's keyring to be changed; write it as one that is whole."""
    path = folder / FILE
    content = json.loads(path.read_bytes())
    del content["checksum"]
    yield content
    content["checksum"] = checksum(content)
    path.write_text(json.dumps(content))
