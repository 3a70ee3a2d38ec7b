"""The chapter of the people: who is appointed, and who gets in nowhere."""

import asyncio
from collections.abc import Awaitable
from typing import Any

from scripts.house.client import CallFailedError, Client
from scripts.house.flows import Flow, begin_options, begin_reconfigure, begin_subentry
from scripts.house.seed import PEOPLE, Person

from .stage import DOMAIN, PASSPHRASE, Stage
from .telling import hold

TOWN = (*PEOPLE, Person(username="admin", name="管理 五郎", admin=True))
"""Everybody who can log in; `admin` administers Home Assistant and holds no office."""

EVER = {"start": "2020-01-01 00:00:00", "end": "2037-01-01 00:00:00"}


class PeopleChapter(Stage):
    """Offices, and the doors that are shut without one."""

    async def people_are_appointed(self) -> None:
        """Through the form behind "Configure"."""
        with self.telling.step("An operator is appointed, and a manager takes over") as figures:
            entry = await self.entry()
            for step, done, given in (
                ("appoint", "appointed", self._office("operator")),
                ("hand_over", "handed_over", self._office("manager") | {"secrecy": True}),
            ):
                flow = await begin_options(self.client, entry)
                await flow.choose(step)
                await flow.answer(**given)
                hold(flow.reason == done, f"{step}: {flow.at}")
            held = await self.register(self.client, "appointments")
            names = [one["personal"]["name"] for one in held[:2]]
            hold(names == ["阿蘇 太郎", "天草 次郎"], f"the register says {names}")
            figures["manager"], figures["operator"] = names
            figures["in the register"] = len(held)

    def _office(self, username: str) -> dict[str, Any]:
        account = self.house.accounts[username]
        return {
            "role": username,
            "person": account.user_id,
            "name": account.person.name,
            "title": "",
        }

    async def register(self, client: Client, name: str) -> list[dict[str, Any]]:
        """Read a register as somebody."""
        answer = await client.call_service(
            DOMAIN, "get_register", return_response=True, register=name
        )
        found: list[dict[str, Any]] = answer["entries"]
        return found

    async def nobody_without_a_role_gets_in(self) -> None:
        """A neighbour, an administrator of Home Assistant, an automation: refused, and that is entered."""
        with self.telling.step("Nobody without an office gets in, administrators included") as (
            figures
        ):
            for username in ("neighbour", "admin"):
                somebody = self.house.as_user(username)
                doors = [
                    *((name, self._action(somebody, name, data)) for name, data in self._doors()),
                    ("unlock", somebody.post(f"/api/{DOMAIN}/unlock", {"passphrase": PASSPHRASE})),
                    *(
                        (f"{domain}.{command}", self._command(somebody, domain, command, key))
                        for domain, command, key in (
                            ("button", "press", "lock"),
                            ("switch", "turn_off", "recording"),
                        )
                    ),
                ]
                let_in = [name for name, knock in doors if not await _refused(knock)]
                count = len(doors)
                if self.house.accounts[username].person.admin:
                    forms = await self._forms(somebody)
                    let_in += [name for name, flow in forms.items() if not _turned_away(flow)]
                    count += len(forms)
                hold(not let_in, f"{username} was let in at {let_in}")
                figures[username] = f"refused at {count} doors"
            figures["automation"] = f"refused at {await self._automation()} doors"
            refusals = await self.register(self.client, "refusals")
            who = {one["user_id"] for one in refusals}
            wanted = {self.house.accounts[name].user_id for name in ("neighbour", "admin")}
            hold(who == wanted | {None}, f"the register of refusals names {who}")
            figures["entered"] = len(refusals)

    def _doors(self) -> list[tuple[str, dict[str, Any]]]:
        """What may be asked for by action, and is refused to whoever holds no office."""
        neighbour = self.house.accounts["neighbour"].user_id
        return [
            ("list_footage", {"camera": self.source, **EVER}),
            ("erase", {"camera": self.source, **EVER, "reason": "asked_for"}),
            ("get_register", {"register": "all"}),
            ("get_register", {"register": "erasures"}),
            ("appoint", {"user_id": neighbour, "role": "operator"}),
            (
                "hand_over",
                {"user_id": neighbour, "role": "manager", "secrecy_acknowledged": True},
            ),
        ]

    def _action(self, client: Client, name: str, data: dict[str, Any]) -> Awaitable[Any]:
        answers = name in ("list_footage", "get_register")
        return client.call_service(DOMAIN, name, return_response=answers, **data)

    def _command(self, client: Client, domain: str, command: str, key: str) -> Awaitable[Any]:
        return client.call_service(domain, command, entity_id=self.entities[key])

    async def _forms(self, client: Client) -> dict[str, Flow]:
        """Begin the forms that Home Assistant opens to its administrators."""
        entry = await self.entry()
        return {
            "settings": await begin_reconfigure(client, DOMAIN, entry),
            "camera": await begin_subentry(client, entry, "camera"),
            "people": await (await begin_options(client, entry)).choose("appoint"),
        }

    async def _automation(self) -> int:
        """Let an automation, set off by the owner's own hand, try the same; count its refusals."""
        await self.client.post(
            "/api/config/automation/config/knock",
            {
                "alias": "Knock",
                "triggers": [{"trigger": "event", "event_type": "knock"}],
                "actions": [
                    {
                        "action": f"{DOMAIN}.{name}",
                        "data": data,
                        "continue_on_error": True,
                        **(
                            {"response_variable": "found"}
                            if name in ("list_footage", "get_register")
                            else {}
                        ),
                    }
                    for name, data in self._doors()
                ],
            },
        )
        await self.client.wait_for_state("automation.knock", "on")
        await self.client.post("/api/events/knock", {})
        wanted = len(self._doors())
        for _ in range(100):
            refusals = await self.register(self.client, "refusals")
            count = sum(one["user_id"] is None for one in refusals)
            if count == wanted:
                return count
            await asyncio.sleep(0.1)
        hold(False, f"the automation was refused {count} times, not {wanted}")
        return count


async def _refused(knock: Awaitable[Any]) -> bool:
    """Whether somebody was turned away, by us and not by a mistake of theirs."""
    try:
        await knock
    except CallFailedError as error:
        said = str(error.body)
        return "entered in the book" in said or "role_needed" in said
    return False


def _turned_away(flow: Flow) -> bool:
    return flow.reason.startswith("role_needed_")
