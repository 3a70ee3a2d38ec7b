"""Every door of a running Home Assistant that leads to us: found, and which act lies behind it.

What is found is found in Home Assistant itself, so that a new door cannot be forgotten: it fails the test until it
stands in `DOORS`, with the act it is.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from homeassistant import config_entries
from homeassistant.config_entries import HANDLERS
from homeassistant.core import HomeAssistant
from homeassistant.helpers import entity_registry as er

from custom_components.kuma_bouhan.const import DOMAIN, SUBENTRY_CAMERA, SUBENTRY_CONTRACTOR
from custom_components.kuma_bouhan.guideline.people import Act, Door
from custom_components.kuma_bouhan.guideline.registers import Register
from custom_components.kuma_bouhan.procedure.papers import Paper
from tests.house.source import read_json

from .conftest import CAMERA, NOON, House

EARLIER = NOON.replace(minute=10, second=0) - timedelta(hours=5)
"""When there was footage."""

PLACES = {
    "session": "5e" * 16,
    "camera": CAMERA,
    "chunk": "f" * 32,
    "number": "0",
    "token": "70" * 16,
    "date": f"{EARLIER:%Y-%m-%d}",
}
"""What stands in the paths of views."""

HANDOVER = {"medium": "usb", "copies": 1, "receipt": True, "duty": "none"}
"""How footage was handed over."""

SOURCES = {value for name, value in vars(config_entries).items() if name.startswith("SOURCE_")}


@dataclass(frozen=True, slots=True)
class Knock:
    """What is sent to a door, and which act that is: None for a page that only leads on."""

    act: Act | None
    door: Door
    data: Mapping[str, Any] = field(default_factory=dict)
    way: tuple[str, ...] = ()
    """What is chosen on the pages before it."""
    notice: bool | None = None
    """Whether the door is there only while a re-founding is announced, or only while none is."""
    shut: bool = False
    """Whether nobody gets in here: but by an address that was signed for them, or not at all."""


def found(house: House) -> set[str]:
    """Return the names of all doors that there are."""
    return {
        *actions(house.hass),
        *commands_of_entities(house),
        *views(house.hass),
        *websocket_commands(house.hass),
        *flows(house),
        *repairs(),
    }


def actions(hass: HomeAssistant) -> Iterator[str]:
    """Yield our actions."""
    yield from (f"action {name}" for name in hass.services.async_services().get(DOMAIN, {}))


def commands_of_entities(house: House) -> Iterator[str]:
    """Yield every action of Home Assistant's that commands entities of a kind we have."""
    entities = er.async_entries_for_config_entry(er.async_get(house.hass), house.entry.entry_id)
    for platform in {entity.domain for entity in entities}:
        for name in house.hass.services.async_services().get(platform, {}):
            yield f"entity {platform}.{name}"


def views(hass: HomeAssistant) -> Iterator[str]:
    """Yield every path that names us, with its methods; the panel's own files hold nothing of a site."""
    for route in hass.http.app.router.routes():
        path = route.resource.canonical if route.resource else ""
        if (
            DOMAIN in path
            and not path.startswith(f"/{DOMAIN}_static/")
            and route.method not in {"HEAD", "OPTIONS"}
        ):
            yield f"view {route.method} {path}"


def websocket_commands(hass: HomeAssistant) -> Iterator[str]:
    """Yield every websocket command that names us."""
    yield from (f"command {name}" for name in hass.data.get("websocket_api", {}) if DOMAIN in name)


def flows(house: House) -> Iterator[str]:
    """Yield every way in which a flow of ours can begin."""
    flow = HANDLERS[DOMAIN]
    yield from (f"flow config {source}" for source in SOURCES if _ours(flow, source))
    for kind, subflow in flow.async_get_supported_subentry_types(house.entry).items():
        yield from (f"flow {kind} {source}" for source in SOURCES if _ours(subflow, source))
    if flow.async_supports_options_flow(house.entry):
        options = flow.async_get_options_flow(house.entry)
        for step in dir(options):
            if step.startswith("async_step_") and _ours(
                type(options), step.removeprefix("async_step_")
            ):
                yield f"flow options {step.removeprefix('async_step_')}"


