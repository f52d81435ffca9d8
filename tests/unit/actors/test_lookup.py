"""What the tables say of one name."""

from datetime import date
from pathlib import Path

import pytest

import standoff
from standoff.actors.lookup import look_up
from standoff.knowledge.actors import ActorTables, load_actors
from standoff.knowledge.faults import Faults

DATA = Path(standoff.__file__).parent / "data"


@pytest.fixture(scope="module")
def tables() -> ActorTables:
    return load_actors(DATA, Faults())


def test_a_surname_shows_every_role_and_marks_the_one_of_the_day(tables: ActorTables) -> None:
    found = look_up(tables, "Stoltenberg", date(2010, 1, 1))
    assert len(found) > 2
    (chosen,) = [known for known in found if known.chosen]
    assert chosen.actor == ("NOR",)
    assert chosen.held


def test_a_title_is_answered_by_its_holder_on_the_day(tables: ActorTables) -> None:
    (found,) = look_up(tables, "secretary of state", date(2015, 3, 1))
    assert found.what.startswith("John Kerry")


def test_a_seat_of_power_tells_whose_it_is(tables: ActorTables) -> None:
    assert {known.actor for known in look_up(tables, "Kremlin", None)} == {("RUS",)}


def test_a_name_nobody_has_is_not_known(tables: ActorTables) -> None:
    assert look_up(tables, "Zubrowka", None) == ()
