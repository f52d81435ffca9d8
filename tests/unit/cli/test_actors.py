"""`standoff actors NAME`."""

import pytest

from standoff.cli.actors import actors
from standoff.errors import DataErrors, UsageError


@pytest.fixture(autouse=True)
def _only_where_the_tables_are_sound() -> None:
    try:
        actors("Merkel", "2016-01-01")
    except DataErrors as faults:
        pytest.skip(f"the tables have faults: {faults}")


def test_a_persons_roles_are_shown_with_the_one_of_the_day(
    capsys: pytest.CaptureFixture[str],
) -> None:
    capsys.readouterr()
    actors("Merkel", "2016-01-01")
    shown = capsys.readouterr().out
    assert "→" in shown
    assert "2005-11-22" in shown


def test_a_name_nobody_has_is_told_so() -> None:
    with pytest.raises(UsageError, match="Zubrowka"):
        actors("Zubrowka", None)
