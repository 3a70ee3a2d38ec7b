"""Creates users in a configuration folder with Home Assistant's own auth manager; run as a program by `seed`.

Reads {"config": FOLDER, "people": [{"name", "username", "password", "admin"}]} as JSON from stdin and prints
[{"user_id", "token"}] as JSON. The first user of a folder becomes its owner. A program of its own, because it
makes and stops a Home Assistant, which takes the event loop's executor with it.
"""

import asyncio
from datetime import timedelta
import json
import sys
from typing import Any

from homeassistant.auth import auth_manager_from_config
from homeassistant.auth.const import GROUP_ID_ADMIN, GROUP_ID_USER
from homeassistant.auth.models import TOKEN_TYPE_LONG_LIVED_ACCESS_TOKEN
from homeassistant.auth.providers.homeassistant import HassAuthProvider
from homeassistant.config_entries import ConfigEntries
from homeassistant.core import HomeAssistant
from homeassistant.helpers import device_registry as dr, entity_registry as er

TEN_YEARS = timedelta(days=3650)


async def create(config_dir: str, people: list[dict[str, Any]]) -> list[dict[str, str]]:
    """Create each person with a login and a long-lived token."""
    hass = HomeAssistant(config_dir)
    hass.config_entries = ConfigEntries(hass, {})
    await hass.config_entries.async_initialize()
    dr.async_setup(hass)
    await asyncio.gather(dr.async_load(hass), er.async_load(hass))
    hass.auth = await auth_manager_from_config(hass, [{"type": "homeassistant"}], [])
    provider = hass.auth.auth_providers[0]
    assert isinstance(provider, HassAuthProvider)
    await provider.async_initialize()

    created = []
    for person in people:
        await provider.async_add_auth(person["username"], person["password"])
        credentials = await provider.async_get_or_create_credentials(
            {"username": person["username"]}
        )
        group = GROUP_ID_ADMIN if person["admin"] else GROUP_ID_USER
        user = await hass.auth.async_create_user(person["name"], group_ids=[group])
        await hass.auth.async_link_user(user, credentials)
        token = await hass.auth.async_create_refresh_token(
            user,
            client_name="scripts/house",
            token_type=TOKEN_TYPE_LONG_LIVED_ACCESS_TOKEN,
            access_token_expiration=TEN_YEARS,
        )
        created.append({"user_id": user.id, "token": hass.auth.async_create_access_token(token)})
    await hass.async_stop(force=True)  # without force nothing is written: this one never started
    return created


if __name__ == "__main__":
    wish = json.load(sys.stdin)
    # Home Assistant's own event loop would do, too, but importing it takes seconds.
    print(json.dumps(asyncio.run(create(wish["config"], wish["people"]))))
