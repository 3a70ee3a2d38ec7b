"""From an existing camera to the vault: taps, follows, keeps time, and says what is missing."""
