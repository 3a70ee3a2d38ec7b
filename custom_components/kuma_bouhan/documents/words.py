"""The words of the papers, in a language (`words/<language>.json`)."""

from collections.abc import Mapping
from functools import cache
import json
from pathlib import Path
from typing import Any

from .page import language_of


class Words:
    """Words by dotted key, with blanks to be filled. KeyError where there are none, or a blank is left."""

    def __init__(self, wanted: str) -> None:
        """Take the language that is wanted. Blocking the first time: they are read from the disk."""
        self.language = language_of(wanted)
        self._words = read(self.language)

    def __call__(self, key: str, **blanks: object) -> str:
        """Return a text."""
        return self._words[key].format_map(blanks)

    def knows(self, key: str) -> bool:
        """Say whether there are words under a key."""
        return key in self._words

    def joined(self, *texts: str) -> str:
        """Return what there is of these, one after another as the language lists things."""
        return ("、" if self.language == "ja" else ", ").join(filter(None, texts))


@cache
def read(language: str) -> Mapping[str, str]:
    """Return all words of a language by dotted key."""
    path = Path(__file__).parent / "words" / f"{language}.json"
    return dict(_flat(json.loads(path.read_text(encoding="utf-8"))))


def _flat(tree: Mapping[str, Any], above: str = "") -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for name, inner in tree.items():
        key = f"{above}{name}"
        found += [(key, inner)] if isinstance(inner, str) else _flat(inner, f"{key}.")
    return found
