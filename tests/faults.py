"""A disk that refuses: the n-th call that it can refuse, or all of them from there on."""

from collections.abc import Callable
import errno
import os
from pathlib import Path

from .oscalls import Call


class Fault:
    """Counts the calls that an error can come from, and refuses at one of them."""

    def __init__(self, error: int, after: int | None, *, lasting: bool) -> None:
        """Refuse after so many others, once or until `heal`; None only counts."""
        self.error = error
        self.counted = 0
        self.struck = False
        self._after = after
        self._lasting = lasting
        self._deaf = False

    def hear(self, call: Call) -> None:
        if self._deaf or not self.can_refuse(call):
            return
        self.counted += 1
        if self._after is not None and self.counted > self._after:
            if self._lasting or not self.struck:
                self.strike(call)

    def can_refuse(self, call: Call) -> bool:
        """Say whether such a call can end in this error."""
        if self.error == errno.ENOSPC:
            return call.needs_space
        return call.changes or self.error != errno.EROFS

    def strike(self, call: Call) -> None:
        self.struck = True
        raise OSError(self.error, os.strerror(self.error))

    def heal(self) -> None:
        """Refuse nothing any more."""
        self._deaf = True

    def unheard[**P, T](self, work: Callable[P, T]) -> Callable[P, T]:
        """Return what does the work while nothing is refused: a test's own looking about."""

        def call(*args: P.args, **kwargs: P.kwargs) -> T:
            before, self._deaf = self._deaf, True
            try:
                return work(*args, **kwargs)
            finally:
                self._deaf = before

        return call


class Pulled(Fault):
    """The folder goes away, as when a disk is pulled or a network is down; `heal` brings it back."""

    def __init__(self, folder: Path, after: int | None) -> None:
        super().__init__(errno.EIO, after, lasting=True)
        self._folder = folder
        self._elsewhere = folder.with_name(folder.name + ".pulled")

    def strike(self, call: Call) -> None:
        if not self.struck:
            self._folder.rename(self._elsewhere)
            self.struck = True
        # What goes by a name does not find it; what is open breaks.
        if call.name in ("write", "cut", "read", "sync"):
            raise OSError(self.error, os.strerror(self.error))

    def heal(self) -> None:
        super().heal()
        if self._elsewhere.exists():
            self._elsewhere.rename(self._folder)
