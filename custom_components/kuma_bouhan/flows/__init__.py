"""The forms a person answers: setting up, cameras, people, repairs. `config_flow` and `repairs` lead to them."""
