"""From a camera to the vault: real stream workers, a simulated camera on loopback."""
