"""Views of the keys: whose there are, and every change of them. Secrets come and go in bodies only, 4(4)ウ."""

from datetime import datetime
from typing import Any

from aiohttp import web
from homeassistant.core import HomeAssistant, callback
from homeassistant.util import dt as dt_util

from .const import DOMAIN
from .guideline.custody import Line
from .guideline.errors import Problem
from .guideline.people import Actor
from .procedure import key_facts, new_keys
from .procedure.custody import Custodian, Handed
from .procedure.key_facts import KeyFacts
from .views import Body, KumaView, actor_at, answering, body_of, line_of, secret_in


@callback
def async_setup_key_views(hass: HomeAssistant) -> None:
    """Register the views: they stay until Home Assistant stops."""
    hass.http.register_view(KeysView(hass))
    for view in CHANGES:
        hass.http.register_view(view(hass))


class KeysView(KumaView):
    """Says which keys there are."""

    url = f"/api/{DOMAIN}/keys"
    name = f"api:{DOMAIN}:keys"

    @answering
    async def get(self, request: web.Request) -> web.Response:
        """Answer what the person may know of them."""
        return self.json(_told(await key_facts.read(self.site.desk, actor_at(request))))


class _Change(KumaView):
    """Takes one act; answers what comes of it."""

    @answering
    async def post(self, request: web.Request) -> web.Response:
        """Take a JSON object, answer one."""
        body = await body_of(request)
        custodian = self.site.custodian
        answer = await self.act(custodian, actor_at(request), body, line_of(request, body))
        return self.json(answer)

    async def act(self, custodian: Custodian, actor: Actor, body: Body, line: Line) -> Body:
        """Do it; raises `Problem`."""
        raise NotImplementedError

    def language(self, body: Body) -> str:
        """Return the language that was asked for, or Home Assistant's."""
        return str(body.get("language") or self._hass.config.language)


class WordsView(_Change):
    """Makes six words."""

    url = f"/api/{DOMAIN}/keys/words"
    name = f"api:{DOMAIN}:keys:words"

    async def act(self, custodian: Custodian, actor: Actor, body: Body, line: Line) -> Body:
        """Take `{"language": …}`, answer `{"words": …}`."""
        return {"words": await custodian.words(actor, self.language(body), line)}


class MakeView(_Change):
    """Makes the person's own key."""

    url = f"/api/{DOMAIN}/keys/make"
    name = f"api:{DOMAIN}:keys:make"

    async def act(self, custodian: Custodian, actor: Actor, body: Body, line: Line) -> Body:
        """Take `{"passphrase": …, "again": …}`."""
        await custodian.make(actor, *_twice(body), line)
        return {}


class PassphraseView(_Change):
    """Changes the person's own passphrase."""

    url = f"/api/{DOMAIN}/keys/passphrase"
    name = f"api:{DOMAIN}:keys:passphrase"

    async def act(self, custodian: Custodian, actor: Actor, body: Body, line: Line) -> Body:
        """Take `{"old": …, "passphrase": …, "again": …}`."""
        old = secret_in(body, "old", "passphrase_missing")
        await custodian.change_passphrase(actor, old, *_twice(body), line)
        return {}


class AdmitView(_Change):
    """Admits another person's key."""

    url = f"/api/{DOMAIN}/keys/admit"
    name = f"api:{DOMAIN}:keys:admit"

    async def act(self, custodian: Custodian, actor: Actor, body: Body, line: Line) -> Body:
        """Take `{"user_id": …}`."""
        await custodian.admit(actor, _user(body))
        return {}


class RemoveView(_Change):
    """Takes a person's key away."""

    url = f"/api/{DOMAIN}/keys/remove"
    name = f"api:{DOMAIN}:keys:remove"

    async def act(self, custodian: Custodian, actor: Actor, body: Body, line: Line) -> Body:
        """Take `{"user_id": …}`."""
        await custodian.remove(actor, _user(body))
        return {}


class RecoveryView(_Change):
    """Makes a new recovery code, to be written down."""

    url = f"/api/{DOMAIN}/keys/recovery"
    name = f"api:{DOMAIN}:keys:recovery"

    async def act(self, custodian: Custodian, actor: Actor, body: Body, line: Line) -> Body:
        """Take `{"language"?: …}`, answer `{"code": …, "paper": HTML}`."""
        return _handed(await custodian.prepare_code(actor, self.language(body), line))


class ConfirmRecoveryView(_Change):
    """Puts the new recovery code in force."""

    url = f"/api/{DOMAIN}/keys/recovery/confirm"
    name = f"api:{DOMAIN}:keys:recovery:confirm"

    async def act(self, custodian: Custodian, actor: Actor, body: Body, line: Line) -> Body:
        """Take `{"last_group": …}`."""
        await custodian.confirm_code(actor, _last_group(body), line)
        return {}


