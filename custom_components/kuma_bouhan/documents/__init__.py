"""Printable papers, in Japanese and English, from registers and settings."""
