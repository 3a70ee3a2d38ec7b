"""Home Assistant's own forms, as a person fills them in: nothing by an interface, everything by what is seen."""

from dataclasses import dataclass
import re

from playwright.async_api import Locator, Page, expect


@dataclass(slots=True)
class Forms:
    """The dialog that asks for one thing after another; it counts what the person does in it."""

    page: Page
    filled: int = 0
    """Fields that were filled in, chosen from or ticked."""
    sent: int = 0
    """Pages that were sent, and choices from a menu."""

    @property
    def dialog(self) -> Locator:
        """Return the dialog."""
        return self.page.locator("dialog-data-entry-flow")

    @property
    def form(self) -> Locator:
        """Return the form in it."""
        return self.page.locator("step-flow-form")

    async def begin(self, url: str) -> None:
        """Follow the link that begins to set the integration up."""
        await self.page.goto(f"{url}/config/integrations/dashboard/add?domain=kuma_bouhan")
        await self.page.get_by_role("button", name="OK", exact=True).click()

    async def choose(self, words: str) -> None:
        """Choose from a menu."""
        await self.page.locator("step-flow-menu").get_by_text(words, exact=True).click()
        self.sent += 1

    async def heading(self, words: str) -> None:
        """Wait for the page with this heading."""
        await expect(self.dialog).to_contain_text(words, timeout=20_000)

    async def fill(self, label: str, text: str) -> None:
        """Write into the field with this label; a date or a secret is one, too."""
        named = re.compile(rf"^\s*{re.escape(label)}\s*\*?")
        field = self.form.locator("ha-input, ha-textarea").filter(has_text=named)
        await field.locator("input, textarea").first.fill(text)
        self.filled += 1

    async def pick(self, label: str, name: str) -> None:
        """Pick an entity, or an example, by its name."""
        picker = self.form.locator("ha-generic-picker").filter(has_text=label).first
        await picker.locator("ha-picker-field").click()
        listed = self.page.locator("ha-picker-combo-box")
        await listed.get_by_text(name, exact=True).first.click()
        await expect(picker.locator("ha-picker-field")).to_contain_text(name)
        self.filled += 1

    async def tick(self, question: str, answer: str) -> None:
        """Answer a question that offers a list of answers."""
        asked = self.form.locator("ha-selector-select").filter(has_text=question)
        await asked.get_by_text(answer, exact=True).click()
        self.filled += 1

    async def unfold(self, heading: str) -> None:
        """Open a section."""
        await self.form.locator("ha-expansion-panel").get_by_text(heading).first.click()

    async def send(self, words: str = "送信") -> None:
        """Send the page."""
        await self.dialog.get_by_role("button", name=words, exact=True).click()
        self.sent += 1
