"""The matter of a position within a report."""

import pytest

from standoff.ingest.text_reader import document_from_text
from standoff.knowledge.knowledge import load_knowledge
from standoff.model import Position, Span, Stance
from standoff.positions.issues import Issue, acted_issue, named_issue, worded_issue
from standoff.positions.settle import settle_issues
from standoff.segment import sentences

MATTERS = load_knowledge().matters


def parsed(coder, text: str):
    """Return the parse of a sentence, and all its characters."""
    document = document_from_text(text)
    parse = next(iter(coder.kit.parser.parse(document, sentences(document))))
    return parse, Span(parse.tokens[0].start, parse.tokens[-1].end)


@pytest.mark.model
@pytest.mark.parametrize("matter", MATTERS.matters, ids=lambda m: m.name)
def test_each_matter_is_named_by_its_example(coder, matter):
    issue = named_issue(*parsed(coder, matter.example), MATTERS)
    assert issue is not None
    assert issue.name == matter.name


def test_there_are_enough_matters_for_disputes_of_many_kinds():
    assert len(MATTERS.matters) >= 80


@pytest.mark.model
@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("They will hold talks on the release of prisoners.", "talks"),
        ("They want an end to the tariffs.", "trade"),
        ("It will not negotiate a truce.", "cease-fire"),
        ("It will not negotiate under fire.", "talks"),
    ],
)
def test_words_that_only_carry_a_matter_are_passed_through(coder, words, name):
    issue = named_issue(*parsed(coder, words), MATTERS)
    assert issue is not None
    assert issue.name == name


@pytest.mark.model
def test_words_outside_the_thesaurus_are_named_by_their_head_with_its_parts(coder):
    issue = worded_issue(*parsed(coder, "They want control of the lighthouse keys."), MATTERS)
    assert issue == Issue("control of keys", "the head of the content", "control")


def position(stance=Stance.DEMAND, party=("AAA",), addressee=("BBB",), at=0) -> Position:
    return Position(party, stance, addressee, None, None, Span(at, at + 10), None, "r")


def test_matters_of_one_head_word_become_one_under_the_fullest_name():
    short = Issue("lighthouse", "head", "lighthouse")
    full = Issue("lighthouse on cape", "head", "lighthouse")
    settled = settle_issues([(position(), short), (position(at=20), full)])
    assert [p.issue for p in settled] == ["lighthouse on cape"] * 2
    assert (
        settled[0].why_issue == "head; the matter of “lighthouse on cape”, the same head word"
    )


def test_a_deferral_is_about_what_was_put_to_its_party_and_answers_who_put_it():
    demand = (position(), Issue("talks", "thesaurus"))
    other = (position(addressee=("CCC",), at=20), Issue("trade", "thesaurus"))
    answer = (position(Stance.DEFER, ("BBB",), (), 40), None)
    settled = settle_issues([demand, other, answer])[-1]
    assert (settled.issue, settled.addressee) == ("talks", ("AAA",))


def test_a_stance_without_a_matter_far_from_any_other_has_no_issue():
    lone = (position(Stance.THREATEN, at=9000), None)
    assert settle_issues([(position(), Issue("talks", "t")), lone])[-1].issue is None


@pytest.mark.model
def test_a_demand_whose_words_name_a_place_is_on_no_matter_named_before(coder):
    parse, span = parsed(coder, "The envoys were told to return to Oslo.")
    found = acted_issue(parse, span)
    assert found is not None
    assert found.name == "return to Oslo"
    assert acted_issue(*parsed(coder, "They refused to do so.")) is None
