"""Stands in for a voice package without a wheel for Python 3.14: Home Assistant only imports the name here."""


class AudioProcessor:
    """Never made: no voice assistant is set up in this house."""