class AdmitByCodeView(_Change):
    """Admits the person's own key by the recovery code."""

    url = f"/api/{DOMAIN}/keys/admit_by_code"
    name = f"api:{DOMAIN}:keys:admit_by_code"

    async def act(self, custodian: Custodian, actor: Actor, body: Body, line: Line) -> Body:
        """Take `{"code": …}`."""
        await custodian.admit_by_code(actor, secret_in(body, "code", "code_missing"), line)
        return {}


class BeginView(_Change):
    """Makes the recovery code of keys that are to begin."""

    url = f"/api/{DOMAIN}/keys/begin"
    name = f"api:{DOMAIN}:keys:begin"

    async def act(self, custodian: Custodian, actor: Actor, body: Body, line: Line) -> Body:
        """Take `{"passphrase": …, "again": …, "code"?: …, "language"?: …}`, answer `{"code": …, "paper": HTML}`."""
        code = secret_in(body, "code", "code_missing") if "code" in body else ""
        handed = await custodian.prepare_keys(
            actor, *_twice(body), self.language(body), line, code=code
        )
        return _handed(handed)


class ConfirmBeginView(_Change):
    """Begins new keys."""

    url = f"/api/{DOMAIN}/keys/begin/confirm"
    name = f"api:{DOMAIN}:keys:begin:confirm"

    async def act(self, custodian: Custodian, actor: Actor, body: Body, line: Line) -> Body:
        """Take `{"last_group": …}`."""
        await custodian.confirm_keys(actor, _last_group(body), line)
        return {}


class AnnounceView(_Change):
    """Gives notice of new keys."""

    url = f"/api/{DOMAIN}/keys/begin/announce"
    name = f"api:{DOMAIN}:keys:begin:announce"

    async def act(self, custodian: Custodian, actor: Actor, body: Body, line: Line) -> Body:
        """Take `{}`."""
        await new_keys.announce(self.site.desk, actor)
        return {}


class ObjectView(_Change):
    """Withdraws the notice of new keys."""

    url = f"/api/{DOMAIN}/keys/begin/object"
    name = f"api:{DOMAIN}:keys:begin:object"

    async def act(self, custodian: Custodian, actor: Actor, body: Body, line: Line) -> Body:
        """Take `{}`."""
        await new_keys.object_to(self.site.desk, actor)
        return {}


CHANGES: tuple[type[_Change], ...] = (
    WordsView,
    MakeView,
    PassphraseView,
    AdmitView,
    RemoveView,
    RecoveryView,
    ConfirmRecoveryView,
    AdmitByCodeView,
    BeginView,
    ConfirmBeginView,
    AnnounceView,
    ObjectView,
)


def _twice(body: Body) -> tuple[str, str]:
    return (
        secret_in(body, "passphrase", "passphrase_missing"),
        secret_in(body, "again", "passphrase_missing"),
    )


def _last_group(body: Body) -> str:
    return secret_in(body, "last_group", "group_missing")


def _user(body: Body) -> str:
    match body.get("user_id"):
        case str(user_id) if user_id:
            return user_id
    raise Problem("user_missing")


def _handed(handed: Handed) -> Body:
    return {"code": handed.code, "paper": handed.paper}


def _told(facts: KeyFacts) -> dict[str, Any]:
    return {
        "fingerprint": facts.fingerprint,
        "host_fingerprint": facts.host_fingerprint,
        "mine": facts.mine or "none",
        "holders": [
            {
                "user_id": holder.user_id,
                "name": holder.name,
                "state": holder.state,
                "has_role": holder.has_role,
                "roles": holder.roles,
                "since": _local(holder.since),
            }
            for holder in facts.holders
        ],
        "epochs": [
            {
                "number": epoch.number,
                "since": _local(epoch.since),
                "fingerprint": epoch.fingerprint,
                "holders": epoch.holders,
                "footage_until": _local(epoch.footage_until),
            }
            for epoch in facts.epochs
        ],
        "recovery": {"used": facts.code_used, "since": _local(facts.code_since)},
        "sealed": {
            "cameras": facts.sealed.cameras,
            "oldest": _local(facts.sealed.oldest),
            "newest": _local(facts.sealed.newest),
            "erased_by": _local(facts.sealed.erased_by),
        }
        if facts.sealed
        else None,
        "begin": {
            "blocked": facts.blocked
            and {"error": facts.blocked.key, "blanks": facts.blocked.placeholders},
            "announced": _local(facts.announced),
        },
    }


def _local(moment: datetime | None) -> str | None:
    return None if moment is None else dt_util.as_local(moment).isoformat()