def _ours(flow: type, source: str) -> bool:
    step = getattr(flow, f"async_step_{source}", None)
    return step is not None and DOMAIN in step.__module__


def repairs() -> Iterator[str]:
    """Yield every issue that can be fixed through a flow."""
    for key, issue in read_json("translations/en.json")["issues"].items():
        if "fix_flow" in issue:
            yield f"repair {key}"


def doors(house: House, neighbour: str) -> dict[str, Knock]:
    """Return what each door is, and what is sent to it: the list that a new door has to join.

    `neighbour` is a user without an office.
    """
    switch = house.entity_id("switch", f"{CAMERA}_recording")
    lock = house.entity_id("button", f"{house.site.desk.book.site}_lock")
    sign = house.entity_id("button", f"{CAMERA}_confirm_sign")
    span = {
        "camera": switch,
        "start": EARLIER.isoformat(),
        "end": (EARLIER + timedelta(hours=1)).isoformat(),
    }
    person = {"user_id": neighbour, "role": "operator"}
    handed = person | {"role": "manager", "secrecy_acknowledged": True}
    secret = {"passphrase": "a guess that is long enough"}

    def action(act: Act, **data: Any) -> Knock:
        return Knock(act, Door.ACTION, data)

    def command(act: Act, entity_id: str) -> Knock:
        return Knock(act, Door.ENTITY, {"entity_id": entity_id})

    def ask(act: Act | None, **data: Any) -> Knock:
        return Knock(act, Door.PANEL, data)

    def page(act: Act | None, *way: str, notice: bool | None = None) -> Knock:
        return Knock(act, Door.FLOW, way=way, notice=notice)

    return {
        # First: later ones hand offices over.
        **doors_of_viewing(span),
        "action start_recording": action(Act.SWITCH_RECORDING, camera=switch),
        "action stop_recording": action(Act.SWITCH_RECORDING, camera=switch),
        "action erase": action(Act.ERASE, **span, reason="asked_for"),
        "action purge_expired": action(Act.PURGE_EXPIRED),
        "action list_footage": action(Act.LIST_FOOTAGE, **span),
        **{
            f"action get_register {register}": action(register.act, register=register.value)
            for register in Register
        },
        "action appoint": action(Act.APPOINT_OPERATOR, **person),
        "action end_appointment": action(Act.APPOINT_OPERATOR, **person, secrecy_acknowledged=True),
        "action object_to_refounding": action(Act.OBJECT_TO_REFOUNDING),
        "action request_extension": action(Act.OPEN_DRAFT, **span),
        "action request_disclosure": action(Act.OPEN_DRAFT, **span, ground="law"),
        "action approve_extension": action(Act.APPROVE_EXTENSION, number=999),
        "action permit_disclosure": action(Act.PERMIT_DISCLOSURE, number=999),
        "action deny": action(Act.PERMIT_DISCLOSURE, number=999),
        "action record_handover": action(Act.PROVIDE_FOOTAGE, number=999, **HANDOVER),
        "action confirm_return": action(Act.FOLLOW_COPIES, number=999, fate="returned"),
        "entity switch.turn_on": command(Act.SWITCH_RECORDING, switch),
        "entity switch.turn_off": command(Act.SWITCH_RECORDING, switch),
        "entity switch.toggle": command(Act.SWITCH_RECORDING, switch),
        **doors_of_lists(house),
        "entity button.press lock": command(Act.LOCK, lock),
        "entity button.press sign": command(Act.CONFIRM_SIGN, sign),
        f"view POST /api/{DOMAIN}/unlock": Knock(Act.UNLOCK, Door.PANEL, secret),
        f"view GET /api/{DOMAIN}/lock": Knock(Act.LOCK, Door.PANEL),
        f"view POST /api/{DOMAIN}/lock": Knock(Act.LOCK, Door.PANEL),
        f"command {DOMAIN}/overview/subscribe": ask(None),
        f"command {DOMAIN}/dashboard": ask(None),
        f"command {DOMAIN}/people": ask(Act.APPOINT),
        f"command {DOMAIN}/appoint": ask(Act.APPOINT_OPERATOR, **person, name="利用者"),
        f"command {DOMAIN}/end_appointment": ask(
            Act.APPOINT_OPERATOR, **person, secrecy_acknowledged=True
        ),
        **{
            f"command {DOMAIN}/register {register}": ask(register.act, register=register.value)
            for register in Register
        },
        f"command {DOMAIN}/requests": ask(Act.READ_REQUESTS),
        f"command {DOMAIN}/kept/duties": ask(Act.READ_DUTIES),
        f"command {DOMAIN}/proof": ask(Act.READ_SUPERVISION, seq=0),
        **doors_of_papers(),
        **doors_of_the_standard(),
        f"command {DOMAIN}/kept/check": ask(Act.READ_SELF_CHECK),
        f"view POST /api/{DOMAIN}/deeds/check/went_through": ask(Act.READ_SELF_CHECK),
        **keys(neighbour),
        **doors_of_requests(span),
        **doors_for_people(neighbour),
        **doors_of_custody(neighbour),
        **doors_of_assessments(),
        **doors_of_signs(switch),
        "flow config user": Knock(Act.SET_UP_SITE, Door.FLOW),
        "flow config reconfigure": Knock(
            Act.CHANGE_SITE, Door.FLOW, {"entry_id": house.entry.entry_id}
        ),
        f"flow {SUBENTRY_CAMERA} user": Knock(Act.ADD_CAMERA, Door.FLOW),
        f"flow {SUBENTRY_CAMERA} reconfigure": Knock(
            Act.CHANGE_CAMERA, Door.FLOW, {"subentry_id": house.subentry(CAMERA).subentry_id}
        ),
        f"flow {SUBENTRY_CONTRACTOR} user": Knock(Act.CONTRACT, Door.FLOW),
        # Whether there is such a contract, or a page of it, is looked at behind it.
        f"flow {SUBENTRY_CONTRACTOR} reconfigure": Knock(
            Act.CONTRACT, Door.FLOW, {"subentry_id": house.subentry(CAMERA).subentry_id}
        ),
        "flow options init": page(None),
        "flow options appoint": page(Act.APPOINT, "appoint"),
        "flow options end": page(Act.LEAVE, "end"),
        "flow options hand_over": page(Act.APPOINT_SITE_OWNER, "hand_over"),
        "flow options regain": page(None, "regain"),
        "flow options restore": page(Act.RESTORE_SITE_OWNER, "regain", "restore"),
        "flow options announce": page(Act.ANNOUNCE_REFOUNDING, "regain", "announce", notice=False),
        "flow options object": page(Act.OBJECT_TO_REFOUNDING, "regain", "object", notice=True),
        # No way leads to the new code but through this page.
        **dict.fromkeys(
            ("flow options refound", "flow options new_code", "flow options new_code_words"),
            page(Act.REFOUND, "regain", "refound", notice=True),
        ),
        "repair clock_untrusted": Knock(Act.CONFIRM_CLOCK, Door.REPAIR),
        "repair book_shorter": Knock(Act.ACCEPT_BOOK, Door.REPAIR),
        "repair book_forked": Knock(Act.ACCEPT_BOOK, Door.REPAIR),
        "repair book_damaged": Knock(Act.BEGIN_BOOK, Door.REPAIR),
        # Last, because whoever is let in is manager no more.
        "action hand_over": action(Act.APPOINT_MANAGER, **handed),
        f"command {DOMAIN}/hand_over": ask(Act.APPOINT_MANAGER, **handed),
    }


