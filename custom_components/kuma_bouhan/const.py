"""Names that Home Assistant knows this integration by."""

from typing import Final

DOMAIN: Final = "kuma_bouhan"
SUBENTRY_CAMERA: Final = "camera"
SUBENTRY_CONTRACTOR: Final = "contractor"

CONF_SITE: Final = "site"
CONF_VAULT: Final = "vault"
CONF_SETTINGS: Final = "settings"
CONF_ADDRESS: Final = "address"
"""In a camera's subentry, beside its settings: where it streams, with user and password. It is in nothing else."""

CONF_ENDED: Final = "ended_contracts"
"""In the entry: contracts (ids) whose page was taken away while the book could not be told that they are over."""

BOOK_FILE: Final = "kuma_bouhan/book"
"""Under the configuration folder: the book must be in backups."""

PANEL: Final = "kuma-bouhan"
"""Where the panel is, below Home Assistant's own address."""
PANEL_LINK: Final = f"/{PANEL}"
REQUESTS_LINK: Final = f"{PANEL_LINK}/requests"
CHECK_LINK: Final = f"{PANEL_LINK}/check"
"""Where the self-check is."""
