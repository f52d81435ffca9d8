"""All forms in a text at once."""

from standoff.actors.automaton import FormAutomaton

FORMS = ("Niger", "Nigeria", "South Korea", "Korea", "U.S.")


def found(text: str) -> list[str]:
    return [text[a:b] for a, b in FormAutomaton(FORMS).matches(text)]


def test_the_longest_form_from_the_left_wins() -> None:
    assert found("Nigeria and South Korea") == ["Nigeria", "South Korea"]


def test_a_form_inside_a_longer_word_is_none() -> None:
    assert found("Nigerien and Koreatown") == []


def test_a_form_that_ends_with_a_dot_may_touch_the_next_word() -> None:
    assert found("the U.S. and Korea") == ["U.S.", "Korea"]


def test_a_form_is_found_before_an_apostrophe_and_after_a_hyphen() -> None:
    assert found("pro-Niger and Korea's") == ["Niger", "Korea"]
