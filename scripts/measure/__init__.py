"""What `scripts/bench` measures: one module per group, each with a `measure(ask)`.

`report` holds what groups are asked and give back; `__main__` is the command line and the list
of groups. A group's figures are named `group.what`; the names are kept from release to release.
"""
