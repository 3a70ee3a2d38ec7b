"""Flows, walked over HTTP by people who are signed in."""
