"""Passphrases and pictures go through the network encrypted: 4(4)ウ, 画像データが外部に漏れることのないように."""

from ...guideline.self_check import Finding, fails, holds, said
from ...guideline.surroundings import Side
from ..check_facts import Facts, counted

ID = "line"
ARTICLE = "4(4)ウ"


def check(facts: Facts) -> Finding:
    """Ask whether Home Assistant is opened over https, from inside and from outside."""
    plain = facts.surroundings.plain
    if not plain:
        return holds()
    evidence = [said(f"line.{one}") for one in sorted(plain)]
    accepted = counted("line.accepted", len(facts.registers.custody.plain_http))
    leaks = int(Side.OUTSIDE in plain)
    return fails(said("line.mend"), "/config/network", *evidence, *accepted, leaks=leaks)