def doors_of_papers() -> dict[str, Knock]:
    """Return the doors of papers and tables: which act it is, each paper and each register says of itself."""
    span = {"start": EARLIER.isoformat(), "end": NOON.isoformat()}
    view = f"view POST /api/{DOMAIN}/requests/paper"
    about = {"number": 0, "camera": CAMERA, "year": NOON.year, **span}

    def ask(act: Act | None, **data: Any) -> Knock:
        return Knock(act, Door.PANEL, data)

    return {
        **{
            f"{view} {paper}": ask(paper.act, paper=paper.value, **about)
            for paper in Paper
            if paper is not Paper.REGISTER
        },
        **{
            f"{view} {paper} {register}": ask(
                register.act, paper=paper.value, register=register.value, **span
            )
            for paper in (Paper.REGISTER,)
            for register in Register
        },
        # A register that is named beside another paper opens nothing.
        f"{view} incident of signs": ask(
            Act.FOLLOW_INCIDENT, paper="incident", number=0, register="signs"
        ),
        **{
            f"view POST /api/{DOMAIN}/register/csv {register}": ask(
                register.act, register=register.value
            )
            for register in Register
        },
        # Looked for among what one asked for oneself, and there is none.
        f"view GET /api/{DOMAIN}/requests/paper/{{token}}": ask(None),
        f"view GET /api/{DOMAIN}/register/csv/{{token}}": ask(None),
    }


