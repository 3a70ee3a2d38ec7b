"""Entering a contract with a contractor, and changing it: a subentry's flow. 4(6).

    user ▶ entered in the book ▶ subentry
    reconfigure ▶ entered in the book ▶ named anew

The book is the truth: the subentry holds the contract's id only, and the site gives one to a contract that has none. The role is
checked before anything is asked and again when it is done; a refusal is entered in the book.
"""

from datetime import datetime
from typing import Any

from homeassistant.config_entries import ConfigSubentryFlow, SubentryFlowResult, UnknownSubEntry
from homeassistant.data_entry_flow import AbortFlow

from ..guideline.contracts import ContractState, Task
from ..guideline.errors import Problem, Refused
from ..guideline.extension import last_day
from ..guideline.people import Act
from ..procedure import contracts
from ..procedure.contracts import Terms
from ..procedure.desk import Desk
from ..records.contract import ContractMade
from ..when import day_in
from . import answers, forms
from .steps import OnePerson, running_site

NEEDED = ("company", "task_text", "reason")
_FIELDS = dict.fromkeys(
    ("contract_ends_before_start", "contract_until_past", "year_out_of_range"), "terms"
)
"""The field, or section, that a problem belongs to."""

type Answers = dict[str, Any]


class ContractorFlow(OnePerson, ConfigSubentryFlow):
    """One contract."""

    async def async_step_user(self, user_input: Answers | None = None) -> SubentryFlowResult:
        """Ask for what is agreed, and enter it."""
        await self._async_allow()
        errors: dict[str, str] = {}
        problem: Problem | None = None
        if user_input is not None and not (errors := _check(user_input)):
            try:
                contract = await contracts.make(self._desk(), self.acting(), _terms(user_input))
            except Problem as caught:
                problem = caught
                errors = _errors(caught)
            else:
                company = user_input["company"].strip()
                return self.async_create_entry(
                    title=company, data={"contract": contract}, unique_id=contract
                )
        return self._show("user", user_input or {}, errors, problem)

    async def async_step_reconfigure(self, user_input: Answers | None = None) -> SubentryFlowResult:
        """Ask the same of a contract that runs."""
        await self._async_allow()
        desk = self._desk()
        try:
            subentry = self._get_reconfigure_subentry()
        except UnknownSubEntry:
            raise AbortFlow("contract_unknown") from None
        contract = subentry.data.get("contract", "")
        errors: dict[str, str] = {}
        problem: Problem | None = None
        if user_input is not None and not (errors := _check(user_input)):
            try:
                await contracts.make(desk, self.acting(), _terms(user_input), contract)
            except Problem as caught:
                problem = caught
                errors = _errors(caught)
            else:
                return self.async_update_and_abort(
                    self._get_entry(), subentry, title=user_input["company"].strip()
                )
        return self._show(
            "reconfigure", user_input or await _answers(desk, contract), errors, problem
        )

    # What both share -------------------------------------------------------------------------

    def _desk(self) -> Desk:
        return running_site(self._get_entry()).desk

    async def _async_allow(self) -> None:
        try:
            await self._desk().allow(Act.CONTRACT, self.acting())
        except Problem as refused:
            raise AbortFlow(refused.key, answers.blanks(refused)) from refused

    def _show(
        self, step: str, suggested: Answers, errors: dict[str, str], problem: Problem | None
    ) -> SubentryFlowResult:
        return self.async_show_form(
            step_id=step,
            data_schema=self.add_suggested_values_to_schema(forms.CONTRACT, suggested),
            errors=errors,
            description_placeholders=answers.blanks(problem),
        )


def _check(given: Answers) -> dict[str, str]:
    errors = answers.check_texts(given, NEEDED)
    if answers.check_lengths(given["person"], ("contact",)):
        errors["person"] = "text_too_long"
    return errors


def _errors(problem: Problem) -> dict[str, str]:
    if isinstance(problem, Refused) or problem.key in {"contract_unknown", "contract_over"}:
        raise AbortFlow(problem.key, answers.blanks(problem)) from problem
    return {_FIELDS.get(problem.key, "base"): problem.key}


def _terms(given: Answers) -> Terms:
    terms = given["terms"]
    return Terms(
        company=given["company"],
        contact=given["person"].get("contact", ""),
        task=Task(given["task"]),
        task_text=given["task_text"],
        reason=given["reason"],
        clause=terms["clause"],
        start=day_in(terms["start"]),
        until=day_in(terms["until"]),
    )


async def _answers(desk: Desk, contract: str) -> Answers:
    """Return a contract that runs as answers. AbortFlow: contract_unknown, contract_over."""
    found = desk.registers.contracts.by_id.get(contract)
    if found is None:
        raise AbortFlow("contract_unknown")
    if found.state(desk.clock.now()) is not ContractState.RUNNING:
        raise AbortFlow("contract_over")
    act = (await desk.run(desk.book.entry, found.seq)).act
    assert isinstance(act, ContractMade)
    return {
        "company": act.company,
        "task": found.task.value,
        "task_text": act.task_text,
        "reason": act.reason_text,
        "terms": {
            "clause": found.clause,
            "start": _day(desk, found.start),
            "until": last_day(found.until, desk.zone).isoformat(),
        },
        "person": {"contact": act.contact},
    }


def _day(desk: Desk, moment: datetime) -> str:
    return moment.astimezone(desk.zone).date().isoformat()
