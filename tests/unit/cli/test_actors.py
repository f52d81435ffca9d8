"""`standoff actors NAME`."""

import pytest

from standoff.cli.actors import actors
from standoff.errors import UsageError


def test_a_persons_roles_are_shown_with_the_one_of_the_day(
    capsys: pytest.CaptureFixture[str],
) -> None:
    actors("Merkel", "2016-01-01")
    shown = capsys.readouterr().out
    assert "→" in shown
    assert "2005-11-22" in shown


def test_a_name_nobody_has_is_told_so() -> None:
    with pytest.raises(UsageError, match="Zubrowka"):
        actors("Zubrowka", None)
