"""Views of giving footage to others: asked for, decided, handed over, and what became of copies: 4(4)ア, 運用基準例 5(2)."""

from homeassistant.core import HomeAssistant, callback

from .bodies import maybe, number_in, scope_in, text_in, unreadable, word_in, yes_in
from .guideline.application import Application
from .guideline.disclosure import Answer, Asks, Danger, Duty, Fate, Medium
from .guideline.grounds import Ground
from .guideline.people import Actor
from .procedure import disclosure, provision
from .procedure.provision import Handover, Seizure
from .request_views import RequestView, async_register
from .site import Site
from .views import Body
from .when import day_in, moment_in


@callback
def async_setup_disclosure_views(hass: HomeAssistant) -> None:
    """Register the views."""
    async_register(
        hass,
        (
            DisclosureView,
            AnswerView,
            PermitDisclosureView,
            DenyDisclosureView,
            WithdrawDisclosureView,
            ProvideView,
            ConfirmView,
            SeizureView,
        ),
    )


class DisclosureView(RequestView):
    """Asks for footage, for somebody outside or for who is seen in it."""

    way = "disclosure"

    async def act(self, site: Site, actor: Actor, body: Body) -> Body:
        """Take what form 2 and the ground ask for, answer `{"number": …}`."""
        return {"number": await disclosure.request(site.desk, actor, _application(site, body))}


class AnswerView(RequestView):
    """Says how the site sees an access request."""

    way = "disclosure/answer"

    async def act(self, site: Site, actor: Actor, body: Body) -> Body:
        """Take `{"number": …, "business": …, "retained": …, "obliged": …}`."""
        await disclosure.answer(
            site.desk,
            actor,
            number_in(body, "number"),
            business=word_in(body, "business", Answer),
            retained=word_in(body, "retained", Answer),
            obliged=yes_in(body, "obliged"),
        )
        return {}


class PermitDisclosureView(RequestView):
    """Permits a disclosure."""

    way = "disclosure/permit"
    decides = True

    async def act(self, site: Site, actor: Actor, body: Body) -> Body:
        """Take `{"number": …, "passphrase"?: …}`."""
        await disclosure.permit(site.desk, actor, number_in(body, "number"))
        return {}


class DenyDisclosureView(RequestView):
    """Denies a disclosure."""

    way = "disclosure/deny"
    decides = True

    async def act(self, site: Site, actor: Actor, body: Body) -> Body:
        """Take `{"number": …, "no_ground"?: …, "reason"?: …, "passphrase"?: …}`."""
        await disclosure.deny(
            site.desk,
            actor,
            number_in(body, "number"),
            reason=text_in(body, "reason", ""),
            no_ground=yes_in(body, "no_ground"),
        )
        return {}


class WithdrawDisclosureView(RequestView):
    """Withdraws a request before anything is provided."""

    way = "disclosure/withdraw"
    # Of somebody else's request it is for who decides.
    decides = True

    async def act(self, site: Site, actor: Actor, body: Body) -> Body:
        """Take `{"number": …, "passphrase"?: …}`."""
        await disclosure.withdraw(site.desk, actor, number_in(body, "number"))
        return {}


class ProvideView(RequestView):
    """Enters a hand-over."""

    way = "disclosure/provide"
    decides = True

    async def act(self, site: Site, actor: Actor, body: Body) -> Body:
        """Take number, minute, medium, copies, receipt, and what becomes of it until when."""
        due = maybe(body, "due", text_in)
        handover = Handover(
            at=moment_in(text_in(body, "at")),
            medium=word_in(body, "medium", Medium),
            medium_text=text_in(body, "medium_text", ""),
            copies=number_in(body, "copies"),
            receipt=yes_in(body, "receipt"),
            received_by=text_in(body, "received_by", ""),
            duty=word_in(body, "duty", Duty),
            due=None if due is None else day_in(due),
        )
        await provision.provide(site.desk, actor, number_in(body, "number"), handover)
        return {}


class ConfirmView(RequestView):
    """Enters what became of a copy."""

    way = "disclosure/confirm"

    async def act(self, site: Site, actor: Actor, body: Body) -> Body:
        """Take `{"number": …, "copy": … or null, "fate": …, "at"?: …}`."""
        at = maybe(body, "at", text_in)
        await provision.confirm(
            site.desk,
            actor,
            number_in(body, "number"),
            maybe(body, "copy", number_in),
            word_in(body, "fate", Fate),
            None if at is None else moment_in(at),
        )
        return {}


class SeizureView(RequestView):
    """Enters what was seized by warrant."""

    way = "seizure"

    async def act(self, site: Site, actor: Actor, body: Body) -> Body:
        """Take when, what, by whom and on which document, answer `{"number": …}`."""
        seizure = Seizure(
            at=moment_in(text_in(body, "at")),
            scope=scope_in(body),
            **_texts(body, *_RECIPIENT, "document", "document_number", "content", "remarks"),
        )
        return {"number": await provision.record_seizure(site.desk, actor, seizure)}


_RECIPIENT = ("affiliation", "title", "name", "contact")


def _application(site: Site, body: Body) -> Application:
    asks = word_in(body, "asks", Asks)
    if asks is Asks.SEIZURE:  # is recorded, never asked for
        raise unreadable("asks")
    return Application(
        scope=scope_in(body),
        asks=asks,
        ground=None if body.get("ground") is None else word_in(body, "ground", Ground),
        danger=None if body.get("danger") is None else word_in(body, "danger", Danger),
        written=yes_in(body, "written"),
        masked=yes_in(body, "masked"),
        draft=maybe(body, "draft", number_in),
        protection=maybe(body, "protection", number_in),
        **_texts(
            body,
            *_RECIPIENT,
            *("purpose", "content", "remarks", "document", "document_number"),
            *("identity_check", "exception", "urgency", "no_other_way"),
        ),
    )


def _texts(body: Body, *names: str) -> dict[str, str]:
    """Return texts by name; empty where there is none."""
    return {name: text_in(body, name, "") for name in names}
