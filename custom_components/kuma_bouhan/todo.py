"""To-do: what is due at the site, for everybody to see, and for nobody to tick off here.

Whatever stands on it is done where it belongs, by whom it is an office, and then it is gone from the list.
"""

from typing import override

from homeassistant.components.todo import TodoItem, TodoItemStatus, TodoListEntity
from homeassistant.core import HomeAssistant
from homeassistant.helpers.entity import EntityDescription
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .duty_words import DutyWords, when
from .entity import SiteEntity
from .site import KumaConfigEntry, Site

PARALLEL_UPDATES = 0

DUTIES = EntityDescription(key="duties", translation_key="duties")


async def async_setup_entry(
    hass: HomeAssistant, entry: KumaConfigEntry, async_add_entities: AddConfigEntryEntitiesCallback
) -> None:
    """Add the site's list."""
    site = entry.runtime_data
    async_add_entities([DutyList(site, await DutyWords.async_load(hass, site))])


class DutyList(SiteEntity, TodoListEntity):
    """What is overdue, and what falls due within a month."""

    def __init__(self, site: Site, words: DutyWords) -> None:
        """Take the words."""
        super().__init__(site, DUTIES)
        self._words = words

    @property
    @override
    def facts(self) -> list[TodoItem]:
        """Return what stands on the list."""
        now = self.site.desk.clock.now()
        return [
            TodoItem(
                uid=duty.id,
                summary=self._words.summary(duty),
                description=self._words.description(duty),
                due=when(self.site, duty),
                status=TodoItemStatus.NEEDS_ACTION,
            )
            for duty in self.site.duties.standing
            if duty.is_ahead(now)
        ]

    @property
    @override
    def todo_items(self) -> list[TodoItem]:
        """Return what stands on the list."""
        items: list[TodoItem] = self.shown
        return items
