"""Attachments that the parser gets wrong, as the rows tell them."""

import pytest

from standoff import Coder

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Denmark agreed to ban the flights and urged France to follow.",
            [("AGREE", ("DNK",)), ("REQUEST", ("DNK",))],
        ),
        (
            "Kenya, Uganda, Chad and Niger severed their ties with Qatar on Monday.",
            [("SANCTION", ("KEN", "UGA", "TCD", "NER"))],
        ),
        (
            "The Danish prime minister, a former lawyer, had a day earlier called on"
            " France to lift the ban.",
            [("REQUEST", ("DNK",))],
        ),
        ("Denmark said it was resolutely opposed to the ban.", [("REJECT", ("DNK",))]),
    ],
)
def test_the_acts_are_those_of_who_does_them(
    coder: Coder, text: str, expected: list[tuple[str, tuple[str, ...]]]
) -> None:
    found = [(event.type, event.actor) for event in coder.read(text).events]
    assert [pair for pair in expected if pair not in found] == []
