"""What can go wrong with a vault, in words a person can act on.

Keys: vault_missing, vault_in_use, vault_not_writable, vault_not_empty, vault_damaged (what),
vault_version (version), vault_failing (error), vault_closed, disk_full, wrong_passphrase, wrong_recovery_code,
key_missing (who has no key), key_exists, last_holder, vault_locked (keys that were let go meanwhile),
vault_key_changed, footage_gone, footage_damaged, footage_sealed.
"""

from collections.abc import Iterator
from contextlib import contextmanager
import errno

from ..guideline.errors import Problem


class VaultProblem(Problem):
    """The vault says no, or cannot."""


_KEYS = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.ENOENT: "vault_missing",
    errno.ENOTDIR: "vault_missing",
    errno.ENODEV: "vault_missing",
    errno.ENXIO: "vault_missing",
    errno.ESTALE: "vault_missing",
    errno.EROFS: "vault_not_writable",
    errno.EACCES: "vault_not_writable",
    errno.EPERM: "vault_not_writable",
}


def problem_of(error: OSError) -> VaultProblem:
    """Return what an error of the file system means; it names no path."""
    number = error.errno or 0
    if key := _KEYS.get(number):
        return VaultProblem(key)
    return VaultProblem("vault_failing", error=errno.errorcode.get(number, type(error).__name__))


@contextmanager
def in_words() -> Iterator[None]:
    """Turn an error of the file system into a `VaultProblem`."""
    try:
        yield
    except OSError as error:
        raise problem_of(error) from error
