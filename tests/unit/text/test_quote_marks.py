"""Quotation marks: sound, mistyped, missing, nested, and no quotation marks at all."""

import time

import pytest

from standoff.text.quote_marks import Marked, Repair, quoted_stretches


def stretches(text: str) -> tuple[Marked, ...]:
    return quoted_stretches(text, 0, len(text))


def words(text: str) -> list[str]:
    return [m.inner.of(text) for m in stretches(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We go. We stay,” Roe said. “It ends.”", ["We go. We stay,", "It ends."]),
        ('"We go," Roe said. "It ends."', ["We go,", "It ends."]),
        ("«\xa0Nous verrons\xa0», he said. « Bon »", ["\xa0Nous verrons\xa0", " Bon "]),
        ("»Nein«, he said.", ["Nein"]),
        ("„Nein“, he said, „wir gehen“. ‚Ja‘, she said.", ["Nein", "wir gehen", "Ja"]),
        ("``We go,'' he said.", ["We go,"]),
        ('"I was—" he broke off. "...and then," he said.', ["I was—", "...and then,"]),
        ('He said:"We go,"and left.', ["We go,"]),
        ('"It ends.""It begins," he said.', ["It ends.", "It begins,"]),
        ("“We go,” he said. \"We stay,” he said. “We rest,\" he said.",
         ["We go,", "We stay,", "We rest,"]),
    ],
)  # fmt: skip
def test_marks_of_every_kind_hold_the_words_between_them(
    text: str, expected: list[str]
) -> None:
    assert words(text) == expected
    assert all(m.reason is None and m.close for m in stretches(text))


@pytest.mark.parametrize(
    "text",
    [
        "the ministers' talks and the envoys' replies in the '90s",
        "the ministers’ talks and the envoys’ replies in the ’90s",
        "It's the port's pilots' dues; they don't pay.",
        "'Tis late. Fish 'n' chips, and tell 'em so.",
        "She is 6'3\" tall and he is 5' 11\".",
        "O’Brien and D'Souza met in Coeur d’Alene.",
    ],
)
def test_apostrophes_feet_and_inches_are_no_quotation(text: str) -> None:
    assert stretches(text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said: 'The pilots' talks failed.' Then he left.", ["The pilots' talks failed."]),
        ("‘It’s the pilots’ duty,’ she said in the ’90s.", ["It’s the pilots’ duty,"]),
        ("O'Brien's 'plan' isn't the ministry's 'map'", ["plan", "map"]),
        ("'We won't go,' he said. 'We can't.'", ["We won't go,", "We can't."]),
        ("“The paper ‘never closed it,” he said.", ["The paper ‘never closed it,"]),
    ],
)
def test_single_marks_are_told_from_apostrophes(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_nested_quotations_have_levels() -> None:
    text = "“He called it ‘a hollow offer,’” Roe said. “The so-called “thaw” is over.”"
    found = [(m.inner.of(text), m.level) for m in stretches(text)]
    assert found == [
        ("He called it ‘a hollow offer,’", 0),
        ("a hollow offer,", 1),
        ("The so-called “thaw” is over.", 0),
        ("thaw", 1),
    ]


def test_straight_marks_hold_single_ones() -> None:
    assert words("\"He told me 'we stay,' and left,\" Roe said.") == [
        "He told me 'we stay,' and left,",
        "we stay,",
    ]


def test_a_quotation_that_never_closes_ends_with_its_paragraph() -> None:
    text = "The mayor said “the quay is ours.  \nThe port said nothing."
    (only,) = quoted_stretches(text, 0, text.index("\n"))
    assert only.inner.of(text) == "the quay is ours."
    assert (only.close, only.reason, only.continued) == (None, Repair.UNCLOSED, False)


def test_a_close_typed_as_an_open_ends_the_quotation() -> None:
    text = "“It is in their interest to answer the bloc “Ana Ruiz, its head, gave notice:"
    (only,) = stretches(text)
    assert only.inner.of(text) == "It is in their interest to answer the bloc "
    assert only.reason is Repair.CLOSE_TYPED_AS_OPEN


def test_that_close_is_found_although_the_next_paragraph_opens_with_a_mark() -> None:
    text = "“It should answer the bloc “Ana Ruiz, its head, warned:\n“We differ,” she said."
    (only,) = quoted_stretches(text, 0, text.index("\n"))
    assert only.close is not None


def test_an_open_typed_as_a_close_begins_the_quotation() -> None:
    text = "“We want a”second phase” that works,” he said."
    assert [(m.inner.of(text), m.reason) for m in stretches(text)] == [
        ("We want a”second phase” that works,", None),
        ("second phase", Repair.OPEN_TYPED_AS_CLOSE),
    ]


def test_a_missing_close_before_the_next_quotation_costs_only_the_first() -> None:
    text = "“The quay is ours. “The cranes are theirs,” he said."
    assert [(m.inner.of(text), m.reason) for m in stretches(text)] == [
        ("The quay is ours.", Repair.REOPENED),
        ("The cranes are theirs,", None),
    ]


def test_a_stray_close_does_not_turn_the_quotations_after_it_inside_out() -> None:
    assert words('the rules" and the only "clean copy" that he had') == ["clean copy"]


def test_a_quotation_over_paragraphs_runs_on_until_one_closes() -> None:
    text = "“The quay is ours.\n\n“The cranes are theirs.\n\n“That is all,” he said."
    found: list[Marked] = []
    start = 0
    for paragraph in text.split("\n\n"):
        found.extend(quoted_stretches(text, start, start + len(paragraph)))
        start += len(paragraph) + 2
    assert [m.continued for m in found] == [True, True, False]
    assert [m.inner.of(text) for m in found][1] == "The cranes are theirs."


@pytest.mark.parametrize("text", ["", '"', '""', "''", "“”", "“", "“ ”", "'", "« »"])
def test_marks_around_nothing_are_no_quotation(text: str) -> None:
    assert stretches(text) == ()


def test_a_megabyte_of_marks_is_not_prose_and_costs_little() -> None:
    text = "\"'“ " * 250_000
    begun = time.process_time()
    assert stretches(text) == ()
    assert time.process_time() - begun < 8
