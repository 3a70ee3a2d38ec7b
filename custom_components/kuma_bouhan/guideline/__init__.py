"""The guideline as code: facts and pure functions. No Home Assistant, no I/O, no clock."""
