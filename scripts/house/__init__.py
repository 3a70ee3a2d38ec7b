"""A real Home Assistant, started as a process of its own: for the demo, daily work, the bench and browser tests.

`seed` writes a configuration folder that needs no onboarding, `running` starts and stops the process, `client`
speaks REST and websocket with it, `flows` walks its forms as a person would.
"""
