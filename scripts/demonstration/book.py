"""The chapter of the book: whole, then changed by one byte, then put back."""

import asyncio
from pathlib import Path
import shutil
import time

from . import evidence
from .launch import CHUNK, SLOT
from .stage import Stage
from .telling import hold

CHANGED = b'"kind":"refusal"'
"""Where the byte is changed: a refusal that becomes something else."""


class BookChapter(Stage):
    """What the book says, and how a change of it shows."""

    copied: list[Path]

    async def book_holds(self) -> None:
        """The book, checked frame by frame, says what was erased."""
        with self.telling.step("The book is whole, and says what was erased") as figures:
            slots = {path.parent.name.split("-")[-1] for path in self.copied}
            until = time.monotonic() + (SLOT + 3 * CHUNK).total_seconds() + 10
            while True:
                checked = evidence.check_book(self.book, self.out / "book-checked")
                if slots <= checked.erased:
                    break
                hold(time.monotonic() < until, f"not entered: {slots - checked.erased}")
                await asyncio.sleep(0.5)
            hold(checked.state == "intact", f"the book is {checked.state}")
            hold(await self.state("book_intact") == "on", "Home Assistant doubts the book")
            hold(checked.kinds.get("refusal"), "the refusals were not entered")
            # What Home Assistant logs of an automation that was refused is its own.
            errors = self.house.log_errors("custom_components.kuma_bouhan")
            hold(not errors, f"errors: {errors[:1]}")
            figures["acts"] = checked.acts
            figures["erased hours"] = len(checked.erased)
            figures["root"] = checked.root[:16] + "…"

    async def one_byte_of_the_book_is_changed(self) -> None:
        """Somebody with the disk in hand changes one letter of one act."""
        with self.telling.step(
            "One byte of the book is changed: the verifier and the start say so"
        ) as (figures):
            await self.house.stop()
            self.good = self.out / "book"
            shutil.copy2(self.book, self.good)
            self.head = evidence.check_book(self.good, self.out / "book-checked")
            code, said = await evidence.verify(self.good, self.head)
            hold(code == 0, said)
            figures["before"] = f"{self.head.acts} acts hold against the anchor"

            changed = bytearray(self.good.read_bytes())
            at = changed.index(CHANGED) + len(CHANGED) - 2
            changed[at] ^= 1
            edited = self.out / "book-changed"
            edited.write_bytes(changed)
            code, said = await evidence.verify(edited, self.head)
            hold(code == 1, f"the verifier says {code}: {said}")
            figures["verifier"] = said.splitlines()[0].removeprefix("[NO] ").split(",")[0]

            shutil.copy2(edited, self.book)
            await self.house.start()
            await self.wait("book_intact", "off")
            issues = await self.issues()
            hold("book_damaged" in issues, f"Repairs says {issues}")
            hold(self.book.read_bytes() == changed, "the damaged book was written to")
            figures["byte"] = at
            figures["Repairs"] = ", ".join(issues)

    async def the_good_book_is_put_back(self) -> None:
        """As after a restore from a backup."""
        with self.telling.step("The good book is put back, and goes on where it stood") as figures:
            await self.house.stop()
            shutil.copy2(self.good, self.book)
            await self.house.start()
            await self.wait("book_intact", "on")
            issues = [one for one in await self.issues() if one.startswith("book_")]
            hold(not issues, f"Repairs says {issues}")
            await self.house.stop()
            code, said = await evidence.verify(self.book, self.head)
            hold(code == 0, said)
            checked = evidence.check_book(self.book, self.out / "book-checked")
            hold(checked.acts > self.head.acts, "the book does not go on")
            await self.house.start()
            figures["acts"] = f"{self.head.acts}, then {checked.acts}"
