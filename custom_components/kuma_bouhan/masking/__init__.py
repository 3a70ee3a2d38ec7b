"""Masking: a process of its own that paints over parts of pictures. No Home Assistant.

Footage comes in by its standard input and goes out by its standard output, as records of the vault
(`vault.chunk`): nothing of it touches a disk or the command line. `order` says what it is told; the site never
imports the rest, which decodes and encodes.
"""
