"""The command-line reader: `python3 custom_components/kuma_bouhan/vault FOLDER`.

Runs where Home Assistant is not installed: it needs Python and the `cryptography` package. The
package around this folder is not executed, only found, because it imports Home Assistant.
"""

from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
import sys
from types import ModuleType


def main() -> int:
    """Find the package this folder belongs to, and hand over to the reader."""
    here = Path(__file__).resolve().parent
    if sys.path and Path(sys.path[0]).resolve() == here:
        # This folder's modules are a package's; none of them stands for itself.
        del sys.path[0]
    package = ModuleType("kuma_bouhan")
    package.__path__ = [str(here.parent)]
    sys.modules["kuma_bouhan"] = package
    try:
        reader = import_module("kuma_bouhan.vault.reader")
    except ModuleNotFoundError as error:
        print(f"This needs the Python package {error.name}.", file=sys.stderr)
        return 2
    return int(reader.run(sys.argv[1:], now=datetime.now(UTC)))


if __name__ == "__main__":
    sys.exit(main())