def doors_of_the_standard() -> dict[str, Knock]:
    """Return the doors of the operating standard."""
    deeds = f"view POST /api/{DOMAIN}/deeds/standard"
    adopted = {"adoption": "other", "on": f"{NOON:%Y-%m-%d}", "digest": "0" * 64}
    return {
        f"command {DOMAIN}/kept/standard": Knock(Act.READ_STANDARD, Door.PANEL),
        f"{deeds}/write": Knock(Act.WRITE_STANDARD, Door.PANEL, {"clauses": {}}),
        f"{deeds}/adopt": Knock(Act.WRITE_STANDARD, Door.PANEL, adopted),
    }


def doors_of_lists(house: House) -> dict[str, Knock]:
    """Return Home Assistant's own actions on our to-do list and calendar: they show what everybody sees, and change nothing."""
    duties = {"entity_id": house.entity_id("todo", f"{house.site.desk.book.site}_duties")}
    agenda = {"entity_id": house.entity_id("calendar", f"{house.site.desk.book.site}_duties")}
    days = {"start_date": f"{NOON:%Y-%m-%d}", "end_date": f"{NOON + timedelta(days=1):%Y-%m-%d}"}
    span = {f"{name}_time": f"{day} 00:00:00" for name, day in days.items()}

    def shut(**data: Any) -> Knock:
        return Knock(None, Door.ENTITY, data, shut=True)

    return {
        "entity todo.get_items": Knock(None, Door.ENTITY, duties),
        "entity todo.add_item": shut(**duties, item="もの"),
        "entity todo.update_item": shut(**duties, item="もの", status="completed"),
        "entity todo.remove_item": shut(**duties, item=["もの"]),
        "entity todo.remove_completed_items": shut(**duties),
        "entity calendar.get_events": Knock(None, Door.ENTITY, agenda | span),
        "entity calendar.create_event": shut(**agenda, **days, summary="もの"),
    }


