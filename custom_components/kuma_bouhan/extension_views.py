"""Views of drafts, of protecting footage at once, and of extensions: 4(4)イ, 運用基準例 4(2)."""

from homeassistant.core import HomeAssistant, callback

from .bodies import maybe, number_in, scope_in, text_in, told, word_in
from .guideline.extension import Wanted
from .guideline.grounds import Ground
from .guideline.people import Actor
from .procedure import extension, protection
from .procedure.extension import Wish
from .procedure.reading_requests import bounds
from .request_views import RequestView, async_register, told_bounds
from .site import Site
from .views import Body
from .when import day_in


@callback
def async_setup_extension_views(hass: HomeAssistant) -> None:
    """Register the views."""
    async_register(
        hass,
        (
            DraftView,
            DiscardView,
            ProtectView,
            EndProtectionView,
            ExtensionView,
            ApproveView,
            DenyExtensionView,
            WithdrawExtensionView,
            EndExtensionView,
        ),
    )


class DraftView(RequestView):
    """Notes that a request is to be made."""

    way = "draft"

    async def act(self, site: Site, actor: Actor, body: Body) -> Body:
        """Take `{"wanted": …, "cameras": …, "start": …, "end": …, "ground"?: …}`, answer `{"number": …}`."""
        number = await protection.draft(
            site.desk,
            actor,
            word_in(body, "wanted", Wanted),
            scope_in(body),
            None if body.get("ground") is None else word_in(body, "ground", Ground),
        )
        return {"number": number}


class DiscardView(RequestView):
    """Throws a draft away."""

    way = "draft/discard"

    async def act(self, site: Site, actor: Actor, body: Body) -> Body:
        """Take `{"number": …}`."""
        await protection.discard(site.desk, actor, number_in(body, "number"))
        return {}


class ProtectView(RequestView):
    """Protects footage at once."""

    way = "protect"

    async def act(self, site: Site, actor: Actor, body: Body) -> Body:
        """Take cameras and span, answer number, end, what was left out, and the true bounds."""
        found = await protection.protect(site.desk, actor, scope_in(body))
        return {
            "number": found.number,
            "until": told(site, found.until),
            "left_out": found.left_out,
            "true": told_bounds(site, bounds(found.pieces)),
        }


class EndProtectionView(RequestView):
    """Ends such a protection."""

    way = "protect/end"
    # Somebody else's is for who decides about extensions.
    decides = True

    async def act(self, site: Site, actor: Actor, body: Body) -> Body:
        """Take `{"number": …, "passphrase"?: …}`."""
        await protection.end_protection(site.desk, actor, number_in(body, "number"))
        return {}


class ExtensionView(RequestView):
    """Asks for an extension."""

    way = "extension"

    async def act(self, site: Site, actor: Actor, body: Body) -> Body:
        """Take cameras, span, last day, reason and remarks, and what it renews or is made from; answer `{"number": …}`."""
        wish = Wish(
            scope=scope_in(body),
            until=day_in(text_in(body, "until")),
            reason=text_in(body, "reason"),
            remarks=text_in(body, "remarks", ""),
            renews=maybe(body, "renews", number_in),
            draft=maybe(body, "draft", number_in),
            protection=maybe(body, "protection", number_in),
        )
        return {"number": await extension.request(site.desk, actor, wish)}


class ApproveView(RequestView):
    """Approves an extension."""

    way = "extension/approve"
    decides = True

    async def act(self, site: Site, actor: Actor, body: Body) -> Body:
        """Take `{"number": …, "passphrase"?: …}`."""
        await extension.approve(site.desk, actor, number_in(body, "number"))
        return {}


class DenyExtensionView(RequestView):
    """Denies an extension."""

    way = "extension/deny"
    decides = True

    async def act(self, site: Site, actor: Actor, body: Body) -> Body:
        """Take `{"number": …, "reason"?: …, "passphrase"?: …}`."""
        number, reason = number_in(body, "number"), text_in(body, "reason", "")
        await extension.deny(site.desk, actor, number, reason)
        return {}


class WithdrawExtensionView(RequestView):
    """Withdraws a request for an extension."""

    way = "extension/withdraw"
    # Of somebody else's request it is for who decides.
    decides = True

    async def act(self, site: Site, actor: Actor, body: Body) -> Body:
        """Take `{"number": …, "passphrase"?: …}`."""
        await extension.withdraw(site.desk, actor, number_in(body, "number"))
        return {}


class EndExtensionView(RequestView):
    """Ends an extension early."""

    way = "extension/end"
    decides = True

    async def act(self, site: Site, actor: Actor, body: Body) -> Body:
        """Take `{"number": …, "reason": …, "passphrase"?: …}`."""
        number, reason = number_in(body, "number"), text_in(body, "reason")
        await extension.end(site.desk, actor, number, reason)
        return {}
