"""Which acts are done by both sides alike."""

import pytest

from standoff import Coder

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "mutual"),
    [
        ("Denmark and France agree that the dispute should be settled.", True),
        ("Denmark held talks with France.", True),
        ("Denmark rejected the treaty.", False),
        ("Denmark accused France of lying.", False),
    ],
)
def test_an_act_of_two_subjects_is_mutual(coder: Coder, text: str, mutual: bool) -> None:
    (event,) = coder.read(text).events
    assert event.reciprocal is mutual