def doors_of_requests(span: Mapping[str, Any]) -> dict[str, Knock]:
    """Return the doors of `extension_views`, `disclosure_views` and `giving_views`."""
    scope = {"cameras": [CAMERA], "start": span["start"], "end": span["end"]}
    knocks: dict[str, tuple[Act, Mapping[str, Any]]] = {
        "draft": (Act.OPEN_DRAFT, scope | {"wanted": "extension"}),
        "draft/discard": (Act.REQUEST_EXTENSION, {"number": 999}),
        "protect": (Act.PROTECT_FOOTAGE, scope),
        # Nobody's own.
        "protect/end": (Act.APPROVE_EXTENSION, {"number": 999}),
        "extension": (
            Act.REQUEST_EXTENSION,
            scope | {"until": f"{NOON + timedelta(days=20):%Y-%m-%d}", "reason": "reason"},
        ),
        "extension/approve": (Act.APPROVE_EXTENSION, {"number": 999}),
        "extension/deny": (Act.APPROVE_EXTENSION, {"number": 999}),
        "extension/withdraw": (Act.APPROVE_EXTENSION, {"number": 999}),
        "extension/end": (Act.APPROVE_EXTENSION, {"number": 999, "reason": "reason"}),
        "disclosure": (Act.REQUEST_DISCLOSURE, scope | {"asks": "access"}),
        "disclosure/answer": (
            Act.REQUEST_DISCLOSURE,
            {"number": 999, "business": "no", "retained": "no", "obliged": False},
        ),
        "disclosure/permit": (Act.PERMIT_DISCLOSURE, {"number": 999}),
        "disclosure/deny": (Act.PERMIT_DISCLOSURE, {"number": 999}),
        "disclosure/withdraw": (Act.PERMIT_DISCLOSURE, {"number": 999}),
        "disclosure/provide": (
            Act.PROVIDE_FOOTAGE,
            {"number": 999, "at": span["start"], **HANDOVER},
        ),
        "disclosure/confirm": (Act.FOLLOW_COPIES, {"number": 999, "fate": "deleted"}),
        "seizure": (Act.FOLLOW_COPIES, scope | {"at": span["start"]}),
        "disclosure/prepare": (Act.PREPARE_DISCLOSURE, {"number": 999}),
        "disclosure/link": (Act.PREPARE_DISCLOSURE, {"number": 999, "form": "package"}),
        "mask": (Act.PREPARE_DISCLOSURE, {"number": 999, "camera": CAMERA, "masks": []}),
        "mask/cancel": (Act.PREPARE_DISCLOSURE, {"number": 999, "camera": CAMERA}),
    }
    base = f"/api/{DOMAIN}/requests"
    return {
        **{
            f"view POST {base}/{way}": Knock(act, Door.PANEL, data)
            for way, (act, data) in knocks.items()
        },
        f"view GET /api/{DOMAIN}/download/{{token}}": Knock(None, Door.PANEL, shut=True),
        f"view GET {base}/package/{{number}}": Knock(Act.READ_REQUESTS, Door.PANEL),
        f"view GET {base}/mask/{{number}}/{{camera}}": Knock(Act.READ_REQUESTS, Door.PANEL),
        f"view GET {base}/still/{{number}}/{{camera}}": Knock(
            Act.PREPARE_DISCLOSURE, Door.PANEL, {"at": span["start"]}
        ),
    }


def doors_for_people(neighbour: str) -> dict[str, Knock]:
    """Return the deeds and sections of complaints, incidents and instruction."""
    then = {"cameras": [CAMERA], "text": "text"}
    at = EARLIER.isoformat()
    sent: dict[str, tuple[Act, Mapping[str, Any]]] = {
        "complaints/receive": (
            Act.RECEIVE_COMPLAINT,
            then | {"what": "inquiry", "way": "letter", "received": at},
        ),
        "complaints/answer": (
            Act.ANSWER_COMPLAINT,
            {"number": 999, "answered": at, "way": "letter", "explained": "text"},
        ),
        "complaints/close": (Act.ANSWER_COMPLAINT, {"number": 999, "outcome": "passed_on"}),
        "complaints/explain": (Act.ANSWER_COMPLAINT, {"cameras": [CAMERA]}),
        "incidents/note": (Act.NOTE_INCIDENT, then | {"what": "leak", "learned": at}),
        "incidents/follow": (Act.FOLLOW_INCIDENT, {"number": 999, "informed": ["police"]}),
        "incidents/close": (Act.FOLLOW_INCIDENT, {"number": 999, "prevention": "text"}),
        "instruction/hold": (
            Act.INSTRUCT,
            {"users": [neighbour], "topics": ["privacy"], "held": at},
        ),
        "instruction/acknowledge": (Act.ACKNOWLEDGE, {"number": 999}),
    }
    # Whoever takes one down, notes one or was taught sees that they may, and nothing of anybody else.
    seen = {
        "complaints": Act.RECEIVE_COMPLAINT,
        "incidents": Act.NOTE_INCIDENT,
        "instruction": Act.ACKNOWLEDGE,
    }
    return {
        **{
            f"view POST /api/{DOMAIN}/deeds/{name}": Knock(act, Door.PANEL, data)
            for name, (act, data) in sent.items()
        },
        **{
            f"command {DOMAIN}/kept/{section}": Knock(act, Door.PANEL)
            for section, act in seen.items()
        },
    }


