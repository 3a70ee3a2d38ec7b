"""What a person answers in Repairs: each flow is one act, checked and entered like any other."""

from abc import abstractmethod

from homeassistant.components.repairs import RepairsFlow, RepairsFlowResult
from homeassistant.helpers import issue_registry as ir
from homeassistant.helpers.dispatcher import async_dispatcher_send
from homeassistant.helpers.selector import TextSelector, TextSelectorConfig, TextSelectorType
from homeassistant.util import dt as dt_util
import voluptuous as vol

from ..actor import actor_of_request, user_of_request
from ..const import CONF_SITE, DOMAIN
from ..guideline.errors import Problem
from ..guideline.people import Door, Person
from ..procedure import anchors, beginning, clock
from ..site import Site, async_running_site
from ..users import person_of

CODE = vol.Schema(
    {
        vol.Required("recovery_code"): TextSelector(
            TextSelectorConfig(type=TextSelectorType.PASSWORD)
        )
    }
)


class OneAnswer(RepairsFlow):
    """One page, one act."""

    step = "confirm"
    schema = vol.Schema({})

    async def async_step_init(self, user_input: dict[str, str] | None = None) -> RepairsFlowResult:
        """Begin."""
        return await self._async_answer(None)

    async def async_step_confirm(
        self, user_input: dict[str, str] | None = None
    ) -> RepairsFlowResult:
        """Take the answer."""
        return await self._async_answer(user_input)

    async def _async_answer(self, user_input: dict[str, str] | None) -> RepairsFlowResult:
        errors: dict[str, str] = {}
        blanks = self.blanks()
        if user_input is not None:
            try:
                await self.async_act(async_running_site(self.hass), user_input)
            except Problem as problem:
                errors["base"] = problem.key
                blanks |= problem.placeholders
            else:
                return self.async_create_entry(data={})
        return self.async_show_form(
            step_id=self.step,
            data_schema=self.schema,
            errors=errors,
            description_placeholders=blanks,
        )

    def blanks(self) -> dict[str, str]:
        """Return what fills the blanks of the page."""
        return {}

    @abstractmethod
    async def async_act(self, site: Site, answer: dict[str, str]) -> None:
        """Do what was answered; raises `Problem`."""


class ClockFlow(OneAnswer):
    """A person with a role looks at date and time and says that they are right."""

    def blanks(self) -> dict[str, str]:
        """Show the clock."""
        return {"now": dt_util.now().strftime("%Y-%m-%d %H:%M")}

    async def async_act(self, site: Site, answer: dict[str, str]) -> None:
        """Take the person's word for it."""
        await clock.confirm(site.desk, actor_of_request(Door.REPAIR))
        await site.watch.look()


class AcceptBookFlow(OneAnswer):
    """The site owner or the manager has seen what the anchors say, and has the book go on."""

    def blanks(self) -> dict[str, str]:
        """Show what the Repair shows."""
        issue = ir.async_get(self.hass).async_get_issue(DOMAIN, self.issue_id)
        return dict(issue.translation_placeholders or {}) if issue else {}

    async def async_act(self, site: Site, answer: dict[str, str]) -> None:
        """Accept the book as it is."""
        await anchors.accept(site.desk, actor_of_request(Door.REPAIR))
        async_dispatcher_send(self.hass, site.signal_state)


class BeginBookFlow(OneAnswer):
    """A damaged book is put aside and another begun, by whoever may.

    Where the damage leaves nobody in office, the recovery code is asked for.
    """

    async def async_step_init(self, user_input: dict[str, str] | None = None) -> RepairsFlowResult:
        """Begin."""
        try:
            if beginning.needs_code(async_running_site(self.hass).desk):
                self.step, self.schema = "code", CODE
        except Problem as problem:
            return self.async_abort(reason=problem.key)
        return await self._async_answer(None)

    async def async_step_code(self, user_input: dict[str, str] | None = None) -> RepairsFlowResult:
        """Take the recovery code."""
        return await self._async_answer(user_input)

    async def async_act(self, site: Site, answer: dict[str, str]) -> None:
        """Put the book aside, begin another, and start the site with it."""
        user = user_of_request()
        beginner = beginning.Beginner(
            actor=actor_of_request(Door.REPAIR),
            person=person_of(user) if user else Person("", ""),
            ha_owner=user is not None and user.is_owner,
            recovery_code=answer.get("recovery_code", ""),
        )
        await beginning.begin(site.desk, site.anchors, beginner, site=site.entry.data[CONF_SITE])
        self.hass.config_entries.async_schedule_reload(site.entry.entry_id)
