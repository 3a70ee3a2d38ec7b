"""docs/authority.md says what the table says: `python -m tests.house.test_authority` writes it anew."""

from pathlib import Path

from custom_components.kuma_bouhan.guideline.people import RULES, Role, Rule

PAGE = Path(__file__).parents[2] / "docs" / "authority.md"

ROLES = {
    Role.SITE_OWNER: "site owner 設置者",
    Role.MANAGER: "manager 運用責任者",
    Role.DEPUTY: "deputy 代行者",
    Role.OPERATOR: "operator 運用従事者",
    Role.STAFF: "staff その他の従業員",
    Role.COMPLAINT_OFFICER: "complaint officer 苦情対応担当者",
}

HEAD = """\
# Who may do what

Made from the one table in `guideline/people.py`, which every door asks; a test holds the two together.

Offices are held by appointment (guideline 4(2), 運用基準例 3). Being an administrator of Home Assistant gives nothing. A caller without a
user, and an automation or any stored steps (a script, those of a template entity or of a spoken command) whoever set them off, may do only
what is marked so. A deputy's office counts only in the period they are named for. Every refusal names the role that is needed, and is entered
in the book: in an hour at most fifteen of one caller, sixty of all who hold an office and sixty of all others, the rest as a count.

"""

FOOT = """
*decides*: by action or panel only while that person has the vault unlocked themselves; through the flow without.
*second person*: where the site has settled so, whoever asked cannot decide. By default one person may do both, and the papers say so.
*approver*: only whom the operating standard names of these (運用基準例 4(2)): the manager, for whom a deputy acts, or the site owner.
*owner of Home Assistant*: instead of a role, so that a site is never bricked: with the recovery code, or after seven days' notice to every
role, any of whom can object. It is entered and shown to all. Who uses it has an office afterwards like anybody else, by the book.
"""


def page() -> str:
    """Return the page that the table makes."""
    lines = [
        f"| act | {' | '.join(ROLES.values())} | beside |",
        f"|---|{':-:|' * len(ROLES)}---|",
    ]
    for act, rule in RULES.items():
        marks = ["●" if role in rule.roles or rule.anybody else "" for role in ROLES]
        lines.append(f"| {act.replace('_', ' ')} | {' | '.join(marks)} | {beside(rule)} |")
    return HEAD + "\n".join(lines) + "\n" + FOOT


def beside(rule: Rule) -> str:
    """Return what counts beside the role."""
    words = {
        "anybody": rule.anybody,
        "automations": rule.automatable,
        "decides": rule.decides,
        "second person": rule.four_eyes,
        "approver": rule.approver,
        "owner of Home Assistant": rule.ha_owner,
    }
    return ", ".join(word for word, said in words.items() if said)


def test_the_page_says_what_the_table_says() -> None:
    assert PAGE.read_text() == page(), "python -m tests.house.test_authority"


if __name__ == "__main__":
    PAGE.write_text(page())