def doors_of_custody(neighbour: str) -> dict[str, Knock]:
    """Return the doors of contractors, things and inspections."""
    day, id_ = f"{NOON:%Y-%m-%d}", "ff" * 16
    medium = {"medium": "medium", "serial": "1", "method": "crushed", "on": day}
    terms = {
        "company": "company",
        "task": "guarding",
        "task_text": "work",
        "reason": "reason",
        "clause": True,
        "start": day,
        "until": day,
    }
    thing = {"what": "medium", "name": "name", "place": "place"}
    other = {"camera": id_, "what": "nvr", "place": "place", "who_sees": "nobody"}
    knocks: dict[str, tuple[Act, Mapping[str, Any]]] = {
        "contracts/make": (Act.CONTRACT, terms),
        "contracts/person": (Act.APPOINT_OPERATOR, {"contract": id_, "user_id": neighbour}),
        "contracts/end": (Act.CONTRACT, {"contract": id_}),
        "contracts/certify": (Act.CONTRACT, {"contract": id_, "certified": "returned", "on": day}),
        "things/note": (Act.KEEP_THINGS, thing),
        "things/check": (Act.CHECK_THINGS, {"thing": id_, "fine": True}),
        "things/gone": (Act.KEEP_THINGS, {"thing": id_}),
        "things/take_out": (
            Act.REQUEST_TAKING_OUT,
            {"thing": id_, "due": day, "reason": "reason", "where_to": "shop"},
        ),
        "things/permit": (Act.PERMIT_TAKING_OUT, {"number": 999}),
        "things/deny": (Act.PERMIT_TAKING_OUT, {"number": 999}),
        "things/returned": (Act.CHECK_THINGS, {"number": 999, "fine": True}),
        "things/other_copy": (Act.KEEP_THINGS, other),
        "things/other_copy_gone": (Act.KEEP_THINGS, {"copy": id_}),
        "things/no_other_copies": (Act.KEEP_THINGS, {"camera": id_}),
        "things/dispose": (Act.CHECK_THINGS, medium),
        "inspections/enter": (Act.CHECK_THINGS, {"what": "media", "fine": True}),
    }
    sections = {
        "contracts": Act.CONTRACT,
        "things": Act.CHECK_THINGS,
        "inspections": Act.CHECK_THINGS,
    }
    return {
        **{
            f"view POST /api/{DOMAIN}/deeds/{way}": Knock(act, Door.PANEL, data)
            for way, (act, data) in knocks.items()
        },
        **{
            f"command {DOMAIN}/kept/{section}": Knock(act, Door.PANEL)
            for section, act in sections.items()
        },
    }


ANSWERS = dict.fromkeys(
    ("purpose", "crimes", "why", "milder", "view", "range_kept", "hours"), "answer"
)
"""What is answered for a camera."""


def doors_of_assessments() -> dict[str, Knock]:
    """Return the doors of `deeds/assessments`."""
    base = f"view POST /api/{DOMAIN}/deeds/assessments"
    return {
        f"command {DOMAIN}/kept/assessments": Knock(Act.ASSESS_CAMERA, Door.PANEL),
        f"{base}/write": Knock(Act.ASSESS_CAMERA, Door.PANEL, {"camera": CAMERA, **ANSWERS}),
        f"{base}/review": Knock(Act.ASSESS_CAMERA, Door.PANEL, {"camera": CAMERA}),
    }


def doors_of_viewing(span: Mapping[str, Any]) -> dict[str, Knock]:
    """Return the doors of `viewing_views` and `playback_views`."""
    scope = {**span, "cameras": [CAMERA]}
    base = f"/api/{DOMAIN}/viewing"
    played = f"view GET {base}/{{session}}/{{camera}}"

    def panel(act: Act | None, **data: Any) -> Knock:
        return Knock(act, Door.PANEL, data)

    return {
        f"view GET /api/{DOMAIN}/footage/{{camera}}/{{date}}": panel(Act.LIST_FOOTAGE),
        f"view GET {base}": panel(Act.REQUEST_VIEWING),
        f"view POST {base}": panel(Act.VIEW, **scope, purpose="incident"),
        # It is looked for among one's own, and there is none.
        f"view POST {base}/end": panel(None, session=PLACES["session"]),
        f"view POST {base}/request": panel(
            Act.REQUEST_VIEWING, **scope, ground="law", reason="reason"
        ),
        f"view POST {base}/permit": panel(Act.PERMIT_VIEWING, request=0),
        f"view POST {base}/deny": panel(Act.PERMIT_VIEWING, request=0),
        **{
            f"{played}/{what}": panel(Act.VIEW)
            for what in (
                "playlist.m3u8",
                "{chunk}/init.mp4",
                "{chunk}/{number}.m4s",
                "still.jpg",
                "stills",
                "{chunk}/{number}.jpg",
            )
        },
    }


