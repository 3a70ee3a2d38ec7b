"""Processes that change keys until they are killed, and say what is done, a line each, before they go on."""

import hashlib
from itertools import count
import os
from pathlib import Path
import sys

from custom_components.kuma_bouhan.vault.kdf import KdfCost
from custom_components.kuma_bouhan.vault.passphrase import new_recovery_code
from custom_components.kuma_bouhan.vault.sealing import NewHolder
from custom_components.kuma_bouhan.vault.vault import Vault

from .crasher import Say, main
from .pieces import NOON

TURNS = 1_000_000
CHEAP = KdfCost(memory_kib=8, iterations=1, lanes=1)


def passphrase(number: int) -> str:
    return f"the {number} words that open"


def code(number: int) -> str:
    digest = hashlib.sha256(number.to_bytes(4)).digest()
    return new_recovery_code(lambda size: digest[:size])


def live(folder: Path, number: int, say: Say) -> None:
    """Change everything there is to change, again and again; the number says from which passphrase on."""
    say("lives", os.getpid())
    vault = Vault.open(folder, clock=lambda: NOON, keys_copy=folder.with_name("keyring.json"))
    keys = vault.keys
    for turn in count(number % TURNS):
        keys.change_passphrase("manager", passphrase(turn), passphrase(turn + 1), cost=CHEAP)
        say("passphrase", turn + 1)
        with vault.unlock("manager", passphrase(turn + 1)) as opened:
            keys.new_recovery(opened, code(turn + 1), now=NOON)
            say("code", turn + 1)
            keys.make(NewHolder("operator", "words"), sees=True, now=NOON, cost=CHEAP)
            say("made")
            keys.admit("operator", opened)
            say("admitted")
        keys.remove("operator", keep_signing=False, now=NOON)
        say("removed", keys.current.number)
        keys.retire({epoch.number for epoch in keys.epochs} - {keys.current.number})


if __name__ == "__main__":
    main(Path(sys.argv[1]), live)
