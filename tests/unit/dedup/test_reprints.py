"""Reprints are told by the runs of words they share, the same way every time."""

from hypothesis import given, strategies as st

from standoff.dedup import bands, likeness, reprint_groups, signature
from standoff.dedup.reprints import LIKE

STORY = (
    "Norway demanded on Tuesday that Iceland withdraw its trawlers from the disputed bank "
    "within ten days, and warned that the coast guard would seize any vessel that stayed. "
    "The minister in Reykjavik answered that the fleet had fished there for a century and "
    "that no letter from Oslo would move it, but she left the door open to talks on quotas. "
    "Fishermen in both countries said they feared a season without a catch, and asked their "
    "governments to settle the matter before the cod arrives in the first weeks of March."
)
OTHER = (
    "A committee of the harbour town voted last night to rebuild its library after the storm. "
    "Volunteers carried the books to the school, where children will read them this winter."
)
EDITED = STORY.replace("on Tuesday", "this week").replace("Oslo", "the ministry") + " (AB)"


def test_a_text_signs_the_same_way_every_time() -> None:
    assert signature(STORY) == signature(STORY.upper().replace(" ", "\n"))
    assert signature(STORY)[:2] == signature(STORY)[:2] != signature(OTHER)[:2]
    assert signature(" … ") == ()


def test_an_edited_reprint_is_like_its_original_and_another_report_is_not() -> None:
    assert likeness(signature(STORY), signature(EDITED)) >= LIKE
    assert likeness(signature(STORY), signature(OTHER)) < 0.1
    assert set(bands(signature(STORY))) & set(bands(signature(EDITED)))
    assert not set(bands(signature(STORY))) & set(bands(signature(OTHER)))


def test_texts_without_words_are_no_reprints_of_each_other() -> None:
    assert likeness(signature(""), signature("")) == 0.0
    assert bands(signature("")) == ()


def test_a_group_goes_by_its_smallest_id() -> None:
    signed = {"b": signature(STORY), "c": signature(EDITED), "a": signature(STORY),
              "d": signature(OTHER)}  # fmt: skip
    found = reprint_groups([("b", "c", "d"), ("a", "b")], signed)
    assert found == {"a": "a", "b": "a", "c": "a"}


@given(st.lists(st.sampled_from(["ab", "bc", "cd", "xy"]).map(tuple), max_size=6))
def test_groups_do_not_depend_on_the_order_of_candidates(pairs: list[tuple[str, ...]]) -> None:
    signed = dict.fromkeys("abcdxy", signature(STORY))
    assert reprint_groups(pairs, signed) == reprint_groups(pairs[::-1], signed)
