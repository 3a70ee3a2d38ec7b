"""The panel in a real browser, before a real Home Assistant with a really recorded stream."""
