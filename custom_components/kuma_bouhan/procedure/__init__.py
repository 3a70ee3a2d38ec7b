"""One module per act: check the rule, append, take effect, confirm."""
