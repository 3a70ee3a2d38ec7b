"""Encrypted footage: keys, slots, chunks, index, erasure, reading. No Home Assistant.

Recording needs no secret; seeing does; erasing destroys keys. Synchronous and thread-safe:
callers run it on threads of their own. `docs/formats.md` describes every byte.
"""
