"""The act that words tell, as an option is named."""

import pytest

from standoff.dispute.act_names import name_act, name_condition, same_thing
from standoff.knowledge.dispute_words import load_dispute_words

WORDS = load_dispute_words()
OWNER = frozenset({"beland", "belandic"})


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Beland withdraw its troops, which came in May", "withdraw its troops"),
        ("that it would lift the ban if asked", "lift the ban"),
        ("the release of four sailors it seized", "release four sailors"),
        ("while keeping its ban, Beland will close the port", "close the port"),
        ("to expel envoys of the U.S.", "expel envoys of the U.S."),
        ("that Beland not close the port", "close the port"),
        ("its guards must be withdrawn", "withdraw guards"),
        ("new tariffs on barley", "impose new tariffs on barley"),
        ("face new tariffs", "impose new tariffs"),
        ("limiting naval drills", "limit naval drills"),
        ("an end to the shelling of the town", "end shelling of the town"),
        ("a return to negotiations", "hold negotiations"),
        ("it was ready to reopen the mill", "reopen the mill"),
        ("its plan for a truce", "observe truce"),
        ("that it let them see the mill by the lake", "let them see the mill"),
        ("join talks on how to share the river", "join talks"),
        ("to sell 100,000 tonnes of barley", "sell 100,000 tonnes of barley"),
        ("surveyors from both valleys visit the ridge", "visit the ridge"),
        ("not", None),
    ],
)  # fmt: skip
def test_an_option_is_named_by_verb_and_thing_without_owner_and_asides(words, name):
    found = name_act(words, OWNER, WORDS)
    assert (found and found.name) == name


def test_an_act_left_undone_is_known_by_its_words():
    for words in ("that Beland not close the port", "Nobody should close the port",
                  "it will never close the port", "it refuses to close the port"):  # fmt: skip
        found = name_act(words, OWNER, WORDS)
        assert found is not None
        assert (found.name, found.is_negated) == ("close the port", True)


@pytest.mark.parametrize(
    ("words", "name", "done"),
    [
        ("if it invades", "invade", True),
        ("if Belandic gunboats seize a ferry", "seize a ferry", True),
        ("if the ban is lifted", "lift ban", True),
        ("if Beland did not lift its ban", "lift its ban", False),
        ("unless Beland lifted its ban", "lift its ban", False),
        ("if Beland fails to lift its ban", "lift its ban", False),
        ("unless their gunners, including the militia, disarm", "disarm", False),
    ],
)
def test_a_condition_names_an_act_and_whether_it_is_to_be_done(words, name, done):
    found = name_condition(words, OWNER, WORDS)
    assert found is not None
    assert (found[0].name, found[1]) == (name, done)


@pytest.mark.parametrize("words", ["if the talks failed", "if the gunners stayed", "if not"])
def test_a_condition_that_is_nobodys_deed_names_no_act(words):
    assert name_condition(words, OWNER, WORDS) is None


def test_acts_have_one_thing_where_the_words_of_one_are_all_the_others():
    assert same_thing("halt its reactor and rocket tests", "end rocket tests", WORDS)
    assert not same_thing("lift the ban", "release the sailors", WORDS)
    assert not same_thing("impose sanctions", "lift sanctions", WORDS)
