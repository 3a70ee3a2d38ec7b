"""What a language model may be told of the site, on behalf of somebody with an office: how cameras are, what is due, what waits.

No footage, no picture, no name and no reason: what it is told leaves the house, perhaps. It can have nothing done. The tools
are an API of their own, which somebody has to give to an assistant before it has them. What nobody may ask is entered.
"""

from abc import abstractmethod
from typing import Any, ClassVar, override

from homeassistant.core import Context, HomeAssistant, callback
from homeassistant.helpers import llm
from homeassistant.helpers.translation import async_get_translations

from .actor import actor_of_context, blanks
from .choosing import sign_states
from .const import DOMAIN
from .deeds.duties import place_of
from .duty_words import when
from .guideline.errors import Problem
from .guideline.people import Act, Door
from .lines import told
from .procedure.duties import is_listed
from .procedure.holding import held_until
from .procedure.open_requests import open_requests
from .site import Site, async_running_site

NAME = "Kuma Bouhan (防犯カメラ運用)"
PROMPT = (
    "You can say how the security cameras under the operating standard are, what their keepers have to do and by when, "
    "and how many requests wait. You never see footage, people or reasons, and you can change nothing: "
    "for that, send the user to the panel /kuma-bouhan."
)


@callback
def async_setup_llm(hass: HomeAssistant) -> None:
    """Offer the tools, for as long as Home Assistant runs."""
    llm.async_register_api(hass, KumaAPI(hass=hass, id=DOMAIN, name=NAME))


@callback
def async_get_tools(hass: HomeAssistant, llm_context: llm.LLMContext, api_id: str) -> None:
    """Give Home Assistant's own APIs nothing: who wants these tools chooses ours."""


class KumaAPI(llm.API):
    """The tools of this integration."""

    @override
    async def async_get_api_instance(self, llm_context: llm.LLMContext) -> llm.APIInstance:
        """Return the tools: the same ones whoever asks, for each looks by itself whether they may."""
        return llm.APIInstance(
            api=self,
            api_prompt=PROMPT,
            llm_context=llm_context,
            tools=[CamerasTool(), DutiesTool(), RequestsTool()],
        )


class SiteTool(llm.Tool):
    """Tells something of the site to whom it may be told."""

    annotations = llm.ToolAnnotations(
        read_only=True, destructive=False, idempotent=True, open_world=False
    )
    integration = DOMAIN
    act: ClassVar[Act]
    """What asking for it is."""

    @override
    async def async_call(
        self, hass: HomeAssistant, tool_input: llm.ToolInput, llm_context: llm.LLMContext
    ) -> llm.ToolResult:
        """Tell it, or why not."""
        context = llm_context.context or Context()
        try:
            site = async_running_site(hass)
            actor = actor_of_context(context, Door.ACTION)
            await site.desk.allow(self.act, actor)
            return llm.ToolResult(data=self.tell(site, context))
        except Problem as problem:
            return llm.ToolResult(data={"error": await _sentence(hass, problem)}, error=True)

    @abstractmethod
    def tell(self, site: Site, context: Context) -> dict[str, Any]:
        """Return what there is."""


class CamerasTool(SiteTool):
    """Tells how cameras are."""

    name = f"{DOMAIN}__get_cameras"
    title = "Get security cameras"
    description = (
        "For each security camera: whether it records, how many days its footage is kept, when the next of it is erased, "
        "until when some is kept longer, and the state of its sign."
    )
    act = Act.READ_OPERATION

    @override
    def tell(self, site: Site, context: Context) -> dict[str, Any]:
        signs = sign_states(site)
        return {
            "cameras": [
                {
                    "place": status.settings.place,
                    "recording_state": status.state.value,
                    "problem": status.state.is_problem,
                    "retention_days": status.days,
                    "next_erasure": told(status.summary.next_erasure),
                    "held_until": told(held_until(site.desk, camera)),
                    "sign": signs[camera].value,
                }
                for camera, status in site.cameras.items()
            ]
        }


class DutiesTool(SiteTool):
    """Tells what is due of what the person may do."""

    name = f"{DOMAIN}__get_duties"
    title = "Get duties"
    description = (
        "What the user has to do under the operating standard of the security cameras, and by when."
    )
    act = Act.READ_DUTIES

    @override
    def tell(self, site: Site, context: Context) -> dict[str, Any]:
        desk = site.desk
        actor, now = actor_of_context(context, Door.ACTION), desk.clock.now()
        return {
            "duties": [
                {
                    "kind": duty.kind.value,
                    "place": place_of(site, duty),
                    "number": duty.number,
                    "due": when(site, duty).isoformat(),
                    "overdue": duty.is_overdue(now),
                }
                for duty in site.duties.standing
                if duty.is_ahead(now) and is_listed(desk, duty, actor)
            ]
        }


class RequestsTool(SiteTool):
    """Tells how many requests wait."""

    name = f"{DOMAIN}__get_requests"
    title = "Get counts of requests"
    description = (
        "How many requests for footage wait for a decision, and how many copies are out or overdue."
    )
    act = Act.READ_REQUESTS

    @override
    def tell(self, site: Site, context: Context) -> dict[str, Any]:
        found = open_requests(site.desk)
        return {
            "waiting": len(found.waiting),
            "copies_out": found.copies_out,
            "copies_overdue": found.copies_overdue,
        }


async def _sentence(hass: HomeAssistant, problem: Problem) -> str:
    words = await async_get_translations(hass, hass.config.language, "exceptions", {DOMAIN})
    sentence = words.get(f"component.{DOMAIN}.exceptions.{problem.key}.message", problem.key)
    return sentence.format_map(blanks(problem))
