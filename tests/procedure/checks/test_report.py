"""The self-check as a whole: it finds its checks itself, covers the guideline, and has words for all it says."""

from datetime import timedelta
import re

import pytest

from custom_components.kuma_bouhan.documents import self_check
from custom_components.kuma_bouhan.documents.words import Words, read
from custom_components.kuma_bouhan.guideline.articles import ARTICLES, NOTHING_TO_CHECK, place
from custom_components.kuma_bouhan.guideline.duties import DutyKind
from custom_components.kuma_bouhan.guideline.errors import Refused
from custom_components.kuma_bouhan.guideline.self_check import CheckState
from custom_components.kuma_bouhan.guideline.surroundings import Surroundings
from custom_components.kuma_bouhan.procedure import checking
from tests.house.source import HOUSE, blanks

from ..conftest import MANAGER, NOON, STRANGER, TOKYO, World

LANGUAGES = pytest.mark.parametrize("language", ["ja", "en"])


def test_every_article_is_looked_at_or_has_nothing_to_look_at() -> None:
    looked = {article for one in checking.CHECKS for article in (one.article, *one.also)}
    whole = {ARTICLES[place(article)[0]] for article in looked}
    assert whole | set(NOTHING_TO_CHECK) == set(ARTICLES)
    assert whole & set(NOTHING_TO_CHECK) == set()


def test_nothing_is_excused_without_a_reason() -> None:
    assert all(len(reason) > 20 for reason in NOTHING_TO_CHECK.values())


def test_an_article_that_the_guideline_does_not_have_is_refused() -> None:
    with pytest.raises(ValueError, match="5"):
        place("5(1)")


def test_a_module_that_is_there_is_a_check() -> None:
    modules = {path.stem for path in (HOUSE / "procedure/checks").glob("[!_]*.py")}
    assert {one.id for one in checking.CHECKS} == modules
    assert len(modules) >= 40


def test_checks_stand_in_the_order_of_the_guideline() -> None:
    places = [ARTICLES.index(ARTICLES[place(one.article)[0]]) for one in checking.CHECKS]
    assert places == sorted(places)
    assert checking.CHECKS[0].article == "はじめに"


def test_both_languages_have_the_same_words() -> None:
    ja, en = (
        {k: v for k, v in read(one).items() if k.startswith("check.")} for one in ("ja", "en")
    )
    assert ja.keys() == en.keys()
    assert [key for key in ja if blanks(ja[key]) != blanks(en[key])] == []


@LANGUAGES
async def test_every_line_is_said_in_words(world: World, language: str) -> None:
    report = await checking.run_checks(world.desk, Surroundings())
    lines = self_check.lines(Words(language), report, TOKYO)
    assert [line.id for line in lines] == [one.id for one in report.checks]
    for line in lines:
        assert line.title
        assert line.why
        assert (line.mend is not None) == (line.state is CheckState.FAILS)
        assert (line.path is not None) == (line.state is CheckState.FAILS)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("ja", "automation.night：camera.record、イベント（event）、変数（variables）"),
        ("en", "automation.night: camera.record, an event (event), a variable (variables)"),
    ],
)
async def test_what_has_no_name_of_its_own_is_said_in_words(
    world: World, language: str, told: str
) -> None:
    found = Surroundings(takers={"automation.night": ("camera.record", "event", "variables")})
    report = await checking.run_checks(world.desk, found)
    lines = self_check.lines(Words(language), report, TOKYO)
    assert [line.evidence for line in lines if line.id == "takers"] == [(told,)]


async def test_counts_leave_out_what_does_not_apply(world: World) -> None:
    report = await checking.run_checks(world.desk, Surroundings())
    apart = report.count(CheckState.APART)
    assert apart > 0
    assert report.holds + report.count(CheckState.FAILS) == report.all
    assert report.all + apart == len(checking.CHECKS)


async def test_that_somebody_went_through_is_entered_with_what_they_saw(world: World) -> None:
    report = await checking.run_checks(world.desk, Surroundings())
    await checking.went_through(world.desk, MANAGER, report)
    (act,) = [entry.act for entry in world.acts("self_checked")][-1:]
    assert (act.holds, act.fails) == (report.holds, report.count(CheckState.FAILS))  # type: ignore[attr-defined]
    after = await checking.run_checks(world.desk, Surroundings())
    assert after.holds == report.holds + 1


async def test_a_stranger_does_not_go_through_it(world: World) -> None:
    report = await checking.run_checks(world.desk, Surroundings())
    with pytest.raises(Refused):
        await checking.went_through(world.desk, STRANGER, report)
    assert world.acts("self_checked") == []


async def test_it_is_due_a_month_after_the_founding_and_then_once_a_year(world: World) -> None:
    (first,) = checking.duties(world.desk)
    assert first.kind is DutyKind.SELF_CHECK
    assert first.due == NOON + timedelta(days=30)
    await checking.went_through(
        world.desk, MANAGER, await checking.run_checks(world.desk, Surroundings())
    )
    (then,) = checking.duties(world.desk)
    assert then.due == NOON + timedelta(days=365)


def test_no_sentence_waits_for_a_check_that_never_says_it() -> None:
    wanted = {r"part\.\d"}
    for one in checking.CHECKS:
        source = (HOUSE / f"procedure/checks/{one.id}.py").read_text()
        wanted |= {rf"{one.id}\.({'|'.join(('title', *CheckState))})"}
        wanted |= {
            re.sub(r"\{.+?\}", r"\\w+", key) for key in re.findall(rf'"({one.id}\.[^"]+)"', source)
        }
    spoken = [key.removeprefix("check.") for key in read("ja") if key.startswith("check.")]
    assert [key for key in spoken if not any(re.fullmatch(one, key) for one in wanted)] == []
