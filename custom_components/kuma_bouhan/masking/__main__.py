"""Where the worker's process begins: `python3 custom_components/kuma_bouhan/masking`, fed by its standard input.

The package around this folder is not executed, only found, because it imports Home Assistant.
"""

from importlib import import_module
import os
from pathlib import Path
import sys
from types import ModuleType

LOWEST = 19
UNAVAILABLE = 3


def main() -> int:
    """Step behind everything else that runs here, find the package this folder belongs to, and work."""
    os.nice(LOWEST)
    here = Path(__file__).resolve().parent
    if sys.path and Path(sys.path[0]).resolve() == here:
        # This folder's modules are a package's; none of them stands for itself.
        del sys.path[0]
    package = ModuleType("kuma_bouhan")
    package.__path__ = [str(here.parent)]
    sys.modules["kuma_bouhan"] = package
    try:
        worker = import_module("kuma_bouhan.masking.worker")
    except ModuleNotFoundError:
        return UNAVAILABLE
    return int(worker.serve(sys.stdin.buffer, sys.stdout.buffer))


if __name__ == "__main__":
    sys.exit(main())
