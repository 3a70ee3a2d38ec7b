"""The one kind of error a person may meet.

Every rule, vault and book that says no raises a `Problem`: a translation key and what
fills its blanks. Doors turn it into the person's own language (`exceptions` in the
translations); nothing else about it is ever shown.
"""


class Problem(Exception):
    """Something a person can understand and mend.

    `key` names the sentence in the translations, `placeholders` fill its blanks. No
    personal data and no secret may stand in them: Home Assistant logs them.
    """

    def __init__(self, key: str, /, **placeholders: object) -> None:
        """Name the sentence and fill its blanks."""
        super().__init__(key, placeholders)
        self.key = key
        self.placeholders = {name: str(value) for name, value in placeholders.items()}

    def __str__(self) -> str:
        """Return the key and its blanks, for logs."""
        blanks = ", ".join(f"{name}={value}" for name, value in self.placeholders.items())
        return f"{self.key} ({blanks})" if blanks else self.key


class Refused(Problem):
    """The person has no authority for the act, or the guideline forbids it."""