def doors_of_signs(switch: str) -> dict[str, Knock]:
    """Return the doors of signs and of rules of early erasure."""
    signed = {
        "cameras": [CAMERA],
        "start": "09:00",
        "end": "10:00",
        "weekdays": [0],
        "name": "name",
        "reason": "reason",
    }
    deeds: dict[str, tuple[Act, Mapping[str, Any]]] = {
        "signs/confirm": (Act.CONFIRM_SIGN, {"camera": CAMERA}),
        "signs/missing": (Act.CONFIRM_SIGN, {"camera": CAMERA}),
        "purge_rules/sign": (Act.SIGN_PURGE_RULE, signed),
        "purge_rules/end": (Act.SIGN_PURGE_RULE, {"rule": "f" * 32}),
        "purge_rules/run": (Act.RUN_PURGE_RULE, {"rule": "f" * 32}),
    }
    deed = f"/api/{DOMAIN}/deeds"
    return {
        "action confirm_sign": Knock(Act.CONFIRM_SIGN, Door.ACTION, {"camera": switch}),
        "action run_purge_rule": Knock(Act.RUN_PURGE_RULE, Door.ACTION, {"rule": "f" * 32}),
        f"command {DOMAIN}/kept/signs": Knock(Act.CONFIRM_SIGN, Door.PANEL),
        f"command {DOMAIN}/kept/purge_rules": Knock(Act.RUN_PURGE_RULE, Door.PANEL),
        f"view GET {deed}/signs/photo/{{camera}}": Knock(Act.CONFIRM_SIGN, Door.PANEL),
        **{
            f"view POST {deed}/{name}": Knock(act, Door.PANEL, data)
            for name, (act, data) in deeds.items()
        },
    }


def keys(neighbour: str) -> dict[str, Knock]:
    """Return the views of the keys: what is sent would go through, but for the authority."""
    chosen = "six words that nobody would guess"
    new = {"passphrase": chosen, "again": chosen}
    sent: dict[str, tuple[Act, dict[str, Any]]] = {
        "words": (Act.MAKE_KEY, {"language": "ja"}),
        "make": (Act.MAKE_KEY, new),
        "passphrase": (Act.CHANGE_PASSPHRASE, {"old": "a guess", **new}),
        "admit": (Act.ADMIT_HOLDER, {"user_id": neighbour}),
        "remove": (Act.REMOVE_HOLDER, {"user_id": neighbour}),
        "recovery": (Act.RENEW_RECOVERY_CODE, {}),
        "recovery/confirm": (Act.RENEW_RECOVERY_CODE, {"last_group": "ABCD"}),
        "admit_by_code": (Act.USE_RECOVERY_CODE, {"code": "ABCD-EFGH"}),
        "begin": (Act.BEGIN_KEYS, new),
        "begin/confirm": (Act.BEGIN_KEYS, {"last_group": "ABCD"}),
        "begin/announce": (Act.BEGIN_KEYS, {}),
        "begin/object": (Act.OBJECT_TO_REFOUNDING, {}),
    }
    views = {
        f"view POST /api/{DOMAIN}/keys/{path}": Knock(act, Door.PANEL, data)
        for path, (act, data) in sent.items()
    }
    return {f"view GET /api/{DOMAIN}/keys": Knock(Act.READ_KEYS, Door.PANEL), **views}


def door_of(name: str) -> str:
    """Return the door that a knock is at: one door may be knocked at in several ways."""
    words = {"action": 2, "command": 2, "entity": 2, "view": 3}.get(name.split(" ", maxsplit=1)[0])
    return " ".join(name.split(" ")[:words])
